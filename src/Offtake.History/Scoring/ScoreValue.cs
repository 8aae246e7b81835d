using Offtake.History.Series;
using Offtake.Model.History;

namespace Offtake.History.Scoring;

/// <summary>The value of a score for one path.</summary>
/// <remarks>
/// Eq. BCK-1: RMSE = √( Σ ln²(m / o) / n ), over all observed figures, or its mean over subjects. Eq. BCK-2: Σ |m / o − 1| / n, or the largest.
/// Eq. BCK-3: annual changes |o / o₋₁ − 1| above 5 % whose sign the model shares. Eq. BCK-4: month of the model's maximum less that of the observed one.
/// Eq. BCK-5: P / P_base − 1, max P / P_base, the level, or the highest month. Eq. BCK-6: Σ a / Σ b of flows, mean a / mean b of levels.
/// Eq. BCK-8: √( Σ (ln(m / m₋₁) − ln(o / o₋₁))² / n ) over √( Σ ln²(o / o₋₁) / n ), each averaged over subjects first.
/// </remarks>
internal static class ScoreValue
{
    // A modelled figure below a millionth of the observed one is as wrong as one can be; its logarithm must stay finite.
    private const double Vanishing = 1e-6;
    private const double SmallChange = 0.05;

    /// <summary>The value; NaN when the path does not cover the window, or when the ensemble is needed (BCK-7).</summary>
    public static double Of(Question q, HistoryPath path) => q.Score.Kind switch
    {
        _ when q.Score.IsPointwise => OfPoints(q, (s, point) => path.At(s, point.Period)),
        ScoreKind.Direction => Direction(q, path),
        ScoreKind.GrowthError => GrowthError(q, path),
        ScoreKind.PeakMonth => q.Observed is { } month ? path.Peak(q.Series[0], q.Window) is { Value: var v, Month: var m } && double.IsFinite(v) ? m.Number - month : double.NaN : double.NaN,
        ScoreKind.Fall => (path.At(q.Series[0], q.Window) / path.At(q.Series[0], q.Score.Base!.Value)) - 1.0,
        ScoreKind.Multiple => path.Peak(q.Series[0], q.Window).Value / path.At(q.Series[0], q.Score.Base!.Value),
        ScoreKind.Peak => path.Peak(q.Series[0], q.Window).Value,
        ScoreKind.Level => path.At(q.Series[0], q.Window),
        ScoreKind.Share or ScoreKind.Wedge => path.At(q.Series[0], q.Window) / path.At(q.Against, q.Window),
        _ => double.NaN,
    };

    /// <summary>A score made of single figures, for any way to say what they should be.</summary>
    /// <param name="q">The score.</param>
    /// <param name="modelled">The figure for a series and an observed one.</param>
    public static double OfPoints(Question q, Func<int, ObservedPoint, double> modelled) => q.Score.Kind switch
    {
        ScoreKind.LogRmse => Rms(q.Series.SelectMany((s, i) => q.Points[i].Select(p => LogError(modelled(s, p), p.Value)))),
        ScoreKind.MeanLogRmse => MeanOverSubjects(q, i => Rms(q.Points[i].Select(p => LogError(modelled(q.Series[i], p), p.Value)))),
        ScoreKind.Mape => Errors(q, modelled).DefaultIfEmpty(double.NaN).Average(),
        _ => Errors(q, modelled).DefaultIfEmpty(double.NaN).Max(),
    };

    /// <summary>Annual changes that count for <see cref="ScoreKind.Direction"/>.</summary>
    public static int Cases(Question q) => q.Years.Sum(pairs => pairs.Count(p => IsLarge(p.Before, p.Now)));

    /// <summary>The logarithm of modelled over observed.</summary>
    public static double LogError(double modelled, double observed) => double.IsNaN(modelled) ? double.NaN : Math.Log(Math.Max(modelled / observed, Vanishing));

    private static double Direction(Question q, HistoryPath path)
    {
        int hits = 0;
        for (int i = 0; i < q.Series.Length; i++)
        {
            foreach ((ObservedPoint before, ObservedPoint now) in q.Years[i])
            {
                if (!IsLarge(before, now)) continue;
                double change = path.At(q.Series[i], now.Period) - path.At(q.Series[i], before.Period);
                if (double.IsNaN(change)) return double.NaN;
                if (Math.Sign(change) == Math.Sign(now.Value - before.Value)) hits++;
            }
        }

        return hits;
    }

    private static double GrowthError(Question q, HistoryPath path)
    {
        double model = MeanOverSubjects(q, i => Rms(q.Years[i].Select(p =>
            LogError(path.At(q.Series[i], p.Now.Period), path.At(q.Series[i], p.Before.Period)) - Math.Log(p.Now.Value / p.Before.Value))));
        double walk = MeanOverSubjects(q, i => Rms(q.Years[i].Select(p => Math.Log(p.Now.Value / p.Before.Value))));
        return model / walk;
    }

    private static IEnumerable<double> Errors(Question q, Func<int, ObservedPoint, double> modelled) =>
        q.Series.SelectMany((s, i) => q.Points[i].Select(p => Math.Abs((modelled(s, p) / p.Value) - 1.0)));

    private static double MeanOverSubjects(Question q, Func<int, double> ofSubject)
    {
        double[] values = [.. Enumerable.Range(0, q.Series.Length).Where(i => q.Points[i].Length > 0).Select(ofSubject)];
        return values.Length == 0 ? double.NaN : values.Average();
    }

    private static double Rms(IEnumerable<double> errors)
    {
        double sum = 0.0;
        int count = 0;
        foreach (double error in errors)
        {
            sum += error * error;
            count++;
        }

        return count == 0 ? double.NaN : Math.Sqrt(sum / count);
    }

    private static bool IsLarge(ObservedPoint before, ObservedPoint now) => Math.Abs((now.Value / before.Value) - 1.0) > SmallChange;
}
