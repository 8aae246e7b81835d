using System.Reflection;
using Offtake.History.Scoring;
using Offtake.History.Series;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Results.Backtests;

namespace Offtake.History;

/// <summary>Judges walked fits, window by window: all variants together, then each.</summary>
/// <remarks>Eq. BCK-7: coverage = share of observed figures between the 5 % and the 95 % point of the futures of all fits.</remarks>
internal sealed class Judgement(Backtest backtest, BacktestPlan plan, IReadOnlyList<WalkedFit> walked)
{
    private readonly SeriesPlan _series = walked[0].Chain.Plan;

    public BacktestResults Results()
    {
        Scenario scenario = backtest.Variants[0].Scenario;
        string[] windows = [.. walked.Select(w => w.Fit.Window).Distinct()];
        return new BacktestResults(
            Program, backtest.Id, backtest.Title, scenario.Chain.Id, scenario.Chain.Title, scenario.Fingerprint.WorldSha256, scenario.Chain.First, scenario.To, backtest.Holdout,
            plan.Seed, plan.FuturesPerFit,
            [.. backtest.Variants.Select(v => new VariantLine(v.Id, v.Title, v.Scenario.Id, v.Imposes))],
            [.. walked.Select(LineOf)],
            [.. windows.SelectMany(w => ScoresOf(w, null)), .. windows.SelectMany(w => backtest.Variants.SelectMany(v => ScoresOf(w, v)))],
            [.. windows.SelectMany(SeriesOf)],
            [.. windows.SelectMany(ForecastsOf)],
            [.. windows.SelectMany(FreeOf)],
            ImposedInputs.Of(backtest),
            backtest.Ablations,
            [.. Warnings()]);
    }

