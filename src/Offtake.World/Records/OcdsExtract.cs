using System.Text.Json;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>Writes out what of a release is read, and tells what of that is of the wrong kind. An empty text and a date that cannot be meant are as good as absent.</summary>
internal sealed class OcdsExtract(Place at, ProblemList problems, ISet<string> remarks)
{
    private const double Largest = 1e15;

    /// <summary>The members of a shape in an object, as JSON.</summary>
    public byte[] Of(JsonElement found, OcdsShape shape, string path)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes)) Object(found, shape, path, writer);
        return bytes.ToArray();
    }

    private void Object(JsonElement found, OcdsShape shape, string path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (JsonProperty property in found.EnumerateObject())
            if (shape.Find(property.Name) is { } member) Member(property.Name, property.Value, member, path, writer);
        writer.WriteEndObject();
    }

    private void Member(string name, JsonElement value, OcdsMember member, string path, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNull(name);
            return;
        }

        string here = path.Length > 0 ? $"{path}/{name}" : name;
        switch (member.Kind)
        {
            case OcdsKind.Object:
                if (value.ValueKind != JsonValueKind.Object)
                {
                    Wrong(here, value, "an object");
                    return;
                }

                writer.WritePropertyName(name);
                Object(value, member.Of!, here, writer);
                return;
            case OcdsKind.Objects:
                List(name, value, member.Of!, here, writer);
                return;
            case OcdsKind.Texts or OcdsKind.Loose:
                Texts(name, value, member.Kind == OcdsKind.Loose, here, writer);
                return;
            case OcdsKind.Amount or OcdsKind.Quantity:
                if (Fault(value, member.Kind, here)) return;
                writer.WritePropertyName(name);
                value.WriteTo(writer);
                return;
            default:
                if (TextOf(value, member.Kind, here) is { Length: > 0 } text) writer.WriteString(name, text);
                return;
        }
    }

    private void List(string name, JsonElement value, OcdsShape of, string here, Utf8JsonWriter writer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Wrong(here, value, "a list");
            return;
        }

        writer.WriteStartArray(name);
        int index = 0;
        foreach (JsonElement entry in value.EnumerateArray())
        {
            string path = $"{here}/{index++}";
            if (entry.ValueKind == JsonValueKind.Object) Object(entry, of, path, writer);
            else Wrong(path, entry, "an object");
        }

        writer.WriteEndArray();
    }

    private void Texts(string name, JsonElement value, bool isLoose, string here, Utf8JsonWriter writer)
    {
        JsonElement[] entries = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        writer.WriteStartArray(name);
        foreach (JsonElement entry in entries.Where(e => isLoose ? e.ValueKind == JsonValueKind.String : e.ValueKind != JsonValueKind.Null))
            if (TextOf(entry, OcdsKind.Text, here) is { Length: > 0 } text) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private string TextOf(JsonElement value, OcdsKind kind, string here)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            Wrong(here, value, kind == OcdsKind.Date ? "a date such as 2026-03-31T00:00:00Z" : "a text");
            return "";
        }

        string text = value.ToString().Trim();
        if (text.Length == 0) return "";
        if (kind == OcdsKind.Currency && (text.Length != 3 || !text.All(char.IsAsciiLetter))) Wrong(here, value, "three letters such as USD");
        if (kind != OcdsKind.Date) return text;
        if (!OcdsRelease.IsDate(text, out DateTimeOffset date)) Wrong(here, value, "a date such as 2026-03-31T00:00:00Z or 2026-03-31");
        if (date.Year is > 1900 and < 2200) return text;
        remarks.Add("Dates before 1901 or after 2199 stand for no date.");
        return "";
    }

    private bool Fault(JsonElement value, OcdsKind kind, string here)
    {
        if (value.ValueKind != JsonValueKind.Number)
            problems.Error(at, $"{here} is not a number:", Shown(value), null, "write a number without quotes, or null");
        else if (!value.TryGetDouble(out double number) || !double.IsFinite(number) || Math.Abs(number) > Largest)
            problems.Error(at, $"{here} cannot be meant:", Shown(value), $"up to {Largest:0e+0} in size", "check its exponent and its unit");
        else if (kind == OcdsKind.Quantity && number < 0.0)
            problems.Error(at, $"{here} is negative:", Shown(value), "0 or more", "a purchase cannot be less than nothing; check the sign");
        else return false;
        return true;
    }

    private void Wrong(string here, JsonElement value, string wanted) =>
        problems.Error(at, $"{here} is not {wanted}:", Shown(value), null, "correct it, or leave the member out");

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText();
}
