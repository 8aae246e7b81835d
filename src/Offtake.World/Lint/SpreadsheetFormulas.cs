using Offtake.World.Numbers;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>No cell of text begins like a formula, so that a table opened in a spreadsheet shows what it says and runs nothing.</summary>
internal static class SpreadsheetFormulas
{
    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in WorldShapes.All.Concat(WorldShapes.Optional))
        {
            Table table = world[shape];
            string[] columns = [.. table.Columns.Where(c => !shape.NumberSet.Contains(c))];
            foreach (Row row in table.Rows)
                foreach (string column in columns)
                    if (LooksLikeOne(row.Text(column)))
                        world.Problems.Error(
                            row.At, $"'{column}' begins like a spreadsheet formula:", row.Text(column), null, "begin it with a letter");
        }
    }

    internal static bool LooksLikeOne(string text) => text.Length > 0 && text[0] switch
    {
        '=' or '@' => true,
        '+' or '-' => !NumberText.LooksLikeOne(text),
        _ => false,
    };
}
