using Offtake.Model.Quantities;

namespace Offtake.Simulation.Opening;

/// <content>The demand side: needs traced back from uses to oxides, and what closes the balance of commodities made from feed.</content>
internal sealed partial class BalancedFlows
{
    // Sweeps of trade in a round that only leads to the next one.
    private const int FewSweeps = 3;

    /// <summary>Traces needs back twice: what closes the balances is found first, so that makers and trade answer to it within the same round.</summary>
    private double TraceNeeds()
    {
        double change = TraceNeeds(trades: false);
        return Math.Max(change, TraceNeeds(trades: true));
    }

    private double TraceNeeds(bool trades)
    {
        for (int m = 0; m < _need.Length; m++) _need[m] = _state.Policies.ReservePurchase[m].Value;
        SpreadClosingUses();
        double change = 0.0;
        for (int k = 0; k < UseAmount.Length; k++)
            _need[_layout.Lists.MarketOfBuyer[_layout.BuyerOfUse[k]]] += UseAmount[k].Value;
        foreach (int c in _layout.OpeningOrder)
        {
            double need = AllotMaking(c);
            if (trades) change = Math.Max(change, Trade(c, need));
        }

        for (int c = 0; c < _closingLevel.Length; c++)
        {
            if (!_closing.IsBalanced[c]) continue;
            (double closed, double need) = Close(c);
            change = Math.Max(change, closed);
            if (trades) change = Math.Max(change, Trade(c, need));
        }

        return change;
    }

    /// <summary>Fits trade to deficits; returns by how much of them what it misses has changed since the round before.</summary>
    private double Trade(int c, double need)
    {
        double gap = OpeningTrade.Fit(_layout, c, _weight, _deficit, Flow, need, _isChecking, isContinued: true, _isChecking ? OpeningTrade.MaxSweeps : FewSweeps);
        double change = Math.Abs(gap - _tradeGap[c]);
        _tradeGap[c] = gap;
        return change;
    }

    private void SpreadClosingUses()
    {
        for (int k = 0; k < UseAmount.Length; k++)
        {
            if (_layout.Uses[k].Closes is { } c) UseAmount[k] = new Amount(_closingLevel[c] * _numbers.ClosingShare[k]);
        }
    }

    /// <summary>Shares the world's need of a made-to-order commodity among its makers by their recorded output; returns that need.</summary>
    private double AllotMaking(int c)
    {
        double need = 0.0;
        double recorded = 0.0;
        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            need += _need[m];
            foreach (int s in _layout.MakersOfMarket[m])
            {
                foreach (int f in _layout.FacilitiesOfSector[s]) recorded += _numbers.OpeningActivity[f].Value * MainYield(s);
            }
        }

        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            double made = 0.0;
            foreach (int s in _layout.MakersOfMarket[m])
            {
                SectorActivity[s] = Amount.Zero;
                foreach (int f in _layout.FacilitiesOfSector[s])
                {
                    Activity[f] = recorded > 0.0 ? _numbers.OpeningActivity[f] * (need / recorded) : Amount.Zero;
                    SectorActivity[s] += Activity[f];
                }

                made += SectorActivity[s].Value * MainYield(s);
                int[] buyers = _layout.BuyersOfSector[s];
                for (int i = 0; i < buyers.Length; i++) _need[_layout.Buyers[buyers[i]].Market] += _state.InputRate[s][i] * SectorActivity[s].Value;
            }

            _deficit[m] = _need[m] - made;
        }

        return need;
    }

    private double MainYield(int s) => _numbers.Yield[s][_layout.MainOutput[s]];

    /// <summary>Lets a posted commodity made from feed be used up: by closing recipe rates, closing uses, or closing uses further down.</summary>
    private (double Change, double Need) Close(int c)
    {
        double made = 0.0;
        double need = 0.0;
        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            made += _made[m];
            need += _need[m];
        }

        double change = CloseByRates(c, made, need);
        if (change < 0.0) change = CloseByUses(c, made, need);
        foreach (int m in _layout.MarketsOfCommodity[c]) _deficit[m] = _need[m] - (_made[m] * (made > 0.0 ? need / made : 1.0));

        return (change, need);
    }

    private double CloseByRates(int c, double made, double need)
    {
        double closing = 0.0;
        foreach (int b in _closing.Rates[c]) closing += Rate(b) * SectorActivity[_layout.Buyers[b].Sector].Value;

        if (closing <= 0.0) return -1.0;
        double factor = (made - (need - closing)) / closing;
        if (factor <= 0.0 && _isChecking) throw OpeningException.Negative(_layout, c, made - need);
        foreach (int b in _closing.Rates[c])
        {
            BuyerLink buyer = _layout.Buyers[b];
            if (made > 0.0 && factor > 0.0) _state.InputRate[buyer.Sector][buyer.Input] *= factor;
            if (made > 0.0 && factor > 0.0) _need[buyer.Market] += (1.0 - (1.0 / factor)) * Rate(b) * SectorActivity[buyer.Sector].Value;
        }

        return made > 0.0 ? Math.Abs(factor - 1.0) : 1.0;
    }

    private double Rate(int b) => _state.InputRate[_layout.Buyers[b].Sector][_layout.Buyers[b].Input];

    // A commodity that nothing closes must balance by its own numbers, to this share of its flow.
    private const double Imbalance = 1e-9;

    private double CloseByUses(int c, double made, double need)
    {
        double perLevel = 0.0;
        foreach (int k in _closing.Uses[c]) perLevel += _numbers.ClosingShare[k] * RequirementOf(_layout.Uses[k].Commodity, c);
        if (_closing.Uses[c].Length == 0)
        {
            bool isBalanced = Math.Abs(made - need) <= Imbalance * Math.Max(made, need);
            return isBalanced || !_isChecking ? 0.0 : throw OpeningException.Open(_layout, c, made - need);
        }

        double step = (made - need) / perLevel;
        double level = _closingLevel[c] + step;
        if (level < 0.0 && _isChecking) throw OpeningException.Negative(_layout, c, level * perLevel);
        _closingLevel[c] = Math.Max(level, 0.0);
        return need > 0.0 ? Math.Abs(made - need) / need : 1.0;
    }

    /// <summary>Amount of a commodity needed, through all makers, for one unit of another.</summary>
    private double RequirementOf(int wanted, int c)
    {
        if (wanted == c) return 1.0;
        int s = _closing.FirstMaker[wanted];
        if (s < 0) return 0.0;
        double sum = 0.0;
        int[] buyers = _layout.BuyersOfSector[s];
        for (int i = 0; i < buyers.Length; i++)
            sum += _state.InputRate[s][i] / MainYield(s) * RequirementOf(_layout.Markets[_layout.Lists.MarketOfBuyer[buyers[i]]].Commodity, c);
        return sum;
    }
}
