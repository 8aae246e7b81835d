using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Cli.Analyse;

/// <summary>What an analysis found, for people and for programs at once. docs/analyse.md describes the names in the JSON.</summary>
internal sealed class Findings
{
    /// <summary>Version of the names and their meaning.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _document;
    private readonly List<string> _lines = [];

    public Findings(AnalyseWords words, AnalysedTable table)
    {
        _document = new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["analysis"] = words.Analysis,
            ["file"] = words.File,
            ["rows"] = table.Table.Rows,
            ["inputs"] = new JsonArray([.. table.Inputs.Select(i => (JsonNode)JsonValue.Create(i.Name))]),
        };
    }

    /// <summary>A value beside the results, such as how the sample was laid out.</summary>
    public JsonNode? this[string name]
    {
        set => _document[name] = value;
    }

    /// <summary>Adds what was found about one outcome.</summary>
    public void Add(Outcome outcome, JsonObject found, IEnumerable<string> lines)
    {
        found.Insert(0, "outcome", outcome.Name);
        if (_document["results"] is JsonArray results) results.Add(found);
        else _document["results"] = new JsonArray(found);
        if (_lines.Count > 0) _lines.Add("");
        _lines.AddRange(lines);
    }

    public void Write(bool json, TextWriter to)
    {
        if (json) to.Write(_document.ToJsonString(Layout) + "\n");
        else
        {
            foreach (string line in _lines) to.WriteLine(Printable.Line(line));
        }
    }

    /// <summary>A number, or null for what is not known.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonObject Of(Estimate estimate) => new() { ["value"] = Number(estimate.Value), ["low"] = Number(estimate.Low), ["high"] = Number(estimate.High) };

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    public static JsonArray Of(Box box) => List(box.Limits, l => new JsonObject
    {
        ["input"] = l.Column,
        ["from"] = Number(l.Low),
        ["below"] = Number(l.High),
        ["words"] = l.Allowed is null ? null : List(l.Allowed, w => JsonValue.Create(w)),
    });
}
