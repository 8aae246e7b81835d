using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Opening;

/// <summary>Monthly flows, with their content, under which every stock of the opening stands still.</summary>
/// <remarks>
/// Mines run as recorded, feed processes on what arrives, makers to order on what is needed; closing uses and closing recipe rates
/// take up what is left. Recycling makes this a circle, so it is solved by repetition until nothing changes. Within a round what is upstream is mixed
/// first, so that a change runs down the whole chain in one round; only what is recycled waits for the next.
/// </remarks>
internal sealed partial class BalancedFlows
{
    private const int MaxRounds = 400;

    // Rounding alone moves levels by a few parts in 10^15 a round; this leaves a drift below 10^-11 in twenty years.
    private const double Stillness = 1e-13;

    private readonly ChainLayout _layout;
    private readonly ChainNumbers _numbers;
    private readonly ChainState _state;
    private readonly double[] _need;
    private readonly double[] _made;
    private readonly double[] _deficit;
    private readonly double[] _closingLevel;
    private readonly double[] _weight;
    private readonly double[] _madeInMarket;
    private readonly double[] _runningCapacity;
    private readonly double[] _tradeGap;
    private readonly ClosingLists _closing;
    private readonly Tonnes[] _entering;
    private readonly Tonnes[][] _inflow;

    // Until the circle has settled, a deficit that no route can serve is only a step on the way; in the last round it is why nothing settles.
    private bool _isChecking;

    public BalancedFlows(ChainLayout layout, ChainNumbers numbers, ChainState state, DriverPaths paths)
    {
        _layout = layout;
        _numbers = numbers;
        _state = state;
        int markets = layout.Markets.Length;
        _need = new double[markets];
        _made = new double[markets];
        _deficit = new double[markets];
        _madeInMarket = new double[markets];
        _tradeGap = new double[layout.Commodities.Length];
        _closing = layout.Closing;
        _closingLevel = new double[layout.Commodities.Length];
        _weight = [.. numbers.RouteWeight.Select((w, q) => state.Policies.OpenShare(q) > 0.0 ? w : -1.0)];
        DatedShare = [.. layout.Facilities.Select(f => f.Driver is { } d ? paths.Value(d, layout.Chain.Opening) : 1.0)];
        UsableShare = [.. DatedShare.Select((share, f) => share * (1.0 - state.Policies.ShutShare[f]))];
        _runningCapacity = [.. layout.Facilities.Select((f, i) => f.Starts is null ? numbers.Capacity[i].Value * UsableShare[i] : 0.0)];
        _entering = new Tonnes[layout.ElementCount];
        _inflow = Lanes(layout);
        Content = Lanes(layout);
        InflowAmount = new double[markets];
        Flow = new Amount[layout.Routes.Length];
        Activity = new Amount[layout.Facilities.Length];
        SectorActivity = new Amount[layout.Sectors.Length];
        UseAmount = [.. numbers.ReferenceUse.Select((a, k) => double.IsNaN(a.Value) ? Amount.Zero : a * paths.OpeningOverYearMean(layout.Uses[k].Driver))];
        Made = new double[layout.Sectors.Length][];
        for (int s = 0; s < Made.Length; s++) Made[s] = new double[layout.Recipes[s].OutputMarkets.Length];
    }

    /// <summary>Content per unit of amount, by market and lane of its commodity.</summary>
    public Tonnes[][] Content { get; }

    /// <summary>Production and arrivals a month by market.</summary>
    public double[] InflowAmount { get; }

    /// <summary>Flow a month by route.</summary>
    public Amount[] Flow { get; }

    /// <summary>Activity a month by facility.</summary>
    public Amount[] Activity { get; }

    /// <summary>Activity a month by sector.</summary>
    public Amount[] SectorActivity { get; }

    /// <summary>Use a month by use, closing uses included.</summary>
    public Amount[] UseAmount { get; }

    /// <summary>What the driver of a facility leaves of its full capacity; one without a driver.</summary>
    public double[] DatedShare { get; }

