namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the block <c>expected</c>.</summary>
internal sealed class ExpectedBlock
{
    private const double DefaultTolerance = 1e-6;

    private static readonly Dictionary<string, Func<MarketResult, double>> OfMarkets = new()
    {
        ["prices"] = m => m.Price,
        ["supplies"] = m => m.Supply,
        ["demands"] = m => m.Demand,
        ["made"] = m => m.Made,
        ["used"] = m => m.Used,
        ["disposed"] = m => m.Disposed,
        ["bought_at_floor"] = m => m.BoughtAtFloor,
        ["capacity_rents"] = m => m.CapacityRent,
    };

    private static readonly Dictionary<string, Func<RegionSurplus, double?>> OfRegions = new()
    {
        ["consumer_surplus"] = s => s.Consumers,
        ["producer_surplus"] = s => s.Producers,
        ["tariff_revenue"] = s => s.Tariffs,
        ["export_tax_revenue"] = s => s.ExportTaxes,
        ["government"] = s => s.Government,
        ["surplus"] = s => s.Total,
    };

    private static readonly string[] Keys =
        ["tolerance", .. OfMarkets.Keys, "flows", "activities", "activity_rents", "quota_rents", "quota_revenues", .. OfRegions.Keys];

    private readonly ProblemDraft _draft;
    private readonly List<Expectation> _items = [];

    private ExpectedBlock(ProblemDraft draft) => _draft = draft;

    public static Expectations? Read(YamlEntry root, ProblemDraft draft)
    {
        if (root.Map("expected", Keys) is not { } entry) return null;
        ExpectedBlock block = new(draft);
        foreach ((string key, Func<MarketResult, double> find) in OfMarkets) block.Markets(entry, key, find);
        foreach ((string key, Func<RegionSurplus, double?> find) in OfRegions) block.Regions(entry, key, find);
        block.Flows(entry);
        string[] activities = [.. draft.Activities.Select(a => a.Name)];
        block.Names(entry, "activities", "activity", activities, (e, i) => e.Activities[i].Level);
        block.Names(entry, "activity_rents", "activity", activities, (e, i) => e.Activities[i].CapacityRent);
        string[] quotas = [.. draft.Quotas.Select(q => q.Name)];
        block.Names(entry, "quota_rents", "quota", quotas, (e, i) => e.Quotas[i].Rent);
        block.Names(entry, "quota_revenues", "quota", quotas, (e, i) => e.Quotas[i].Revenue);
        return new Expectations(entry.Number("tolerance", NumberRange.Positive) ?? DefaultTolerance, [.. block._items.OrderBy(i => i.Line)]);
    }

    private void Markets(YamlEntry entry, string key, Func<MarketResult, double> find)
    {
        foreach ((string name, Place at, NamedValue value) in entry.Named(key))
        {
            int region = _draft.Regions.Find(name, at, _draft.Faults);
            foreach ((int good, NamedValue one) in ByGood(value))
            {
                if (one.Number(NumberRange.Any) is not { } expected || region < 0) continue;
                int market = (region * _draft.Goods.Names.Count) + good;
                _items.Add(new Expectation($"{key}: {_draft.Goods.Names[good]} in {name}", one.At.Line, expected, e => find(e.Markets[market])));
            }
        }
    }

    private void Flows(YamlEntry entry)
    {
        foreach ((string from, Place fromAt, NamedValue row) in entry.Named("flows"))
        {
            int origin = _draft.Regions.Find(from, fromAt, _draft.Faults);
            foreach ((string to, Place toAt, NamedValue value) in row.Children("write flows: {from: {to: value}}"))
            {
                int destination = _draft.Regions.Find(to, toAt, _draft.Faults);
                foreach ((int good, NamedValue one) in ByGood(value))
                {
                    if (one.Number(NumberRange.Any) is not { } expected || origin < 0 || destination < 0) continue;
                    string name = _draft.Goods.Names[good];
                    _items.Add(new Expectation(
                        $"flows: {name} from {from} to {to}", one.At.Line, expected,
                        e => from == to ? e.Market(from, name).KeptAtHome : e.Flow(from, to, name)));
                }
            }
        }
    }

    // Either one number for the sum of all regions, or one for each region named.
    private void Regions(YamlEntry entry, string key, Func<RegionSurplus, double?> find)
    {
        if (!entry.Has(key)) return;
        if (!entry.IsMap(key))
        {
            if (entry.Number(key, NumberRange.Any) is { } total)
                _items.Add(new Expectation($"{key} of all regions", entry.PlaceOf(key).Line, total, e => e.Surplus.Aggregate((double?)0.0, (sum, r) => sum + find(r))));
            return;
        }

        foreach ((string name, Place at, NamedValue value) in entry.Named(key))
        {
            int region = _draft.Regions.Find(name, at, _draft.Faults);
            if (value.Number(NumberRange.Any) is { } expected && region >= 0)
                _items.Add(new Expectation($"{key} of {name}", value.At.Line, expected, e => find(e.Surplus[region])));
        }
    }

    private void Names(YamlEntry entry, string key, string noun, string[] names, Func<SpatialEquilibrium, int, double> find)
    {
        foreach ((string name, Place at, NamedValue value) in entry.Named(key))
        {
            int index = Array.IndexOf(names, name);
            if (index < 0) _draft.Faults.Add(at, $"unknown {noun}", name, null, NearestName.Remedy(name, names));
            else if (index != Array.LastIndexOf(names, name)) _draft.Faults.Add(at, $"more than one {noun} is called", name, null, "give each its own name");
            else if (value.Number(NumberRange.Any) is { } expected)
                _items.Add(new Expectation($"{key}: {name}", value.At.Line, expected, e => find(e, index)));
        }
    }

    // Where there is one good its name may be left out.
    private IEnumerable<(int Good, NamedValue Value)> ByGood(NamedValue value)
    {
        if (!value.IsMap && _draft.Goods.Names.Count == 1)
        {
            yield return (0, value);
            yield break;
        }

        foreach ((string name, Place at, NamedValue one) in value.Children("write {good: value}"))
        {
            int good = _draft.Goods.Find(name, at, _draft.Faults);
            if (good != NameTable.Nowhere) yield return (good, one);
        }
    }
}
