using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>One release, with what of it can settle a claim.</summary>
/// <param name="Ocid">The contracting process.</param>
/// <param name="Id">The release; empty where it has none.</param>
/// <param name="Date">When it was published.</param>
/// <param name="Content">Buyer, parties, tender, awards and contracts.</param>
/// <param name="Address">File, line and path.</param>
internal sealed record OcdsRelease(string Ocid, string Id, DateTimeOffset Date, JsonObject Content, string Address)
{
    private const double Largest = 1e15;
    private static readonly string[] Members = ["buyer", "parties", "tender", "awards", "contracts"];
    private static readonly string[] Lists = ["parties", "awards", "contracts", "items", "additionalClassifications", "roles", "suppliers"];
    private static readonly string[] Objects = ["buyer", "tender", "value", "unit", "classification", "address", "identifier", "procuringEntity"];
    private static readonly string[] Dates = ["dateSigned", "date"];

    /// <summary>A release, or null when it cannot be used, which has then been reported.</summary>
    public static OcdsRelease? Read(JsonElement release, string path, string label, int line, ProblemList problems)
    {
        int before = problems.ErrorCount;
        Place at = new(label, line);
        if (release.ValueKind != JsonValueKind.Object)
        {
            problems.Error(at, $"{path} is not an object:", release.ValueKind.ToString(), null, "a release is an object with 'ocid', 'id' and 'date'");
            return null;
        }

        string ocid = TextOf(release, "ocid") ?? "", shown = path.Length > 0 ? path : "the release";
        if (ocid.Length == 0) problems.Error(at, $"{shown} has no 'ocid'", null, null, "the standard requires one: it says which contracting process this is");
        DateTimeOffset date = default;
        string? day = TextOf(release, "date");
        if (day is null) problems.Error(at, $"{shown} ({ocid}) has no 'date'", null, null, "the standard requires one: without it nobody knows which release is the latest");
        else if (!IsDate(day, out date)) problems.Error(at, $"{shown}/date is not a date:", day, "such as 2026-03-31T00:00:00Z or 2026-03-31", "write it so");
        JsonObject content = [];
        foreach (string member in Members.Where(m => release.TryGetProperty(m, out _)))
        {
            JsonElement value = release.GetProperty(member);
            Check(value, member, path.Length > 0 ? $"{path}/{member}" : member, at, problems);
            content[member] = JsonNode.Parse(value.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = JsonPieces.Deepest });
        }

        return problems.ErrorCount > before ? null : new OcdsRelease(ocid, IdOf(release), date, content, path.Length > 0 ? $"{label}:{line} {path}" : $"{label}:{line}");
    }

    /// <summary>Whether a text is a date of the standard: a day, with or without time and zone.</summary>
    public static bool IsDate(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date) && text.Length >= 10 && text[4] == '-' && text[7] == '-' && date.Year is > 1900 and < 2200;

    // Wrong kinds of value are told here, with the path; what comes after may take them for granted.
    private static void Check(JsonElement value, string name, string path, Place at, ProblemList problems)
    {
        if (value.ValueKind == JsonValueKind.Null) return;
        if (Lists.Contains(name) && value.ValueKind != JsonValueKind.Array) Wrong("a list");
        else if (Objects.Contains(name) && value.ValueKind != JsonValueKind.Object) Wrong("an object");
        else if (name is "quantity" or "amount") CheckNumber(value, name, path, at, problems);
        else if (name == "currency" && !(value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 3)) Wrong("three letters such as USD");
        else if (Dates.Contains(name) && !(value.ValueKind == JsonValueKind.String && IsDate(value.GetString()!, out _))) Wrong("a date such as 2026-03-31T00:00:00Z");
        else if (name is "id" or "awardID" && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) Wrong("a text or a whole number");
        if (value.ValueKind == JsonValueKind.Object)
            foreach (JsonProperty member in value.EnumerateObject()) Check(member.Value, member.Name, $"{path}/{member.Name}", at, problems);
        if (value.ValueKind != JsonValueKind.Array) return;
        int index = 0;
        foreach (JsonElement entry in value.EnumerateArray())
        {
            string here = $"{path}/{index++}";
            if (name is "awards" or "contracts" or "items" && (entry.ValueKind != JsonValueKind.Object || IdOf(entry).Length == 0))
                problems.Error(at, $"{here} is not an object with an 'id'", entry.ValueKind == JsonValueKind.Object ? null : entry.ValueKind.ToString(), null, "the standard requires one: by it later releases amend this one");
            else if (entry.ValueKind == JsonValueKind.Object) Check(entry, "", here, at, problems);
        }

        void Wrong(string wanted) => problems.Error(at, $"{path} is not {wanted}:", value.GetRawText(), null, "correct it, or leave the member out");
    }

    private static void CheckNumber(JsonElement value, string name, string path, Place at, ProblemList problems)
    {
        if (value.ValueKind != JsonValueKind.Number) problems.Error(at, $"{path} is not a number:", value.GetRawText(), null, "write a number without quotes, or null");
        else if (!value.TryGetDouble(out double number) || !double.IsFinite(number) || Math.Abs(number) > Largest) problems.Error(at, $"{path} cannot be meant:", value.GetRawText(), $"up to {Largest:0e+0} in size", "check its exponent and its unit");
        else if (name == "quantity" && number < 0.0) problems.Error(at, $"{path} is negative:", value.GetRawText(), "0 or more", "a purchase cannot be less than nothing; check the sign");
    }

    private static string? TextOf(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static string IdOf(JsonElement of) => of.TryGetProperty("id", out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.ToString() : "";
}
