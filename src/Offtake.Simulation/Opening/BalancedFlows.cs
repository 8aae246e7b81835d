using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Opening;

/// <summary>Monthly flows, with their content, under which every stock of the opening stands still.</summary>
/// <remarks>
/// Mines run as recorded, feed processes on what arrives, makers to order on what is needed; closing uses and closing recipe rates
/// take up what is left. Recycling makes this a circle, so it is solved by repetition until nothing changes.
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
    private readonly double[] _before;
    private readonly double[] _runningCapacity;
    private readonly bool[] _isFitted;
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
        _before = new double[markets];
        _isFitted = new bool[layout.Commodities.Length];
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
    public ReadOnlySpan<double> MadeInMarket => _made;


    /// <summary>Repeats until content and levels stand still.</summary>
    public void Solve()
    {
        bool isStill = false;
        for (int round = 0; round < MaxRounds; round++)
        {
            Array.Clear(_made);
            foreach (Tonnes[] lanes in _inflow) Array.Clear(lanes);
            double[] before = _before;
            InflowAmount.CopyTo(before, 0);
            Mine();
            Collect();
            MoveFormulaGoods(before);
            RunFeedSectors(before);
            double change = TraceNeeds();
            MakeToOrder();
            Import();
            change = Math.Max(change, Mix(before));
            if (_isChecking && isStill) return;
            isStill = change < Stillness && round > 2;
            _isChecking = isStill || round == MaxRounds - 2;
        }

        throw OpeningException.Restless(MaxRounds);
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

    private void MoveFormulaGoods(double[] before)
    {
        foreach (int q in _layout.Lists.FormulaRoutes)
        {
            int from = _layout.RouteFrom[q];
            Flow[q] = new Amount(before[from] * _numbers.RouteWeight[q] * _state.Policies.OpenShare(q));
            AddContent(_layout.RouteTo[q], from, Flow[q].Value);
        }
    }

    private void RunFeedSectors(double[] before)
    {
        for (int m = 0; m < InflowAmount.Length; m++)
        {
            int[] feeders = _layout.FeedersOfMarket[m];
            if (feeders.Length == 0) continue;
            double local = before[m];
            foreach (int q in _layout.RoutesOut[m]) local -= Flow[q].Value;
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
                Enter(m, SectorActivity[s].Value);
                Leave(s);
            }
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

    private void MakeToOrder()
    {
        for (int i = _layout.OpeningOrder.Length - 1; i >= 0; i--)
        {
            foreach (int m in _layout.MarketsOfCommodity[_layout.OpeningOrder[i]])
            {
                foreach (int s in _layout.MakersOfMarket[m]) MakeToOrder(s);
            }
        }
    }

    private void MakeToOrder(int s)
    {
        Array.Clear(_entering);
        int[] buyers = _layout.BuyersOfSector[s];
        for (int b = 0; b < buyers.Length; b++) Enter(_layout.Lists.MarketOfBuyer[buyers[b]], _state.InputRate[s][b] * SectorActivity[s].Value);
        Leave(s);
    }

    private void Import()
    {
        foreach (int q in _layout.Lists.PostedRoutes)
        {
            if (Flow[q].Value > 0.0) AddContent(_layout.RouteTo[q], _layout.RouteFrom[q], Flow[q].Value);
        }
    }

    private double Mix(double[] before)
    {
        double change = 0.0;
        for (int m = 0; m < InflowAmount.Length; m++)
        {
            double amount = _made[m];
            foreach (int q in _layout.RoutesIn[m]) amount += Flow[q].Value;
            InflowAmount[m] = amount;
            if (amount > 0.0) change = Math.Max(change, Math.Abs(amount - before[m]) / amount);
            for (int j = 0; j < _inflow[m].Length; j++)
            {
                Tonnes content = amount > 0.0 ? _inflow[m][j] / amount : Tonnes.Zero;
                if (content.Value > 0.0) change = Math.Max(change, Math.Abs(content.Value - Content[m][j].Value) / content.Value);
                Content[m][j] = content;
            }
        }

        return change;
    }

    private static Tonnes[][] Lanes(ChainLayout layout) =>
        [.. layout.Chain.Markets.Select(m => new Tonnes[layout.ElementsOf[m.Commodity].Length])];
}
