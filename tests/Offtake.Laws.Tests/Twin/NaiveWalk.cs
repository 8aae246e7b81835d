using System.Reflection;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Twin;

/// <summary>
/// A second, slow month, written from the equations of docs/model with names and dictionaries. It starts from the opening that the
/// simulation has balanced and then knows nothing of it.
/// </summary>
internal sealed partial class NaiveWalk
{
    private readonly Scenario _scenario;
    private readonly NaiveNames _names;
    private readonly ParameterDraw _draw;
    private readonly Chance? _chance;
    private readonly Dictionary<string, double> _rows = [];
    private NaiveLaw _law;

    public NaiveWalk(Scenario scenario, Chance? chance, ChainState opening, ChainNumbers numbers)
    {
        _scenario = scenario;
        _names = new NaiveNames(scenario.Chain);
        _chance = chance;
        _draw = chance is { } c ? ParameterDraw.InFuture(scenario.Chain.Evidence, c) : ParameterDraw.Central(scenario.Chain.Evidence);
        _law = LawOf(scenario.Chain.Opening);
        ReadOpening(opening);
        ReadVintages();
        Assert.Equal(Row("price.expectation-months"), numbers.Behaviour.ExpectationMonths);
    }

    public NaiveGoods Goods { get; } = new();

    public Dictionary<NaiveMarket, double> Price { get; } = [];

    public Dictionary<NaiveRoute, double> Shipped { get; } = [];

    public Dictionary<NaiveRoute, double> Smuggled { get; } = [];

    public Dictionary<string, double> Balance { get; } = [];

    public Dictionary<string, double> Activity { get; } = [];

    public Dictionary<string, double> Capacity { get; } = [];

    /// <summary>Walks one month.</summary>
    public void Walk(Month month)
    {
        Nature(month);
        Review(month);
        _law = LawOf(month);
        FormDemand(month);
        PostPrices();
        Operate();
        MoveGoods(month);
        UseGoods(month);
        Settle();
        Build(month);
    }

    private NaiveLaw LawOf(Month month) => new(
        _names, _scenario.Calendar, StrengthOf, f => N(f.OpeningPerYear) / 12.0, _scenario.Exogenous == Exogenous.Frozen ? _scenario.Chain.Opening : month);

    /// <summary>A number of this future.</summary>
    private double N(Parameter parameter) => _draw.Of(parameter);

    private double N(Parameter? parameter, double otherwise) => parameter is null ? otherwise : _draw.Of(parameter);

    /// <summary>A row of behaviour.</summary>
    private double Row(string id)
    {
        if (_rows.TryGetValue(id, out double known)) return known;
        PropertyInfo property = typeof(Behaviour).GetProperties().Single(p => p.GetCustomAttribute<RowAttribute>()?.Id == id);
        return _rows[id] = N((Parameter)property.GetValue(_scenario.Chain.Behaviour)!);
    }

    private double Vat(string place) => N(_names.Region(place).Vat);

    /// <summary>The part of a signal outside a band.</summary>
    private static double Outside(double signal, double band) => Math.Sign(signal) * Math.Max(0.0, Math.Abs(signal) - band);

    /// <summary>Moves a price part of the way to another, in logarithms.</summary>
    private static double Towards(double from, double to, double months) => from * Math.Pow(to / from, 1.0 / months);

    /// <summary>Share of an element entering a sector that leaves in a product; drawn shares above one together are scaled to one.</summary>
    private double Share(NaiveSector sector, string good, string element)
    {
        Process p = _names.Of(sector);
        double Of(string g)
        {
            double share = 0.0;
            foreach (ContentShare s in p.Shares.Where(s => _names.Chain.Commodities[s.Commodity].Id == g))
            {
                if (s.Element is { } e ? _names.Elements[e] == element : _names.ElementsOf(g).Contains(element)) share = N(s.Share);
            }

            return share;
        }

        double sum = p.Shares.Select(s => s.Commodity).Distinct().Sum(c => Of(_names.Chain.Commodities[c].Id));
        return Of(good) / Math.Max(1.0, sum);
    }

    private double Yield(NaiveSector sector, string good) =>
        N(_names.Of(sector).Yields.Single(y => _names.Chain.Commodities[y.Commodity].Id == good).AmountPerActivity);

    /// <summary>Composition of a mine's ore, by element.</summary>
    private Dictionary<string, double> Basket(Facility mine)
    {
        double[] shares = [.. _names.Chain.Ores[mine.Ore!.Value].Shares.Select(s => N(s))];
        return Enumerable.Range(0, shares.Length).ToDictionary(e => _names.Elements[e], e => shares[e] / shares.Sum());
    }

    private double Usable(Facility f) => Capacity[f.Id] * _open[f.Id] * (1.0 - _outage[f.Id]) * (1.0 - _law.Shut.GetValueOrDefault(f.Id));
}
