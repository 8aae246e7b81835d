using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>What is not connected does not matter.</summary>
public class LocalityLaws
{
    private const int Months = 48;

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void A_region_that_trades_with_nobody_changes_no_bit_elsewhere(int? future)
    {
        Scenario alone = TinyChain.Scenario(TinyChain.Draft(scatter: 0.05).Build(), Months);
        Scenario beside = TinyChain.Scenario(WithIsland().Build(), Months);

        List<Dictionary<Trait, double>> mainland = Portrait.Walk(alone, future);
        List<Dictionary<Trait, double>> world = Portrait.Walk(beside, future);

        // Carriers and the bank serve everybody.
        foreach (Dictionary<Trait, double> month in mainland)
        {
            foreach (Trait shared in month.Keys.Where(t => t.Name is "carriers" or "bank").ToList()) month.Remove(shared);
        }

        Likeness.MustBeNone(Likeness.Difference(mainland, world));
        Assert.Contains(world[^1], t => t.Key.Name.Contains("island", StringComparison.Ordinal) && t.Value > 0.0);
    }

    /// <summary>The tiny chain and an island with goods, makers and users of its own.</summary>
    private static ChainDraft WithIsland()
    {
        ChainDraft draft = TinyChain.Draft(scatter: 0.05).Region("island", 0.1);
        draft.Commodity("island-ore", Basis.Reo, ["a", "b"], Pricing.Formula).Commodity("island-oxide", Basis.Reo, ["a", "b"]).Commodity("island-toy", Basis.Units, ["a", "b"]);
        draft.Process(new Recipe("island-mining", Drive.Margin, "island-ore") { Recovery = 0.6 });
        draft.Process(new Recipe("island-separation", Drive.Feed, "island-oxide")
        {
            AnchorsPrice = true, Inputs = [new Intake("island-ore", 1)], Shares = [("island-oxide", "a", 0.7), ("island-oxide", "b", 0.9)],
        });
        draft.Process(new Recipe("island-making", Drive.Orders, "island-toy")
        {
            AnchorsPrice = true, Inputs = [new Intake("island-oxide", 0.01)], Shares = [("island-toy", null, 1.0)], Yields = [("island-toy", 1)],
        });
        draft.Ore("island-vein", 0.2, 0.8);
        draft.Facility(new Site("island-mine", "island-mining", "island", 900, 700, 800) { Ore = "island-vein" });
        draft.Facility(new Site("island-separator", "island-separation", "island", 1_000, 700, 500));
        draft.Facility(new Site("island-maker", "island-making", "island", 9_000, 6_000, 5));
        draft.FormulaMarket("island-ore", "island", 0.5, "island").PostedMarket("island-oxide", "island", 6_000).PostedMarket("island-toy", "island", 90);
        draft.Use(new Wish("island-toys", "island-toy", "island", "growing") { Amount = 6_000 });
        return draft.Use(new Wish("island-rest", "island-oxide", "island", "steady") { Closes = "island-oxide", ClosingShare = 1.0 });
    }
}
