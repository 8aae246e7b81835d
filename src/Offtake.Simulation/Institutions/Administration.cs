using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>What running a programme costs beside what it pays out, and who pays whom.</summary>
/// <param name="PerMonth">Cost a month when pulled in full.</param>
/// <param name="From">Account that pays.</param>
/// <param name="To">Account that is paid.</param>
internal readonly record struct Administration(Usd PerMonth, int From, int To)
{
    public static Administration Of(ReachedInstrument reach, TermNumbers terms, ChainState state)
    {
        ChainLayout layout = state.Layout;
        Usd perMonth = new(terms.CostUsdPerYear / 12.0);
        if (reach.Terms.Payer is { Kind: TargetKind.City } city)
            return new(perMonth, state.Accounts.City(city.Index), state.Accounts.Suppliers(layout.Cities[city.Index].Region));
        int region = reach.Terms.Payer is { } payer ? payer.Index : reach.Targets.Select(t => RegionOf(t, layout)).FirstOrDefault(r => r >= 0);
        return new(perMonth, state.Accounts.Treasury(region), state.Accounts.Suppliers(region));
    }

    /// <summary>Pays a month of every programme that was ordered, also of one that nobody carries out or whose money is spent: its budget was set aside for that.</summary>
    public static void Pay(ChainState state)
    {
        if (state.Programmes is not { } book) return;
        foreach (int d in book.ByName)
        {
            if (book.Ordered[d] == 0.0) continue;
            Administration cost = book.Administration[d];
            Usd paid = cost.PerMonth * book.Pulled[d];
            state.Money.Pay(cost.From, cost.To, paid);
            book.Post(d, paid);
        }

        book.OfficesArePaid();
    }

    private static int RegionOf(Target target, ChainLayout layout) => target.Kind switch
    {
        TargetKind.Facility => layout.Facilities[target.Index].Region,
        TargetKind.Market => layout.Markets[target.Index].Region,
        TargetKind.Use => layout.Uses[target.Index].Region,
        TargetKind.Route => layout.Routes[target.Index].From,
        TargetKind.City => layout.Cities[target.Index].Region,
        TargetKind.Region => target.Index,
        _ => -1,
    };
}
