using Offtake.Model.Evidence;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads what others say of the same numbers.</summary>
internal static class RivalRows
{
    private static readonly string[] Elsewhere = ["observed", "assumptions", "facts"];

    public static IReadOnlyList<RivalValue> Rivals(WorldDraft world)
    {
        RivalValue[] rivals = [.. world[WorldShapes.Rivals].Rows.Select(row =>
        {
            string subject = row.Required("parameter");
            Check(subject, row.At, world);
            double? value = EvidenceRows.Plain(row, "value", isRequired: true, world.Problems);
            if (value < 0.0 && !subject.StartsWith("assumptions/", StringComparison.Ordinal)) world.Problems.Error(row.At, "'value' of a rival is negative:", row.Text("value"), "0 or more", "check sign and unit");
            return new RivalValue(subject, value ?? 0.0, row.Required("unit"), row.Required("source"), row.Text("note"), row.At.ToString());
        })];
        foreach (IGrouping<string, RivalValue> same in rivals.GroupBy(r => r.Subject)) Compare([.. same], world);
        return rivals;
    }

    // Side by side means in one unit, and beside somebody.
    private static void Compare(RivalValue[] same, WorldDraft world)
    {
        string subject = same[0].Subject, unit = UnitOf(subject, world) ?? same.CountBy(r => r.Unit).MaxBy(u => u.Value).Key;
        foreach (RivalValue rival in same.Where(r => r.Unit != unit && r.Unit.Length > 0))
            world.Problems.Error(Place.Of(rival.Address), $"the rivals of '{subject}' are in different units:", rival.Unit, unit, "convert the number and correct the unit");
        if (same.Length == 1 && subject.StartsWith("facts/", StringComparison.Ordinal))
            world.Problems.Error(Place.Of(same[0].Address), "the rival of nobody: no other source speaks of", subject, "two rows or more a fact", "add what the other says, or look for a slip in the name");
    }

    private static string? UnitOf(string subject, WorldDraft world) => subject.Split('/', 2) switch
    {
        ["observed", var id] => world.Observed.FirstOrDefault(o => o.Id == id)?.Unit,
        ["assumptions", var id] => world.Book.Assumptions.FirstOrDefault(a => a.Id == id)?.Unit,
        _ => null,
    };

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
}
