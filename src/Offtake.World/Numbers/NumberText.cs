using System.Globalization;
using System.Text.RegularExpressions;
using Offtake.World.Problems;

namespace Offtake.World.Numbers;

/// <summary>Reads a number as written: decimal point, optional sign and exponent, nothing else.</summary>
internal static partial class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    /// <summary>Nothing that is counted here comes near this, in whatever unit.</summary>
    public const double Largest = 1e15;

    /// <summary>What is smaller than this and not nothing is a slip of the exponent, even for what rounding leaves over.</summary>
    private const double Smallest = 1e-30;

    private const string Example = "a number such as 1250.5";

    /// <summary>The number, or null and an error that says how to write it.</summary>
    /// <param name="text">What was found; not empty.</param>
    /// <param name="name">Column or key, for the message.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="problems">Takes the error.</param>
    public static double? Read(string text, string name, Place at, ProblemList problems)
    {
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            if (value == 0.0 || Math.Abs(value) is >= Smallest and <= Largest) return value;
            problems.Error(at, $"'{name}' cannot be meant:", text, $"0, or {Smallest:0e+0} to {Largest:0e+0} in size", "check its exponent and its unit");
            return null;
        }

        (string what, string remedy) = Diagnosis(text);
        problems.Error(at, $"'{name}' {what}:", text, Example, remedy);
        return null;
    }

    /// <summary>The number, or null without a word.</summary>
    public static double? ValueOrNull(string text) =>
        double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Whether a text is a number, perhaps followed by a unit.</summary>
    public static bool LooksLikeOne(string text) => NumberWithUnit().IsMatch(text);

    private static (string What, string Remedy) Diagnosis(string text)
    {
        if (NotFinite().IsMatch(text)) return ("is not finite", "a value that is not known belongs in assumptions.csv, with a range");
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out double huge) && !double.IsFinite(huge)) return ("is too large", "check its exponent");
        if (ThousandsSeparated().IsMatch(text)) return ("has thousands separators", $"write {Separators().Replace(text, "")}");
        if (DecimalComma().IsMatch(text)) return ("has a decimal comma", $"write {text.Replace(',', '.')}");
        if (text.EndsWith('%')) return ("is a percentage", "write it as a share of one");
        if (text.StartsWith('\u2212') || text.StartsWith('\u2013')) return ("has a typographic minus", "write the sign as a hyphen");
        return ("is not a number", "write a number, or @ and the id of an assumption");
    }

    [GeneratedRegex(@"^[+-]?(nan|inf(inity)?|∞)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"^[+-]?\d{1,3}([,'_ \u00A0\u2009\u202F]\d{3})+(\.\d+)?$")]
    private static partial Regex ThousandsSeparated();

    [GeneratedRegex(@"[,'_ \u00A0\u2009\u202F]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[+-]?\d*,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?\d[\d.,]*([eE][+-]?\d+)?\s*[\p{L}%/ ]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberWithUnit();
}
