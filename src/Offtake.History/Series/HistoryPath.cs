using Offtake.Model.Quantities;

namespace Offtake.History.Series;

/// <summary>The series of one future, month by month from the first to the last that was walked.</summary>
public sealed class HistoryPath
{
    private readonly double[][] _values;
    private readonly OverMonths[] _over;

    internal HistoryPath(SeriesPlan plan, Month first, int months)
    {
        First = first;
        Months = months;
        _over = [.. Enumerable.Range(0, plan.Count).Select(plan.OverOf)];
        _values = [.. Enumerable.Range(0, plan.Count).Select(_ => new double[months])];
    }

    /// <summary>The first month.</summary>
    public Month First { get; }

    /// <summary>Number of months asked for.</summary>
    public int Months { get; }

    /// <summary>Why the walk ended early; null when it did not.</summary>
    public string? Failure { get; internal set; }

    /// <summary>Months walked before the failure; -1 when the start could not be balanced.</summary>
    public int MonthsWalked { get; internal set; }

    /// <summary>The months of a series.</summary>
    public ReadOnlySpan<double> Of(int series) => _values[series];

    /// <summary>Whether a period lies wholly inside.</summary>
    public bool Covers(Period period) => period.IsWithin(First, First + (Months - 1));

    /// <summary>The figure of a period: the mean of a level, the sum of a flow. NaN when the period is not covered.</summary>
    /// <remarks>A month without a number, such as one without a quota, leaves the period without one.</remarks>
    public double At(int series, Period period)
    {
        if (!Covers(period)) return double.NaN;
        double sum = 0.0;
        foreach (double value in _values[series].AsSpan(period.First - First, period.Months)) sum += value;
        return _over[series] == OverMonths.Mean ? sum / period.Months : sum;
    }

    /// <summary>The highest month of a period and its number; NaN when the period is not covered.</summary>
    public (double Value, Month Month) Peak(int series, Period period)
    {
        if (!Covers(period)) return (double.NaN, default);
        ReadOnlySpan<double> months = _values[series].AsSpan(period.First - First, period.Months);
        int best = 0;
        for (int i = 1; i < months.Length; i++)
        {
            if (months[i] > months[best]) best = i;
        }

        return (months[best], period.First + best);
    }

    internal void Set(int series, int month, double value) => _values[series][month] = value;
}
