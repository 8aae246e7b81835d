using Offtake.Model.Chain;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Tonnes of the goods of one stage that went into a unit of every commodity, through all makers and at today's rates. What was lost in later making counts as gone in.</summary>
/// <remarks>Eq. LED-3: g(c) = 1 for the goods of the stage; for what is made to order Σ over makers s of activity · Σ over inputs i of rate · g(i), over what they made.</remarks>
internal sealed class EmbodiedGoods
{
    private readonly ChainLayout _layout;
    private readonly bool[] _isWeighed;

    public EmbodiedGoods(ChainLayout layout)
    {
        _layout = layout;
        _isWeighed = [.. layout.Commodities.Select(c => c.Stage == layout.Chain.WeighedStage && c.Basis != Basis.Units)];
    }

    /// <summary>Tonnes by commodity in the month that just ended.</summary>
    public double[] TonnesPerUnit(ChainState state)
    {
        double[] tonnes = [.. _isWeighed.Select(w => w ? 1.0 : 0.0)];
        for (int i = _layout.OpeningOrder.Length - 1; i >= 0; i--)
        {
            int c = _layout.OpeningOrder[i];
            if (!_isWeighed[c]) tonnes[c] = PerUnit(state, c, tonnes);
        }

        return tonnes;
    }

    private double PerUnit(ChainState state, int commodity, double[] tonnesPerUnit)
    {
        double tonnes = 0.0;
        double made = 0.0;
        foreach (int m in _layout.MarketsOfCommodity[commodity])
        {
            foreach (int s in _layout.MakersOfMarket[m])
            {
                double perActivity = 0.0;
                foreach (int b in _layout.BuyersOfSector[s])
                    perActivity += state.InputRate[s][_layout.Buyers[b].Input] * state.Intensity[b] * tonnesPerUnit[_layout.Markets[_layout.Buyers[b].Market].Commodity];
                tonnes += perActivity * state.Months.SectorActivity[s].Value;
                made += state.Months.ProducedFrom[s][_layout.MainOutput[s]].Value;
            }
        }

        return made > 0.0 ? tonnes / made : 0.0;
    }
}
