using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>Two regions, two elements, one mine pit to one motor: small enough to calculate by hand.</summary>
/// <remarks>Ore holds elements a and b by halves; 0.8 of each survives separation. A motor takes 0.1 t of a-oxide, keeps 0.9 of it, and is retired after some years.</remarks>
internal static class TinyChain
{
    public const string Home = "home";
    public const string Abroad = "abroad";

    public static ChainDraft Draft(double homeVat = 0.25, double scatter = 0.0) => Places(new ChainDraft { Scatter = scatter }, homeVat);

    public static Scenario Scenario(ValueChain chain, int months = 24, Exogenous exogenous = Exogenous.Moving, params Measure[] calendar)
    {
        EvidenceLedger ledger = chain.Evidence;
        ValueChain known = chain with { Evidence = new EvidenceLedger(ledger.Sources, ledger.Assumptions, ledger.Claims, [.. ledger.Parameters, .. calendar.Select(m => m.Strength)]) };
        return new Scenario("test", "Test", "A story.", known, calendar, chain.First, chain.First + (months - 1), exogenous, new Fingerprint("world", "scenario"));
    }

    /// <summary>A central future of the chain, at its opening.</summary>
    public static Future Open(ValueChain chain, params Measure[] calendar)
    {
        Scenario scenario = Scenario(chain, 24, Exogenous.Moving, calendar);
        return new Future(new ChainLayout(scenario.Chain), scenario, null);
    }

    /// <summary>A central future of the chain as it stands.</summary>
    public static Future Open() => Open(Draft().Build());

    /// <summary>A measure with a plain strength, in force from a month of the walk on (0 is the first), or from before the opening.</summary>
    public static Measure Measure(ValueChain chain, InstrumentKind kind, double strength, int fromMonth, params Target[] targets)
    {
        string id = $"{kind}-{strength:R}-{fromMonth}-{string.Join('-', targets.Select(t => t.Index))}";
        Parameter parameter = Parameter.Sourced($"calendar/{id}", strength, "test", Spread.None(strength), chain.Evidence.Sources, "test");
        return new Measure(id, id, kind, targets, parameter, chain.First + fromMonth, chain.First + fromMonth, null);
    }

    public static Target Facility(ValueChain chain, string id) => new(TargetKind.Facility, chain.Facilities.ToList().FindIndex(f => f.Id == id));

    public static Target Use(ValueChain chain, string id) => new(TargetKind.Use, chain.Uses.ToList().FindIndex(u => u.Id == id));

    public static Target Commodity(ValueChain chain, string id) => new(TargetKind.Commodity, CommodityOf(chain, id));

    public static Target Market(ValueChain chain, string commodity, string region) => new(TargetKind.Market, MarketOf(chain, commodity, region));

    public static Target Route(ValueChain chain, string commodity, string from, string to) => new(TargetKind.Route, RouteOf(chain, commodity, from, to));

    public static int CommodityOf(ValueChain chain, string id) => chain.Commodities.ToList().FindIndex(c => c.Id == id);

    public static int RegionOf(ValueChain chain, string id) => chain.Regions.ToList().FindIndex(r => r.Id == id);

    public static int MarketOf(ValueChain chain, string commodity, string region) =>
        chain.Markets.ToList().FindIndex(m => m.Commodity == CommodityOf(chain, commodity) && m.Region == RegionOf(chain, region));

    public static int RouteOf(ValueChain chain, string commodity, string from, string to) => chain.Routes.ToList().FindIndex(
        q => q.Commodity == CommodityOf(chain, commodity) && q.From == RegionOf(chain, from) && q.To == RegionOf(chain, to));

    private static ChainDraft Places(ChainDraft draft, double homeVat)
    {
        draft.Elements("a", "b").Region(Home, homeVat).Region(Abroad);
        draft.City("town", Home, revenue: 12e6, deploymentShare: 0.5);
        draft.Driver("steady", 0.02, 0.05, 0.5, (2024, 1.0));
        draft.Driver("growing", 0.02, 0.05, 0.5, (2024, 1.0), (2030, 1.5), (2040, 2.0));
        draft.Commodity("concentrate", Basis.Reo, ["a", "b"], Pricing.Formula);
        draft.Commodity("a-oxide", Basis.Reo, ["a"]);
        draft.Commodity("b-oxide", Basis.Reo, ["b"], disposalCover: 9);
        draft.Commodity("motor", Basis.Units, ["a"], refunded: true);
        draft.Commodity("scrap", Basis.Reo, ["a"], Pricing.Formula);
        return Trade(Making(draft));
    }

