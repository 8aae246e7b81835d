using Offtake.History.Series;
using Offtake.Model.History;
using Offtake.Model.Quantities;

namespace Offtake.History.Scoring;

/// <summary>A score made ready: its series found, its observed figures picked out.</summary>
internal sealed class Question
{
    /// <summary>Makes a score ready.</summary>
    /// <param name="score">The score.</param>
    /// <param name="plan">The series of the walk.</param>
    /// <param name="until">Observed figures that end later are left out; null keeps all.</param>
    public Question(Score score, SeriesPlan plan, Month? until)
    {
        Score = score;
        Window = new Period(score.From, score.To);
        Series = [.. score.Series.Select(plan.IndexOf)];
        Against = score.Against is { } against ? plan.IndexOf(against) : -1;
        Points = [.. Series.Select(s => plan.Observed[s].Where(p => IsAsked(p, until)).ToArray())];
        Years = [.. Series.Select(s => PairsOfYears(plan.Observed[s], until))];
        IsKnown = score.IsShape
            ? until is not { } month || (score.To <= month && !(score.Base is { } b && b.Last > month))
            : Points.Any(p => p.Length > 0);
        Observed = score.Observed ?? ObservedShape.Of(this, plan);
    }

    /// <summary>The score.</summary>
    public Score Score { get; }

    /// <summary>Its months.</summary>
    public Period Window { get; }

    /// <summary>Its series by index.</summary>
    public int[] Series { get; }

    /// <summary>The other series of a ratio; -1 for none.</summary>
    public int Against { get; }

    /// <summary>Observed figures in the window, by series.</summary>
    public ObservedPoint[][] Points { get; }

    /// <summary>Observed figures of one year after the other in the window, by series.</summary>
    public (ObservedPoint Before, ObservedPoint Now)[][] Years { get; }

    /// <summary>Whether it can be asked with what may be known.</summary>
    public bool IsKnown { get; }

    /// <summary>The observed value of a shape; null when none follows from observed figures.</summary>
    public double? Observed { get; }

    private bool IsAsked(ObservedPoint point, Month? until) =>
        point.Period.IsWithin(Score.From, Score.To) && point.Value > 0.0
        && (Score.Every is not { } length || point.Period.Length == length)
        && !(until is { } month && point.Period.Last > month);

    private (ObservedPoint, ObservedPoint)[] PairsOfYears(IReadOnlyList<ObservedPoint> observed, Month? until)
    {
        ObservedPoint[] years = [.. observed.Where(p => p.Period.Length == PeriodLength.Year && p.Value > 0.0 && p.Period.IsWithin(Score.From, Score.To) && !(until is { } month && p.Period.Last > month))];
        return [.. years.Zip(years.Skip(1)).Where(pair => pair.Second.Period.First - pair.First.Period.First == 12)];
    }
}

/// <summary>What a shape really was, read off observed figures.</summary>
internal static class ObservedShape
{
    public static double? Of(Question q, SeriesPlan plan)
    {
        if (!q.Score.IsShape) return null;
        ObservedPoint[] points = q.Points[0];
        double? now = Exactly(plan.Observed[q.Series[0]], q.Window), before = q.Score.Base is { } b ? Exactly(plan.Observed[q.Series[0]], b) : null;
        double? against = q.Against >= 0 ? Exactly(plan.Observed[q.Against], q.Window) : null;
        return q.Score.Kind switch
        {
            ScoreKind.PeakMonth => points.MaxBy(p => p.Value)?.Period.Middle.Number,
            ScoreKind.Fall => (now / before) - 1.0,
            ScoreKind.Multiple => points.Length > 0 ? points.Max(p => p.Value) / before : null,
            ScoreKind.Peak => points.Length > 0 ? points.Max(p => p.Value) : null,
            ScoreKind.Level => now,
            _ => now / against,
        };
    }

    private static double? Exactly(IReadOnlyList<ObservedPoint> points, Period period) => points.FirstOrDefault(p => p.Period == period)?.Value;
}
