using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>PRI-2: what goods cost across a border; PRI-5: what concentrate is worth.</summary>
public sealed class BorderPriceTests
{
    // 5,000 / 1.25 = 4,000; duty 10 %: 4,400; freight 40 and rent 60: 4,500; tariff 20 %: 5,400; no tax abroad.
    [Fact]
    public void A_landed_price_adds_duty_freight_rent_and_tariff_to_the_refunded_price()
    {
        var bench = new Bench();
        int q = bench.Route("motor");
        bench.Policies.ExportDuty[q] = 0.1;
        bench.Policies.Tariff[q] = 0.2;
        Near(4_000, Landed.AtBorder(bench.State, bench.Numbers, q).Value);
        Near(5_400, Landed.Price(bench.State, bench.Numbers, q, new UsdPerUnit(60)).Value);
    }

    [Fact]
    public void A_tax_that_is_not_refunded_leaves_with_the_goods()
    {
        var bench = new Bench();
        Near(20_100, Landed.Price(bench.State, bench.Numbers, bench.Route("a-oxide"), UsdPerUnit.Zero).Value);
    }

    // (10,000 + 100) x 1.1 x 1.25
    [Fact]
    public void A_landed_price_carries_the_tax_of_its_destination()
    {
        var bench = new Bench();
        int q = bench.Route("a-oxide", Abroad, Home);
        bench.State.Price[bench.Market("a-oxide", Abroad)] = new UsdPerUnit(10_000);
        bench.Policies.Tariff[q] = 0.1;
        Near(13_887.5, Landed.Price(bench.State, bench.Numbers, q, UsdPerUnit.Zero).Value);
    }

    [Theory]
    [InlineData("motor", Home, Abroad)]
    [InlineData("motor", Abroad, Home)]
    [InlineData("a-oxide", Home, Abroad)]
    [InlineData("a-oxide", Abroad, Home)]
    public void A_netback_is_the_inverse_of_a_landed_price(string commodity, string from, string to)
    {
        var bench = new Bench();
        int q = bench.Route(commodity, from, to);
        bench.Policies.ExportDuty[q] = 0.15;
        bench.Policies.Tariff[q] = 0.3;
        bench.State.Price[bench.Layout.RouteFrom[q]] = new UsdPerUnit(7_654.3);
        bench.State.Price[bench.Layout.RouteTo[q]] = Landed.Price(bench.State, bench.Numbers, q, UsdPerUnit.Zero);
        Near(7_654.3, Landed.Netback(bench.State, bench.Numbers, q).Value);
    }

    // Half a: 0.8 x 20,000 / 1.25 = 12,800; half b: 1,280; together 7,040, less 1,000 to separate, half of it payable.
    [Fact]
    public void Concentrate_is_paid_a_share_of_what_its_oxides_leave_after_separation()
    {
        var bench = new Bench();
        Near(3_020, bench.State.Price[bench.Market("concentrate")].Value);
        Near(12_800, bench.State.ElementValue[bench.Sector("separator") * 2].Value);
        Near(1_280, bench.State.ElementValue[(bench.Sector("separator") * 2) + 1].Value);
    }

    // 0.6 x (0.9 x 20,000 / 1.25 - 500)
    [Fact]
    public void Scrap_is_priced_by_what_recycling_makes_of_it() => Near(8_340, new Bench().State.Price[new Bench().Market("scrap")].Value);

    // All a: 12,800 - 1,000, half of it.
    [Fact]
    public void A_richer_basket_is_paid_more()
    {
        var bench = new Bench();
        Near(5_900, Netback.Price(bench.State, bench.Numbers, bench.Market("concentrate"), [1.0, 0.0]).Value);
    }

    [Fact]
    public void Concentrate_that_would_cost_more_to_separate_than_it_brings_is_worth_nothing()
    {
        var bench = new Bench();
        bench.State.Price[bench.Market("a-oxide")] = new UsdPerUnit(2_000);
        Netback.ValueElements(bench.State, bench.Numbers);
        Netback.PriceFormulaMarkets(bench.State, bench.Numbers);
        Near(140, bench.State.Price[bench.Market("concentrate")].Value);
        bench.State.Price[bench.Market("a-oxide")] = new UsdPerUnit(1_000);
        Netback.ValueElements(bench.State, bench.Numbers);
        Netback.PriceFormulaMarkets(bench.State, bench.Numbers);
        Assert.Equal(0.0, bench.State.Price[bench.Market("concentrate")].Value);
    }

    // 0.5 x (7,040 - 1,000 - 40)
    [Fact]
    public void Concentrate_valued_elsewhere_bears_the_freight_to_there()
    {
        ChainDraft draft = TinyChain.Draft();
        draft.Facility(new Site("far-pit", "mining", Abroad, 1_200, 600, 1_500) { Ore = "ore" });
        draft.FormulaMarket("concentrate", Abroad, 0.5, Home).Route("concentrate", Abroad, Home, 40);
        var bench = new Bench(draft);
        Near(3_000, bench.State.Price[bench.Market("concentrate", Abroad)].Value);
        Assert.Equal(Pricing.Formula, bench.Chain.Commodities[bench.Chain.Markets[bench.Market("concentrate", Abroad)].Commodity].Pricing);
    }

    // A heap leach of 5,000 t beside the separator's 15,000 t keeps half as much of everything (0.4) at a cost of 200: 3,520 - 200 against 7,040 - 1,000.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_ways_to_separate_value_a_pool_together_whichever_is_listed_first(bool leachFirst)
    {
        ValueChain chain = TinyChain.Draft()
            .Process(new Recipe("leaching", Drive.Feed, "a-oxide") { Inputs = [new Intake("concentrate", 1)], Shares = [("a-oxide", "a", 0.4), ("b-oxide", "b", 0.4)] })
            .Facility(new Site("leach", "leaching", Home, 5_000, 0, 200)).Build();
        if (leachFirst) chain = chain with { Facilities = [chain.Facilities[^1], .. chain.Facilities.SkipLast(1)] };
        var state = TinyChain.Open(chain).State;
        Near(0.5 * ((0.75 * 6_040) + (0.25 * 3_320)), state.Price[TinyChain.MarketOf(chain, "concentrate", Home)].Value);
    }

    [Fact]
    public void An_empty_pool_keeps_its_last_price()
    {
        var bench = new Bench();
        int m = bench.Market("concentrate");
        bench.Stock(m, 0);
        bench.State.Price[bench.Market("a-oxide")] *= 2.0;
        Netback.ValueElements(bench.State, bench.Numbers);
        Netback.PriceFormulaMarkets(bench.State, bench.Numbers);
        Near(3_020, bench.State.Price[m].Value);
    }
}
