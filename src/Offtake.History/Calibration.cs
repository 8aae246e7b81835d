using Offtake.History.Scoring;
using Offtake.History.Search;
using Offtake.History.Series;
using Offtake.Model.Evidence;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.History;

/// <summary>The free numbers of one variant, what they may be judged by, and the loss of any choice of them.</summary>
public sealed class Calibration
{
    // A future that cannot be walked is worse than any that can, and the worse the sooner it ends.
    private const double CannotOpen = 1e6;
    private const double BreaksDown = 1e5;

    private readonly Backtest _backtest;
    private readonly Variant _variant;
    private readonly Month? _until;
    private readonly Month _last;
    private readonly HistoryWalk _walk;
    private readonly Objective _objective;
    private readonly FreezeAndKick _still;
    private readonly IReadOnlyDictionary<string, double> _sets;
    private readonly FreeNumber[] _free;
    private readonly double[] _centre;
    private readonly double _priorWeight;

    private Calibration(Backtest backtest, Variant variant, Month? until, Mechanism? off, ChainLayout layout, SeriesPlan plan)
    {
        Scenario scenario = off is null ? variant.Scenario : variant.Scenario with { Calendar = [.. variant.Scenario.Calendar.Where(m => !off.Without.Contains(m.Id))] };
        _backtest = backtest;
        _variant = variant;
        _until = until;
        _priorWeight = until is null ? backtest.Objective.PriorWeight : backtest.Objective.HoldoutPriorWeight;
        _last = until ?? backtest.Scores.Where(s => s.Weight > 0.0).Select(s => s.To).Append(scenario.Chain.First).Max();
        _walk = new HistoryWalk(layout, scenario, plan);
        _objective = new Objective(backtest, plan, until);
        _still = new FreezeAndKick(layout, scenario, backtest.Objective.KickMonths);
        Dictionary<string, double> centres = Centres(scenario.Chain.Evidence);

        // A mechanism may name numbers of measures that only another variant has.
        _sets = off is null ? variant.Sets : variant.Sets.Concat(off.Sets.Where(s => centres.ContainsKey(s.Key))).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        _free = [.. backtest.Free.Where(f => centres.ContainsKey(f.Id) && !_sets.ContainsKey(f.Id))];
        _centre = [.. _free.Select(f => UnitOf(f, centres[f.Id]))];
    }

    /// <summary>The numbers that are searched, in the order of a point's coordinates.</summary>
    public IReadOnlyList<FreeNumber> Free => _free;

    /// <summary>Where the world's own values lie in the unit cube.</summary>
    public IReadOnlyList<double> Centre => _centre;

    /// <summary>Number of observed figures and shapes that steer the search.</summary>
    public int Targets => _objective.Count;

    /// <summary>Makes a calibration ready, or says what a score names that the chain does not have.</summary>
    /// <param name="backtest">What is to be fitted.</param>
    /// <param name="variant">In which variant.</param>
    /// <param name="until">Nothing observed after this month is looked at; null for everything.</param>
    /// <param name="off">A mechanism that is switched off; null for none.</param>
    public static Reading<Calibration> Of(Backtest backtest, Variant variant, Month? until, Mechanism? off = null)
    {
        List<Problem> problems = [];
        ChainLayout layout = new(variant.Scenario.Chain);
        SeriesPlan plan = new(backtest, layout, problems);
        if (problems.Count > 0) return new Reading<Calibration>(null, problems);
        Calibration calibration = new(backtest, variant, until, off, layout, plan);
        if (calibration.Targets == 0)
            problems.Add(Missing("scores.csv", "no weighed score can be asked with what may be known", "give a weight to a score whose figures end early enough"));
        if (calibration._free.Length == 0)
            problems.Add(Missing("free.csv", $"no number may be chosen in variant '{variant.Id}'", "name some"));
        return new Reading<Calibration>(problems.Count == 0 ? calibration : null, problems);

        Problem Missing(string file, string what, string remedy) => new(Severity.Error, $"{backtest.Id}/{file}", 0, null, what, null, null, remedy);
    }

