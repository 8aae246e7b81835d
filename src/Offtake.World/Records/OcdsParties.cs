using System.Text.Json.Nodes;

namespace Offtake.World.Records;

/// <summary>Who buys in a contracting process, and where they are.</summary>
internal sealed class OcdsParties
{
    private static readonly string[] OnTheOtherSide = ["supplier", "tenderer", "payee", "subcontractor", "invitedSupplier", "reviewBody"];

    /// <summary>The parties of a process.</summary>
    public OcdsParties(JsonObject process, ISet<string> remarks)
    {
        JsonObject? buyer = process["buyer"] as JsonObject, entity = (process["tender"] as JsonObject)?["procuringEntity"] as JsonObject;
        JsonObject[] parties = [.. OcdsText.Entries(process, "parties")];
        JsonObject[] buyers = [.. parties.Where(p => IsSame(p, buyer) || Has(p, "buyer")), .. buyer is null ? [] : new[] { buyer }];
        JsonObject[] entities = [.. parties.Where(p => IsSame(p, entity) || Has(p, "procuringEntity")), .. entity is null ? [] : new[] { entity }];
        JsonObject[] others = [.. entities, .. parties.Where(p => !OcdsText.List(p, "roles").All(OnTheOtherSide.Contains))];
        string[] named = Names(buyers);
        if (named.Length == 0)
        {
            (buyers, named) = (entities, Names(entities));
            remarks.Add(named.Length > 0 ? "Where no buyer is named, the procuring entity stands for it." : "Some contracting processes name no buyer; of those it cannot be said whether they are meant.");
        }

        Who = named;
        OtherWho = [.. Names(others).Except(named)];
        Where = [.. buyers.SelectMany(p => OcdsText.All(p["address"] as JsonObject, "locality", "region", "countryName")).Distinct()];
    }

    /// <summary>Names and ids of the buyers; of the procuring entity where no buyer is named.</summary>
    public string[] Who { get; }

    /// <summary>Names and ids of the others on the side of the buyers, such as a procuring entity or a funder.</summary>
    public string[] OtherWho { get; }

    /// <summary>Where the buyers are.</summary>
    public string[] Where { get; }

    private static bool IsSame(JsonObject party, JsonObject? meant) => OcdsMerge.IdOf(meant).Length > 0 && OcdsMerge.IdOf(party) == OcdsMerge.IdOf(meant);

    private static bool Has(JsonObject party, string role) => OcdsText.List(party, "roles").Contains(role, StringComparer.OrdinalIgnoreCase);

    private static string[] Names(IEnumerable<JsonObject> parties) =>
        [.. parties.SelectMany(p => OcdsText.All(p, "name", "id").Concat(new[] { p["identifier"] as JsonObject }.Concat(OcdsText.Entries(p, "additionalIdentifiers")).SelectMany(Identifiers))).Distinct()];

    private static IEnumerable<string> Identifiers(JsonObject? identifier)
    {
        string id = OcdsText.One(identifier, "id"), scheme = OcdsText.One(identifier, "scheme");
        return [.. OcdsText.All(identifier, "legalName"), .. id.Length > 0 ? new[] { id } : [], .. id.Length > 0 && scheme.Length > 0 ? new[] { $"{scheme}-{id}" } : []];
    }
}
