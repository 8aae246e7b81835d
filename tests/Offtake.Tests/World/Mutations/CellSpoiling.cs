namespace Offtake.Tests.World.Mutations;

/// <summary>Every column of a sheet, every kind of cell in it, every mutation that fits: one row each.</summary>
internal static class CellSpoiling
{
    public static IEnumerable<Spoilt> Of(CsvSheet sheet, CellKinds kinds) => sheet.Columns.SelectMany(column => Cells(sheet, column, kinds)
        .Concat(UnitChanges(sheet, column)).Concat(Ranges(sheet, column)));

    private static IEnumerable<Spoilt> Cells(CsvSheet sheet, string column, CellKinds kinds)
    {
        foreach (IGrouping<CellKind, int> rows in Enumerable.Range(0, sheet.Rows.Count).GroupBy(r => kinds.Of(sheet.Cell(r, column))))
        {
            int[] row = [.. rows];
            foreach (CellMutation mutation in CellMutation.All.Where(m => m.Of.Contains(rows.Key)))
            {
                int chosen = row[Index(sheet.Name + column + mutation.Name, row.Length)];
                string was = sheet.Cell(chosen, column);
                if (mutation.Apply(was) is { } text && text != was) yield return Spoil(sheet, chosen, column, mutation.Name, text, mutation.Wanted);
            }
        }
    }

    private static IEnumerable<Spoilt> UnitChanges(CsvSheet sheet, string column)
    {
        if (column != "unit" || sheet.Rows.Count == 0) yield break;
        foreach (string unit in new[] { "kg", "thousand t per year", "EUR/t", "%" })
            yield return Spoil(sheet, Index(sheet.Name + unit, sheet.Rows.Count), column, "unit changed", unit, Answer.Problem);
        for (int r = 0; r < sheet.Rows.Count; r++)
        {
            string other = sheet.Cell(r, column) switch { "months" => "years", "years" => "months", "t per year" or "t REO per year" => "t per month", _ => "" };
            if (other.Length == 0) continue;
            yield return Spoil(sheet, r, column, "unit of time changed", other, Answer.Problem);
            break;
        }
    }

    /// <summary>Low and high exchanged, a value above high, half a range.</summary>
    private static IEnumerable<Spoilt> Ranges(CsvSheet sheet, string column)
    {
        string low = column == "value" && sheet.Columns.Contains("low") ? "low" : column + "_low";
        string high = column == "value" && sheet.Columns.Contains("high") ? "high" : column + "_high";
        if (!sheet.Columns.Contains(low) || !sheet.Columns.Contains(high)) yield break;
        int[] rows = [.. Enumerable.Range(0, sheet.Rows.Count).Where(r => IsRange(sheet, r, column, low, high))];
        if (rows.Length == 0) yield break;
        int row = rows[Index(sheet.Name + column, rows.Length)];
        string from = sheet.Cell(row, low), to = sheet.Cell(row, high);
        yield return Spoil(sheet.With(row, low, to), row, high, "low and high exchanged", from, Answer.Problem) with { Column = column };
        yield return Spoil(sheet, row, column, "above high", Number(to, 1.5, 1.0), Answer.Bound);
        yield return Spoil(sheet, row, column, "below low", Number(from, 0.5, -0.001), Answer.Bound);
        yield return Spoil(sheet, row, column, "a thousand times as much", Number(to, 1000.0, 0.0), Answer.Bound);
        yield return Spoil(sheet, row, low, "half a range", "", Answer.Problem);
        yield return Spoil(sheet, row, high, "half a range", "", Answer.Problem);
    }

    private static bool IsRange(CsvSheet sheet, int row, string column, string low, string high) =>
        double.TryParse(sheet.Cell(row, low), out double l) && double.TryParse(sheet.Cell(row, high), out double h) && l < h && double.TryParse(sheet.Cell(row, column), out _);

    private static string Number(string text, double factor, double more) =>
        ((double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * factor) + more).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Spoilt Spoil(CsvSheet sheet, int row, string column, string mutation, string text, Answer wanted) =>
        new(sheet.With(row, column, text), sheet.Rows[row][0], sheet.LineOf(row), column, mutation, sheet.Cell(row, column), text, wanted);

    /// <summary>The same choice every time, another one for every mutation.</summary>
    private static int Index(string seed, int count)
    {
        uint hash = 2166136261;
        foreach (char c in seed) hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash % (uint)count);
    }
}
