using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.Model.Governance;
using Offtake.World.Institutions;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World.Formats;

/// <summary>JSON schemas of the files of institutions and scenarios, for editors. They are made from the keys that read; what a file names in a world they cannot know.</summary>
public static class EditorSchema
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";
    private const string MonthPattern = "^\\d{4}-\\d{2}$";
    private const string NumberPattern = "^(@[a-z0-9-]+|[+-]?[0-9.]+([eE][+-]?[0-9]+)?\\s*(%|months?|years?|((k|M|bn)\\s*)?(USD|CNY).*)?)$";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of <c>institutions/*.yaml</c>.</summary>
    public static string OfInstitutions()
    {
        JsonObject schema = Headed("An institution of offtake", Of(InstitutionFormat.Root));
        JsonObject reach = schema["properties"]!["reach"]!["items"]!.AsObject();
        reach["allOf"] = new JsonArray([.. Enum.GetValues<InstrumentKind>().Select(OfTerms)]);
        JsonObject target = schema["properties"]!["mandate"]!["properties"]!["targets"]!["items"]!.AsObject();
        target["oneOf"] = new JsonArray(Requiring(["attain"]), Requiring(["hold-below"]));
        schema["allOf"] = new JsonArray([.. RuleForm.All.Select(OfRule)]);
        schema["definitions"] = new JsonObject
        {
            ["number"] = new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "string", ["pattern"] = NumberPattern }, Of(InstitutionFormat.Number)) },
        };
        return Text(schema);
    }

    /// <summary>The schema of <c>scenarios/*/scenario.yaml</c>.</summary>
    public static string OfScenarios() => Text(Headed("A scenario of offtake", Of(ScenarioFormat.Root)));

    private static JsonObject Headed(string title, JsonObject schema)
    {
        JsonObject headed = new() { ["$schema"] = Draft, ["title"] = title };
        foreach ((string key, JsonNode? value) in schema.ToArray())
        {
            schema.Remove(key);
            headed[key] = value;
        }

        return headed;
    }

    private static string Text(JsonObject schema) => schema.ToJsonString(Written) + "\n";

    private static JsonObject Of(FileMap map)
    {
        JsonObject properties = [];
        foreach (FileKey key in map.Keys)
        {
            JsonObject value = Of(key);
            value["description"] = Sentence(key);
            properties[key.Name] = value;
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["required"] = Names(map.Required), ["properties"] = properties };
    }

    private static string Sentence(FileKey key) => key.Form == KeyForm.Word && key.Name == "instrument"
        ? key.Meaning + ": " + string.Join("; ", key.Words.Select(w => $"{w}: {(EnumText.TryParse(w, out InstrumentKind kind) ? InstrumentRule.Of(kind).Meaning : "")}"))
        : key.Meaning;

    private static JsonObject Of(FileKey key) => key.Form switch
    {
        KeyForm.Id => new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]+$" },
        KeyForm.Plain => new JsonObject { ["type"] = "number" },
        KeyForm.Number => new JsonObject { ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/number" }) },
        KeyForm.Month => new JsonObject { ["type"] = "string", ["pattern"] = MonthPattern },
        KeyForm.Word when key.Pattern is { } pattern => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = Names(key.Words) }, new JsonObject { ["type"] = "string", ["pattern"] = pattern }) },
        KeyForm.Word => new JsonObject { ["enum"] = Names(key.Words) },
        KeyForm.Texts => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }) },
        KeyForm.Map => Of(key.Map!),
        KeyForm.Maps => new JsonObject { ["type"] = "array", ["items"] = Of(key.Map!) },
        _ => new JsonObject { ["type"] = new JsonArray("string", "number") },
    };

    private static JsonObject OfTerms(InstrumentKind instrument)
    {
        InstrumentRule rule = InstrumentRule.Of(instrument);
        JsonObject forbidden = [];
        foreach (string term in TermRules.Names.Except(TermRules.KnownTo(rule))) forbidden[term] = false;
        JsonObject then = new() { ["properties"] = forbidden };
        if (rule.Needs.Count > 0) then["required"] = Names(rule.Needs);
        if (rule.ActsByTerms) then["anyOf"] = new JsonArray([.. rule.Knows.Select(t => Requiring([t]))]);
        return When("instrument", EnumText.Of(instrument), then);
    }

    private static JsonObject OfRule(RuleForm rule)
    {
        JsonObject forbidden = [];
        foreach (string key in RuleForm.Keys.Where(k => !rule.Needs.Contains(k) && !rule.Knows.Contains(k))) forbidden[key] = false;
        JsonObject then = new() { ["properties"] = forbidden };
        if (rule.Needs.Count > 0) then["required"] = Names(rule.Needs);
        return When("rule", rule.Name, then);
    }

    private static JsonObject When(string key, string word, JsonObject then) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { [key] = new JsonObject { ["const"] = word } }, ["required"] = Names([key]) },
        ["then"] = then,
    };

    private static JsonObject Requiring(IEnumerable<string> keys) => new() { ["required"] = Names(keys) };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);
}
