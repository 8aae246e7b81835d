using System.Text.Json.Nodes;
using Offtake.Model.Quantities;

namespace Offtake.World.Records;

/// <summary>Turns a merged contracting process into rows: an item of a contract; where the contract lists none, of its award; where nothing was awarded, of the tender.</summary>
/// <remarks>
/// A contract that was cancelled and an award that is not active are no purchase. Money stands with an item when its unit value is stated, or when it is the only item; otherwise the
/// value belongs to several items together and is not split.
/// </remarks>
internal sealed class OcdsRows(string ocid, JsonObject process, OcdsRelease last, ISet<string> remarks)
{
    private readonly string[] _who = Buyers(process, remarks);
    private readonly string[] _where = [.. Entries(process, "parties").Where(p => IsBuyer(p, process)).SelectMany(p => Texts(p["address"] as JsonObject, "locality", "region", "countryName"))];

    /// <summary>The rows of the process.</summary>
    public IEnumerable<RecordRow> All()
    {
        JsonObject[] awards = [.. Entries(process, "awards")], contracts = [.. Entries(process, "contracts")];
        if (awards.Length == 0 && contracts.Length == 0) return process["tender"] is JsonObject tender ? Of(tender, "tender", tender, null) : [];
        return awards.Where(IsActive).SelectMany(a => OfAward(a, contracts))
            .Concat(contracts.Where(c => IsCarriedOut(c) && !awards.Any(a => OcdsMerge.IdOf(a) == Text(c, "awardID"))).SelectMany(c => Of(c, "contract", c, null)));
    }

    private IEnumerable<RecordRow> OfAward(JsonObject award, JsonObject[] contracts)
    {
        JsonObject[] own = [.. contracts.Where(c => Text(c, "awardID") == OcdsMerge.IdOf(award))];
        if (own.Length > 0 && !own.Any(IsCarriedOut))
        {
            remarks.Add("Awards whose contracts were all cancelled are left out.");
            return [];
        }

        JsonObject[] signed = [.. own.Where(c => IsCarriedOut(c) && Text(c, "status") != "pending")];
        JsonObject[] itemised = [.. signed.Where(c => Entries(c, "items").Any())];
        if (itemised.Length > 0) return itemised.SelectMany(c => Of(c, "contract", c, award));
        return signed.Length > 0 ? Of(award, "contract", signed[0], award) : Of(award, "award", award, award);
    }

    private IEnumerable<RecordRow> Of(JsonObject holder, string stage, JsonObject dated, JsonObject? award)
    {
        JsonObject[] items = [.. Entries(holder, "items")];
        string[] titles = [.. new[] { holder, dated, award, process["tender"] as JsonObject }.SelectMany(o => Texts(o, "title", "description")).Distinct()];
        Period? when = When(dated, award);
        (double? whole, string currency) = Money((stage == "tender" ? holder["value"] : dated["value"] ?? holder["value"]) as JsonObject);
        string id = $"{ocid}/{stage}/{OcdsMerge.IdOf(dated)}";
        if (items.Length == 0)
        {
            yield return new RecordRow(id, _who, titles, _where, when, stage, null, "", whole, currency, last.Address);
            yield break;
        }

        if (items.Length > 1 && whole is not null && items.Any(i => ((i["unit"] as JsonObject)?["value"] as JsonObject)?["amount"] is null))
            remarks.Add("The value of a contract with several items is not split among them; such items have no value of their own here.");
        foreach (JsonObject item in items)
        {
            double? quantity = Number(item, "quantity");
            JsonObject? unit = item["unit"] as JsonObject;
            (double? price, string of) = Money(unit?["value"] as JsonObject);
            double? value = price * quantity ?? (items.Length == 1 ? whole : null);
            yield return new RecordRow(
                $"{id}/{OcdsMerge.IdOf(item)}", _who, [.. Texts(item, "description"), .. Codes(item["classification"] as JsonObject), .. Entries(item, "additionalClassifications").SelectMany(Codes)], _where, when, stage,
                quantity, unit is null ? "" : Text(unit, "name") is { Length: > 0 } name ? name : Text(unit, "id"), value, price is not null && quantity is not null ? of : currency, last.Address);
        }
    }

    private Period? When(JsonObject dated, JsonObject? award)
    {
        foreach (string text in new[] { Text(dated, "dateSigned"), Text(dated, "date"), award is null ? "" : Text(award, "date") })
            if (text.Length > 0 && OcdsRelease.IsDate(text, out DateTimeOffset date)) return MonthOf(date);
        return MonthOf(last.Date);
    }

    // The day that was written, whatever its zone.
    private static Period MonthOf(DateTimeOffset date) => new(Month.Of(date.Year, date.Month), Month.Of(date.Year, date.Month));

    private static string[] Buyers(JsonObject process, ISet<string> remarks)
    {
        IEnumerable<string> named = Names(process["buyer"] as JsonObject);
        string[] all = [.. named.Concat(Entries(process, "parties").Where(p => IsBuyer(p, process)).SelectMany(Names)).Distinct()];
        if (all.Length > 0) return all;
        string[] entity = [.. Names((process["tender"] as JsonObject)?["procuringEntity"] as JsonObject)];
        remarks.Add(entity.Length > 0 ? "Where no buyer is named, the procuring entity stands for it." : "Some contracting processes name no buyer; no question about a buyer can meet them.");
        return entity;
    }

    private static bool IsBuyer(JsonObject party, JsonObject process) => process["buyer"] is JsonObject buyer && OcdsMerge.IdOf(buyer).Length > 0
        ? OcdsMerge.IdOf(party) == OcdsMerge.IdOf(buyer)
        : process["buyer"] is not JsonObject && (party["roles"] as JsonArray)?.Any(r => r is JsonValue && r.ToString() == "buyer") == true;

    private static IEnumerable<string> Names(JsonObject? party) =>
        [.. Texts(party, "name", "id"), .. Texts(party?["identifier"] as JsonObject, "legalName", "id")];

    private static IEnumerable<string> Codes(JsonObject? c)
    {
        if (c is null) yield break;
        if (Text(c, "description") is { Length: > 0 } words) yield return words;
        if (Text(c, "id") is not { Length: > 0 } code) yield break;
        yield return code;
        if (Text(c, "scheme") is { Length: > 0 } scheme) yield return $"{scheme}:{code}";
    }

    private static bool IsActive(JsonObject award) => Text(award, "status") is "" or "active";

    private static bool IsCarriedOut(JsonObject contract) => Text(contract, "status") != "cancelled";

    private static IEnumerable<JsonObject> Entries(JsonObject of, string name) => (of[name] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Texts(JsonObject? of, params string[] names) => of is null ? [] : names.Select(n => Text(of, n)).Where(t => t.Length > 0);

    private static string Text(JsonObject of, string name) => of[name] is JsonValue value ? value.ToString() : "";

    private static double? Number(JsonObject of, string name) => of[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static (double? Amount, string Currency) Money(JsonObject? value) => value is null ? (null, "") : (Number(value, "amount"), Text(value, "currency"));
}
