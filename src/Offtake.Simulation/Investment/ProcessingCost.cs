using Offtake.Model.Quantities;

namespace Offtake.Simulation.Investment;

/// <summary>Processing cost per unit of activity is what was drawn, less what learning and projects take off, with what a standard for clean processing adds.</summary>
/// <remarks>Eq. OPS-7 (cost): cost = drawn · (learning · projects) · Π over standards of (1 + strength).</remarks>
internal static class ProcessingCost
{
    /// <summary>Brings the cost of every facility up to date.</summary>
    public static void Follow(ChainState state, ChainNumbers numbers)
    {
        ReadOnlySpan<double> learned = state.Experience is { } experience ? experience.CostRatio : [];
        ReadOnlySpan<double> left = state.Projects is { } projects ? projects.CostLeft : [];
        Span<UsdPerUnit> cost = state.UnitCost;
        ReadOnlySpan<UsdPerUnit> drawn = numbers.UnitCost.AsSpan(0, cost.Length);
        ReadOnlySpan<int> sectorOf = state.Layout.SectorOf.AsSpan(0, cost.Length);
        ReadOnlySpan<double> standard = state.Policies.StandardCostFactor.AsSpan(0, cost.Length);
        for (int f = 0; f < cost.Length; f++)
        {
            int sector = sectorOf[f];
            double ratio = learned.IsEmpty ? 1.0 : learned[state.Layout.Sectors[sector].Process];
            cost[f] = drawn[f] * (ratio * (left.IsEmpty ? 1.0 : left[sector]) * standard[f]);
        }
    }
}
