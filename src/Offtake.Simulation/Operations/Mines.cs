using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Operations;

/// <summary>Mines run at what their margin makes them want, within capacity and quota, and leave tailings.</summary>
/// <remarks>
/// Eq. OPS-1 (mines): u = u₀ · (R / R₀)^η, at least a minimum and at most one while open; a state firm runs at least its target share of quota, and a mine
/// whose capacity is dated at least its target share of that.
/// Eq. OPS-2: x = min(wanted, usable capacity, quota). Content mined = basket · x / recovery; what does not reach the concentrate is tailings.
/// </remarks>
internal static class Mines
{
    public static void Run(ChainState state, ChainNumbers numbers, int sector)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        BehaviourNumbers b = numbers.Behaviour;
        int market = layout.OutputMarket(sector);
        int region = layout.Sectors[sector].Region;
        Amount made = Amount.Zero;
        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            month.Usable[f] = Capacity.Usable(state, f);
            double rate = Rate(state.OpeningRate[f], state.Margin[f] / state.OpeningMargin[f], b);
            Amount quota = Seasons.Quota(state, f);
            Amount wanted = month.Usable[f] * rate;
            Amount target = layout.Facilities[f].Driver is null ? quota : Amount.Min(quota, month.Usable[f]);
            if (!double.IsPositiveInfinity(target.Value)) wanted = Amount.Max(wanted, target * numbers.TargetPressure[f]);
            if (StateTarget.IsRaised(state, numbers, f)) wanted = Amount.Max(wanted, month.Usable[f] * StateTarget.Of(state, numbers, f));
            month.Wanted[f] = wanted;
            month.QuotaBound[f] = quota < Amount.Min(wanted, month.Usable[f]);
            month.Activity[f] = Amount.Min(Amount.Min(wanted, month.Usable[f]), quota);
            if (month.Activity[f].Value > 0.0) Extract(state, numbers, f, sector, market, region);
            made += month.Activity[f];
        }

        state.Holdings.PutAmount(ChainLayout.Seller(market), made);
        month.SectorActivity[sector] = made;
        month.ProducedFrom[sector][0] = made;
        month.Produced[market] += made;
    }

    /// <summary>Share of capacity an open mine wants to run at.</summary>
    public static double Rate(double openingRate, double relativeMargin, BehaviourNumbers b)
    {
        double rate = relativeMargin > 0.0 ? openingRate * Math.Exp(b.MineMarginElasticity * Math.Log(relativeMargin)) : 0.0;
        return Math.Min(1.0, Math.Max(rate, Math.Min(b.MineMinimumRate, openingRate)));
    }

    private static void Extract(ChainState state, ChainNumbers numbers, int f, int sector, int market, int region)
    {
        ChainLayout layout = state.Layout;
        Holdings holdings = state.Holdings;
        int[] elements = layout.ElementsOf[layout.Markets[market].Commodity];
        int lane = layout.LaneStart[ChainLayout.Seller(market)];
        int firstOfNature = layout.SinkLane(Sink.Nature, region, 0);
        int firstTailings = layout.SinkLane(Sink.Tailings, region, 0);
        double activity = state.Months.Activity[f].Value;
        double[] basket = numbers.Basket[f];
        double left = (1.0 / state.ExtractionRecovery[sector]) - 1.0;
        for (int j = 0; j < elements.Length; j++)
        {
            int e = elements[j];
            if (basket[e] == 0.0) continue;
            Tonnes content = new(activity * basket[e]);
            Tonnes tailings = content * left;
            holdings.Take(firstOfNature + e, content + tailings);
            holdings.Put(lane + j, content);
            holdings.Put(firstTailings + e, tailings);
        }
    }
}
