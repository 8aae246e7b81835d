namespace Offtake.Equilibrium.Reading;

/// <summary>Reads the block <c>markets</c>: what happens to goods nobody wants.</summary>
internal static class MarketBlock
{
    private static readonly string[] Keys = ["region", "good", "disposal", "price_floor"];

    public static void Read(YamlEntry root, ProblemDraft draft)
    {
        foreach (YamlEntry entry in root.Entries("markets", Keys))
        {
            if (entry.Has("disposal") == entry.Has("price_floor"))
                draft.Faults.Add(entry.At, "a market needs one rule", null, "either 'disposal' or 'price_floor'", "write disposal: none, disposal: 5 or price_floor: 50");
            MarketRule rule = Rule(entry, draft);
            foreach (int region in entry.Has("region") ? draft.FindRegions(entry, "region") : [.. draft.Regions.All])
            {
                foreach (int good in draft.FindGoods(entry, "good"))
                {
                    if (draft.Rules.Exists(r => r.Region == region && r.Good == good))
                        draft.Faults.Add(entry.At, "a second rule for", $"{draft.Goods.Names[good]} in {draft.Regions.Names[region]}", null, "give each market one rule");
                    draft.Rules.Add(rule with { Region = region, Good = good });
                }
            }
        }
    }

    private static MarketRule Rule(YamlEntry entry, ProblemDraft draft)
    {
        MarketRule rule = new(0, 0) { PriceFloor = entry.Number("price_floor", NumberRange.NotNegative) };
        if (entry.Spot("disposal") is not { } spot || spot.Text == "free") return rule;
        if (spot.Text == "none") return rule with { CanDispose = false };
        if (NumberText.TryParse(spot.Text, out double cost) && cost >= 0.0) return rule with { DisposalCost = cost };
        draft.Faults.Add(spot.At, "disposal cannot be", spot.Text, "free, none, or a cost per unit of 0 or more", "write disposal: 5");
        return rule;
    }
}
