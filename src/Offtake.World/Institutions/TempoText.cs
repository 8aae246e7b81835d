using System.Globalization;
using System.Text.RegularExpressions;
using Offtake.World.Problems;

namespace Offtake.World.Institutions;

/// <summary>Reads how often an institution decides.</summary>
internal static partial class TempoText
{
    /// <summary>Months between decisions stated otherwise than by a word.</summary>
    public const string Every = "^every \\d+ months$";

    private const int Longest = 120;

    /// <summary>Words for the usual numbers of months.</summary>
    public static IReadOnlyDictionary<string, int> Words { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["monthly"] = 1,
        ["quarterly"] = 3,
        ["half-yearly"] = 6,
        ["yearly"] = 12,
    };

    /// <summary>Months between decisions, or null and an error.</summary>
    public static int? Read(string text, Place at, ProblemList problems)
    {
        if (Words.TryGetValue(text, out int months)) return months;
        if (EveryMonths().Match(text) is not { Success: true } match)
        {
            problems.Error(at, "'decides' is no tempo:", text, $"{string.Join(", ", Words.Keys)}, or every 5 months", NearestName.Remedy(text, [.. Words.Keys]));
            return null;
        }

        if (int.TryParse(match.Groups["months"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out months) && months is >= 1 and <= Longest) return months;
        problems.Error(at, "'decides' is a tempo that no institution has:", text, $"every 1 to {Longest} months", "write at least 'every 1 months', which is monthly");
        return null;
    }

    [GeneratedRegex(@"^every (?<months>\d+) months?$", RegexOptions.ExplicitCapture)]
    private static partial Regex EveryMonths();
}
