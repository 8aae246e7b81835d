namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the block <c>quotas</c>.</summary>
internal static class QuotaBlock
{
    private static readonly string[] Keys = ["name", .. RouteFilter.Keys, "cap", "weights", "holder"];
    private static readonly string[] Holders = ["exporter", "importer"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        NameTable names = new("quota");
        foreach (YamlEntry entry in root.Entries("quotas", Keys))
        {
            entry.Require("name", "results need it");
            if (entry.Spot("name") is { } name) names.Add(name.Text, name.At, draft.Faults);
            entry.Require("cap", "write the most that may be carried");
            double? cap = entry.Number("cap", NumberRange.NotNegative);
            Dictionary<int, double> weights = Weights(entry, draft);
            QuotaTerm[] terms = [.. RouteFilter.Find(entry, draft)
                .Where(i => !entry.Has("weights") || weights.ContainsKey(draft.Routes[i].Good))
                .Select(i => new QuotaTerm(i, weights.GetValueOrDefault(draft.Routes[i].Good, 1.0)))];
            draft.Quotas.Add(new Quota(entry.Text("name") ?? "", cap ?? 0.0, terms, Holder(entry, draft)));
        }
    }

    private static Dictionary<int, double> Weights(YamlEntry entry, ProblemDraft draft)
    {
        Dictionary<int, double> weights = [];
        foreach ((string name, Place at, NamedValue value) in entry.Named("weights"))
        {
            int good = draft.Goods.Find(name, at, draft.Faults);
            if (value.Number(NumberRange.Positive) is { } weight && good != NameTable.Nowhere) weights[good] = weight;
        }

        if (!entry.Has("good") || !entry.Has("weights")) return weights;
        string[] without = [.. draft.FindGoods(entry, "good").Where(g => !weights.ContainsKey(g)).Select(g => draft.Goods.Names[g])];
        if (without.Length > 0) draft.Faults.Add(entry.PlaceOf("weights"), "a weight is missing for", string.Join(", ", without), null, "absent is not one");
        return weights;
    }

    private static QuotaHolder Holder(YamlEntry entry, ProblemDraft draft)
    {
        if (entry.Spot("holder") is not { } spot) return QuotaHolder.Exporter;
        if (!Holders.Contains(spot.Text)) draft.Faults.Add(spot.At, "unknown holder", spot.Text, "exporter or importer", "say which side earns the rent");
        return spot.Text == "importer" ? QuotaHolder.Importer : QuotaHolder.Exporter;
    }
}
