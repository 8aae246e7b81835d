using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Opening;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>An opening that cannot balance says which commodity and what to do; one that can fits trade to deficits.</summary>
public sealed class OpeningTests
{
    private static void Refused(ValueChain chain, params string[] words)
    {
        OpeningException refused = Assert.Throws<OpeningException>(() => TinyChain.Open(chain));
        Assert.All(words, word => Assert.Contains(word, refused.Message, StringComparison.Ordinal));
    }

    // 300,000 motors more need 30,000 t of oxide; not half of it is made.
    [Fact]
    public void Uses_that_exceed_what_is_made_are_refused()
    {
        ChainDraft draft = TinyChain.Draft().Use(new Wish("too-many", "motor", Home, "steady") { Amount = 300_000 });
        Refused(draft.Build(), "a-oxide", "exceed what is made", "lower an amount in uses.csv", "raise an opening output in facilities.csv");
    }

    [Fact]
    public void A_deficit_that_no_route_reaches_is_refused()
    {
        ValueChain chain = TinyChain.Draft().Build();
        ValueChain cut = chain with { Routes = [.. chain.Routes.Where(q => chain.Commodities[q.Commodity].Id != "b-oxide")] };
        Refused(cut, "b-oxide in home is in surplus by 120 a month", "add a route for b-oxide from home in routes.csv");
    }

    // 6,000 t a year of b-oxide used at home and 4,800 made: makers of motors, whose rate closes the balance, would have to give some back.
    [Fact]
    public void Uses_that_leave_nothing_for_a_closing_rate_are_refused()
    {
        ValueChain chain = TinyChain.Draft().Build();
        int b = TinyChain.CommodityOf(chain, "b-oxide");
        Use motors = chain.Uses[TinyChain.Use(chain, "motors-home-use").Index];
        Process making = chain.Processes.First(p => p.Id == "motor-making");
        Process closing = making with { Inputs = [.. making.Inputs, new ProcessInput(b, making.Inputs[0].Rate, true, null, null)] };
        ValueChain closed = chain with
        {
            Processes = [.. chain.Processes.Select(p => p == making ? closing : p)],
            Uses = [.. chain.Uses.Where(k => k.Id != "b-abroad").Select(k => k.Id == "b-home" ? k with { AmountPerYear = motors.AmountPerYear, Closes = null, ClosingShare = null } : k)],
        };
        Refused(closed, "b-oxide", "exceed what is made");
    }

    [Fact]
    public void A_balance_that_nothing_closes_is_refused()
    {
        ValueChain chain = TinyChain.Draft().Build();
        ValueChain open = chain with { Uses = [.. chain.Uses.Where(k => k.Id is not ("b-home" or "b-abroad"))] };
        Refused(open, "b-oxide", "is made in excess by", "nothing closes the balance", "closes");
    }

    // Made at home: 9,600 + 2,400 t of ore, half b, 0.8 of it: 4,800 a year; 0.7 of it is used at home.
    [Fact]
    public void What_nothing_else_explains_closes_the_balance()
    {
        var bench = new Bench();
        Near(400 * 0.7, bench.State.ReferenceUse[bench.Use("b-home")].Value);
        Near(400 * 0.3, bench.State.ReferenceUse[bench.Use("b-abroad")].Value);
        Near(400 * 0.3, bench.State.HabitualFlow[bench.Route("b-oxide")].Value);
    }

    // 12,000 motors a year in mid-2024, eleven months later e^(ln 1.5 · 11/144) times as many; a quarter is made abroad, 45 % used there.
    [Fact]
    public void Opening_trade_carries_surplus_to_deficit()
    {
        var bench = new Bench();
        double month = 1_000 * Math.Exp(Math.Log(1.5) * 11.0 / 144.0);
        Near(month * (0.45 - 0.25), bench.State.HabitualFlow[bench.Route("motor")].Value);
        Near(0, bench.State.HabitualFlow[bench.Route("motor", Abroad, Home)].Value);
    }

    // Stocks at the opening: three months at the shop, two months on the way of the cheap oxide.
    [Fact]
    public void Stocks_open_at_their_targets()
    {
        var bench = new Bench();
        Near(3 * 400, bench.State.Holdings.Amounts[bench.Market("b-oxide")].Value);
        Near(2 * 120, bench.State.Holdings.Amounts[bench.Layout.UnderWay(bench.Route("b-oxide"))].Value);
        Near(2 * 280, bench.State.Holdings.Amounts[bench.Layout.Buyer(bench.BuyerOfUse("b-home"))].Value);
    }