    /// <summary>What driver and closures leave of full capacity, by facility.</summary>
    public double[] UsableShare { get; }

    /// <summary>Made a month by sector and output.</summary>
    public double[][] Made { get; }

    /// <summary>Production alone by market, a month.</summary>
    public ReadOnlySpan<double> MadeInMarket => _madeInMarket;

    /// <summary>Repeats until content and levels stand still.</summary>
    public void Solve()
    {
        bool isStill = false;
        for (int round = 0; round < MaxRounds; round++)
        {
            Mine();
            Collect();
            double change = 0.0;
            foreach (int c in _closing.UpstreamFirst) change = Math.Max(change, Feed(c));
            change = Math.Max(change, TraceNeeds());
            foreach (int c in _closing.UpstreamFirst) change = Math.Max(change, Make(c));
            if (_isChecking && isStill) return;
            isStill = change < Stillness && round > 2;
            _isChecking = isStill || round == MaxRounds - 2;
        }

        throw OpeningException.Restless(MaxRounds);
    }

    /// <summary>Mixes a commodity that flows through pools, sends it on, and runs the processes that it feeds.</summary>
    private double Feed(int c)
    {
        double change = 0.0;
        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            if (_layout.IsPosted[m]) continue;
            change = Math.Max(change, Mix(m));
            foreach (int q in _layout.RoutesOut[m])
            {
                Flow[q] = new Amount(InflowAmount[m] * _numbers.RouteWeight[q] * _state.Policies.OpenShare(q));
                AddContent(_layout.RouteTo[q], m, Flow[q].Value);
            }
        }

