using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.Validation;
using Spectre.Console;

namespace Offtake.Cli;

/// <summary>Known answers beside results, for people and for programs.</summary>
internal static class ValidateReport
{
    /// <summary>Version of the names in the JSON and their meaning.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line an answer, then how many are met.</summary>
    public static void Text(ValidationOutcome outcome, TextWriter to, int width)
    {
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("id").NoWrap()).AddColumns("case", "source");
        foreach (string column in new[] { "expected", "tolerance", "result" }) table.AddColumn(new TableColumn(column).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("met").NoWrap());
        Check? last = null;
        foreach (Check check in outcome.Checks)
        {
            bool isNew = last?.Id != check.Id || last.Case != check.Case;
            if (isNew && check.Item.Length > 0) table.AddRow(new[] { check.Id, check.Case, check.Source }.Select(c => new Text(Printable.Line(c))));
            string[] cells = [check.Id, check.Item.Length > 0 ? "  " + check.Item : check.Case, check.Item.Length > 0 ? "" : check.Source, Number(check.Expected), Tolerance(check.Tolerance), Number(check.Result), check.IsMet ? "yes" : "NO"];
            table.AddRow(cells.Select(c => new Text(Printable.Line(c))));
            last = check;
        }

        using StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        console.Write(table);
        foreach (string line in text.ToString().Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)) to.WriteLine(line);
        int met = outcome.Checks.Count(c => c.IsMet);
        to.WriteLine($"{met} of {ProblemText.Of(outcome.Checks.Count, "known answer")} met. What this proves and what not: docs/validate.md.");
    }

    /// <summary>One document; a result that is no number is null.</summary>
    public static void Json(ValidationOutcome outcome, TextWriter to)
    {
        JsonObject document = new()
        {
            ["schemaVersion"] = SchemaVersion,
            ["checks"] = outcome.Checks.Count,
            ["met"] = outcome.Checks.Count(c => c.IsMet),
            ["isValid"] = outcome.Problems.Count == 0 && outcome.Checks.All(c => c.IsMet),
            ["answers"] = new JsonArray([.. outcome.Checks.Select(c => (JsonNode)new JsonObject
            {
                ["id"] = c.Id,
                ["case"] = c.Case,
                ["item"] = c.Item,
                ["source"] = c.Source,
                ["expected"] = c.Expected,
                ["tolerance"] = c.Tolerance.Value,
                ["toleranceIsRelative"] = c.Tolerance.IsRelative,
                ["result"] = double.IsFinite(c.Result) ? c.Result : null,
                ["isMet"] = c.IsMet,
            })]),
            ["problems"] = new JsonArray([.. outcome.Problems.Select(p => (JsonNode)JsonValue.Create(p.Sentence))]),
        };
        to.Write(document.ToJsonString(Layout) + "\n");
    }

    private static string Tolerance(Tolerance tolerance) => tolerance.IsRelative
        ? (tolerance.Value * 100.0).ToString("0.######", CultureInfo.InvariantCulture) + " %"
        : tolerance.Value.ToString("0.######e+0", CultureInfo.InvariantCulture);

    private static string Number(double value) => !double.IsFinite(value) ? "–"
        : value != 0.0 && Math.Abs(value) < 1e-5 ? value.ToString("0.0e+0", CultureInfo.InvariantCulture)
        : value.ToString("#,0.######", CultureInfo.InvariantCulture);
}
