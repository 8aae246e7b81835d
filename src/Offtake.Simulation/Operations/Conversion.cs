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
    /// <summary>Shares out what entered a sector; what is not shared out stays in <paramref name="entering"/> and is posted as loss.</summary>
    public static void Leave(ChainState state, ChainNumbers numbers, int sector, Span<Tonnes> entering)
    {
        ChainLayout layout = state.Layout;
        Holdings holdings = state.Holdings;
        MonthFlows month = state.Months;
        SectorRecipe recipe = layout.Recipes[sector];
        Tonnes[] leaving = month.Leaving[sector];
        Span<Tonnes> entered = month.Entering.AsSpan(sector * entering.Length, entering.Length);
        if (month.SectorActivity[sector].Value == 0.0)
        {
            entered.Clear();
            Array.Clear(leaving);
            Array.Clear(month.ProducedFrom[sector]);
            return;
        }

        entering.CopyTo(entered);
        Span<Tonnes> left = entering;
        int[] outputs = recipe.OutputMarkets;
        int[][] elementsOf = recipe.OutputElements;
        bool[] isCounted = recipe.IsCounted;
        int[] laneStart = layout.LaneStart;
        double[][] shares = state.Share[sector];
        Amount[] producedFrom = month.ProducedFrom[sector];
        for (int o = 0; o < outputs.Length; o++)
        {
            int market = outputs[o];
            int[] elements = elementsOf[o];
            int lane = laneStart[ChainLayout.Seller(market)];
            ReadOnlySpan<double> share = shares[o];
            Span<Tonnes> leavingIn = leaving.AsSpan(o * left.Length, left.Length);
            Tonnes sum = Tonnes.Zero;
            for (int j = 0; j < elements.Length; j++)
            {
                int e = elements[j];
                Tonnes content = entered[e] * share[e];
                leavingIn[e] = content;
                if (content.Value == 0.0) continue;
                holdings.Put(lane + j, content);
                left[e] -= content;
                sum += content;
            }

            Amount made = isCounted[o] ? month.SectorActivity[sector] * numbers.Yield[sector][o] : new Amount(sum.Value);
            holdings.PutAmount(ChainLayout.Seller(market), made);
            producedFrom[o] = made;
            month.Produced[market] += made;
        }

        // A process takes in a few of the elements: there is nothing to post of the others.
        int firstLoss = layout.SinkLane(Sink.ProcessLoss, layout.Payments.RegionOfSector[sector], 0);
        for (int e = 0; e < left.Length; e++)
        {
            if (left[e].Value != 0.0) holdings.Put(firstLoss + e, left[e]);
        }
    }
}
