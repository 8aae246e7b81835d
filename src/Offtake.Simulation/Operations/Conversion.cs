using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Operations;

/// <summary>Content that entered a process leaves it in its products; the rest is posted as loss.</summary>
/// <remarks>
/// Eq. OPS-3: content(o, e) = share(o, e) · entering(e); amount(o) = yield(o) · x for counted goods and Σ content otherwise;
/// loss(e) = entering(e) − Σ over o of content(o, e).
/// </remarks>
internal static class Conversion
{
    public static void Leave(ChainState state, ChainNumbers numbers, int sector, Span<Tonnes> entering)
    {
        ChainLayout layout = state.Layout;
        Holdings holdings = state.Holdings;
        MonthFlows month = state.Months;
        SectorRecipe recipe = layout.Recipes[sector];
        entering.CopyTo(month.Entering.AsSpan(sector * layout.ElementCount, layout.ElementCount));
        Span<Tonnes> left = stackalloc Tonnes[entering.Length];
        entering.CopyTo(left);
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
        {
            int market = recipe.OutputMarkets[o];
            int[] elements = layout.ElementsOf[recipe.OutputCommodities[o]];
            int lane = layout.LaneStart[ChainLayout.Seller(market)];
            Tonnes sum = Tonnes.Zero;
            for (int j = 0; j < elements.Length; j++)
            {
                Tonnes content = entering[elements[j]] * state.Share[sector][o][elements[j]];
                holdings.Put(lane + j, content);
                month.Leaving[sector][(o * entering.Length) + elements[j]] = content;
                left[elements[j]] -= content;
                sum += content;
            }

            Amount made = recipe.IsCounted[o] ? month.SectorActivity[sector] * numbers.Yield[sector][o] : new Amount(sum.Value);
            holdings.PutAmount(ChainLayout.Seller(market), made);
            month.ProducedFrom[sector][o] = made;
            month.Produced[market] += made;
        }

        for (int e = 0; e < left.Length; e++)
            holdings.Put(layout.SinkLane(Sink.ProcessLoss, layout.Sectors[sector].Region, e), left[e]);
    }
}
