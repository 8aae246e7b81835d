namespace Offtake.Equilibrium;

/// <summary>An equilibrium that has passed its check: what every market, route, activity and quota does, and who gains.</summary>
/// <param name="Problem">What was solved; lists here have its order.</param>
/// <param name="Markets">One entry a market, region by region.</param>
/// <param name="Routes">One entry a route.</param>
/// <param name="Activities">One entry an activity.</param>
/// <param name="Quotas">One entry a quota.</param>
/// <param name="Surplus">One entry a region.</param>
/// <param name="Check">How well it fits.</param>
/// <param name="Notes">What a reader should know: other patterns of flows, more than one possible equilibrium, surplus without meaning.</param>
public sealed record SpatialEquilibrium(
    SpatialProblem Problem,
    IReadOnlyList<MarketResult> Markets,
    IReadOnlyList<RouteResult> Routes,
    IReadOnlyList<ActivityResult> Activities,
    IReadOnlyList<QuotaResult> Quotas,
    IReadOnlyList<RegionSurplus> Surplus,
    CheckResult Check,
    IReadOnlyList<string> Notes)
{
    /// <summary>Sum over regions of everything gained; null when a part of it is not defined.</summary>
    public double? TotalSurplus => Surplus.Aggregate((double?)0.0, (sum, region) => sum + region.Total);

    /// <summary>The market of a good in a region.</summary>
    /// <exception cref="ArgumentException">There is no such region or good.</exception>
    public MarketResult Market(string region, string good) => Markets[Problem.Market(region, good)];

    /// <summary>What all routes carry of a good from one region to another.</summary>
    /// <exception cref="ArgumentException">There is no such region or good.</exception>
    public double Flow(string from, string to, string good)
    {
        int origin = Problem.Market(from, good);
        int destination = Problem.Market(to, good);
        return Problem.Routes.Select((route, i) => (route, i))
            .Where(r => Problem.Origin(r.route) == origin && Problem.Destination(r.route) == destination)
            .Sum(r => Routes[r.i].Flow);
    }
}

/// <summary>One good in one region.</summary>
/// <param name="Price">Money per unit.</param>
/// <param name="IsTraded">Whether anything is supplied, used or carried here. If not, other prices would do as well.</param>
/// <param name="Supply">Quantity on the supply curve.</param>
/// <param name="Demand">Quantity on the demand curve.</param>
/// <param name="Made">Output of activities.</param>
/// <param name="Used">Input of activities.</param>
/// <param name="Exports">Carried away.</param>
/// <param name="Imports">Carried here.</param>
/// <param name="Disposed">Thrown away.</param>
/// <param name="BoughtAtFloor">Bought by the state at the price floor.</param>
/// <param name="CapacityRent">What one more unit of supply capacity would earn.</param>
public sealed record MarketResult(
    double Price, bool IsTraded, double Supply, double Demand, double Made, double Used, double Exports, double Imports, double Disposed,
    double BoughtAtFloor, double CapacityRent)
{
    /// <summary>What stays in the region of what is supplied and made there.</summary>
    public double KeptAtHome => Math.Max(0.0, Supply + Made - Exports - Disposed - BoughtAtFloor);
}

/// <summary>One route.</summary>
/// <param name="Flow">Quantity carried.</param>
/// <param name="Loss">What a unit would lose: landed cost less the price at the destination; zero where something flows.</param>
/// <param name="ExportTax">Revenue of the origin.</param>
/// <param name="Tariff">Revenue of the destination.</param>
/// <param name="Rent">Quota rents earned on it.</param>
public sealed record RouteResult(double Flow, double Loss, double ExportTax, double Tariff, double Rent);

/// <summary>One activity.</summary>
/// <param name="Level">How much it runs.</param>
/// <param name="CapacityRent">What one more unit of capacity would earn.</param>
/// <param name="Profit">Revenue less inputs and costs, rent included.</param>
public sealed record ActivityResult(double Level, double CapacityRent, double Profit);

/// <summary>One quota.</summary>
/// <param name="Used">How much of the cap is used.</param>
/// <param name="Rent">What one more unit of the cap would earn.</param>
public sealed record QuotaResult(double Used, double Rent)
{
    /// <summary>What the licences earn together.</summary>
    public double Revenue => Used * Rent;
}

/// <summary>Who gains what in a region, in money.</summary>
/// <remarks>Eq. EQU-12.</remarks>
/// <param name="Consumers">Area between demand curves and prices; null where cross terms are not symmetric or a demand is fixed.</param>
/// <param name="Producers">Area between prices and supply curves, capacity rents included; null where cross terms are not symmetric.</param>
/// <param name="Activities">Profits, capacity rents included.</param>
/// <param name="QuotaRents">Rents of the licences the region holds.</param>
/// <param name="Tariffs">Revenue from imports.</param>
/// <param name="ExportTaxes">Revenue from exports.</param>
/// <param name="FloorPurchases">What the state spends to hold price floors.</param>
public sealed record RegionSurplus(
    double? Consumers, double? Producers, double Activities, double QuotaRents, double Tariffs, double ExportTaxes, double FloorPurchases)
{
    /// <summary>What the state earns less what it spends.</summary>
    public double Government => Tariffs + ExportTaxes - FloorPurchases;

    /// <summary>The sum; null when a part is not defined.</summary>
    public double? Total => Consumers + Producers + Activities + QuotaRents + Government;
}

/// <summary>How well an answer fits its conditions.</summary>
/// <param name="Residual">Eq. EQU-10: the largest breach of any condition, as a share of what the condition adds up.</param>
/// <param name="Where">What that condition is about.</param>
/// <param name="Variables">Number of variables.</param>
/// <param name="Pivots">Exchanges made.</param>
/// <param name="Method">Which method found it.</param>
public sealed record CheckResult(double Residual, string Where, int Variables, int Pivots, string Method);
