using System.Text.Json.Nodes;

namespace Offtake.World.Records;

/// <summary>Puts the releases of a contracting process together: what is later replaces what was earlier, entries of lists are told by their ids, and null takes away.</summary>
/// <remarks>The rules are those of https://standard.open-contracting.org/1.1/en/schema/merging/. Lists whose entries have no ids are replaced as a whole.</remarks>
internal static class OcdsMerge
{
    public static void Into(JsonObject target, JsonObject later)
    {
        foreach ((string name, JsonNode? value) in later.ToArray())
        {
            if (value is null) target.Remove(name);
            else if (value is JsonObject from && target[name] is JsonObject into) Into(into, from);
            else if (value is JsonArray entries && target[name] is JsonArray known && HaveIds(entries) && HaveIds(known)) Into(known, entries);
            else target[name] = value.DeepClone();
        }
    }

    /// <summary>The id of an entry as a text; empty where it has none.</summary>
    public static string IdOf(JsonNode? entry) => entry is JsonObject o && o["id"] is JsonValue id ? id.ToString() : "";

    private static void Into(JsonArray known, JsonArray entries)
    {
        Dictionary<string, JsonObject> entryOf = new(StringComparer.Ordinal);
        foreach (JsonObject entry in known.OfType<JsonObject>()) entryOf.TryAdd(IdOf(entry), entry);
        foreach (JsonObject entry in entries.OfType<JsonObject>())
        {
            if (entryOf.TryGetValue(IdOf(entry), out JsonObject? into)) Into(into, entry);
            else known.Add(entryOf[IdOf(entry)] = entry.DeepClone().AsObject());
        }
    }

    private static bool HaveIds(JsonArray entries) => entries.All(e => IdOf(e).Length > 0);
}
