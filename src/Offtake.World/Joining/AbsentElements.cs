using System.Text;
using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Joining;

/// <summary>Says of every ore that it holds none of the elements which only another world counts: absent is not zero, so it has to be said.</summary>
internal static class AbsentElements
{
    private const string Assumption = "none-of-another-world";

    public static void AddTo(Dictionary<TableShape, Table> tables, IReadOnlyList<WorldDraft> worlds, Place at, ProblemList problems)
    {
        StringBuilder rows = new("ore,element,share\n");
        int count = 0;
        foreach (WorldDraft world in worlds)
        {
            string[] others = [.. tables[WorldShapes.Elements].Rows.Select(r => r.Text("id")).Where(e => !world.ElementNames.Contains(e))];
            foreach (string ore in world.OreNames.Names)
            {
                foreach (string element in others) rows.Append($"{ore},{element},@{Assumption}\n");
                count += others.Length;
            }
        }

        if (count == 0) return;
        Append(WorldShapes.Ores, rows.ToString());
        Append(WorldShapes.Assumptions, $"id,value,low,high,unit,distribution,reason\n{Assumption},0,0,0,share,fixed,An ore of one world holds nothing that only another world counts.\n");

        void Append(TableShape shape, string text)
        {
            TextFile made = new(shape.File, at.File, Encoding.UTF8.GetBytes(text), text);
            tables[shape] = Table.Joined(shape, at.File, problems, [.. tables[shape].Rows, .. Table.Read(shape, made, at.File, problems).Rows]);
        }
    }
}
