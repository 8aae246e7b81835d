using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>Levers that favour what a region makes itself: a cap on what comes over named routes, and a credit on inputs.</summary>
public class ContentLaws
{
    private static readonly Scenario Tiny = Programmes.Tiny(36);
    private static readonly Target Imports = TinyChain.Route(Tiny.Chain, "motor", TinyChain.Home, TinyChain.Abroad);
    private static readonly Target Oxide = TinyChain.Market(Tiny.Chain, "a-oxide", TinyChain.Home);

    [Fact]
    public void Without_strength_neither_changes_a_bit()
    {
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(Tiny, 1), Portrait.Walk(Tiny.WithLever(InstrumentKind.ContentRule, 0.0, [Imports]), 1)));
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(Tiny, 1), Portrait.Walk(Tiny.WithLever(InstrumentKind.InputTaxCredit, 0.0, [Oxide]), 1)));
    }

    [Fact]
    public void No_more_than_the_rest_of_what_is_asked_for_comes_over_the_routes_of_a_rule()
    {
        List<(double Share, double HeldUp)> free = Walk(Tiny), ruled = Walk(Tiny.WithLever(InstrumentKind.ContentRule, 0.8, [Imports]));

        Assert.True(free.Skip(3).Average(m => m.Share) > 0.3);
        Assert.All(ruled.Skip(3), m => Assert.InRange(m.Share, 0.0, 0.2 + 1e-12));
        Assert.Contains(ruled, m => m.HeldUp > 0.0);

        List<(double, double)> Walk(Scenario s) => Programmes.Walk(s, e => (
            e.Months.Requested[Imports.Index] / e.Months.OrdersOfMarket[e.Layout.RouteTo[Imports.Index]], e.Months.HeldUp[Imports.Index].Value));
    }

    [Fact]
    public void A_rule_that_binds_nobody_changes_no_flow()
    {
        Scenario alone = Tiny with { To = Tiny.From + 11 };
        List<double> free = Programmes.Walk(alone, s => s.Months.Shipped[Imports.Index].Value);
        List<double> ruled = Programmes.Walk(alone.WithLever(InstrumentKind.ContentRule, 1e-9, [TinyChain.Route(Tiny.Chain, "motor", TinyChain.Abroad, TinyChain.Home)]), s => s.Months.Shipped[Imports.Index].Value);
        Assert.Equal(free, ruled);
    }

    // Treasuries pay a credit only; what else they pay back is tax, and there is none.
    [Fact]
    public void A_credit_makes_an_input_cheaper_to_makers_alone_and_every_dollar_posted_left_the_treasury()
    {
        Scenario untaxed = TinyChain.Scenario(TinyChain.Draft(homeVat: 0.0).Build(), 36);
        Scenario pulled = untaxed.WithLever(InstrumentKind.InputTaxCredit, 0.3, [Oxide]);
        List<(double Outlay, double Paid, double Received, double Maker, double User)> months = Programmes.Walk(pulled, s => (
            s.Programmes!.Outlay[0].Value, s.Money.Paid[s.Accounts.Treasury(0)].Value, s.Months.Delivered.Sum(d => d.Value),
            Perceived(s, b => b.Sector >= 0), Perceived(s, b => b.Use >= 0)));

        Assert.True(months[^1].Outlay > 0.0);
        Assert.All(months, m => Assert.Equal(m.Paid, m.Outlay, 1e-6));
        Assert.InRange(months[^1].Maker, 0.6, 0.9);
        Assert.InRange(months[^1].User, 0.95, 1.05);

        static double Perceived(ChainState s, Func<BuyerLink, bool> isMeant)
        {
            int b = Array.FindIndex(s.Layout.Buyers, l => l.Market == Oxide.Index && isMeant(l));
            return s.PerceivedPrice[b] / s.Price[Oxide.Index];
        }
    }
}
