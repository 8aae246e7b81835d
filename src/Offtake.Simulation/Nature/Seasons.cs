using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Opening;

namespace Offtake.Simulation.Nature;

/// <summary>Phase 0: the months of a year differ. Fields are harvested, festivals are kept, frost stops the brewing.</summary>
/// <remarks>
/// Eq. NAT-4: usable capacity(t) = usable capacity in a mean month · s(month of t), with Σ s = 12; a quota is apportioned the same way.
/// At the opening mines hold in store what their season has brought since its leanest month.
/// </remarks>
internal static class Seasons
{
    /// <summary>Sets every facility and use to the season of a month.</summary>
    public static void Follow(ChainState state, DriverPaths paths, Month month)
    {
        ChainLayout layout = state.Layout;
        foreach (int f in layout.Lists.SeasonalFacilities) state.SeasonOfFacility[f] = paths.Season(layout.Facilities[f].Season!.Value, month);
        foreach (int k in layout.Lists.SeasonalUses) state.SeasonOfUse[k] = paths.Season(layout.Uses[k].Season!.Value, month);
    }

    /// <summary>The quota of a mine this month; infinite without one, whatever the season.</summary>
    public static Amount Quota(ChainState state, int facility)
    {
        Amount quota = state.Policies.QuotaPerMonth[facility];
        return double.IsPositiveInfinity(quota.Value) ? quota : quota * state.SeasonOfFacility[facility];
    }

    /// <summary>The factors of a season in one future, made to have a mean of one again after they have been drawn apart.</summary>
    public static double[] Drawn(Season season, ParameterDraw draw)
    {
        double[] factors = [.. season.Factors.Select(draw.Of)];
        double mean = factors.Average();
        for (int i = 0; i < factors.Length; i++) factors[i] /= mean;
        return factors;
    }

    /// <summary>Surplus over the yearly mean gathered since the leanest month of the year, at the end of a month, in mean months; never below zero.</summary>
    public static double Store(double[] factors, int ofYear)
    {
        double gathered = 0.0, least = double.PositiveInfinity, now = 0.0;
        for (int i = 0; i < factors.Length; i++)
        {
            gathered += factors[i] - 1.0;
            least = Math.Min(least, gathered);
            if (i + 1 == ofYear) now = gathered;
        }

        return now - least;
    }

    /// <summary>Puts the harvests of the past year into the stocks of those markets that mines sell to.</summary>
    public static void FillStores(ChainState state, BalancedFlows flows, DriverPaths paths)
    {
        ChainLayout layout = state.Layout;
        for (int f = 0; f < layout.Facilities.Length; f++)
        {
            int s = layout.SectorOf[f];
            if (layout.Facilities[f].Season is not { } season || layout.DriveOf(s) != Drive.Margin) continue;
            int market = layout.OutputMarket(s);
            Amount stored = flows.Activity[f] * paths.SeasonStore(season, layout.Chain.Opening);
            state.Holdings.Amounts[ChainLayout.Seller(market)] += stored;
            Span<Tonnes> lanes = state.Holdings.ContentOf(ChainLayout.Seller(market));
            for (int j = 0; j < lanes.Length; j++) lanes[j] += flows.Content[market][j] * stored.Value;
        }
    }
}
