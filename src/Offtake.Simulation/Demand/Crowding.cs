using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Demand;

/// <summary>What a programme orders is missing in part from others who want the same good in the same region, or draws them in.</summary>
/// <remarks>
/// Eq. DEM-12: a use j of the same market that the programme does not name wants χ · ordered · D_j / Σ D less, χ units per unit ordered and D what they want
/// before any programme; below zero it wants more. All programmes together displace no more than a use wants; the rest displaces nobody and is taken down.
/// </remarks>
internal static class Crowding
{
    /// <summary>Moves the wants of those that programmes do not name.</summary>
    public static void Displace(ChainState state, DemandBook book)
    {
        Amount[] wanting = state.Months.Wanting;
        Span<double> lost = state.Months.Working(0, wanting.Length);
        Span<double> change = state.Months.Working(1, wanting.Length);
        if (!Add(state, book, lost)) return;
        change.Clear();
        for (int lot = 0; lot < book.Ordered.Length; lot++)
        {
            double asked = Asked(book, lot);
            if (asked == 0.0) continue;
            int[] uses = Others(state, book, lot, out double wantedByOthers);
            double displaced = 0.0;
            foreach (int k in uses)
            {
                if (wantedByOthers <= 0.0 || IsNamed(book, lot, k)) continue;
                double part = asked * wanting[k].Value / wantedByOthers;
                if (lost[k] > wanting[k].Value && part > 0.0) part *= wanting[k].Value / lost[k];
                displaced += part;
                change[k] += part;
            }

            book.CrowdedOut[lot] = new Amount(displaced);
            book.NotDisplaced[lot] = new Amount(asked - displaced);
        }

        for (int k = 0; k < wanting.Length; k++)
        {
            // A use whose whole want is displaced may miss nothing by a rounding; it never wants less than nothing.
            if (change[k] != 0.0) wanting[k] = Amount.Max(Amount.Zero, wanting[k] - new Amount(change[k]));
        }
    }

    /// <summary>Adds up what each use would lose to all programmes if it wanted enough.</summary>
    /// <returns>Whether any programme moves anybody.</returns>
    private static bool Add(ChainState state, DemandBook book, Span<double> lost)
    {
        bool isAny = false;
        lost.Clear();
        for (int lot = 0; lot < book.Ordered.Length; lot++)
        {
            double asked = Asked(book, lot);
            if (asked == 0.0) continue;
            isAny = true;
            int[] uses = Others(state, book, lot, out double wantedByOthers);
            foreach (int k in uses)
            {
                if (asked > 0.0 && wantedByOthers > 0.0 && !IsNamed(book, lot, k)) lost[k] += asked * state.Months.Wanting[k].Value / wantedByOthers;
            }
        }

        return isAny;
    }

    private static double Asked(DemandBook book, int lot) => book.Ordered[lot].Value * book.Directives[lot].Terms.CrowdingOut;

    private static int[] Others(ChainState state, DemandBook book, int lot, out double wanted)
    {
        int[] uses = book.UsesOfMarket[state.Layout.Lists.MarketOfBuyer[state.Layout.BuyerOfUse[book.UseOf[lot]]]];
        wanted = 0.0;
        foreach (int k in uses)
        {
            if (!IsNamed(book, lot, k)) wanted += state.Months.Wanting[k].Value;
        }

        return uses;
    }

    private static bool IsNamed(DemandBook book, int lot, int use)
    {
        IReadOnlyList<Model.Governance.Target> targets = book.Directives[lot].Targets;
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i].Index == use) return true;
        }

        return false;
    }
}
