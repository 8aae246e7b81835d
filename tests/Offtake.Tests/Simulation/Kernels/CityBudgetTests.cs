using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>CIT-4 and FIN-3: a town with 1,000,000 a month, half of it for products; 1,000 motors in use cost 10 each a month to run; a motor costs 5,000.</summary>
public sealed class CityBudgetTests
{
    private readonly Bench _bench = new();
    private readonly int _use;

    public CityBudgetTests()
    {
        _use = _bench.Use("motors-town");
        _bench.Stock(_bench.Layout.InUse(_use), 1_000);
    }

    private int Account => _bench.State.Accounts.City(0);

    private (double Wanting, double Refused) Limit(double wanting, double debt = 0.0, double subsidy = 0.0)
    {
        _bench.Months.Wanting[_use] = new Amount(wanting);
        _bench.Policies.Subsidy[_use] = subsidy;
        _bench.State.Money.Balance[Account] = new Usd(-debt);
        CityBudget.Limit(_bench.State, _bench.Numbers, _bench.State.Policies.Subsidy);
        return (_bench.Months.Wanting[_use].Value, _bench.Months.RefusedPurchase[0].Value);
    }

    private void Check((double Wanting, double Refused) got, double wanting, double refused)
    {
        Near(wanting, got.Wanting);
        Near(refused, got.Refused);
        Near(10_000, CityBudget.RunningCost(_bench.State, _bench.Numbers, 0).Value);
    }

    [Fact]
    public void A_city_buys_what_its_budget_can_pay() => Check(Limit(98), 98, 0);

    // 500,000 − 10,000 buys 98 of 200; 102 x 5,000 is refused.
    [Fact]
    public void What_a_budget_refuses_is_recorded() => Check(Limit(200), 98, 510_000);

    // Interest of 5 % a year on 1,200,000 is 5,000 a month: one motor less.
    [Fact]
    public void Interest_comes_before_purchases() => Check(Limit(200, debt: 1_200_000), 97, 515_000);

    [Fact]
    public void A_city_above_its_debt_ceiling_buys_nothing() => Check(Limit(200, debt: 12_000_001), 0, 1_000_000);

    // At the ceiling itself: 490,000 − 50,000.
    [Fact]
    public void A_city_at_its_debt_ceiling_may_still_buy() => Check(Limit(200, debt: 12_000_000), 88, 560_000);

    // Half the price is paid by the state: 490,000 buys 196.
    [Fact]
    public void A_subsidy_stretches_a_budget() => Check(Limit(200, subsidy: 0.5), 196, 10_000);

    [Fact]
    public void A_city_without_wishes_refuses_nothing() => Check(Limit(0), 0, 0);

    [Fact]
    public void A_city_whose_fleet_costs_more_than_its_budget_buys_nothing()
    {
        _bench.Stock(_bench.Layout.InUse(_use), 60_000);
        (double wanting, double refused) = Limit(10);
        Near(0, wanting);
        Near(50_000, refused);
    }

    [Fact]
    public void A_drawn_share_that_could_not_pay_for_the_opening_gives_way_to_one_that_just_can()
    {
        ValueChain chain = TinyChain.Draft().City("hamlet", Home, revenue: 1.0, deploymentShare: 1e-6).Build();
        Future poor = TinyChain.Open(chain with { Cities = [chain.Cities[0] with { DeploymentShare = chain.Cities[1].DeploymentShare }] });
        double spent = CityBudget.Spending(poor.State, poor.Numbers, 0).Value;
        Near(spent / 1_000_000, poor.State.DeploymentShare[0]);
        Assert.True(spent > 0.0);
    }

    [Fact]
    public void Others_are_not_limited_by_a_citys_budget()
    {
        int other = _bench.Use("motors-home-use");
        _bench.Months.Wanting[other] = new Amount(1e9);
        Limit(200);
        Near(1e9, _bench.Months.Wanting[other].Value);
    }

    // Revenue 1,000,000; half goes to other services; 10,000 to running the fleet.
    [Fact]
    public void A_city_keeps_what_services_and_fleets_leave_of_its_revenue()
    {
        CityAccounts.Settle(_bench.State, _bench.Numbers);
        Near(490_000, _bench.State.Money.Balance[Account].Value);
        Near(10_000, _bench.Months.RunningCost[0].Value);
    }
}
