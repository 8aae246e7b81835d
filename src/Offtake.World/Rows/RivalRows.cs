using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads what others say of the same numbers, and what was announced against what came of it.</summary>
internal static class RivalRows
{
    private static readonly string[] Elsewhere = ["observed", "assumptions", "facts"];

    public static IReadOnlyList<RivalValue> Rivals(WorldDraft world) => [.. world[WorldShapes.Rivals].Rows.Select(row =>
    {
        string subject = row.Required("parameter");
        Check(subject, row.At, world);
        return new RivalValue(subject, EvidenceRows.Plain(row, "value", isRequired: true, world.Problems) ?? 0.0, row.Required("unit"), row.Required("source"), row.Text("note"), row.At.ToString());
    })];

    public static IReadOnlyList<PlanYear> Plans(WorldDraft world) => [.. world[WorldShapes.Plans].Rows.Select(row =>
    {
        ProblemList problems = world.Problems;
        double? announced = EvidenceRows.Plain(row, "announced", isRequired: true, problems), realised = EvidenceRows.Plain(row, "realised", isRequired: false, problems);
        if (announced <= 0.0) problems.Error(row.At, "'announced' is not above zero:", row.Text("announced"), "above 0", "state plans as figures that are to be reached; a ratio to zero means nothing");
        if (realised < 0.0) problems.Error(row.At, "'realised' is negative:", row.Text("realised"), "0 or more", "a plan that went into reverse realised nothing; say so in the note");
        return new PlanYear(
            row.Required("id"), row.Required("kind"), row.Required("who"), row.Required("target"), row.Required("unit"), YearOf(row), PeriodOf(row),
            announced ?? 1.0, realised, row.Required("definition"), row.Required("source"), row.Text("note"), row.At.ToString());
    })];

    // A pattern of parameters may fit only those of an institution, which a world by itself does not hold: the lint of all scenarios together looks at these.
    private static void Check(string subject, Place at, WorldDraft world)
    {
        string[] parts = subject.Split('/', 2);
        if (parts.Length < 2)
        {
            if (subject.Length > 0) world.Problems.Error(at, "'parameter' names no number:", subject, "table/row/column, observed/id, assumptions/id or facts/name", "write it in one of these forms");
            return;
        }

        if (parts[0] == Elsewhere[0] && world[WorldShapes.Observed].IsComplete && !world.Outcomes.Contains(parts[1]))
            world.Problems.Error(at, "unknown observed figure", parts[1], null, NearestName.Remedy(parts[1], [.. world.Outcomes]));
        if (parts[0] == Elsewhere[1]) world.Book.AssumptionNames.Find(parts[1], at, world.Problems);
    }

    private static int YearOf(Row row)
    {
        string text = row.Required("year_announced");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200) return year;
        if (text.Length > 0) row.Table.Problems.Error(row.At, "'year_announced' is not a year:", text, "1901 to 2199", "write the year with four digits");
        return 0;
    }

    private static string PeriodOf(Row row)
    {
        string text = row.Required("period");
        if (text.Length > 0 && !Period.TryParse(text, out _)) row.Table.Problems.Error(row.At, "'period' is not a period:", text, Period.Forms, "write it in one of these forms");
        return text;
    }
}
