using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-6: what leaves past quota and duty.</summary>
/// <remarks>Inside 20,000, freight 100, outside 20,100 times a factor; 400 asked for abroad, share 0.25.</remarks>
public sealed class SmugglingTests
{
    private const string Oxide = "a-oxide";

    private static (Bench Bench, int Route) Border(double factor, double share = 0.25, double duty = 0.3)
    {
        var bench = new Bench(TinyChain.Draft().Behave("trade.smuggled-share", share));
        int q = bench.Route(Oxide);
        bench.State.Price[bench.Market(Oxide, Abroad)] = new UsdPerUnit(20_100 * factor);
        bench.Months.OrdersOfMarket[bench.Market(Oxide, Abroad)] = new Amount(400);
        if (duty > 0.0) bench.Enact(InstrumentKind.ExportDuty, duty, bench.OnRoute(Oxide));
        return (bench, q);
    }

    private static double Asked((Bench Bench, int Route) at)
    {
        Smuggling.Ask(at.Bench.State, at.Bench.Numbers);
        return at.Bench.Months.Smuggled[at.Route].Value;
    }

    [Theory]
    [InlineData(0.9, 0.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(1.5, 0.405465108108164)]
    [InlineData(9.9, 1.0)]
    public void Smugglers_answer_to_the_log_gap_up_to_one(double factor, double gap) => Near(100 * gap, Asked(Border(factor)));

    [Fact]
    public void Without_quota_or_duty_nobody_smuggles() => Near(0, Asked(Border(1.5, duty: 0.0)));

    [Fact]
    public void A_quota_is_smuggled_past_as_a_duty_is()
    {
        (Bench bench, int q) = Border(1.5, duty: 0.0);
        bench.Enact(InstrumentKind.ExportQuota, 120, bench.OnRoute(Oxide));
        Near(Asked(Border(1.5)), Asked((bench, q)));
    }

    [Fact]
    public void Where_nobody_smuggles_nothing_is_asked_whatever_the_gap() => Assert.Equal(0.0, Asked(Border(9.9, share: 0.0)));

    // Motors are exported with their 25 % of tax given back; nobody gives it back to smugglers, so at 5,040 abroad there is nothing to gain.
    [Theory]
    [InlineData(5_040, 0.0)]
    [InlineData(5_040 * 1.5, 0.405465108108164)]
    public void Nobody_gives_smugglers_the_tax_back(double price, double gap)
    {
        (Bench bench, int _) = Border(1.0);
        int q = bench.Route("motor");
        bench.Enact(InstrumentKind.ExportDuty, 0.1, bench.OnRoute("motor"));
        bench.State.Price[bench.Market("motor", Abroad)] = new UsdPerUnit(price);
        bench.Months.OrdersOfMarket[bench.Market("motor", Abroad)] = new Amount(400);
        Near(100 * gap, Asked((bench, q)));
    }

    // Of 1,000 in stock 700 can be delivered, 420 of it abroad: 300 + 540 asked for, so half of each.
    [Fact]
    public void Smuggled_goods_leave_within_the_limits_of_exports()
    {
        (Bench bench, int q) = Border(1.0);
        int home = bench.Market(Oxide);
        bench.Stock(home, 1_000);
        foreach (int b in bench.Layout.BuyersOfMarket[home]) bench.Months.Orders[b] = Amount.Zero;
        bench.Months.OrdersOfMarket[home] = Amount.Zero;
        bench.Months.Requested[q] = new Amount(300);
        bench.Months.Smuggled[q] = new Amount(540);
        Rationing.Deliver(bench.State, bench.Numbers);
        Near(150, bench.Months.Shipped[q].Value);
        Near(270, bench.Months.Smuggled[q].Value);
    }

    [Fact]
    public void Smuggled_goods_count_against_no_quota_and_arrive_like_any_other()
    {
        (Bench bench, int q) = Border(2.0, duty: 0.0);
        bench.Enact(InstrumentKind.ExportQuota, 240, bench.OnRoute(Oxide));
        double before = bench.State.Holdings.Amounts[bench.Layout.UnderWay(q)].Value;
        double due = bench.State.UnderWayByAge[q * 3].Value;
        Shipping.Ship(bench.State, bench.Numbers, Month.Of(2025, 1));
        double smuggled = bench.Months.Smuggled[q].Value;
        double shipped = bench.Months.Shipped[q].Value;
        Assert.True(smuggled > 1.0);
        Near(20 - shipped, bench.State.ExportQuotaLeft[q].Value);
        Near(before - due + shipped + smuggled, bench.State.Holdings.Amounts[bench.Layout.UnderWay(q)].Value);
    }

    // Ten tonnes at 20,000 hold 4,000 of tax each: 200,000 to the seller, 40,000 of it on to the treasury; no duty, no rent. Freight 1,000; tariff of 10 % on 201,000.
    [Fact]
    public void Smuggled_goods_pay_the_inside_price_and_the_tariff_but_neither_duty_nor_rent()
    {
        (Bench bench, int q) = Border(1.5);
        Bench plain = Border(1.5).Bench;
        bench.Months.Smuggled[q] = new Amount(10);
        foreach (Bench b in new[] { bench, plain })
        {
            b.State.RentNow[q] = new UsdPerUnit(60);
            b.Enact(InstrumentKind.Tariff, 0.1, b.OnRoute(Oxide));
            Settlement.Settle(b.State, b.Numbers);
        }

        double More(int account) => (bench.State.Money.Balance[account] - plain.State.Money.Balance[account]).Value;
        MoneyAccounts accounts = bench.State.Accounts;
        Near(160_000, More(MoneyAccounts.Merchants(bench.Market(Oxide))));
        Near(40_000, More(accounts.Treasury(bench.Region(Home))));
        Near(1_000, More(accounts.Carriers));
        Near(20_100, More(accounts.Treasury(bench.Region(Abroad))));
        Near(-221_100, More(MoneyAccounts.Merchants(bench.Market(Oxide, Abroad))));
    }
}
