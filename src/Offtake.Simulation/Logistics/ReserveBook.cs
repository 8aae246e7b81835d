using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Logistics;

/// <summary>What states have bought into reserve since the first month, by market and with its content, and what they sold of it this month. What lay there before is not known.</summary>
/// <remarks>
/// Eq. LOG-7: sold = share · held, at the price of the month, before orders are rationed; held' = held + bought − sold, content alike. In the ledger of elements a
/// reserve is a sink of its region; here it is told apart by the good it was bought as.
/// </remarks>
public sealed class ReserveBook
{
    private readonly ChainLayout _layout;
    private readonly Tonnes[] _content;

    internal ReserveBook(ChainLayout layout)
    {
        _layout = layout;
        Held = new Amount[layout.Markets.Length];
        Sold = new Amount[layout.Markets.Length];
        _content = new Tonnes[layout.LaneStart[ChainLayout.Seller(layout.Markets.Length)]];
    }

    /// <summary>In reserve at month end, by market.</summary>
    public Amount[] Held { get; }

    /// <summary>Sold out of reserve this month, by market.</summary>
    public Amount[] Sold { get; }

    /// <summary>Moves an amount that a state bought out of sellers' stock.</summary>
    internal void Store(Holdings holdings, int market, Amount amount)
    {
        if (amount.Value == 0.0) return;
        int seller = ChainLayout.Seller(market);
        double fraction = amount / holdings.Amounts[seller];
        ReadOnlySpan<Tonnes> content = holdings.ContentOf(seller);
        int first = _layout.LaneStart[seller];
        for (int j = 0; j < content.Length; j++) _content[first + j] += content[j] * fraction;
        Held[market] += amount;
        holdings.MoveToSink(seller, amount, Sink.Reserve, _layout.Markets[market].Region);
    }

    /// <summary>Moves what states sell back into sellers' stock.</summary>
    internal void Sell(Holdings holdings, ReadOnlySpan<double> share)
    {
        for (int m = 0; m < share.Length; m++)
        {
            Amount sold = Held[m] * share[m];
            Sold[m] = sold;
            if (sold.Value == 0.0) continue;
            int seller = ChainLayout.Seller(m);
            int firstOfSink = _layout.SinkLane(Sink.Reserve, _layout.Markets[m].Region, 0);
            for (int lane = _layout.LaneStart[seller]; lane < _layout.LaneStart[seller + 1]; lane++)
            {
                Tonnes content = _content[lane] * share[m];
                _content[lane] -= content;
                holdings.Take(firstOfSink + _layout.ElementOfLane[lane], content);
                holdings.Put(lane, content);
            }

            holdings.PutAmount(seller, sold);
            Held[m] -= sold;
        }
    }
}