    // Without a price of its own, a place takes the landed price: 5,000 / 1.25 + 40.
    [Fact]
    public void A_place_without_a_price_takes_the_landed_price()
    {
        var bench = new Bench();
        Near(4_040, bench.State.Price[bench.Market("motor", Abroad)].Value);
        Near(20_100, bench.State.Price[bench.Market("a-oxide", Abroad)].Value);
    }

    // p −30, q −70, x 40, y 60; weights 1 but 3 from q to y keep the ratio f(px) f(qy) = 3 f(py) f(qx):
    // with f(px) = a it reads a (30 + a) = 3 (30 − a)(40 − a), so a² − 120 a + 1,800 = 0.
    [Fact]
    public void Opening_trade_fits_deficits_and_keeps_the_ratios_of_weights()
    {
        (ChainLayout layout, double[] weight) = FourPlaces();
        var flow = new Amount[4];
        OpeningTrade.Fit(layout, 0, weight, [-30, -70, 40, 60], flow, turnover: 100, isChecking: true);
        double a = 60 - Math.Sqrt(1_800);
        Near(a, flow[0].Value);
        Near(30 - a, flow[1].Value);
        Near(40 - a, flow[2].Value);
        Near(30 + a, flow[3].Value);
    }

    [Fact]
    public void A_route_without_weight_carries_only_what_no_other_can()
    {
        (ChainLayout layout, double[] weight) = FourPlaces();
        weight[1] = 0;
        var flow = new Amount[4];
        OpeningTrade.Fit(layout, 0, weight, [-30, -70, 40, 60], flow, turnover: 100, isChecking: true);
        Near(30, flow[0].Value);
        Near(0, flow[1].Value);
        OpeningTrade.Fit(layout, 0, weight, [-60, -40, 40, 60], flow, turnover: 100, isChecking: true);
        Near(20, flow[1].Value);
    }

    [Fact]
    public void A_closed_route_carries_nothing_at_the_opening()
    {
        (ChainLayout layout, double[] weight) = FourPlaces();
        weight[0] = -1;
        var flow = new Amount[4];
        OpeningTrade.Fit(layout, 0, weight, [-30, -70, 40, 60], flow, turnover: 100, isChecking: true);
        Assert.Equal([0.0, 30.0, 40.0, 30.0], flow.Select(f => Math.Round(f.Value, 9)));
        weight[2] = -1;
        Assert.Throws<OpeningException>(() => OpeningTrade.Fit(layout, 0, weight, [-30, -70, 40, 60], new Amount[4], turnover: 100, isChecking: true));
    }

    // Flows fitted to one month's deficits are taken up for the next: they still have the ratios of the weights.
    [Fact]
    public void Opening_trade_that_is_taken_up_again_ends_where_a_fresh_start_ends()
    {
        (ChainLayout layout, double[] weight) = FourPlaces();
        var continued = new Amount[4];
        Assert.Equal(0.0, OpeningTrade.Fit(layout, 0, weight, [-30, -70, 40, 60], continued, turnover: 100, isChecking: true));
        Assert.Equal(0.0, OpeningTrade.Fit(layout, 0, weight, [-50, -55, 20, 85], continued, turnover: 100, isChecking: true, isContinued: true));
        var fresh = new Amount[4];
        Assert.Equal(0.0, OpeningTrade.Fit(layout, 0, weight, [-50, -55, 20, 85], fresh, turnover: 100, isChecking: true));
        for (int q = 0; q < 4; q++) Near(fresh[q].Value, continued[q].Value);
    }

    [Fact]
    public void A_surplus_that_no_route_takes_is_refused()
    {
        (ChainLayout layout, double[] weight) = FourPlaces();
        OpeningException refused = Assert.Throws<OpeningException>(() => OpeningTrade.Fit(layout, 0, weight, [-30, 30, 0, 0], new Amount[4], turnover: 100, isChecking: true));
        Assert.Contains("good", refused.Message, StringComparison.Ordinal);
    }

    private static (ChainLayout Layout, double[] Weight) FourPlaces()
    {
        ChainDraft draft = new ChainDraft().Elements("a");
        foreach (string id in new[] { "p", "q", "x", "y" }) draft.Region(id);
        draft.Commodity("good", Basis.Reo, ["a"]);
        foreach (string id in new[] { "p", "q", "x", "y" }) draft.PostedMarket("good", id, 100);
        draft.Route("good", "p", "x", 1).Route("good", "p", "y", 1).Route("good", "q", "x", 1).Route("good", "q", "y", 1, weight: 3);
        return (new ChainLayout(draft.Build()), [1, 1, 1, 3]);
    }
}
