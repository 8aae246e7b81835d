using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Markets;

/// <summary>Where expected prices are drawn to: own cost where goods are made, landed price where they come in.</summary>
internal static class Anchors
{
    // Working columns by market. Logarithms are taken all at once, and of ratios only, so that no unit of money can leave a trace in the last digit.
    private const int Rise = 0;
    private const int OfPrice = 1;
    private const int OfSlow = 2;
    private const int OfOpening = 3;
    private const int Imports = 4;
    private const int OfLanded = 5;
    private const int Compact = 6;
    private const int OfAbroad = 7;

    /// <summary>Moves slow averages, cost bases and expected prices on by a month.</summary>
    public static void Follow(ChainState state, ChainNumbers numbers)
    {
        BehaviourNumbers b = numbers.Behaviour;
        ChainLayout layout = state.Layout;
        int[] posted = layout.Lists.PostedMarkets;
        AverageCost.FollowFeedCost(state, numbers);
        FollowCost(state, numbers);
        TakeLogs(state, posted, state.Price, state.ExpectedPrice, OfPrice);
        TakeLogs(state, layout.Lists.AnchoredByFeed, state.SlowPrice, state.ExpectedPrice, OfSlow);
        TakeLogs(state, layout.Lists.AnchoredByCost, state.OpeningPrice, state.ExpectedPrice, OfOpening);
        GatherLanded(state, numbers);
        if (b.ExportAnchorShare > 0.0) GatherAbroad(state, numbers);

        Span<double> rise = state.Months.Working(Rise, posted.Length);
        Span<double> price = Column(state, OfPrice);
        Span<double> imports = Column(state, Imports);
        Span<double> landed = Column(state, OfLanded);
        Span<double> abroad = Column(state, OfAbroad);
        (double expectation, double makers, double others, double abroadMonths) = (b.ExpectationMonths, b.MakerAnchorMonths, b.AnchorMonths, b.LandedAnchorMonths);
        double exportShare = b.ExportAnchorShare;
        double[] ownShare = state.OwnSupplyShare;
        int[][] makersOf = layout.MakersOfMarket;
        for (int i = 0; i < posted.Length; i++)
        {
            int m = posted[i];
            double own = ownShare[m];
            double pull = (price[m] / expectation) + (own * OwnCost(state, m) / (makersOf[m].Length > 0 ? makers : others));
            if (imports[m] > 0.0) pull += (1.0 - own) * (landed[m] / imports[m]) / abroadMonths;
            if (exportShare > 0.0) pull += exportShare * abroad[m] / abroadMonths;
            rise[i] = pull;
        }

        Exponential.Of(rise);
        UsdPerUnit[] expected = state.ExpectedPrice;
        for (int i = 0; i < posted.Length; i++) expected[posted[i]] *= rise[i];

        // Only now: joint cost is shared by the slow prices of the whole month before.
        UsdPerUnit[] now = state.Price;
        UsdPerUnit[] slow = state.SlowPrice;
        double memory = b.RevenueMemoryMonths;
        for (int i = 0; i < posted.Length; i++) rise[i] = now[posted[i]] / slow[posted[i]];
        Logarithm.Of(rise);
        for (int i = 0; i < rise.Length; i++) rise[i] /= memory;
        Exponential.Of(rise);
        for (int i = 0; i < posted.Length; i++) slow[posted[i]] *= rise[i];
    }

    private static Span<double> Column(ChainState state, int column) => state.Months.Working(column, state.Price.Length);

    /// <summary>Logarithms of one price over another in some markets, into a column by market.</summary>
    private static void TakeLogs(ChainState state, int[] markets, UsdPerUnit[] over, UsdPerUnit[] under, int column)
    {
        Span<double> x = state.Months.Working(Compact, markets.Length);
        Span<double> target = Column(state, column);
        for (int i = 0; i < x.Length; i++) x[i] = over[markets[i]] / under[markets[i]];
        Logarithm.Of(x);
        for (int i = 0; i < x.Length; i++) target[markets[i]] = x[i];
    }

