using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>One release, with what of it can settle a claim.</summary>
/// <param name="Ocid">The contracting process.</param>
/// <param name="Id">The release; empty where it has none.</param>
/// <param name="Date">When it was published; of a compiled release, when its last change was.</param>
/// <param name="IsCompiled">Whether it is tagged as put together from others.</param>
/// <param name="Bytes">Buyer, parties, tender, awards and contracts, as JSON.</param>
/// <param name="Address">File, line and path.</param>
internal sealed record OcdsRelease(string Ocid, string Id, DateTimeOffset Date, bool IsCompiled, byte[] Bytes, string Address)
{
    /// <summary>Buyer, parties, tender, awards and contracts, read anew at every call.</summary>
    public JsonObject Content() => JsonNode.Parse(Bytes, documentOptions: new JsonDocumentOptions { MaxDepth = JsonPieces.Deepest })!.AsObject();

    /// <summary>A release, or null when it cannot be used, which has then been reported.</summary>
    public static OcdsRelease? Read(JsonElement release, string path, string label, int line, ProblemList problems, ISet<string> remarks)
    {
        int before = problems.ErrorCount;
        Place at = new(label, line);
        if (release.ValueKind != JsonValueKind.Object)
        {
            problems.Error(at, $"{path} is not an object:", release.ValueKind.ToString(), null, "a release is an object with 'ocid', 'id' and 'date'");
            return null;
        }

        string ocid = TextOf(release, "ocid"), shown = path.Length > 0 ? path : "the release";
        if (ocid.Length == 0) problems.Error(at, $"{shown} has no 'ocid'", null, null, "the standard requires one: it says which contracting process this is");
        DateTimeOffset date = default;
        string day = TextOf(release, "date");
        if (day.Length == 0) problems.Error(at, $"{shown} ({ocid}) has no 'date'", null, null, "the standard requires one: without it nobody knows which release is the latest");
        else if (!IsDate(day, out date)) problems.Error(at, $"{shown}/date is not a date:", day, "such as 2026-03-31T00:00:00Z or 2026-03-31", "write it so");
        byte[] bytes = new OcdsExtract(at, problems, remarks).Of(release, OcdsShape.Release, path);
        return problems.ErrorCount > before ? null : new OcdsRelease(ocid, TextOf(release, "id"), date, IsTagged(release, "compiled"), bytes, path.Length > 0 ? $"{label}:{line} {path}" : $"{label}:{line}");
    }

    /// <summary>Whether a text begins with a day, as dates of the standard do; what follows may be a time, with or without fraction and zone.</summary>
    public static bool IsDate(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length < 10 || !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return false;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)) return true;
        date = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return text[10] is 'T' or 't' or ' ' && text[11..].All(c => char.IsAsciiDigit(c) || c is ':' or '.' or ',' or '+' or '-' or 'Z' or 'z' or ' ');
    }

    /// <summary>The text of a member, also where it is a number; empty where there is none.</summary>
    public static string TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement text) && text.ValueKind is JsonValueKind.String or JsonValueKind.Number ? text.ToString().Trim() : "";

    private static bool IsTagged(JsonElement release, string tag) =>
        release.TryGetProperty("tag", out JsonElement tags) && tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.ValueEquals(tag));
}
