using System.Globalization;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads seasons: twelve factors each, whose mean is one, so that a season moves what happens within a year and not how much.</summary>
internal static class SeasonRows
{
    private const int MonthsOfYear = 12;
    private const double Rounding = 1e-3;

    /// <summary>The ids in order of their first row.</summary>
    public static IEnumerable<string> Ids(Table table) => table.Rows.Select(r => r.Text("id")).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    public static IReadOnlyList<Season> Read(WorldDraft world)
    {
        ILookup<string, Row> rowsOf = world[WorldShapes.Seasons].Rows.ToLookup(r => r.Text("id"));
        return [.. world.SeasonNames.Names.Select(id => ReadOne(id, [.. rowsOf[id]], world))];
    }

    private static Season ReadOne(string id, IReadOnlyList<Row> rows, WorldDraft world)
    {
        Parameter[] factors = new Parameter[MonthsOfYear];
        bool isWhole = true;
        foreach (Row row in rows)
        {
            Parameter factor = world.Book.Number(row, "factor", NumberKind.AtLeastZero("multiple of the mean month"));
            int month = MonthOf(row, world);
            isWhole &= month > 0 && factor != WitnessBook.Unread;
            if (month > 0) factors[month - 1] = factor;
        }

        int[] absent = [.. Enumerable.Range(1, MonthsOfYear).Where(m => factors[m - 1] is null)];
        if (isWhole && absent.Length > 0 && world[WorldShapes.Seasons].IsComplete)
            world.Problems.Error(
                rows[0].At, $"season '{id}' says nothing of months", string.Join(", ", absent), "1 to 12",
                "add a row for each month, with 0 where nothing happens; absent is not zero");
        else if (isWhole && absent.Length == 0) CheckMean(id, factors, rows[0], world);
        return new Season(id, [.. factors.Select(f => f ?? WitnessBook.Unread)]);
    }

    private static int MonthOf(Row row, WorldDraft world)
    {
        string text = row.Required("month");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= MonthsOfYear) return month;
        if (text.Length > 0) world.Problems.Error(row.At, "'month' is no month of the year:", text, "1 to 12", "write 1 for January and 12 for December");
        return 0;
    }

    private static void CheckMean(string id, Parameter[] factors, Row first, WorldDraft world)
    {
        double mean = factors.Average(f => f.Value);
        if (Math.Abs(mean - 1.0) > Rounding)
            world.Problems.Error(
                first.At, $"the factors of season '{id}' have a mean of", $"{mean:0.####}", "1",
                "divide them by their mean; how much a year brings is said by amounts and drivers");
    }
}
