using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Chains;

/// <summary>Measures of every kind on a random chain, beginning in different months of its first two years.</summary>
internal static class RandomMeasures
{
    /// <summary>Kinds that act on any chain by themselves. The others need tables, terms or somebody who decides; laws about them stand beside institutions.</summary>
    public static InstrumentKind[] Dated { get; } = [.. Enum.GetValues<InstrumentKind>().Where(k => k <= InstrumentKind.QuotaResponse)];

    public static Measure[] Of(ChainPlan plan, ValueChain chain)
    {
        var all = new List<Measure>();
        foreach (InstrumentKind kind in Dated)
        {
            if (plan.Draw($"has-{kind}", 0.0, 1.0) < 0.3) continue;
            Target[] targets = TargetsOf(kind, chain);
            if (targets.Length == 0) continue;
            int from = (int)plan.Draw($"from-{kind}", 1.0, 23.9);
            all.Add(TinyChain.Measure(chain, kind, Strength(kind, plan, chain), from, targets));
        }

        return [.. all];
    }

    /// <summary>Targets that suit an instrument; none when the chain has nothing of the kind.</summary>
    public static Target[] TargetsOf(InstrumentKind kind, ValueChain chain)
    {
        Target[] routes =
        [
            .. Enumerable.Range(0, chain.Routes.Count)
                .Where(q => chain.Commodities[chain.Routes[q].Commodity].Pricing == Pricing.Posted && chain.Routes[q].From == 0)
                .Select(q => new Target(TargetKind.Route, q)),
        ];
        return kind switch
        {
            InstrumentKind.ProductionQuota or InstrumentKind.ProductionCredit => [.. MinesOf(chain)],
            InstrumentKind.Closure => [.. MinesOf(chain).Take(1), .. MakersAndFeedersOf(chain).Take(2)],
            InstrumentKind.QuotaResponse => [.. MinesOf(chain), TinyChain.Market(chain, "oxide-0", "region-0")],
            InstrumentKind.PriceFloor => [.. MinesOf(chain).Take(1), TinyChain.Commodity(chain, "oxide-0")],
            InstrumentKind.Stockpile => [TinyChain.Market(chain, "oxide-0", "region-0")],
            InstrumentKind.DemandSubsidy => [TinyChain.Use(chain, "use-0-0")],
            InstrumentKind.ExportQuota => [.. routes.Where(t => chain.Commodities[chain.Routes[t.Index].Commodity].Basis == Basis.Reo)],
            _ => routes,
        };
    }

    private static IEnumerable<Target> MinesOf(ValueChain chain) =>
        Enumerable.Range(0, chain.Facilities.Count).Where(f => chain.Facilities[f].Ore is not null && chain.Facilities[f].Region == 0).Select(f => new Target(TargetKind.Facility, f));

    private static IEnumerable<Target> MakersAndFeedersOf(ValueChain chain) =>
        Enumerable.Range(0, chain.Facilities.Count).Where(f => chain.Facilities[f].Ore is null && chain.Facilities[f].Region == 0).Select(f => new Target(TargetKind.Facility, f));

    /// <summary>A strength that bites.</summary>
    public static double Strength(InstrumentKind kind, ChainPlan plan, ValueChain chain)
    {
        double mined = MinesOf(chain).Sum(t => chain.Facilities[t.Index].OpeningPerYear.Value);
        double share = plan.Draw($"strength-{kind}", 0.05, 0.5);
        return kind switch
        {
            InstrumentKind.ProductionQuota => mined * (0.6 + share),
            InstrumentKind.ExportQuota => mined * 0.2 * share,
            InstrumentKind.Stockpile => mined * 0.1 * share,
            InstrumentKind.PriceFloor => 1.2 * chain.Markets[TinyChain.MarketOf(chain, "oxide-0", "region-0")].OpeningPrice!.Value,
            _ => share,
        };
    }
}
