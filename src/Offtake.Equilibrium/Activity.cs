namespace Offtake.Equilibrium;

/// <summary>A way to turn goods into goods in fixed proportions: joint products, by-products, chains.</summary>
/// <remarks>Eq. EQU-7: one more unit of level costs intercept + slope × level besides the inputs.</remarks>
/// <param name="Name">What it is called.</param>
/// <param name="Region">Where it runs.</param>
/// <param name="Flows">Goods per unit of level.</param>
/// <param name="CostIntercept">Marginal cost at level zero, money per unit of level.</param>
/// <param name="CostSlope">What marginal cost rises by per unit of level; at least zero.</param>
/// <param name="Capacity">The highest level; infinite when there is no such limit.</param>
public sealed record Activity(
    string Name, int Region, IReadOnlyList<ActivityFlow> Flows, double CostIntercept, double CostSlope, double Capacity = double.PositiveInfinity);

/// <summary>What an activity gives or takes of a good.</summary>
/// <param name="Good">The good.</param>
/// <param name="PerLevel">Quantity per unit of level: above zero for outputs, below for inputs.</param>
public readonly record struct ActivityFlow(int Good, double PerLevel);

/// <summary>What becomes of a good in a region that nobody wants at any positive price.</summary>
/// <remarks>Eq. EQU-4.</remarks>
/// <param name="Region">Where.</param>
/// <param name="Good">Of what.</param>
public sealed record MarketRule(int Region, int Good)
{
    /// <summary>Whether any of it can be thrown away at all. If not, the price falls as far as it takes.</summary>
    public bool CanDispose { get; init; } = true;

    /// <summary>Money per unit thrown away; the price does not fall below minus this.</summary>
    public double DisposalCost { get; init; }

    /// <summary>A price at which the state buys whatever is offered; null when there is none. It replaces disposal.</summary>
    public double? PriceFloor { get; init; }
}
