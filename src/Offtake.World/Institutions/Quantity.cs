using System.Globalization;
using System.Text.RegularExpressions;
using Offtake.World.Numbers;
using Offtake.World.Problems;

namespace Offtake.World.Institutions;

/// <summary>Reads a number with its unit: <c>0.9</c>, <c>2 months</c>, <c>0.6 %</c>, <c>120 M USD</c>, <c>1 bn CNY</c>.</summary>
internal static partial class Quantity
{
    private const double MonthsOfYear = 12.0;
    private const double Hundred = 100.0;

    /// <summary>Words of a kind of number, for remedies and editors.</summary>
    public static string Example(NumberKind kind) =>
        IsMonths(kind) ? "2 months" : IsMoney(kind) ? "120 M USD" : IsShare(kind) ? "0.6 or 60 %" : "1.5";

    /// <summary>The value in the unit of its kind, or null and an error.</summary>
    /// <param name="text">What was found; not empty.</param>
    /// <param name="name">Key, for the message.</param>
    /// <param name="kind">What is counted.</param>
    /// <param name="isUnitStated">Whether a key beside it states the unit, so that money needs no currency.</param>
    /// <param name="cnyPerUsd">Rate of exchange; null when the file states none.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="problems">Takes the error.</param>
    public static double? Read(string text, string name, NumberKind kind, bool isUnitStated, double? cnyPerUsd, Place at, ProblemList problems)
    {
        Match parts = NumberAndUnit().Match(text);
        string unit = parts.Groups["unit"].Value.Trim();
        string number = parts.Success ? parts.Groups["number"].Value : text;
        if (NumberText.Read(number, name, at, problems) is not { } value || Factor(text, unit, name, kind, isUnitStated, cnyPerUsd, at, problems) is not { } factor) return null;
        double result = TimesTenTo(factor.Power, number, value) * factor.Times / factor.Over;
        if (unit.Length == 0 && IsShare(kind) && kind.Most <= 1.0 && value is > 1.0 and <= Hundred)
        {
            problems.Error(at, $"'{name}' is out of range:", text, kind.Bound, $"if it is a percentage, write {(decimal)value / 100m} or {value} %");
            return null;
        }

        return kind.Require(result, text, name, at, problems) ? result : null;
    }

    /// <summary>Whether an amount is in CNY, so that a rate of exchange stands behind it.</summary>
    public static bool IsInCny(string text) => Money().Match(NumberAndUnit().Match(text).Groups["unit"].Value.Trim()) is { Success: true } money && money.Groups["currency"].Value == "CNY";

    private static (int Power, double Times, double Over)? Factor(string text, string unit, string name, NumberKind kind, bool isUnitStated, double? cnyPerUsd, Place at, ProblemList problems)
    {
        if (IsMoney(kind) && Money().Match(unit) is { Success: true } money) return MoneyFactor(text, money, name, cnyPerUsd, at, problems);
        if (unit.Length == 0 && (!IsMoney(kind) || isUnitStated)) return (0, 1.0, 1.0);
        if (unit == "%" && IsShare(kind)) return (-2, 1.0, 1.0);
        if (IsMonths(kind) && unit is "month" or "months") return (0, 1.0, 1.0);
        if (IsMonths(kind) && unit is "year" or "years") return (0, MonthsOfYear, 1.0);
        if (unit.Length == 0) problems.Error(at, $"'{name}' is money without a currency:", text, "USD or CNY, with k, M or bn", "write it such as 120 M USD");
        else problems.Error(at, $"'{name}' has a unit it is not counted in:", text, kind.Unit, $"write it such as {Example(kind)}");
        return null;
    }

    private static (int Power, double Times, double Over)? MoneyFactor(string text, Match money, string name, double? cnyPerUsd, Place at, ProblemList problems)
    {
        int power = money.Groups["scale"].Value switch { "k" => 3, "M" => 6, "bn" => 9, _ => 0 };
        if (money.Groups["currency"].Value == "USD") return (power, 1.0, 1.0);
        if (cnyPerUsd is { } rate) return (power, 1.0, rate);
        problems.Error(at, $"'{name}' is in CNY, and nothing says what a USD is worth:", text, null, "add 'cny-per-usd' with the rate of the year the amount is of, or write it in USD");
        return null;
    }

    // 0.9 % is 0.009 and not the double beside it: the power of ten goes into the text.
    private static double TimesTenTo(int power, string number, double value) =>
        power == 0 ? value
        : number.Contains('e', StringComparison.OrdinalIgnoreCase) ? value * Math.Pow(10.0, power)
        : double.Parse($"{number}e{power}", CultureInfo.InvariantCulture);

    private static bool IsMonths(NumberKind kind) => kind.Unit.StartsWith("month", StringComparison.Ordinal);

    private static bool IsMoney(NumberKind kind) => kind.Unit.StartsWith("USD", StringComparison.Ordinal) && kind.Unit != "USD per USD";

    // Everything that is a part or a multiple of something of its own kind may be written in per cent.
    private static bool IsShare(NumberKind kind) =>
        kind.Unit.Contains("share", StringComparison.Ordinal) || kind.Unit is "units per unit bought" or "projects per project" or "times the opening" or "yearly revenues";

    [GeneratedRegex(@"^(?<number>[^\s%]+)(?<unit>%|\s+\S.*|\s*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"^((?<scale>k|M|bn)\s)?\s*(?<currency>USD|CNY)((\s+a|\s+per|/)\s*(year|yr))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Money();
}
