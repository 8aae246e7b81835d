namespace Offtake.Equilibrium;

/// <summary>A way for one good from one region to another, with what it costs.</summary>
/// <remarks>Eq. EQU-5. A negative rate is a subsidy. Two routes between the same regions need different names.</remarks>
/// <param name="From">Region of origin.</param>
/// <param name="To">Region of destination.</param>
/// <param name="Good">The good.</param>
/// <param name="Freight">Money per unit carried, which uses up resources and is nobody's gain.</param>
public sealed record Route(int From, int To, int Good, double Freight)
{
    /// <summary>A name to tell it from other routes; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Export tax as a share of the price at the origin.</summary>
    public double ExportTaxShare { get; init; }

    /// <summary>Export tax in money per unit.</summary>
    public double ExportTaxPerUnit { get; init; }

    /// <summary>Tariff as a share of the customs value.</summary>
    public double TariffShare { get; init; }

    /// <summary>Tariff in money per unit.</summary>
    public double TariffPerUnit { get; init; }

    /// <summary>Whether the customs value includes freight (cif) or not (fob). It includes export taxes and never a quota rent.</summary>
    public bool IsFreightDutiable { get; init; } = true;
}

/// <summary>Who holds the licences of a quota and so earns its rent.</summary>
public enum QuotaHolder
{
    /// <summary>The region the goods leave.</summary>
    Exporter,

    /// <summary>The region the goods enter.</summary>
    Importer,
}

/// <summary>One cap on what a set of routes carries together, with one rent.</summary>
/// <remarks>Eq. EQU-6.</remarks>
/// <param name="Name">What it is called.</param>
/// <param name="Cap">The most that may be carried, in units of weight × quantity.</param>
/// <param name="Terms">The routes under it.</param>
/// <param name="Holder">Who earns the rent.</param>
public sealed record Quota(string Name, double Cap, IReadOnlyList<QuotaTerm> Terms, QuotaHolder Holder = QuotaHolder.Exporter);

/// <summary>What a unit carried on a route takes of a quota.</summary>
/// <param name="Route">Index of the route.</param>
/// <param name="Weight">Above zero.</param>
public readonly record struct QuotaTerm(int Route, double Weight = 1.0);
