using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Joining;

/// <summary>Several worlds as one: the rows of all their tables. Places and evidence they share stand once; everything else is one world's own.</summary>
/// <remarks>A city that two worlds name is one city with one budget. An ore of one world holds nothing of an element that only another counts.</remarks>
internal static class JoinedWorld
{
    /// <summary>The joined draft; null when the worlds do not go together, which has been reported.</summary>
    /// <param name="worlds">Drafts without errors, in the order the scenario names them.</param>
    /// <param name="behaviourOf">The world whose <c>parameters.csv</c> holds; null when all must agree.</param>
    /// <param name="at">Where the scenario names them.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static WorldDraft? Of(IReadOnlyList<WorldDraft> worlds, string? behaviourOf, Place at, ProblemList problems)
    {
        WorldText text = TextOf(worlds, problems);
        Dictionary<TableShape, Table> tables = [];
        foreach (TableShape shape in WorldShapes.All)
        {
            IEnumerable<Row> rows = shape == WorldShapes.Parameters && behaviourOf is not null
                ? worlds.First(w => w.Text.Id == behaviourOf)[shape].Rows
                : SharedRows.Of(shape, worlds, problems);
            tables[shape] = Table.Joined(shape, at.File, problems, rows);
        }

        if (problems.HasErrors) return null;
        AbsentElements.AddTo(tables, worlds, at, problems);
        List<TextFile> files = [.. worlds.SelectMany(w => w.Files.Select(f => f with { Name = $"{w.Text.Id}/{f.Name}" }))];
        WorldDraft joined = WorldTables.Assemble(worlds[0].Folder, problems, tables, files, text, isJoined: true);
        Checks.Run(joined);
        return joined;
    }

    private static WorldText TextOf(IReadOnlyList<WorldDraft> worlds, ProblemList problems)
    {
        WorldText first = worlds[0].Text;
        foreach (WorldDraft other in worlds.Skip(1).Where(w => w.Text.Opening != first.Opening))
            problems.Error(
                new Place(other.Folder.LabelOf(WorldTextFile.Name), 0), "joined worlds open in different months:", $"{other.Text.Opening}", $"{first.Opening} in '{first.Id}'",
                "state flows and prices of the same month in both");
        return first with
        {
            Id = string.Join('+', worlds.Select(w => w.Text.Id)),
            Title = string.Join(" and ", worlds.Select(w => w.Text.Title)),
            Last = worlds.Min(w => w.Text.Last),
        };
    }
}