    private static string Program => $"Offtake {typeof(Judgement).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown"}";

    private IEnumerable<ScoreResult> ScoresOf(string window, Variant? variant)
    {
        WalkedFit[] fits = [.. Whole(window).Where(w => variant is null || w.Fit.Variant == variant.Id)];
        if (fits.Length == 0) yield break;
        foreach (Score score in backtest.Scores.Where(s => s.Window is null || s.Window == window))
        {
            Question q = new(score, _series, null);
            HistoryPath[] paths = [.. fits.SelectMany(f => f.Paths).Where(p => p.Failure is null)];
            FitValue[] byFit = score.Kind == ScoreKind.Coverage ? [] : [.. fits.Select(f => new FitValue(f.Fit.Id, f.Fit.Variant, ScoreValue.Of(q, f.Central)))];
            PointResult[] points = score.IsShape ? [] : [.. PointsOf(q, paths)];
            double value = score.Kind == ScoreKind.Coverage ? Coverage(points) : Band.Of([.. byFit.Select(f => f.Value)]).Median;
            Band ensemble = score.Kind == ScoreKind.Coverage ? Band.Of([value]) : Band.Of([.. paths.Select(p => ScoreValue.Of(q, p))]);
            yield return new ScoreResult(
                score, UnitOf(q), window, variant?.Id, StandingOf(score, window, variant), score.Kind == ScoreKind.Direction ? ScoreValue.Cases(q) : q.Observed,
                score.Kind == ScoreKind.Direction ? ScoreValue.Cases(q) : score.IsShape ? 1 : q.Points.Sum(p => p.Length),
                value, ensemble, byFit, NaiveForecasts.Of(q, _series, backtest.Holdout), variant is null ? points : []);
        }
    }

    private IEnumerable<WalkedFit> Whole(string window) => walked.Where(w => w.Fit.Window == window && w.Central.Failure is null);

    private static IEnumerable<PointResult> PointsOf(Question q, HistoryPath[] paths) => q.Series.SelectMany((s, i) => q.Points[i].Select(point =>
        new PointResult(q.Score.Series[i], point.Period, point.Value, Band.Of([.. paths.Select(p => p.At(s, point.Period))]), point.Source)));

    private static double Coverage(PointResult[] points) =>
        points.Length == 0 ? double.NaN : points.Count(p => p.Observed >= p.Modelled.Low && p.Observed <= p.Modelled.High) / (double)points.Length;

    private Standing StandingOf(Score score, string window, Variant? variant)
    {
        bool isImposed = score.Standing == "imposed" || (variant is { } v ? v.Imposes.Contains(score.Id) : walked.Any(w => w.Fit.Window == window && w.Chain.Variant.Imposes.Contains(score.Id)));
        if (isImposed) return Standing.Imposed;
        bool isUnseen = window == backtest.HoldoutWindow && score.From > backtest.Holdout;
        return isUnseen || (window != Backtest.FullWindow && score.Standing == "predicted") ? Standing.Predicted : Standing.Calibrated;
    }

    private string UnitOf(Question q) => q.Score.Kind switch
    {
        ScoreKind.LogRmse or ScoreKind.MeanLogRmse => "log",
        ScoreKind.Mape or ScoreKind.LargestError or ScoreKind.Fall or ScoreKind.Coverage or ScoreKind.Share => "share",
        ScoreKind.Direction => "changes",
        ScoreKind.PeakMonth => "months",
        ScoreKind.Level => _series.UnitOf(q.Series[0]),
        ScoreKind.Peak => _series.OverOf(q.Series[0]) == OverMonths.Sum ? $"{_series.UnitOf(q.Series[0])} a month" : _series.UnitOf(q.Series[0]),
        _ => "ratio",
    };

    private IEnumerable<SeriesBand> SeriesOf(string window)
    {
        HistoryPath[] paths = [.. Whole(window).SelectMany(w => w.Paths).Where(p => p.Failure is null)];
        if (paths.Length == 0) yield break;
        for (int s = 0; s < _series.Names.Count; s++)
        {
            int index = s;
            SeriesName name = _series.Names[s];
            Month first = paths[0].First;
            Band[] months = [.. Enumerable.Range(0, paths[0].Months).Select(m => Band.Of([.. paths.Select(p => p.Of(index)[m])]))];
            IEnumerable<Period> years = Enumerable.Range(first.Year, (paths[0].Months / 12) + 2).Select(y => new Period(Month.Of(y, 1), Month.Of(y, 12))).Where(paths[0].Covers);
            yield return new SeriesBand(
                name, TitleOf(name), _series.UnitOf(s), _series.OverOf(s) == OverMonths.Sum, window, first, months,
                [.. years.Select(y => (y.First.Year, Band.Of([.. paths.Select(p => p.At(index, y))])))], ObservedOf(name));
        }

        foreach ((SeriesName over, SeriesName under) in backtest.Scores.Where(s => s.Kind == ScoreKind.Wedge).Select(s => (s.Series[0], s.Against!)).Distinct())
            yield return WedgeOf(over, under, window, paths);
    }

    /// <summary>The ratio of two series by month, and of their means by year; observed ratios are rows of variable <c>wedge</c>.</summary>
    private SeriesBand WedgeOf(SeriesName over, SeriesName under, string window, HistoryPath[] paths)
    {
        int a = _series.IndexOf(over), b = _series.IndexOf(under);
        Month first = paths[0].First;
        IEnumerable<Period> years = Enumerable.Range(first.Year, (paths[0].Months / 12) + 2).Select(y => new Period(Month.Of(y, 1), Month.Of(y, 12))).Where(paths[0].Covers);
        SeriesName name = over with { Variable = "wedge" };
        return new SeriesBand(
            name, $"{TitleOf(over)} over {TitleOf(under)}", "ratio", false, window, first,
            [.. Enumerable.Range(0, paths[0].Months).Select(m => Band.Of([.. paths.Select(p => p.Of(a)[m] / p.Of(b)[m])]))],
            [.. years.Select(y => (y.First.Year, Band.Of([.. paths.Select(p => p.At(a, y) / p.At(b, y))])))], [.. ObservedOf(name), .. ObservedOf(name with { Region = under.Region })]);
    }

    private IReadOnlyList<ObservedFigure> ObservedOf(SeriesName name) =>
        [.. backtest.Variants[0].Scenario.Chain.Observed.Where(f => f.Variable == name.Variable && f.Subject == name.Subject && f.Region == name.Region)];

    /// <summary>A series in words: titles of what it is about and where.</summary>
    private string TitleOf(SeriesName name)
    {
        ValueChain chain = backtest.Variants[0].Scenario.Chain;
        string[] subjects = [.. name.Subject.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(id =>
            chain.Commodities.FirstOrDefault(c => c.Id == id)?.Title ?? chain.Facilities.FirstOrDefault(f => f.Id == id)?.Title
            ?? chain.Uses.FirstOrDefault(k => k.Id == id)?.Title ?? chain.Regions.FirstOrDefault(r => r.Id == id)?.Title ?? id)];
        string region = chain.Regions.FirstOrDefault(r => r.Id == name.Region)?.Title ?? name.Region;
        string variable = name.Variable == "price" ? "" : char.ToUpperInvariant(name.Variable[0]) + name.Variable[1..].Replace('-', ' ') + ": ";
        return variable + string.Join(", ", new[] { string.Join(" + ", subjects), region }.Where(w => w.Length > 0));
    }

    private IEnumerable<ForecastResult> ForecastsOf(string window) => backtest.Forecasts.Select(forecast =>
    {
        int s = _series.IndexOf(forecast.Series);
        return new ForecastResult(
            forecast, window, _series.Observed[s].FirstOrDefault(o => o.Period == forecast.Period)?.Value,
            Band.Of([.. Whole(window).Select(w => w.Central.At(s, forecast.Period))]));
    });

    private IEnumerable<FreeLine> FreeOf(string window)
    {
        foreach (FreeNumber number in backtest.Free)
        {
            Parameter? own = backtest.Variants[0].Scenario.Chain.Evidence.Parameters.FirstOrDefault(p => p.Id == number.Id || p.Witnesses[0] == number.Id);
            double[] values = [.. walked.Where(w => w.Fit.Window == window && w.Fit.Values.ContainsKey(number.Id)).Select(w => w.Fit.Values[number.Id])];
            if (values.Length > 0) yield return new FreeLine(number, own?.Unit ?? "", own?.Value ?? double.NaN, window, Band.Of(values), values.Min(), values.Max());
        }
    }

    private FitLine LineOf(WalkedFit w) => new(
        w.Fit.Id, w.Fit.Variant, w.Fit.Window, w.Fit.Window == BacktestResults.Unfitted ? null : w.Fit.Seed, w.Fit.Loss, w.Still?.Drift ?? double.NaN, w.Still?.KickLeft ?? double.NaN,
        w.Fit.WorldSha256 != w.Chain.Variant.Scenario.Fingerprint.WorldSha256, w.Central.Failure);

    private IEnumerable<string> Warnings()
    {
        int stale = walked.Count(w => w.Fit.WorldSha256 != w.Chain.Variant.Scenario.Fingerprint.WorldSha256);
        if (stale > 0) yield return $"{stale} of {walked.Count} fits were found in another state of the world's files; calibrate again.";
        foreach (Score score in backtest.Scores.Where(s => !s.IsShape))
        {
            Question q = new(score, _series, null);
            string[] silent = [.. score.Series.Where((_, i) => q.Points[i].Length == 0).Select(n => n.ToString())];
            if (silent.Length > 0) yield return $"{score.Address}: score '{score.Id}' has no observed figure of {string.Join(", ", silent)} in its window.";
        }

        foreach (WalkedFit w in walked.Where(w => w.Central.Failure is not null)) yield return $"{w.Fit.Id} could not be walked and is not judged: {w.Central.Failure}";
        string[] broken = [.. walked.Where(w => w.Central.Failure is null).SelectMany(w => w.Paths).Select(p => p.Failure).OfType<string>()];
        if (broken.Length > 0) yield return $"{broken.Length} of {walked.Sum(w => w.Paths.Length)} futures could not be walked to the end and are not in the ranges; the first: {broken[0]}";
    }
}