    private static ChainDraft Making(ChainDraft draft)
    {
        draft.Ore("ore", 0.5, 0.5);
        draft.Process(new Recipe("mining", Drive.Margin, "concentrate") { Stage = "mining", Recovery = 0.5 });
        draft.Process(new Recipe("separation", Drive.Feed, "a-oxide")
        {
            AnchorsPrice = true, Inputs = [new Intake("concentrate", 1)], Shares = [("a-oxide", "a", 0.8), ("b-oxide", "b", 0.8)],
        });
        draft.Process(new Recipe("motor-making", Drive.Orders, "motor")
        {
            AnchorsPrice = true, Inputs = [new Intake("a-oxide", 0.1, Elasticity: 0.2, Thrift: 1)], Shares = [("motor", null, 0.9)], Yields = [("motor", 1)],
        });
        draft.Process(new Recipe("recycling", Drive.Feed, "a-oxide") { Inputs = [new Intake("scrap", 1)], Shares = [("a-oxide", "a", 0.9)] });
        draft.Facility(new Site("pit", "mining", Home, 12_000, 9_600, 2_000) { Ore = "ore" });
        draft.Facility(new Site("hill", "mining", Home, 6_000, 2_400, 2_500) { Ore = "ore" });
        draft.Facility(new Site("separator", "separation", Home, 15_000, 12_000, 1_000));
        draft.Facility(new Site("motors-home", "motor-making", Home, 12_000, 9_000, 200));
        draft.Facility(new Site("motors-abroad", "motor-making", Abroad, 6_000, 3_000, 300));
        draft.Facility(new Site("recycler-home", "recycling", Home, 600, 300, 500));
        return draft.Facility(new Site("recycler-abroad", "recycling", Abroad, 600, 300, 500));
    }

    private static ChainDraft Trade(ChainDraft draft)
    {
        draft.FormulaMarket("concentrate", Home, 0.5, Home).FormulaMarket("scrap", Home, 0.6, Home).FormulaMarket("scrap", Abroad, 0.6, Abroad);
        draft.PostedMarket("a-oxide", Home, 20_000, floor: 0.2).PostedMarket("a-oxide", Abroad, null);
        draft.PostedMarket("b-oxide", Home, 2_000, floor: 0.5).PostedMarket("b-oxide", Abroad, null);
        draft.PostedMarket("motor", Home, 5_000).PostedMarket("motor", Abroad, null);
        draft.Route("a-oxide", Home, Abroad, 100).Route("a-oxide", Abroad, Home, 100);
        draft.Route("b-oxide", Home, Abroad, 50, transit: 2);
        draft.Route("motor", Home, Abroad, 40, transit: 3).Route("motor", Abroad, Home, 40);
        draft.Use(Motors("motors-home-use", Home, 6_000)).Use(Motors("motors-abroad-use", Abroad, 5_400));
        draft.Use(Motors("motors-town", Home, 600) with { City = "town", Service = (120, 4_000) });
        draft.Use(new Wish("a-home", "a-oxide", Home, "growing") { Closes = "a-oxide", ClosingShare = 0.6 });
        draft.Use(new Wish("a-abroad", "a-oxide", Abroad, "growing") { Closes = "a-oxide", ClosingShare = 0.4 });
        draft.Use(new Wish("b-home", "b-oxide", Home, "steady") { Closes = "b-oxide", ClosingShare = 0.7 });
        return draft.Use(new Wish("b-abroad", "b-oxide", Abroad, "steady") { Closes = "b-oxide", ClosingShare = 0.3 });
    }

    private static Wish Motors(string id, string region, double amount) =>
        new(id, "motor", region, "growing") { Amount = amount, Elasticity = 0.6, Life = (5.0, 1.0, 0.4, "scrap") };
}
