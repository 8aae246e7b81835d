using System.Globalization;

namespace Offtake.Reporting.Figures;

/// <summary>A tick of an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>A scale with ticks at round numbers. It knows no pixels: <see cref="Place"/> gives a share of its length.</summary>
internal sealed class Axis
{
    /// <summary>A logarithmic axis is taken where the largest value exceeds the smallest by more than this factor.</summary>
    public const double RatioForLog = 10;

    private Axis(double low, double high, bool isLog, IReadOnlyList<Tick> ticks)
    {
        Low = low;
        High = high;
        IsLog = isLog;
        Ticks = ticks;
    }

    /// <summary>Value at the start.</summary>
    public double Low { get; }

    /// <summary>Value at the end.</summary>
    public double High { get; }

    /// <summary>Whether equal steps are equal ratios.</summary>
    public bool IsLog { get; }

    /// <summary>Ticks in ascending order, all within the axis.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>Where a value lies: 0 at the start, 1 at the end; clamped.</summary>
    public double Place(double value) => Math.Clamp(
        IsLog ? Math.Log(Math.Max(value, double.Epsilon) / Low) / Math.Log(High / Low) : (value - Low) / (High - Low), 0, 1);

    /// <summary>A linear axis that ends at round numbers and holds all values.</summary>
    public static Axis Linear(double low, double high, int wanted = 5, bool fromZero = false)
    {
        if (fromZero)
        {
            low = Math.Min(0, low);
            high = Math.Max(0, high);
        }

        if (!(high > low))
        {
            double room = low == 0 ? 1 : Math.Abs(low) * 0.1;
            high = low + room;
            low = fromZero ? Math.Min(0, low) : low - room;
        }

        double step = Step((high - low) / Math.Max(1, wanted - 1));
        double first = Math.Floor((low / step) + 1e-9) * step, last = Math.Ceiling((high / step) - 1e-9) * step;
        return new Axis(first, last, false, [.. Steps(first, last, step).Select(v => new Tick(v, Label(v, step, Math.Max(Math.Abs(first), Math.Abs(last)))))]);
    }

    /// <summary>A logarithmic axis with ticks at 1, 2, 5 or at powers of ten, whichever gives a readable number of them.</summary>
    public static Axis Log(double low, double high, int most = 6)
    {
        if (!(low > 0)) throw new ArgumentOutOfRangeException(nameof(low), low, "A logarithmic axis needs values above zero.");
        double[][] ladders = [[1, 2, 5], [1, 3], [1]];
        foreach (double[] ladder in ladders)
        {
            (double from, double to) = (Below(low, ladder), Above(high, ladder));
            double[] ticks = [.. Rungs(from, to, ladder)];
            if (ticks.Length <= most || ladder.Length == 1) return new Axis(from, to, true, [.. Thin(ticks, most).Select(v => new Tick(v, Label(v, v, v)))]);
        }

        throw new InvalidOperationException("The last ladder always returns.");
    }

    /// <summary>A logarithmic axis when all values are above zero and span more than a factor of ten, else a linear one.</summary>
    public static Axis Fitting(IEnumerable<double> values, bool mayBeLog, bool fromZero)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return Linear(0, 1);
        double low = finite.Min(), high = finite.Max();
        return mayBeLog && low > 0 && high / low > RatioForLog ? Log(low, high) : Linear(low, high, 5, fromZero);
    }

    /// <summary>A time axis in years with ticks at round years.</summary>
    public static Axis Years(double first, double last, int wanted = 4)
    {
        double span = Math.Max(1, last - first);
        double step = new[] { 1.0, 2, 5, 10, 20, 50 }.First(s => span / s <= wanted || s >= 50);
        double start = Math.Ceiling((first - 1e-9) / step) * step;
        return new Axis(first, first + span, false,
            [.. Steps(start, Math.Floor(first + span + 1e-9), step).Select(v => new Tick(v, v.ToString("0", CultureInfo.InvariantCulture)))]);
    }

    private static double Step(double rough)
    {
        double ten = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return new[] { 1, 2, 2.5, 5, 10 }.First(m => m * ten >= rough * (1 - 1e-9)) * ten;
    }

    private static IEnumerable<double> Steps(double first, double last, double step)
    {
        int count = (int)Math.Round((last - first) / step);
        for (int i = 0; i <= count && first + (i * step) <= last + (step * 1e-6); i++)
        {
            double value = first + (i * step);
            yield return Math.Abs(value) < step * 1e-9 ? 0 : value;
        }
    }

    private static double Below(double value, double[] ladder)
    {
        double ten = Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-12));
        return ladder.Last(m => m * ten <= value * (1 + 1e-9)) * ten;
    }

    private static double Above(double value, double[] ladder)
    {
        double ten = Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-12));
        return ladder.Append(10).First(m => m * ten >= value * (1 - 1e-9)) * ten;
    }

    private static IEnumerable<double> Rungs(double from, double to, double[] ladder)
    {
        for (int power = (int)Math.Floor(Math.Log10(from) + 1e-9); Math.Pow(10, power) <= to * 1.000001; power++)
        {
            foreach (double m in ladder)
            {
                double value = m * Math.Pow(10, power);
                if (value >= from * 0.999999 && value <= to * 1.000001) yield return value;
            }
        }
    }

    private static IEnumerable<double> Thin(double[] ticks, int most)
    {
        int every = (ticks.Length + most - 1) / most;
        return ticks.Where((_, i) => i % every == 0);
    }

    private static string Label(double value, double step, double largest)
    {
        (double divisor, string suffix) = largest switch { >= 1e9 => (1e9, "bn"), >= 1e6 => (1e6, "m"), _ => (1.0, "") };
        double shownStep = step / divisor;
        int decimals = shownStep >= 1 ? 0 : Math.Clamp((int)Math.Ceiling(-Math.Log10(shownStep) - 1e-9), 0, 9);
        double shown = value / divisor;
        if (decimals < 9 && Math.Abs((shownStep * Math.Pow(10, decimals)) - Math.Round(shownStep * Math.Pow(10, decimals))) > 1e-6) decimals++;
        string digits = Math.Abs(shown).ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
        return (value < 0 ? "−" : "") + digits + (value == 0 ? "" : suffix);
    }
}
