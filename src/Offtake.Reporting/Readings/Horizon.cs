using Offtake.Model.Quantities;
using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>A stretch of months.</summary>
/// <param name="Start">Index of its first month in the run.</param>
/// <param name="Count">Number of months.</param>
/// <param name="Year">Place of its middle on a line measured in years.</param>
internal readonly record struct Window(int Start, int Count, double Year);

/// <summary>Which years a report speaks of: the first full one, one to compare it with, and the last full one.</summary>
internal sealed class Horizon
{
    /// <summary>The year the verdict looks at when the run reaches it.</summary>
    public const int UsualYear = 2030;

    private readonly Month _from;
    private readonly Month _to;

    /// <summary>Reads the months of a run.</summary>
    public Horizon(Manifest manifest)
    {
        _from = manifest.From;
        _to = manifest.To;
        int first = _from.OfYear == 1 ? _from.Year : _from.Year + 1, last = _to.OfYear == 12 ? _to.Year : _to.Year - 1;
        HasFullYears = last >= first;
        First = HasFullYears ? first : _from.Year;
        Last = HasFullYears ? last : Math.Max(_from.Year, _to.Year);
        Near = UsualYear > First && UsualYear <= Last ? UsualYear : Math.Min(First + 5, Last);
    }

    /// <summary>First full year.</summary>
    public int First { get; }

    /// <summary>The year the verdict looks at.</summary>
    public int Near { get; }

    /// <summary>Last full year.</summary>
    public int Last { get; }

    /// <summary>Whether the run covers a whole calendar year.</summary>
    public bool HasFullYears { get; }

    /// <summary>All full years.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(First, Last - First + 1)];

    /// <summary>First, near and last year, each once.</summary>
    public IReadOnlyList<int> Milestones => [.. new[] { First, Near, Last }.Distinct()];

    /// <summary>Milestones with every fifth round year between them.</summary>
    public IReadOnlyList<int> FiveYears => [.. Years.Where(y => y == First || y == Last || y % 5 == 0)];

    /// <summary>The whole run as one window.</summary>
    public Window Everything => new(0, _to - _from + 1, _from.Year);

    /// <summary>All months.</summary>
    public IReadOnlyList<Window> Months => Cut(0, 1, _to - _from + 1);

    /// <summary>All full quarters.</summary>
    public IReadOnlyList<Window> Quarters
    {
        get
        {
            int skip = (3 - ((_from.OfYear - 1) % 3)) % 3;
            return Cut(skip, 3, (_to - _from + 1 - skip) / 3);
        }
    }

    /// <summary>The months of a calendar year, as far as the run covers them.</summary>
    public Window Of(int year)
    {
        int start = Math.Max(0, Month.Of(year, 1) - _from), end = Math.Min(_to - _from, Month.Of(year, 12) - _from);
        return new Window(start, Math.Max(0, end - start + 1), year + 0.5);
    }

    /// <summary>The months of a year or month as written, such as <c>2025</c> or <c>2025-06</c>; null when they are not all in the run.</summary>
    public Window? Find(string period)
    {
        if (Month.TryParse(period, out Month month)) return month >= _from && month <= _to ? new Window(month - _from, 1, month.YearPosition) : null;
        return int.TryParse(period, out int year) && HasFullYears && year >= First && year <= Last ? Of(year) : null;
    }

    private Window[] Cut(int skip, int length, int count) =>
        [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => new Window(skip + (i * length), length, _from.Year + ((_from.OfYear - 1 + skip + ((i + 0.5) * length)) / 12.0)))];
}
