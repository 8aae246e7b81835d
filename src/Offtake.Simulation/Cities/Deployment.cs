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
        Holdings holdings = state.Holdings;
        FleetBook fleets = state.Fleets;
        int[] buyerOfUse = state.Layout.BuyerOfUse;
        int firstStock = state.Layout.Buyer(0);
        int firstInUse = state.Layout.InUse(0);
        ReadOnlySpan<Amount> wanting = flows.Wanting;
        Span<Amount> usedOf = flows.Used.AsSpan(0, wanting.Length);
        ReadOnlySpan<Amount> delivered = flows.Delivered;
        Span<Amount> taken = flows.InputTaken;
        double usable = numbers.Behaviour.UsableStockShare;
        for (int k = 0; k < wanting.Length; k++)
        {
            int b = buyerOfUse[k];
            Amount atStart = holdings.Amounts[firstStock + b] - delivered[b];
            Amount used = Amount.Min(wanting[k], Amount.Max(atStart, Amount.Zero) * usable);
            usedOf[k] = used;
            taken[b] = used;
            if (used.Value == 0.0) continue;
            if (fleets.Has(k)) PutToUse(state, k, used, month);
            else holdings.MoveToSink(firstStock + b, used, Sink.Dissipated, state.Layout.Lists.RegionOfUse[k]);
        }

        foreach (int k in state.Layout.Lists.Fleets) Retire(state, numbers, k, month);
        Span<double> coverage = state.ServiceCoverage.AsSpan(0, wanting.Length);
        ReadOnlySpan<Amount> target = numbers.ServiceTarget.AsSpan(0, wanting.Length);
        ReadOnlySpan<Amount> inUse = holdings.Amounts.AsSpan(firstInUse, wanting.Length);
        for (int k = 0; k < coverage.Length; k++) coverage[k] = inUse[k] / target[k];
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
        ReadOnlySpan<int> elementOf = layout.ElementOfLane.AsSpan(lane, scrapLane.Length);
        double collectedShare = numbers.CollectedShare[use];
        Amount retired = state.Fleets.Retire(use, month, content);
        Tonnes collected = Tonnes.Zero;
        for (int j = 0; j < scrapLane.Length; j++)
        {
            Tonnes left = content[j];
            if (left.Value == 0.0) continue;
            Tonnes kept = scrapLane[j] < 0 ? Tonnes.Zero : left * collectedShare;
            holdings.Take(lane + j, left);
            if (scrapLane[j] >= 0) holdings.Put(firstScrapLane + scrapLane[j], kept);
            holdings.Put(firstLandfill + elementOf[j], left - kept);
            collected += kept;
        }

        holdings.TakeAmount(account, retired);
        holdings.PutAmount(ChainLayout.Seller(scrap), new Amount(collected.Value));
        state.Months.Produced[scrap] += new Amount(collected.Value);
        state.Months.Retired[use] = retired;
        state.Months.Collected[use] = retired * collectedShare;
    }
}
