using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Offtake.Equilibrium.Report;

/// <summary>Writes an equilibrium, or the reason why there is none, for a program.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SpatialOutcome outcome, Expectations? expected)
    {
        JsonObject document = new() { ["schemaVersion"] = EquilibriumReport.SchemaVersion, ["solved"] = outcome.Equilibrium is not null };
        if (outcome.Equilibrium is { } found) Fill(document, found, expected);
        else document["refusal"] = new JsonObject { ["kind"] = Camel(outcome.Refusal!.Kind.ToString()), ["sentence"] = outcome.Refusal.Sentence };
        return document.ToJsonString(Layout) + "\n";
    }

    private static void Fill(JsonObject document, SpatialEquilibrium found, Expectations? expected)
    {
        SpatialProblem p = found.Problem;
        document["title"] = p.Title;
        document["money"] = p.Money;
        document["goods"] = Each(p.Goods, (g, _) => new JsonObject { ["name"] = g.Name, ["unit"] = g.Unit });
        document["markets"] = Each(found.Markets, (m, i) => MarketOf(p, m, i));
        document["routes"] = Each(found.Routes, (r, i) => RouteOf(p, r, i));
        document["activities"] = Each(found.Activities, (a, i) => new JsonObject
        {
            ["name"] = p.Activities[i].Name, ["region"] = p.Regions[p.Activities[i].Region],
            ["level"] = a.Level, ["capacityRent"] = a.CapacityRent, ["profit"] = a.Profit,
        });
        document["quotas"] = Each(found.Quotas, (q, k) => new JsonObject
        {
            ["name"] = p.Quotas[k].Name, ["cap"] = p.Quotas[k].Cap, ["used"] = q.Used, ["rentPerUnit"] = q.Rent, ["rentRevenue"] = q.Revenue,
        });
        document["surplus"] = Each(found.Surplus, (s, r) => SurplusOf(p.Regions[r], s));
        document["totalSurplus"] = found.TotalSurplus;
        document["check"] = new JsonObject
        {
            ["relativeResidual"] = found.Check.Residual, ["largestAcceptedResidual"] = SpatialSolver.LargestResidual, ["where"] = found.Check.Where,
            ["variables"] = found.Check.Variables, ["pivots"] = found.Check.Pivots, ["method"] = Camel(found.Check.Method),
        };
        document["notes"] = new JsonArray([.. found.Notes.Select(n => (JsonNode?)JsonValue.Create(n))]);
        if (expected is null) return;
        document["expected"] = new JsonObject
        {
            ["tolerance"] = expected.Tolerance,
            ["values"] = Each(expected.Compare(found), (c, _) => new JsonObject
            {
                ["what"] = c.What, ["line"] = c.Line, ["expected"] = c.Expected, ["found"] = c.Found, ["met"] = c.IsMet,
            }),
        };
    }

    private static JsonObject MarketOf(SpatialProblem p, MarketResult m, int market) => new()
    {
        ["region"] = p.Regions[market / p.Goods.Count],
        ["good"] = p.Goods[market % p.Goods.Count].Name,
        ["price"] = m.Price,
        ["traded"] = m.IsTraded,
        ["supply"] = m.Supply,
        ["demand"] = m.Demand,
        ["made"] = m.Made,
        ["used"] = m.Used,
        ["exports"] = m.Exports,
        ["imports"] = m.Imports,
        ["disposed"] = m.Disposed,
        ["boughtAtFloor"] = m.BoughtAtFloor,
        ["capacityRent"] = m.CapacityRent,
    };

    private static JsonObject RouteOf(SpatialProblem p, RouteResult r, int index)
    {
        Route route = p.Routes[index];
        return new JsonObject
        {
            ["good"] = p.Goods[route.Good].Name,
            ["from"] = p.Regions[route.From],
            ["to"] = p.Regions[route.To],
            ["name"] = route.Name,
            ["flow"] = r.Flow,
            ["lossPerUnit"] = r.Loss,
            ["exportTax"] = r.ExportTax,
            ["tariff"] = r.Tariff,
            ["quotaRent"] = r.Rent,
        };
    }

    private static JsonObject SurplusOf(string region, RegionSurplus s) => new()
    {
        ["region"] = region,
        ["consumers"] = s.Consumers,
        ["producers"] = s.Producers,
        ["activities"] = s.Activities,
        ["quotaRents"] = s.QuotaRents,
        ["tariffs"] = s.Tariffs,
        ["exportTaxes"] = s.ExportTaxes,
        ["floorPurchases"] = s.FloorPurchases,
        ["total"] = s.Total,
    };

    private static JsonArray Each<T>(IReadOnlyList<T> items, Func<T, int, JsonObject> write) => new([.. items.Select((item, i) => (JsonNode?)write(item, i))]);

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
