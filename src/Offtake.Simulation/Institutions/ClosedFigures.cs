using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>The closed figures and the law of last month, as a quota review reads them. They are not the state: stocks, costs and expectations are hidden.</summary>
/// <remarks>The columns are those the phases write. Phase 1 comes before all of them, so that nothing of the month under way stands in them yet.</remarks>
/// <param name="Price">Price by market.</param>
/// <param name="Orders">Orders placed in a month, by market.</param>
/// <param name="Activity">Activity in a month, by facility.</param>
/// <param name="QuotaPerMonth">Production quota that was in force, by facility; infinite where there was none.</param>
internal sealed record ClosedFigures(
    IReadOnlyList<UsdPerUnit> Price, IReadOnlyList<Amount> Orders, IReadOnlyList<Amount> Activity, IReadOnlyList<Amount> QuotaPerMonth)
{
    /// <summary>What can be seen of a chain.</summary>
    public static ClosedFigures Of(ChainState state) =>
        new(state.Price, state.Months.OrdersOfMarket, state.Months.Activity, state.Policies.QuotaPerMonth);
}
