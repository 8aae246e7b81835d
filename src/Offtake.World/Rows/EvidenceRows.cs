using System.Text.RegularExpressions;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads sources, assumptions, claims and observed figures.</summary>
internal static partial class EvidenceRows
{
    private static readonly Dictionary<string, Verdict> VerdictOf =
        Enum.GetValues<Verdict>().ToDictionary(v => v == Verdict.NotApplicable ? "n/a" : EnumText.Of(v), StringComparer.Ordinal);

    public static IReadOnlyList<Source> Sources(Table table) => [.. table.Rows.Select(row => new Source(
        row.Required("id"),
        row.Required("publisher"),
        YearOf(row),
        KindOf(row),
        row.Required("title"),
        row.Text("address"),
        row.Text("licence")))];

    public static IReadOnlyList<Assumption> Assumptions(Table table, ProblemList problems) => [.. table.Rows.Select(row => Assumption(row, problems))];

    /// <summary>The observed figures: the only numbers without a parameter, because nothing may be computed from them.</summary>
    public static IReadOnlyList<ObservedFigure> Observed(WorldDraft world) => [.. world[WorldShapes.Observed].Rows.Select(row =>
    {
        double? value = Plain(row, "value", isRequired: true, world.Problems);
        double? low = Plain(row, "low", isRequired: false, world.Problems);
        double? high = Plain(row, "high", isRequired: false, world.Problems);
        if (value is { } v) RangeRule.Holds(low ?? v, v, high ?? v, "value", row.At, world.Problems);
        foreach (string column in new[] { "value", "low", "high" })
            if (row.Text(column).StartsWith('-')) world.Problems.Error(row.At, $"'{column}' of an observed figure is negative:", row.Text(column), "0 or more", "check sign and unit");
        return new ObservedFigure(
            row.Required("id"),
            row.Required("title"),
            row.Required("variable"),
            RegionOf(row, world),
            PeriodOf(row),
            value ?? 0.0,
            low,
            high,
            row.Required("unit"),
            row.Required("source"),
            row.Text("subject"),
            StandingOf(row, world.Problems));
    })];

    private static string PeriodOf(Row row)
    {
        string text = row.Required("period");
        bool isPeriod = Period.TryParse(text, out Period period);
        if (isPeriod && MonthBounds.Require(period.First, "period", row.At, row.Table.Problems) is not null) MonthBounds.Require(period.Last, "period", row.At, row.Table.Problems);
        if (text.Length > 0 && !isPeriod)
            row.Table.Problems.Error(row.At, "'period' is not a period:", text, Period.Forms, "write it in one of these forms");
        return text;
    }

    private static string StandingOf(Row row, ProblemList problems)
    {
        string[] known = ["imposed", "calibrated", "predicted"];
        string standing = row.Text("standing");
        if (standing.Length > 0 && !known.Contains(standing))
            problems.Error(row.At, "unknown standing", standing, null, NearestName.Remedy(standing, known));
        return standing.Length > 0 ? standing : "predicted";
    }

    public static IReadOnlyList<Claim> Claims(WorldDraft world) => [.. world[WorldShapes.Claims].Rows.Select(row =>
    {
        world.Book.Find(row.Text("source"), row.AtCell("source"));
        return new Claim(
            row.Required("id"),
            row.Required("system"),
            row.Required("kind"),
            row.Required("statement"),
            row.Required("source"),
            VerdictIn(row, "said"),
            VerdictIn(row, "done"),
            VerdictIn(row, "caused"),
            row.Text("checked_by")) { Drives = DrivesOf(row, world.Problems) };
    })];

    // Whether a pattern fits a number is known when all scenarios have been read: most of them mean numbers of institutions.
    private static IReadOnlyList<string> DrivesOf(Row row, ProblemList problems)
    {
        IReadOnlyList<string> patterns = row.List("drives");
        string[] tables = [.. WorldShapes.All.Where(s => s.Numbers.Count > 0).Select(s => s.Name), "institutions"];
        foreach (string pattern in patterns.Where(p => !p.Contains('/') || !tables.Contains(p.Split('/')[0])))
        {
            string table = pattern.Split('/')[0];
            bool known = tables.Contains(table);
            problems.Error(row.At, known ? "'drives' names a whole table:" : "'drives' does not begin with a table of numbers:", pattern,
                "table/row/column or institutions/id/part, with * for any letters of one part", known ? $"for all its numbers write '{table}/*/*'" : NearestName.Remedy(table, tables));
        }

        return patterns;
    }

    private static string YearOf(Row row)
    {
        string year = row.Required("year");
        if (year.Length > 0 && !Year().IsMatch(year))
            row.Table.Problems.Error(row.At, "'year' is not a year of publication:", year, "a year from 1500 to 2199 such as 2024, several such as 2019-2024, or n.d.", "write the year");
        return year;
    }

    /// <summary>Whether a text is a year of publication, several, or says that there is none.</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    private static SourceKind KindOf(Row row)
    {
        SourceKind kind = row.Choice<SourceKind>("kind");
        if (kind == SourceKind.Assumption)
            row.Table.Problems.Error(
                row.At, "a source cannot be of kind", "assumption", null, "move it to assumptions.csv, with a range and a reason");
        return kind;
    }

    private static Assumption Assumption(Row row, ProblemList problems)
    {
        string id = row.Required("id");
        double? value = Plain(row, "value", isRequired: true, problems);
        double? low = Plain(row, "low", isRequired: false, problems);
        double? high = Plain(row, "high", isRequired: false, problems);
        string distribution = row.Required("distribution");
        Spread? spread = value is { } v && distribution.Length > 0
            ? RangeRule.Stated(distribution, low, v, high, id, row.At, problems)
            : null;
        return new Assumption(id, value ?? 0.0, spread ?? Spread.None(value ?? 0.0), row.Required("unit"), row.Required("reason"));
    }

    /// <summary>A number that has no witness column: a bound, an assumption's value or an observed figure.</summary>
    internal static double? Plain(Row row, string column, bool isRequired, ProblemList problems)
    {
        string text = isRequired ? row.Required(column) : row.Text(column);
        return text.Length == 0 ? null : NumberText.Read(text, column, row.At, problems);
    }

    private static string RegionOf(Row row, WorldDraft world)
    {
        string region = row.Required("region");
        if (region is not ("" or "world")) world.RegionNames.Find(region, row.At, world.Problems);
        return region;
    }

    /// <summary>How a verdict is written in tables.</summary>
    public static string NameOf(Verdict verdict) => VerdictOf.First(v => v.Value == verdict).Key;

    internal static Verdict VerdictIn(Row row, string column)
    {
        string text = row.Required(column);
        if (VerdictOf.TryGetValue(text, out Verdict verdict)) return verdict;
        if (text.Length > 0) row.Table.Problems.Error(
            row.At, $"unknown verdict in '{column}'", text, null, NearestName.Remedy(text, VerdictOf.Keys));
        return Verdict.Unverified;
    }

    [GeneratedRegex(@"^((1[5-9]|2[01])\d\d([-/–.,; ]+\d{1,4})*|n\.d\.)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
