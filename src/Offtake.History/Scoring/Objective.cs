using Offtake.History.Series;
using Offtake.Model.History;
using Offtake.Model.Quantities;

namespace Offtake.History.Scoring;

/// <summary>How badly one path misses the weighed scores.</summary>
/// <remarks>
/// Eq. BCK-9: L = Σ w_s L_s / Σ w_s + prior + stillness. For scores made of single figures L_s is the mean of ρ(ln(m / o) / σ), with σ² the score's σ² plus
/// that of the observers' range; for shapes ρ(d / h), with d the distance from the band aimed at and h half the width of the band that must be met.
/// ρ is Huber's: z² within k, 2 k |z| − k² beyond.
/// </remarks>
internal sealed class Objective
{
    private const double UsualSigma = 0.25;
    private const double OneSidedWidth = 0.25;
    private const double NoValue = 10.0;

    private readonly Question[] _questions;
    private readonly double _huberWidth;

    /// <summary>An objective that knows nothing after a month.</summary>
    public Objective(Backtest backtest, SeriesPlan plan, Month? until)
    {
        string window = Backtest.WindowUntil(until);
        _huberWidth = backtest.Objective.HuberWidth;
        _questions =
        [
            .. backtest.Scores.Where(s => s.Weight > 0.0 && (s.Window is null || s.Window == window))
                .Select(s => new Question(s, plan, until)).Where(q => q.IsKnown),
        ];
    }

    /// <summary>Number of observed figures and shapes that steer the search.</summary>
    public int Count => _questions.Sum(q => q.Score.IsShape ? 1 : q.Points.Sum(p => p.Length));

    /// <summary>The loss of a path that was walked to its end.</summary>
    public double Of(HistoryPath path)
    {
        double loss = 0.0;
        double weights = 0.0;
        foreach (Question q in _questions)
        {
            loss += q.Score.Weight * (q.Score.IsShape ? OfShape(q, path) : OfPoints(q, path));
            weights += q.Score.Weight;
        }

        return weights > 0.0 ? loss / weights : 0.0;
    }

    private double OfPoints(Question q, HistoryPath path)
    {
        double sigma = q.Score.Sigma ?? q.Score.High ?? UsualSigma;
        double sum = 0.0;
        int subjects = 0;
        int points = 0;
        for (int i = 0; i < q.Series.Length; i++)
        {
            double ofSubject = 0.0;
            foreach (ObservedPoint point in q.Points[i])
            {
                double error = ScoreValue.LogError(path.At(q.Series[i], point.Period), point.Value);
                ofSubject += Huber(error / Math.Sqrt((sigma * sigma) + (point.SigmaOfLog * point.SigmaOfLog)));
            }

            if (q.Points[i].Length == 0) continue;
            subjects++;
            points += q.Points[i].Length;
            sum += q.Score.Kind == ScoreKind.MeanLogRmse ? ofSubject / q.Points[i].Length : ofSubject;
        }

        return sum / (q.Score.Kind == ScoreKind.MeanLogRmse ? subjects : points);
    }

    private double OfShape(Question q, HistoryPath path)
    {
        double value = ScoreValue.Of(q, path);
        double low = q.Score.AmbitiousLow ?? q.Score.Low ?? double.NegativeInfinity, high = q.Score.AmbitiousHigh ?? q.Score.High ?? double.PositiveInfinity;
        double distance = Math.Max(Math.Max(low - value, value - high), 0.0);
        double width = (q.Score.High - q.Score.Low) / 2.0 ?? OneSidedWidth * Math.Abs(q.Score.High ?? q.Score.Low ?? 1.0);
        return Huber(distance / width);
    }

    private double Huber(double z)
    {
        if (double.IsNaN(z)) z = NoValue;
        z = Math.Abs(z);
        return z <= _huberWidth ? z * z : (2.0 * _huberWidth * z) - (_huberWidth * _huberWidth);
    }
}
