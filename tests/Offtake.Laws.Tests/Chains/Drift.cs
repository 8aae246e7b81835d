using Offtake.Simulation;

namespace Offtake.Laws.Tests.Chains;

/// <summary>How far prices and stocks have moved from where they stood, and which of them has moved most.</summary>
/// <remarks>Moves are relative to what was there; where nothing was there, to all that is held of the commodity.</remarks>
internal sealed class Drift
{
    private readonly ChainLayout _layout;
    private readonly double[] _price;
    private readonly double[] _stock;
    private readonly double[] _scale;

    public Drift(ChainState state)
    {
        _layout = state.Layout;
        _price = [.. state.Price.Select(p => p.Value)];
        _stock = [.. state.Holdings.Amounts.Select(a => a.Value)];
        _scale = [.. _stock.Select((held, a) => held > 0.0 ? held : _stock.Where((_, other) => _layout.CommodityOf[other] == _layout.CommodityOf[a]).Sum())];
    }

    /// <summary>Largest relative move seen so far.</summary>
    public double Worst { get; private set; }

    /// <summary>What moved by that much, and when.</summary>
    public string Where { get; private set; } = "nothing";

    public void Watch(in MonthEnd end)
    {
        for (int m = 0; m < _price.Length; m++) Look(_price[m], end.State.Price[m].Value, _price[m], end, $"price of {_layout.AccountOfGoodsName(m)}");
        for (int a = 0; a < _stock.Length; a++) Look(_stock[a], end.State.Holdings.Amounts[a].Value, _scale[a], end, _layout.AccountOfGoodsName(a));
    }

    private void Look(double before, double now, double scale, in MonthEnd end, string name)
    {
        double moved = before == now ? 0.0 : Math.Abs(now - before) / scale;
        if (moved <= Worst) return;
        Worst = moved;
        Where = $"{end.Month}: {name} ({before:R} -> {now:R})";
    }
}