        foreach (int m in _layout.MarketsOfCommodity[c]) RunFeedSectors(m);
        return change;
    }

    /// <summary>Makes a commodity with a posted price, mixes it where it leaves, and then where it arrives.</summary>
    private double Make(int c)
    {
        double change = 0.0;
        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            foreach (int s in _layout.MakersOfMarket[m]) MakeToOrder(s);
        }

        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            if (_layout.IsPosted[m] && !Imports(m)) change = Math.Max(change, Mix(m));
        }

        foreach (int m in _layout.MarketsOfCommodity[c])
        {
            if (!_layout.IsPosted[m] || !Imports(m)) continue;
            foreach (int q in _layout.RoutesIn[m])
            {
                if (Flow[q].Value > 0.0) AddContent(m, _layout.RouteFrom[q], Flow[q].Value);
            }

            change = Math.Max(change, Mix(m));
        }

        return change;
    }

    private bool Imports(int market)
    {
        foreach (int q in _layout.RoutesIn[market])
        {
            if (Flow[q].Value > 0.0) return true;
        }

        return false;
    }

    private void Mine()
    {
        foreach (int f in _layout.Lists.Mines)
        {
            int s = _layout.SectorOf[f];
            Activity[f] = Amount.Min(_numbers.OpeningActivity[f], _state.Policies.QuotaPerMonth[f]);
            int m = _layout.OutputMarket(s);
            int[] elements = _layout.ElementsOf[_layout.Markets[m].Commodity];
            for (int j = 0; j < elements.Length; j++) _inflow[m][j] += new Tonnes(Activity[f].Value * _numbers.Basket[f][elements[j]]);
            _made[m] += Activity[f].Value;
        }
    }

    private void Collect()
    {
        for (int k = 0; k < UseAmount.Length; k++)
        {
            int scrap = _layout.Lists.ScrapMarket[k];
            if (scrap < 0) continue;
            double collected = _state.Fleets.OpeningRetirementPerUse(k) * UseAmount[k].Value * _numbers.CollectedShare[k];
            int from = _layout.Lists.MarketOfBuyer[_layout.BuyerOfUse[k]];
            _made[scrap] += AddContent(scrap, from, collected, _layout.Lists.ScrapLane[k]);
        }
    }

    /// <summary>Adds the content of an amount of one market's goods to another market; returns the content added.</summary>
    private double AddContent(int to, int from, double amount, int[] laneOf)
    {
        Tonnes[] source = Content[from];
        Tonnes[] target = _inflow[to];
        double sum = 0.0;
        for (int j = 0; j < source.Length; j++)
        {
            if (laneOf[j] < 0) continue;
            Tonnes content = source[j] * amount;
            target[laneOf[j]] += content;
            sum += content.Value;
        }

        return sum;
    }

    /// <summary>Adds the content of an amount that moves to another market of its commodity.</summary>
    private void AddContent(int to, int from, double amount)
    {
        Tonnes[] source = Content[from];
        Tonnes[] target = _inflow[to];
        for (int j = 0; j < source.Length; j++) target[j] += source[j] * amount;
    }

    private void RunFeedSectors(int market)
    {
        int[] feeders = _layout.FeedersOfMarket[market];
        if (feeders.Length == 0) return;
        double local = InflowAmount[market];
        foreach (int q in _layout.RoutesOut[market]) local -= Flow[q].Value;
        double capacity = 0.0;
        foreach (int s in feeders)
        {
            foreach (int f in _layout.FacilitiesOfSector[s]) capacity += _runningCapacity[f];
        }

        foreach (int s in feeders)
        {
            SectorActivity[s] = Amount.Zero;
            foreach (int f in _layout.FacilitiesOfSector[s])
            {
                Activity[f] = new Amount(capacity > 0.0 ? local * _runningCapacity[f] / capacity : 0.0);
                SectorActivity[s] += Activity[f];
            }

            Array.Clear(_entering);
            Enter(market, SectorActivity[s].Value);
            Leave(s);
        }
    }

    private void Enter(int market, double amount)
    {
        int[] elements = _layout.ElementsOf[_layout.Markets[market].Commodity];
        for (int j = 0; j < elements.Length; j++) _entering[elements[j]] += Content[market][j] * amount;
    }

    private void Leave(int s)
    {
        SectorRecipe recipe = _layout.Recipes[s];
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
        {
            int m = recipe.OutputMarkets[o];
            int[] elements = _layout.ElementsOf[recipe.OutputCommodities[o]];
            double[] share = _numbers.Share[s][o];
            Tonnes[] inflow = _inflow[m];
            double sum = 0.0;
            for (int j = 0; j < elements.Length; j++)
            {
                Tonnes content = _entering[elements[j]] * share[elements[j]];
                inflow[j] += content;
                sum += content.Value;
            }

            Made[s][o] = recipe.IsCounted[o] ? SectorActivity[s].Value * _numbers.Yield[s][o] : sum;
            _made[m] += Made[s][o];
        }
    }

    private void MakeToOrder(int s)
    {
        Array.Clear(_entering);
        int[] buyers = _layout.BuyersOfSector[s];
        for (int b = 0; b < buyers.Length; b++) Enter(_layout.Lists.MarketOfBuyer[buyers[b]], _state.InputRate[s][b] * SectorActivity[s].Value);
        Leave(s);
    }

    /// <summary>Mixes what has come into a market since it was mixed last: every maker and route has brought its part once. Returns the largest relative change.</summary>
    private double Mix(int m)
    {
        double amount = _made[m];
        foreach (int q in _layout.RoutesIn[m]) amount += Flow[q].Value;
        double change = amount > 0.0 ? Math.Abs(amount - InflowAmount[m]) / amount : 0.0;
        Tonnes[] inflow = _inflow[m];
        Tonnes[] mixed = Content[m];
        for (int j = 0; j < inflow.Length; j++)
        {
            Tonnes content = amount > 0.0 ? inflow[j] / amount : Tonnes.Zero;
            if (content.Value > 0.0) change = Math.Max(change, Math.Abs(content.Value - mixed[j].Value) / content.Value);
            mixed[j] = content;
        }

        InflowAmount[m] = amount;
        _madeInMarket[m] = _made[m];
        _made[m] = 0.0;
        Array.Clear(inflow);
        return change;
    }

    private static Tonnes[][] Lanes(ChainLayout layout) =>
        [.. layout.Chain.Markets.Select(m => new Tonnes[layout.ElementsOf[m.Commodity].Length])];
}
