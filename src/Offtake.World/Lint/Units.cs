using System.Text.RegularExpressions;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Units are those the model counts in: tonnes, months or years as the column says, US dollars, shares of one. A figure in another unit is a wrong figure.</summary>
/// <remarks>Words are looked at, not dimensions: that a number was written in kilograms under the heading of tonnes is seen only where a range stands beside it.</remarks>
internal static partial class Units
{
    private static readonly TableShape[] Free = [WorldShapes.Claims, WorldShapes.Observed, WorldShapes.Rivals, WorldShapes.Plans];

    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in WorldShapes.All.Except(Free).Where(s => s.Known.Contains("unit")))
            foreach (Row row in world[shape].Rows) CheckWords(row.Text("unit"), row.At, world.Problems);

        foreach (Row row in world[WorldShapes.Parameters].Rows)
            if (row.Text("id").EndsWith("-months", StringComparison.Ordinal)) Require(row.Text("unit"), "month", row.Text("id"), row.At, world.Problems);
        foreach (Row row in world[WorldShapes.Commodities].Rows)
            if (row.Text("basis") is "reo" or "gross" && row.Text("unit") is { Length: > 0 } unit && unit != "t")
                world.Problems.Error(row.At, $"'unit' of a commodity counted by its {row.Text("basis")} mass is", unit, "t", "count it in tonnes, or make its basis units");
    }

    /// <summary>Whether the unit of an assumption can be that of a column; if not, an error has been reported.</summary>
    public static bool Fit(string assumed, string wanted, string column, Place at, ProblemList problems)
    {
        string? bound = wanted switch
        {
            "months" when !assumed.Contains("month", StringComparison.Ordinal) => "months",
            "years" when !assumed.Contains("year", StringComparison.Ordinal) => "years",
            // Of a path of demand or capacity only ratios count.
            "index" or "multiple of capacity" => null,
            _ when wanted.EndsWith("/yr", StringComparison.Ordinal) && ShorterThanYear().IsMatch(assumed) => wanted,
            _ when wanted.Contains("USD", StringComparison.Ordinal) != assumed.Contains("USD", StringComparison.Ordinal) => wanted,
            // Nothing multiplies the number: 2 M USD would be two dollars.
            _ when Scaled().IsMatch(assumed) && !Scaled().IsMatch(wanted) => wanted,
            _ => null,
        };
        if (bound is null) return true;
        problems.Error(at, $"'{column}' rests on an assumption in another unit:", assumed, bound, "correct the unit and the number in assumptions.csv, or name another assumption");
        return false;
    }

    /// <summary>Whether a unit holds the word it must hold; if not, a warning has been given: words can be chosen otherwise.</summary>
    public static void Require(string unit, string word, string name, Place at, ProblemList problems)
    {
        bool holds = unit.Contains(word, StringComparison.Ordinal) || (word == "year" && unit.Contains("/yr", StringComparison.Ordinal));
        if (unit.Length > 0 && !holds)
            problems.Warn(at, $"'unit' of '{name}' is", unit, $"a unit with the word '{word}'", "convert the number and correct the unit");
    }

    /// <summary>Reports a unit in which nothing is counted here.</summary>
    public static void CheckWords(string unit, Place at, ProblemList problems)
    {
        if (NumberLike().IsMatch(unit)) problems.Error(at, "'unit' is a number:", unit, "words, or 1 for what has no unit", "write the unit, and the number in its own column");
        if (Foreign().Match(unit) is { Success: true } found)
            problems.Error(at, "'unit' names a measure that nothing is counted in:", found.Value, "t, months, years, USD, shares of one", "convert the number and correct the unit");
    }

    [GeneratedRegex(@"\b(kg|kilograms?|grams?|lbs?|pounds?|oz|kt|ktpa|Mt|thousand|hundred|EUR|euros?|RMB|CNY|yuan|JPY|yen|GBP|cents?|percent)\b|[%€¥£‰]", RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^[+-]?(\d|nan$|inf)(?<!^1(?=$|/))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberLike();

    [GeneratedRegex(@"\b(k|M|mn|bn|thousand|million|billion) ?USD\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Scaled();

    [GeneratedRegex(@"(per|a|/) ?(month|week|day|quarter|hour)", RegexOptions.ExplicitCapture)]
    private static partial Regex ShorterThanYear();
}