    /// <summary>Habitual imports by market, and the sum of the logs of their landed prices over the expected one, each times its flow.</summary>
    private static void GatherLanded(ChainState state, ChainNumbers numbers)
    {
        int[] routes = state.Layout.Lists.PostedRoutes;
        Span<double> x = state.Months.Working(Compact, routes.Length);
        int[] routeTo = state.Layout.RouteTo;
        UsdPerUnit[] expected = state.ExpectedPrice;
        Amount[] habitual = state.HabitualFlow;
        Landed.Prices(state, numbers, routes, state.Rent, x);
        for (int i = 0; i < x.Length; i++) x[i] /= expected[routeTo[routes[i]]].Value;
        Logarithm.Of(x);
        Span<double> imports = Column(state, Imports);
        Span<double> landed = Column(state, OfLanded);
        imports.Clear();
        landed.Clear();
        for (int i = 0; i < x.Length; i++)
        {
            double flow = habitual[routes[i]].Value;
            int to = routeTo[routes[i]];
            imports[to] += flow;
            landed[to] += flow * x[i];
        }
    }

    /// <summary>Log of what exports fetch over the expected price, weighted by the part of sales that is used to leave, by market.</summary>
    /// <remarks>Eq. PRI-6: Σ over routes out (H / E) · ln(N / Pe), with N the netback of the price abroad after duty, tariff and freight, before rent.</remarks>
    private static void GatherAbroad(ChainState state, ChainNumbers numbers)
    {
        int[] routes = state.Layout.Lists.PostedRoutes;
        Span<double> x = state.Months.Working(Compact, routes.Length);
        for (int i = 0; i < x.Length; i++)
        {
            // Nobody learns from a price at which nothing would be left.
            double netback = state.HabitualFlow[routes[i]].Value > 0.0 ? Landed.Netback(state, numbers, routes[i]).Value : 0.0;
            x[i] = netback > 0.0 ? netback / state.ExpectedPrice[state.Layout.RouteFrom[routes[i]]].Value : double.NaN;
        }

        Logarithm.Of(x);
        Span<double> abroad = Column(state, OfAbroad);
        abroad.Clear();
        for (int i = 0; i < x.Length; i++)
        {
            int m = state.Layout.RouteFrom[routes[i]];
            if (double.IsNaN(x[i]) || state.ExpectedOrders[m].Value <= 0.0) continue;
            abroad[m] += Math.Min(1.0, state.HabitualFlow[routes[i]] / state.ExpectedOrders[m]) * x[i];
        }
    }

    /// <summary>Log of the own-cost anchor over the expected price; 0 where no maker's cost anchors the price.</summary>
    private static double OwnCost(ChainState state, int market)
    {
        ChainLayout layout = state.Layout;
        double sum = 0.0;
        double weight = 0.0;
        double[] rises = state.Months.CostRise;
        foreach ((int s, int o) in layout.AnchorsOfMarket[market])
        {
            double rise = rises[s];
            if (double.IsNaN(rise)) continue;
            double made = state.Months.ProducedFrom[s][o].Value;
            double basis = Column(state, layout.DriveOf(s) == Drive.Feed ? OfSlow : OfOpening)[market];
            sum += made * (basis + rise);
            weight += made;
        }

        return weight > 0.0 ? sum / weight : 0.0;
    }

    /// <summary>Log of a sector's cost over that of the opening, for joint products over revenue as well; NaN where it anchors no price this month.</summary>
    private static void FollowCost(ChainState state, ChainNumbers numbers)
    {
        double[] rise = state.Months.CostRise;
        Span<double> x = state.Months.Working(Compact, rise.Length);
        for (int s = 0; s < rise.Length; s++)
        {
            bool anchors = state.Layout.Lists.AnchorsPrice[s] && !double.IsNaN(state.OpeningUnitCost[s].Value) && state.Months.SectorActivity[s].Value > 0.0;
            x[s] = anchors ? CostRatio(state, numbers, s) : 1.0;
            rise[s] = anchors ? 0.0 : double.NaN;
        }

        Logarithm.Of(x);
        for (int s = 0; s < rise.Length; s++) rise[s] += x[s];
    }

    private static double CostRatio(ChainState state, ChainNumbers numbers, int sector)
    {
        double ratio = AverageCost.Full(state, numbers, sector) / state.OpeningUnitCost[sector];
        return state.Layout.DriveOf(sector) == Drive.Feed ? ratio / (AverageCost.SlowRevenue(state, sector) / OpeningRevenue(state, sector)) : ratio;
    }

    private static UsdPerUnit OpeningRevenue(ChainState state, int sector)
    {
        SectorRecipe recipe = state.Layout.Recipes[sector];
        UsdPerUnit revenue = UsdPerUnit.Zero;
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
            revenue += state.OpeningPrice[recipe.OutputMarkets[o]] * state.OpeningYieldPerActivity[sector][o];
        return revenue;
    }
}
