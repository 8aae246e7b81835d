using System.Globalization;
using System.Text.RegularExpressions;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>What a user calls a future of interest: comparisons such as <c>y &gt; 3</c>, joined by <c>and</c>.</summary>
internal static partial class Condition
{
    private const string Form = "write it such as 'y > 3', 'y <= 3 and z = high'; names with blanks need no quotes of their own";

    /// <summary>Whether it holds in each row, and the columns it speaks of; null after telling what is wrong.</summary>
    public static bool[]? Holds(string text, string option, CsvColumns columns, List<Problem> problems, ISet<string> used)
    {
        bool[] holds = new bool[columns.Table.Rows];
        Array.Fill(holds, true);
        bool isUsable = true;
        foreach (string part in And().Split(text))
        {
            Match match = Comparison().Match(part);
            if (!match.Success)
            {
                problems.Add(new Problem(Severity.Error, option, 0, null, "this is not a condition:", part, "<, <=, >, >=, =, != between a column and a value", Form));
                isUsable = false;
                continue;
            }

            string name = match.Groups["name"].Value.Trim(), sign = match.Groups["sign"].Value, value = match.Groups["value"].Value.Trim().Trim('\'', '"');
            Column? column = columns.Find(name, option);
            if (column is not null) used.Add(name);
            Func<double, bool>? test = column is null ? null : Test(column, sign, value, option, problems);
            isUsable &= test is not null;
            if (test is null) continue;
            for (int r = 0; r < holds.Length; r++) holds[r] &= test(column!.Values[r]);
        }

        return isUsable ? holds : null;
    }

    private static Func<double, bool>? Test(Column column, string sign, string value, string option, List<Problem> problems)
    {
        if (column.Categories is { } words)
        {
            int place = words.ToList().IndexOf(value);
            if (sign is "=" or "==" or "!=" && place >= 0) return sign == "!=" ? v => v != place : v => v == place;
            problems.Add(sign is "=" or "==" or "!="
                ? new Problem(Severity.Error, option, 0, null, $"column '{column.Name}' nowhere holds", value, null, PlainText.NearestName.Remedy(value, [.. words]))
                : new Problem(Severity.Error, option, 0, null, $"column '{column.Name}' holds words, which have no order:", sign, "= and !=", Form));
            return null;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double bound) || !double.IsFinite(bound))
        {
            problems.Add(new Problem(Severity.Error, option, 0, null, "this is not a number:", value, null, Form));
            return null;
        }

        return sign switch
        {
            "<" => v => v < bound,
            "<=" => v => v <= bound,
            ">" => v => v > bound,
            ">=" => v => v >= bound,
            "!=" => v => v != bound,
            _ => v => v == bound,
        };
    }

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?<name>[^<>=!]+)(?<sign><=|>=|==|!=|<|>|=)(?<value>[^<>=!]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();
}
