using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Demand;

/// <summary>What guaranteed purchases and urban deployments order, beside what the city would buy anyway.</summary>
/// <remarks>
/// Eq. DEM-13: an offtake contract of strength s orders s · revenue / (uses · P) of each use, P last month's price; a deployment of strength s orders
/// s / 12 · max(0, fleet that covers − fleet in use); both times cities in effect (INS-6), and together no more than is left of the lever's budget of the year.
/// Nothing is ordered while the city's debt is above its ceiling.
/// </remarks>
internal static class PurchaseOrders
{
    /// <summary>Writes what is ordered into the book; wants do not know of it yet.</summary>
    public static void Place(ChainState state, ChainNumbers numbers, ProgrammeBook programmes)
    {
        DemandBook book = programmes.Demand;
        foreach (Directive directive in state.Policies.Purchases)
        {
            int first = book.FirstLot(directive);
            int city = state.Layout.Uses[directive.Targets[0].Index].City!.Value;
            Usd cost = Usd.Zero;
            for (int i = 0; i < directive.Targets.Count; i++)
            {
                int k = directive.Targets[i].Index;
                Amount ofOneCity = directive.Instrument == InstrumentKind.OfftakeContract
                    ? new Amount(directive.Strength * state.CityRevenue[city].Value / directive.Targets.Count / Price(state, k).Value)
                    : Amount.Max(Amount.Zero, numbers.ServiceTarget[k] - state.Holdings.Amounts[state.Layout.InUse(k)]) * (directive.Strength / 12.0);
                book.Ordered[first + i] = ofOneCity * directive.Terms.CitiesInEffect;
                cost += Price(state, k) * book.Ordered[first + i];
            }

            Span<Amount> ordered = book.Ordered.AsSpan(first, directive.Targets.Count);
            if (CityBudget.IsIndebted(state, numbers, city))
            {
                state.Months.RefusedPurchase[city] += cost * directive.Terms.ShareOfFirstCity;
                ordered.Clear();
            }
            else if (cost > programmes.BudgetLeft(directive))
            {
                double affordable = programmes.BudgetLeft(directive) / cost;
                programmes.RefuseByBudget(directive, 1.0 - affordable);
                Scale(ordered, affordable);
            }
        }
    }

    /// <summary>Adds to wants what was ordered.</summary>
    public static void Add(ChainState state, DemandBook book)
    {
        foreach (Directive directive in state.Policies.Purchases)
        {
            int first = book.FirstLot(directive);
            for (int i = 0; i < directive.Targets.Count; i++) state.Months.Wanting[directive.Targets[i].Index] += book.Ordered[first + i];
        }
    }

    private static void Scale(Span<Amount> ordered, double share)
    {
        foreach (ref Amount amount in ordered) amount *= share;
    }

    private static UsdPerUnit Price(ChainState state, int use) => state.Price[state.Layout.Lists.MarketOfBuyer[state.Layout.BuyerOfUse[use]]];
}
