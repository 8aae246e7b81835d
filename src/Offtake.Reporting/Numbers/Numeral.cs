using System.Globalization;

namespace Offtake.Reporting.Numbers;

/// <summary>Numbers as readers get them: rounded to what the evidence supports, and never 0 for what is missing.</summary>
internal static class Numeral
{
    /// <summary>What stands where a number was not recorded.</summary>
    public const string NotRecorded = "not recorded";

    /// <summary>What stands for a number that is not 0 and too small to say anything.</summary>
    public const string AboutZero = "about 0";

    /// <summary>Two significant figures, and <see cref="AboutZero"/> for what is not 0 and smaller than a grain.</summary>
    public static string Beyond(double grain, double value) => value != 0.0 && Math.Abs(value) < grain ? AboutZero : Rough(value);

    /// <summary>Two significant figures, for prose.</summary>
    public static string Rough(double value) => Significant(value, 2);

    /// <summary>Three significant figures, for tables.</summary>
    public static string Fine(double value) => Significant(value, 3);

    /// <summary>Four significant figures at most, for numbers behind figures and for inputs.</summary>
    public static string Exact(double value) => Trimmed(Significant(value, 4));

    /// <summary>A whole number with thousands separated.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Rounds to significant figures and writes without exponent; millions and more in words.</summary>
    public static string Significant(double value, int figures)
    {
        if (!double.IsFinite(value)) return NotRecorded;
        double rounded = Round(value, figures);
        if (rounded == 0) return "0";
        double size = Math.Abs(rounded);
        if (size < 1e-6) return rounded < 0 ? AboutZero : "less than 0.000001";
        (double divisor, string word) = size switch { >= 1e12 => (1e12, " trillion"), >= 1e9 => (1e9, " billion"), >= 1e6 => (1e6, " million"), _ => (1.0, "") };
        double shown = size / divisor;
        int decimals = value == Math.Floor(value) && divisor == 1 ? 0 : Math.Clamp(figures - 1 - (int)Math.Floor(Math.Log10(shown) + 1e-9), 0, 9);
        string digits = shown.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
        return (rounded < 0 ? "−" : "") + digits + word;
    }

    /// <summary>Rounds to significant figures.</summary>
    public static double Round(double value, int figures)
    {
        if (value == 0 || !double.IsFinite(value)) return value;
        double step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12) - (figures - 1));
        double rounded = Math.Round(value / step) * step;
        return step < 1 ? Math.Round(rounded, Math.Min(15, (int)Math.Ceiling(-Math.Log10(step)))) : rounded;
    }

    private static string Trimmed(string number)
    {
        string[] words = number.Split(' ', 2);
        if (words[0].Contains('.')) words[0] = words[0].TrimEnd('0').TrimEnd('.');
        return string.Join(' ', words);
    }

    /// <summary>A change with its sign.</summary>
    public static string Signed(double value, Func<double, string> write) => value > 0 && write(value) is var text and not ("0" or AboutZero) ? "+" + text : write(value);
}
