using Offtake.History.Series;
using Offtake.Model.Quantities;
using Offtake.Results.Backtests;

namespace Offtake.History.Scoring;

/// <summary>What somebody without a model would have said, judged by the same score on the same figures.</summary>
/// <remarks>
/// Eq. BCK-12: no change: the last figure observed by the end of the calibration window; mean: the mean of those observed by then; random walk: the figure one year before.
/// The first two are forecasts only for figures after the calibration window; for others they are not made.
/// </remarks>
internal static class NaiveForecasts
{
    /// <summary>The scores of the naive forecasts; none for scores that are not made of single figures.</summary>
    public static IReadOnlyList<BenchmarkValue> Of(Question q, SeriesPlan plan, Month holdout) => !q.Score.IsPointwise
        ? []
        :
        [
            new BenchmarkValue("no-change", ScoreValue.OfPoints(q, (s, p) => IsLater(p, holdout) ? Known(plan, s, p, holdout).LastOrDefault()?.Value ?? double.NaN : double.NaN)),
            new BenchmarkValue("mean", ScoreValue.OfPoints(q, (s, p) => IsLater(p, holdout) ? Known(plan, s, p, holdout).Select(k => k.Value).DefaultIfEmpty(double.NaN).Average() : double.NaN)),
            new BenchmarkValue("random-walk", ScoreValue.OfPoints(q, (s, p) => plan.Observed[s].FirstOrDefault(k => k.Period == p.Period.Shifted(-12))?.Value ?? double.NaN)),
        ];

    private static bool IsLater(ObservedPoint point, Month holdout) => point.Period.First > holdout;

    private static IEnumerable<ObservedPoint> Known(SeriesPlan plan, int series, ObservedPoint like, Month holdout) =>
        plan.Observed[series].Where(k => k.Period.Last <= holdout && k.Period.Length == like.Period.Length);
}
