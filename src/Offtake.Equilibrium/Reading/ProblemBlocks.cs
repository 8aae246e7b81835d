namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the blocks of a file in the order in which they need each other.</summary>
internal static class ProblemBlocks
{
    /// <summary>The keys of a file.</summary>
    public static readonly IReadOnlyList<string> Keys =
        ["goods", "regions", "title", "source", "money", "demand", "supply", "routes", "tariffs", "export_taxes", "quotas", "activities", "markets", "expected"];

    // A dense tableau of twice this size still fits into memory; see EQU-9.
    private const int MostOthers = 4000;

    public static EquilibriumReading Read(YamlEntry root, FaultList faults)
    {
        ProblemDraft draft = new(faults);
        ReadGoods(root, draft);
        int before = faults.Count;
        if (root.Require("regions", "list the regions: [a, b]"))
        {
            foreach ((string text, Place at) in root.List("regions")) draft.Regions.Add(text, at, faults);
        }

        draft.Regions.IsComplete &= faults.Count == before;

        CurveBlocks.Read(root, draft);
        RouteBlock.Read(root, draft);
        TaxBlocks.Read(root, draft);
        QuotaBlock.Read(root, draft);
        ActivityBlock.Read(root, draft);
        MarketBlock.Read(root, draft);
        Expectations? expected = ExpectedBlock.Read(root, draft);
        int others = (draft.Regions.Names.Count * draft.Goods.Names.Count) + draft.Demand.Count + draft.Supply.Count + draft.Activities.Count + draft.Quotas.Count;
        if (others > MostOthers)
            faults.Add(new Place(0, 0), "the problem is too large: markets, curves, activities and quotas together are", $"{others}", $"up to {MostOthers}", "merge regions or goods");
        return faults.Any ? new EquilibriumReading(null, null, faults.Sorted()) : new EquilibriumReading(Problem(root, draft), expected, []);
    }

    private static void ReadGoods(YamlEntry root, ProblemDraft draft)
    {
        int before = draft.Faults.Count;
        root.Require("goods", "list the goods: [a, b], or with units {a: tonnes, b: tonnes}");
        IEnumerable<(string Name, Place At, NamedValue? Unit)> goods = root.IsMap("goods")
            ? root.Named("goods").Select(g => (g.Name, g.At, (NamedValue?)g.Value))
            : root.List("goods").Select(g => (g.Text, g.At, (NamedValue?)null));
        foreach ((string name, Place at, NamedValue? unit) in goods)
        {
            if (draft.Goods.Add(name, at, draft.Faults)) draft.Units.Add(unit?.Text ?? "");
            if (unit is { Text: null }) draft.Faults.Add(unit.At, "a unit must be one text", null, null, "write {wheat: tonnes a month}");
        }

        draft.Goods.IsComplete &= draft.Faults.Count == before;
    }

    private static SpatialProblem Problem(YamlEntry root, ProblemDraft draft) => new()
    {
        Title = root.Text("title") ?? "",
        Money = root.Text("money") ?? "money",
        Goods = [.. draft.Goods.Names.Zip(draft.Units, (name, unit) => new Good(name, unit))],
        Regions = draft.Regions.Names,
        Demand = [.. draft.Demand.Select(d => d.Curve)],
        Supply = [.. draft.Supply.Select(s => s.Curve)],
        Routes = draft.Routes,
        Quotas = draft.Quotas,
        Activities = draft.Activities,
        Rules = draft.Rules,
    };
}
