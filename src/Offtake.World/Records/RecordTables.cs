using Offtake.Model.Quantities;
using Offtake.World.Files;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Records;

/// <summary>Reads tables of trade and plain lists. Every row names its source; the same row twice is an error, not twice the tonnes.</summary>
internal static class RecordTables
{
    private static readonly TableShape Trade = new("trade", "reporter partner hs flow period", "reporter partner hs flow? period tonnes usd? source", hasPlainIds: false);
    private static readonly TableShape List = new("list", "who what where period unit", "who what where period value? unit source", hasPlainIds: false);

    public static IReadOnlyList<RecordRow> Read(string path, string label, RecordForm form, ProblemList problems)
    {
        Folder folder = new(Path.GetDirectoryName(path)!, label[..label.LastIndexOf('/')]);
        TextFile? file = TextFile.Read(folder, Path.GetFileName(path), problems);
        if (file is not null && ForeignColumns.Refuse(file, form, problems)) return [];
        Table table = Table.Read(form == RecordForm.Trade ? Trade : List, file, label, problems);
        foreach (Row row in table.Rows) row.Required("source");
        return [.. table.Rows.Select(row => form == RecordForm.Trade ? OfTrade(row) : OfList(row))];
    }

    private static RecordRow OfTrade(Row row)
    {
        string hs = row.Required("hs");
        if (hs.Length > 0 && !hs.All(c => char.IsAsciiDigit(c) || c == '.'))
            row.Table.Problems.Error(row.At, "'hs' is not a code of the Harmonised System:", hs, "digits, with or without dots, such as 850511", "write one code a row");
        return new RecordRow(
            row.Key, [row.Required("reporter")], [hs, hs.Replace(".", "", StringComparison.Ordinal)], [row.Required("partner")], MonthsOf(row), row.Text("flow"),
            NotNegative(row, "tonnes"), "t", NotNegative(row, "usd"), "USD", row.At.ToString());
    }

    private static RecordRow OfList(Row row) => new(
        row.Key, [row.Required("who")], [row.Required("what")], [row.Required("where")], MonthsOf(row), "", NotNegative(row, "value"), row.Required("unit"), null, "", row.At.ToString());

    private static Period? MonthsOf(Row row)
    {
        string text = row.Required("period");
        if (Period.TryParse(text, out Period period)) return period;
        if (text.Length > 0) row.Table.Problems.Error(row.At, "'period' is not a period:", text, Period.Forms, "write it in one of these forms");
        return null;
    }

    private static double? NotNegative(Row row, string column)
    {
        if (row.Text(column) is not { Length: > 0 } text || NumberText.Read(text, column, row.At, row.Table.Problems) is not { } value) return null;
        if (value < 0.0) row.Table.Problems.Error(row.At, $"'{column}' is negative:", text, "0 or more", "check the sign; returns and corrections belong in rows of their own, with a positive number and a flow that says so");
        return value;
    }
}
