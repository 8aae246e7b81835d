namespace Offtake.Model.Evidence;

/// <summary>A number with its witness: the only form in which a number may reach the month.</summary>
/// <remarks>It is a fact about the world or about behaviour, not a result. Results are never parameters.</remarks>
public sealed record Parameter
{
    private Parameter(string id, double value, string unit, Spread spread, SourceKind kind, IReadOnlyList<string> witnesses, string address)
    {
        Id = id;
        Value = value;
        Unit = unit;
        Spread = spread;
        Kind = kind;
        Witnesses = witnesses;
        Address = address;
    }

    /// <summary>Table, row and column, such as <c>facilities/bayan-obo/capacity_per_year</c>.</summary>
    public string Id { get; }

    /// <summary>The central value, in <see cref="Unit"/>.</summary>
    public double Value { get; }

    /// <summary>The unit of value and spread.</summary>
    public string Unit { get; }

    /// <summary>What is not known about it.</summary>
    public Spread Spread { get; }

    /// <summary>The strongest kind among its sources, or <see cref="SourceKind.Assumption"/>.</summary>
    public SourceKind Kind { get; }

    /// <summary>Source ids, or a single assumption id with a leading <c>@</c>. Never empty.</summary>
    public IReadOnlyList<string> Witnesses { get; }

    /// <summary>Where the number stands: file and line.</summary>
    public string Address { get; }

    /// <summary>Makes a number that at least one source vouches for.</summary>
    /// <exception cref="ArgumentException">No source was named, or the value is not finite.</exception>
    public static Parameter Sourced(string id, double value, string unit, Spread spread, IReadOnlyList<Source> sources, string address)
    {
        if (sources.Count == 0) throw new ArgumentException($"{address}: '{id}' has no witness; name a source or an assumption.", nameof(sources));
        RequireFinite(id, value, address);
        return new Parameter(id, value, unit, spread, sources.Min(s => s.Kind), [.. sources.Select(s => s.Id)], address);
    }

    /// <summary>Makes a number that rests on an assumption.</summary>
    public static Parameter Assumed(string id, Assumption assumption, string address)
    {
        RequireFinite(id, assumption.Value, address);
        return new Parameter(id, assumption.Value, assumption.Unit, assumption.Spread, SourceKind.Assumption, ["@" + assumption.Id], address);
    }

    private static void RequireFinite(string id, double value, string address)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{address}: '{id}' is {value}; a number must be finite.", nameof(value));
    }
}
