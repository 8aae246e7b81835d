using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Cities;

/// <summary>Phase 6: users and cities put goods to use, from what they held before this month's deliveries; old goods retire and are collected.</summary>
internal static class Deployment
{
    /// <summary>Eq. CIT-3: coverage of a city's service = fleet in use / fleet that covers the service.</summary>
    /// <param name="state">State of the chain.</param>
    /// <param name="numbers">Numbers of this future.</param>
    /// <param name="month">Months since the first month walked.</param>
    public static void Deploy(ChainState state, ChainNumbers numbers, int month)
    {
        MonthFlows flows = state.Months;
        int[] buyerOfUse = state.Layout.BuyerOfUse;
        double usable = numbers.Behaviour.UsableStockShare;
        for (int k = 0; k < flows.Used.Length; k++)
        {
            int b = buyerOfUse[k];
            Amount atStart = state.Holdings.Amounts[state.Layout.Buyer(b)] - flows.Delivered[b];
            Amount used = Amount.Min(flows.Wanting[k], Amount.Max(atStart, Amount.Zero) * usable);
            flows.Used[k] = used;
            flows.InputTaken[b] = used;
            if (used.Value == 0.0) continue;
            if (state.Fleets.Has(k)) PutToUse(state, k, used, month);
            else state.Holdings.MoveToSink(state.Layout.Buyer(b), used, Sink.Dissipated, state.Layout.Lists.RegionOfUse[k]);
        }

        for (int k = 0; k < flows.Used.Length; k++)
        {
            if (state.Fleets.Has(k)) Retire(state, numbers, k, month);
            state.ServiceCoverage[k] = state.Holdings.Amounts[state.Layout.InUse(k)] / numbers.ServiceTarget[k];
        }
    }

    private static void PutToUse(ChainState state, int use, Amount used, int month)
    {
        int account = state.Layout.InUse(use);
        Span<Tonnes> content = stackalloc Tonnes[state.Layout.LaneStart[account + 1] - state.Layout.LaneStart[account]];
        state.Holdings.Move(state.Layout.Buyer(state.Layout.BuyerOfUse[use]), account, used, content);
        state.Fleets.Deploy(use, month, used, content);
    }

    /// <summary>Eq. CIT-2: a share of what retires is collected as scrap, the rest goes to landfill.</summary>
    private static void Retire(ChainState state, ChainNumbers numbers, int use, int month)
    {
        ChainLayout layout = state.Layout;
        Holdings holdings = state.Holdings;
        int account = layout.InUse(use);
        int scrap = layout.Lists.ScrapMarket[use];
        int[] scrapLane = layout.Lists.ScrapLane[use];
        int lane = layout.LaneStart[account];
        int firstScrapLane = layout.LaneStart[ChainLayout.Seller(scrap)];
        int firstLandfill = layout.SinkLane(Sink.Landfill, layout.Lists.RegionOfUse[use], 0);
        Span<Tonnes> content = stackalloc Tonnes[scrapLane.Length];
        Amount retired = state.Fleets.Retire(use, month, content);
        Tonnes collected = Tonnes.Zero;
        for (int j = 0; j < scrapLane.Length; j++)
        {
            if (content[j].Value == 0.0) continue;
            Tonnes kept = scrapLane[j] < 0 ? Tonnes.Zero : content[j] * numbers.CollectedShare[use];
            holdings.Take(lane + j, content[j]);
            if (scrapLane[j] >= 0) holdings.Put(firstScrapLane + scrapLane[j], kept);
            holdings.Put(firstLandfill + layout.ElementOfLane[lane + j], content[j] - kept);
            collected += kept;
        }

        holdings.TakeAmount(account, retired);
        holdings.PutAmount(ChainLayout.Seller(scrap), new Amount(collected.Value));
        state.Months.Produced[scrap] += new Amount(collected.Value);
        state.Months.Retired[use] = retired;
        state.Months.Collected[use] = retired * numbers.CollectedShare[use];
    }
}
