using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Joining;

/// <summary>The rows of one table of several worlds, those they share once.</summary>
/// <remarks>
/// Goods, recipes, plants, uses, paths and measures belong to one world: the same id in two of them is an error. Any other row may stand in several
/// worlds if it says the same there: the same numbers with the same ranges. Titles, notes, reasons and who vouches may differ; the first world's stand.
/// </remarks>
internal static class SharedRows
{
    private static readonly TableShape[] OfOneWorld =
    [
        WorldShapes.Commodities, WorldShapes.Processes, WorldShapes.Ores, WorldShapes.Facilities, WorldShapes.Uses,
        WorldShapes.Drivers, WorldShapes.Seasons, WorldShapes.Calendar,
    ];

    private static readonly string[] Wording = ["title", "note", "source", "reason", "address", "licence", "drives"];

    public static IReadOnlyList<Row> Of(TableShape shape, IReadOnlyList<WorldDraft> worlds, ProblemList problems)
    {
        List<Row> rows = [];
        Dictionary<string, (Row Row, WorldDraft World)> known = new(StringComparer.Ordinal);
        bool isOwned = OfOneWorld.Contains(shape);
        foreach (WorldDraft world in worlds)
        {
            HashSet<string> reported = [];
            foreach (Row row in world[shape].Rows)
            {
                string key = isOwned ? row.Text(shape.Key[0]) : row.Key;
                if (!known.TryGetValue(key, out (Row Row, WorldDraft World) first)) known[key] = first = (row, world);
                if (first.World == world) rows.Add(row);
                else if (isOwned && reported.Add(key))
                    problems.Error(
                        row.At, $"two of the joined worlds have this {shape.Key[0]} (the other stands in {first.Row.At}):", key, null,
                        "rename one of them; what belongs to one world may not stand in another");
                else if (!isOwned) Compare(first, (row, world), key, problems);
            }
        }

        return rows;
    }

    private static void Compare((Row Row, WorldDraft World) first, (Row Row, WorldDraft World) other, string key, ProblemList problems)
    {
        TableShape shape = other.Row.Table.Shape;
        foreach (string column in shape.Known.Where(c => !Wording.Contains(c) && !c.EndsWith("_source", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            string here = Meaning(other.Row.Text(column), other.World), there = Meaning(first.Row.Text(column), first.World);
            if (here == there) continue;
            string remedy = shape == WorldShapes.Parameters
                ? $"make both rows say the same, or state in the scenario whose behaviour holds: 'behaviour-of: {first.World.Text.Id}'"
                : "make both rows say the same, or rename one if they mean different things";
            problems.Error(
                other.Row.At, $"joined worlds differ in '{key}', column '{column}' ('{first.Row.Text(column)}' in {first.Row.At}):", other.Row.Text(column), null, remedy);
        }
    }

    /// <summary>What a cell says: a number however it is written, and what stands behind the name of an assumption.</summary>
    private static string Meaning(string text, WorldDraft world)
    {
        if (text.StartsWith('@') && world.Book.AssumptionNames.IndexOf(text[1..]) is >= 0 and int index)
            return $"{world.Book.Assumptions[index].Value:R} {world.Book.Assumptions[index].Spread}";
        return NumberText.ValueOrNull(text) is { } value ? $"{value:R}" : text;
    }
}
