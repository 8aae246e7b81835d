using System.Text.RegularExpressions;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Words that no list defines, such as stages and observed variables, are written alike: one that stands once and differs by a letter from another is most likely a slip.</summary>
internal static partial class LonelyNames
{
    private static readonly (TableShape Shape, string Column)[] Columns =
    [
        (WorldShapes.Commodities, "stage"), (WorldShapes.Processes, "stage"), (WorldShapes.Observed, "variable"), (WorldShapes.Observed, "subject"),
        (WorldShapes.Observed, "unit"), (WorldShapes.Claims, "system"), (WorldShapes.Claims, "kind"),
    ];

    public static void Check(WorldDraft world)
    {
        HashSet<string> ids = [.. world.CommodityNames.Names, .. world.FacilityNames.Names, .. world.UseNames.Names];
        foreach (IGrouping<string, (TableShape Shape, string Column)> alike in Columns.GroupBy(c => c.Column == "stage" ? "stage" : $"{c.Shape.Name}/{c.Column}"))
        {
            (Row Row, string Column, string Name)[] cells = [.. alike.SelectMany(c => world[c.Shape].Rows.SelectMany(row => Words(row, c.Column).Select(name => (row, c.Column, name))))];
            Dictionary<string, int> countOf = cells.GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.Count());
            string[] known = [.. countOf.Where(c => c.Value > 1).Select(c => c.Key), .. alike.Any(c => c.Column == "subject") ? ids : []];
            foreach ((Row row, string column, string name) in cells.Where(c => countOf[c.Name] == 1 && !ids.Contains(c.Name)))
                if (known.FirstOrDefault(k => k != name && NearestName.Distance(k, name) <= 1 && Digits().Replace(k, "") != Digits().Replace(name, "")) is { } near)
                    world.Problems.Warn(row.At, $"'{column}' has a name that stands nowhere else:", name, null, $"did you mean '{near}'?");
        }
    }

    private static IEnumerable<string> Words(Row row, string column) => row.Text(column).Split('+').Where(w => w.Length is > 2 and < 60);

    [GeneratedRegex(@"\d")]
    private static partial Regex Digits();
}