    /// <summary>The numbers that a point of the unit cube stands for, with those the variant fixes.</summary>
    public IReadOnlyDictionary<string, double> ValuesAt(IReadOnlyList<double> point)
    {
        Dictionary<string, double> values = new(_sets, StringComparer.Ordinal);
        for (int d = 0; d < _free.Length; d++) values[_free[d].Id] = ValueOf(_free[d], point[d]);
        return values;
    }

    /// <summary>The point of some numbers; the centre where one is not given.</summary>
    public double[] PointOf(IReadOnlyDictionary<string, double> values) =>
        [.. _free.Select((f, d) => values.TryGetValue(f.Id, out double value) ? UnitOf(f, value) : _centre[d])];

    /// <summary>The loss of a point (BCK-9). It stops early once it cannot get below a bound.</summary>
    public double Loss(double[] point, double bound = double.PositiveInfinity)
    {
        IReadOnlyDictionary<string, double> values = ValuesAt(point);
        double prior = _priorWeight * DistanceFromCentre(point);
        if (prior >= bound) return prior;
        HistoryPath path = _walk.Walk(values, _last);
        if (path.Failure is not null)
            return path.MonthsWalked < 0 ? CannotOpen + prior : (BreaksDown * (2.0 - ((double)path.MonthsWalked / path.Months))) + prior;
        double loss = _objective.Of(path) + prior;
        if (loss >= bound || _backtest.Objective.StillnessWeight == 0.0) return loss;
        return loss + (_backtest.Objective.StillnessWeight * FreezeAndKick.Penalty(_still.Try(values)));
    }

    /// <summary>Searches for the least loss.</summary>
    /// <param name="plan">How.</param>
    /// <param name="start">A point to begin with; null for the centre.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="stop">Asks to stop; what was best by then is kept.</param>
    public Fit Search(SearchPlan plan, double[]? start = null, IProgress<SearchProgress>? progress = null, CancellationToken stop = default)
    {
        Minimum minimum = new DifferentialEvolution(Loss, start ?? [.. _centre], plan).Run(progress, stop);
        return FitAt(minimum.Point, minimum.Loss, plan.Seed);
    }

    /// <summary>The fit that a point stands for.</summary>
    public Fit FitAt(double[] point, double loss, ulong seed)
    {
        string window = Backtest.WindowUntil(_until);
        Stillness still = _still.Try(ValuesAt(point)) ?? new Stillness(double.PositiveInfinity, double.PositiveInfinity);
        Dictionary<string, double> values = [];
        for (int d = 0; d < _free.Length; d++) values[_free[d].Id] = ValueOf(_free[d], point[d]);
        return new Fit(
            $"{_variant.Id}-{window}-{seed}", _variant.Id, window, seed, loss, still.Drift, still.KickLeft, _variant.Scenario.Fingerprint.WorldSha256, values);
    }

    private double DistanceFromCentre(double[] point)
    {
        double sum = 0.0;
        for (int d = 0; d < point.Length; d++) sum += 4.0 * (point[d] - _centre[d]) * (point[d] - _centre[d]);
        return point.Length == 0 ? 0.0 : sum / point.Length;
    }

    private static Dictionary<string, double> Centres(EvidenceLedger ledger)
    {
        Dictionary<string, double> centres = new(StringComparer.Ordinal);
        foreach (Parameter parameter in ledger.Parameters)
        {
            centres[parameter.Id] = parameter.Value;
            if (parameter.Kind == SourceKind.Assumption) centres.TryAdd(parameter.Witnesses[0], parameter.Value);
        }

        return centres;
    }

    private static double UnitOf(FreeNumber number, double value) => Math.Clamp(
        number.IsLog ? Math.Log(value / number.Low) / Math.Log(number.High / number.Low) : (value - number.Low) / (number.High - number.Low), 0.0, 1.0);

    private static double ValueOf(FreeNumber number, double unit) =>
        number.IsLog ? number.Low * Math.Exp(unit * Math.Log(number.High / number.Low)) : number.Low + (unit * (number.High - number.Low));
}
