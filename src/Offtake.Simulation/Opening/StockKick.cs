using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Opening;

/// <summary>Disturbs a balanced start: sellers hold a share more or less than they meant to. A stable chain forgets it.</summary>
internal static class StockKick
{
    /// <summary>Adds a share to every seller's stock out of the ground, or takes it away as disposed of, and closes the page so that it counts as booked.</summary>
    public static void Apply(Future future, Month month, double share)
    {
        ChainLayout layout = future.State.Layout;
        Holdings holdings = future.State.Holdings;
        for (int m = 0; m < layout.Markets.Length; m++)
        {
            int account = ChainLayout.Seller(m);
            int region = layout.Markets[m].Region;
            Amount amount = holdings.Amounts[account] * Math.Abs(share);
            if (share < 0.0) holdings.MoveToSink(account, amount, Sink.Disposed, region);
            else Add(layout, holdings, account, region, amount, share);
        }

        future.Ledger.MustBalance(month, holdings, future.State.Money);
    }

    private static void Add(ChainLayout layout, Holdings holdings, int account, int region, Amount amount, double share)
    {
        for (int lane = layout.LaneStart[account]; lane < layout.LaneStart[account + 1]; lane++)
        {
            Tonnes content = holdings.Contents[lane] * share;
            holdings.Put(lane, content);
            holdings.Take(layout.SinkLane(Sink.Nature, region, layout.ElementOfLane[lane]), content);
        }

        holdings.PutAmount(account, amount);
    }
}
