using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Experiments;

public class EnsembleTests
{
    private const int Months = 18;

    private static readonly Scenario Scenario = TinyChain.Scenario(TinyChain.Draft(scatter: 0.05).Build(), Months);

    [Fact]
    public void Results_hold_every_month_of_every_future()
    {
        RunResults results = new Ensemble(Scenario, new RunPlan(3, 4, 2)).Run();

        Assert.False(results.Manifest.Stopped);
        Assert.Equal(4, results.Manifest.Digests.Distinct().Count());
        Assert.All(results.Manifest.MonthDigests, months => Assert.Equal(Months, months.Distinct().Count()));
        Panel market = results.Panels["market"];
        for (int future = 0; future < 4; future++)
        {
            for (int month = 0; month < Months; month++)
            {
                for (int e = 0; e < market.Entities.Count; e++) Assert.True(market[future, month, e, 0] > 0.0);
            }
        }
    }

    [Fact]
    public void What_is_recorded_is_what_was_walked()
    {
        RunResults results = new Ensemble(Scenario, new RunPlan(3, 2, 2)).Run();
        Panel market = results.Panels["market"];
        int price = market.ColumnOf("price_usd_per_unit");
        int stock = market.ColumnOf("stock_amount");
        int month = 0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(Scenario.Chain), Scenario, new Chance(3, 1)))
        {
            for (int m = 0; m < market.Entities.Count; m++)
            {
                Assert.Equal(end.State.Price[m].Value, market[1, month, m, price]);
                Assert.Equal(end.State.Holdings.Amounts[ChainLayout.Seller(m)].Value, market[1, month, m, stock]);
            }

            month++;
        }

        Assert.Equal(Months, month);
    }

    [Fact]
    public void The_gaps_of_the_ledger_are_the_largest_over_all_months_and_futures()
    {
        RunResults results = new Ensemble(Scenario, new RunPlan(3, 3, 1)).Run();
        double mass = 0.0;
        double money = 0.0;
        for (int future = 0; future < 3; future++)
        {
            foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(Scenario.Chain), Scenario, new Chance(3, future)))
            {
                mass = Math.Max(mass, end.RelativeMassGap);
                money = Math.Max(money, end.RelativeMoneyGap);
            }
        }

        Assert.Equal(new Conservation(mass, money), results.Conservation);
        Assert.InRange(mass, 1e-20, 1e-12);
    }

    [Fact]
    public void Progress_is_told_once_for_every_future()
    {
        var told = new List<int>();
        new Ensemble(Scenario, new RunPlan(3, 5, 1)).Run(new Listener(told.Add));

        Assert.Equal([1, 2, 3, 4, 5], told);
    }

    [Fact]
    public void A_run_that_is_stopped_keeps_whole_futures_only()
    {
        using var stop = new CancellationTokenSource();
        RunResults results = new Ensemble(Scenario, new RunPlan(3, 6, 1)).Run(new Listener(done => { if (done == 2) stop.Cancel(); }), stop.Token);

        Assert.True(results.Manifest.Stopped);
        Assert.Equal([true, true, false, false, false, false], results.Manifest.Digests.Select(d => d.Length > 0));
        Assert.Equal([Months, Months, 0, 0, 0, 0], results.Manifest.MonthDigests.Select(d => d.Count));
        Assert.DoesNotContain(results.Events, e => e.Future > 1);
    }

    [Fact]
    public void A_future_that_cannot_open_is_named()
    {
        // Motors need more of the oxide than the mines give.
        ChainDraft draft = TinyChain.Draft();
        draft.Use(new Wish("too-many-motors", "motor", TinyChain.Home, "steady") { Amount = 1e6 });
        ValueChain chain = draft.Build();

        FutureFailedException failed = Assert.Throws<FutureFailedException>(() => new Ensemble(TinyChain.Scenario(chain, 2), new RunPlan(3, 2, 1)).Run());

        Assert.Equal(0, failed.Future);
        Assert.StartsWith("future 1: opening balance: uses of a-oxide exceed what is made", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_lasts_is_listed_in_the_month_it_begins()
    {
        ValueChain chain = Scenario.Chain;
        var quota = TinyChain.Measure(chain, Offtake.Model.Governance.InstrumentKind.ProductionQuota, 4_000.0, 5, TinyChain.Facility(chain, "pit"));
        RunResults results = new Ensemble(TinyChain.Scenario(chain, Months, Exogenous.Moving, quota), new RunPlan(3, 1, 1)).Run();

        RunEvent bound = Assert.Single(results.Events, e => e.Kind == "quota-bound");
        Assert.Equal((chain.First + 5, "pit"), (bound.Month, bound.Subject));
    }

    private sealed class Listener(Action<int> hear) : IProgress<int>
    {
        public void Report(int value) => hear(value);
    }
}
