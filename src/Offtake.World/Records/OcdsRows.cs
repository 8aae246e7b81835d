using System.Text.Json.Nodes;
using Offtake.Model.Quantities;
using static Offtake.World.Records.OcdsText;

namespace Offtake.World.Records;

/// <summary>Turns a contracting process into rows: an item of a contract; where the contract lists none, of its award; where nothing was awarded, of the tender.</summary>
/// <remarks>
/// Nothing is dropped: what was cancelled, is pending or has a status the standard does not know is a row that says so. Money stands with an item when its unit value is stated, or when
/// it is the only item; otherwise the value belongs to several items together and is not split. A unit value of zero is taken for not stated.
/// </remarks>
internal sealed class OcdsRows(OcdsProcess process, ISet<string> remarks)
{
    private readonly OcdsParties _parties = new(process.Merged, remarks);
    private readonly JsonObject? _tender = process.Merged["tender"] as JsonObject;
    private readonly JsonObject[] _awards = [.. Entries(process.Merged, "awards")];
    private readonly JsonObject[] _contracts = [.. Entries(process.Merged, "contracts")];

    /// <summary>The rows of the process.</summary>
    public IEnumerable<RecordRow> All()
    {
        if (_awards.Length == 0 && _contracts.Length == 0) return _tender is null ? NothingYet() : Of(_tender, "tender", _tender, null, OcdsStanding.OfTender(_tender));
        ILookup<JsonObject?, JsonObject> contractsOf = _contracts.ToLookup(AwardOf);
        JsonObject[] orphans = [.. contractsOf[null]];
        bool isUnclear = orphans.Any(c => OcdsStanding.OfContract(c).IsGood && (One(c, "awardID").Length == 0 || _awards.Any(a => OcdsMerge.IdOf(a).Length == 0)));
        if (isUnclear && _awards.Length > 0) remarks.Add("Some contracts name no award, or awards have no id; awards without a contract beside them may be the same purchase and are not counted.");
        return _awards.SelectMany(a => OfAward(a, [.. contractsOf[a]], isUnclear)).Concat(orphans.SelectMany(c => Of(c, "contract", c, null, OcdsStanding.OfContract(c))));
    }

    private RecordRow[] NothingYet()
    {
        remarks.Add("Some contracting processes state neither a tender nor an award nor a contract, only plans or bids; these are not read.");
        return [];
    }

    // A contract is of the award it names; where one of them has no id, of the only one.
    private JsonObject? AwardOf(JsonObject contract)
    {
        string named = One(contract, "awardID");
        if (named.Length > 0 && _awards.FirstOrDefault(a => OcdsMerge.IdOf(a) == named) is { } award) return award;
        return _awards.Length == 1 && (named.Length == 0 || OcdsMerge.IdOf(_awards[0]).Length == 0) ? _awards[0] : null;
    }

    private IEnumerable<RecordRow> OfAward(JsonObject award, JsonObject[] own, bool isUnclear)
    {
        JsonObject[] signed = [.. own.Where(c => OcdsStanding.OfContract(c).IsGood)];
        if (signed.Length == 0)
        {
            OcdsStanding standing = OcdsStanding.OfAward(award);
            if (standing.IsGood && own.Length > 0) standing = OcdsStanding.OfUnsigned(own);
            if (standing.IsGood && own.Length == 0 && isUnclear) standing = new OcdsStanding(false, "award that may be of a contract counted already");
            return Of(award, "award", award, award, standing);
        }

        JsonObject[] itemised = [.. signed.Where(c => Entries(c, "items").Any())];
        // Items of the award belong to its contracts together: they are counted once, with the first, and not at all where contracts list their own.
        JsonObject? first = itemised.Length == 0 ? signed[0] : null;
        return signed.SelectMany(c => c == first ? Of(award, "contract", c, award, OcdsStanding.Good) : Of(c, "contract", c, award, OcdsStanding.Good));
    }

    private IEnumerable<RecordRow> Of(JsonObject holder, string stage, JsonObject dated, JsonObject? award, OcdsStanding standing)
    {
        JsonObject[] items = [.. Entries(holder, "items")];
        (Period? months, Period span) = OcdsDates.Of(process, stage, dated, award, remarks);
        (double? whole, string currency) = new[] { dated, holder, award }.Select(o => Money(o, "value")).FirstOrDefault(m => m.Amount is not null);
        string[] own = [.. new[] { holder, dated, award }.SelectMany(o => OcdsText.All(o, "title", "description")).Distinct()];
        string[] tendered = [.. About(_tender, "title", "description"), .. Lots(award)];
        RecordRow row = new($"{process.Ocid}/{stage}/{OcdsMerge.IdOf(dated)}", _parties.Who, own, _parties.Where, months, stage, null, "", whole, currency ?? "", process.Address)
        {
            OtherWho = _parties.OtherWho, Titles = [.. own.Concat(tendered).Distinct()], Span = span, Standing = standing.Standing, Status = standing.Words,
        };
        if (items.Length == 0)
        {
            yield return Alone(row, tendered, award);
            yield break;
        }

        if (items.Length > 1 && whole is not null && items.Any(i => !(Money(i["unit"] as JsonObject, "value").Amount > 0.0)))
            remarks.Add("The value of a contract with several items is not split among them; such items have no value of their own here.");
        foreach (JsonObject item in items) yield return OfItem(row, item, items.Length == 1, tendered, award);
    }

    // What lists no items is about what its tender is about, if it is the only award.
    private RecordRow Alone(RecordRow row, string[] tendered, JsonObject? award)
    {
        string[] items = [.. Entries(_tender, "items").Concat(Entries(award, "items")).SelectMany(i => About(i, "description"))];
        bool isOnly = row.Stage == "tender" || _awards.Count(a => OcdsStanding.OfAward(a).Standing != Standing.Void) <= 1;
        return isOnly ? row with { What = [.. row.What.Concat(tendered).Concat(items).Distinct()] } : row with { Titles = [.. row.Titles.Concat(items).Distinct()] };
    }

    private RecordRow OfItem(RecordRow row, JsonObject item, bool isOnly, string[] tendered, JsonObject? award)
    {
        double? quantity = Number(item, "quantity");
        JsonObject? unit = item["unit"] as JsonObject;
        (double? price, string of) = Money(unit, "value");
        bool isPriced = price is not null and not 0.0 && quantity is not null;
        string[] about = [.. About(item, "description")], names = [.. OcdsText.All(unit, "name"), .. Codes(unit)];
        RecordRow made = row with
        {
            Id = $"{row.Id}/{OcdsMerge.IdOf(item)}", Quantity = quantity, Unit = names.FirstOrDefault() ?? "", OtherUnits = names, Titles = [.. row.Titles.Concat(LotOf(item)).Distinct()],
            Value = isPriced ? price * quantity : isOnly ? row.Value ?? price * quantity : null, Currency = isPriced ? of : row.Currency,
        };
        return about.Length > 0 ? made with { What = about } : isOnly ? Alone(made, tendered, award) : made;
    }

    private IEnumerable<string> LotOf(JsonObject item) => LotsOf([.. List(item, "relatedLot")]);

    private IEnumerable<string> Lots(JsonObject? award) => LotsOf([.. List(award, "relatedLots")]);

    private IEnumerable<string> LotsOf(string[] ids) => ids.Length == 0 ? [] : Entries(_tender, "lots").Where(l => ids.Contains(OcdsMerge.IdOf(l))).SelectMany(l => OcdsText.All(l, "title", "description"));
}
