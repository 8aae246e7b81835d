using System.Text.Json.Nodes;
using Offtake.Cli.Analyse;
using Offtake.Experiments.Tracing;
using Offtake.PlainText;
using Offtake.World;
using Offtake.World.Records;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence record</c>: what a record holds, before a question is put to it. It sets nothing.</summary>
internal static class EvidenceRecord
{
    private const int RowsInSight = 40;
    private const int LongestText = 44;

    public static int Go(string file, string? form, bool json, Surroundings around)
    {
        string[] forms = [.. Enum.GetNames<RecordForm>().Select(f => f.ToLowerInvariant())];
        if (form is not null && !forms.Contains(form))
        {
            ProblemText.Write([new Problem(Severity.Error, "--form", 0, null, "unknown form", form, string.Join(", ", forms), NearestName.Remedy(form, forms))], around.Error);
            return ExitCodes.BadInput;
        }

        // Whoever names a file may see it; only checks are bound to the folder of records.
        string path = Path.GetFullPath(file, around.Folder);
        RecordForm read = form is null ? UsualForm(path) : Enum.Parse<RecordForm>(form, ignoreCase: true);
        Reading<RecordContent> reading = RecordReader.Read(Path.GetDirectoryName(path) ?? path, Path.GetFileName(path), read);
        ProblemText.Write(reading.Problems, around.Error);
        if (!reading.Succeeded) return ExitCodes.BadInput;
        if (json) around.Out.Write(EvidenceFolder.Text(Document(reading.Value)));
        else Write(reading.Value, around);
        return ExitCodes.Done;
    }

    private static RecordForm UsualForm(string path)
    {
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return RecordForm.Ocds;
        string first = File.Exists(path) ? File.ReadLines(path).FirstOrDefault() ?? "" : "";
        return first.Contains("reporter", StringComparison.OrdinalIgnoreCase) ? RecordForm.Trade : RecordForm.List;
    }

    private static void Write(RecordContent record, Surroundings around)
    {
        around.Out.WriteLine($"{ProblemText.Of(record.Rows.Count, "row")}; sha256 {record.Sha256}");
        TextTable table = new("who", "what", "months", "stage", "quantity", "unit", "value", "where it stands");
        foreach (RecordRow r in record.Rows.Take(RowsInSight))
            table.Add(Short(string.Join(" | ", r.Who.Distinct())), Short(string.Join(" | ", r.What.Distinct())), r.Months?.ToString() ?? "–", r.Standing == Standing.Good ? r.Stage : $"{r.Stage} ({r.Status})", Number(r.Quantity), r.Unit, r.Value is null ? "–" : $"{Number(r.Value)} {r.Currency}", r.Address);
        foreach (string line in table.Lines(0, 1, 2, 3, 5, 7)) around.Out.WriteLine(Printable.Line(line));
        if (record.Rows.Count > RowsInSight) around.Out.WriteLine($"  … and {record.Rows.Count - RowsInSight} more; --json lists all.");
        foreach (string remark in record.Remarks) around.Out.WriteLine(Printable.Line($"Note: {remark}"));
        foreach (string gap in record.Gaps) around.Out.WriteLine(Printable.Line($"Not read: {gap}"));
        around.Out.WriteLine("A question to it is a file in checks/; docs/evidence.md says how.");
    }

    private static JsonObject Document(RecordContent record) => new()
    {
        ["schemaVersion"] = 1,
        ["sha256"] = record.Sha256,
        ["rows"] = new JsonArray([.. record.Rows.Select(r => (JsonNode)new JsonObject
        {
            ["id"] = r.Id,
            ["who"] = EvidenceFolder.Texts(r.Who),
            ["otherWho"] = EvidenceFolder.Texts(r.OtherWho),
            ["what"] = EvidenceFolder.Texts(r.What),
            ["titles"] = EvidenceFolder.Texts(r.Titles),
            ["where"] = EvidenceFolder.Texts(r.Where),
            ["months"] = r.Months?.ToString(),
            ["stage"] = r.Stage,
            ["standing"] = r.Standing.ToString().ToLowerInvariant(),
            ["status"] = r.Status,
            ["quantity"] = r.Quantity,
            ["unit"] = r.Unit,
            ["value"] = r.Value,
            ["currency"] = r.Currency,
            ["address"] = r.Address,
        })]),
        ["remarks"] = EvidenceFolder.Texts(record.Remarks),
        ["gaps"] = EvidenceFolder.Texts(record.Gaps),
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    private static string Number(double? amount) => amount is { } value ? EvidenceTrace.Number(value) : "–";
}
