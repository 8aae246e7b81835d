using Offtake.Laws.Tests.Chains;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests;

/// <summary>What must hold in every month of every future of any chain, with measures coming into force on the way.</summary>
public class RandomChainLaws
{
    private const int Cases = 80;
    private const int Months = 60;

    // A hundred times the rounding of a sum over a chain, a thousandth of what the ledger lets pass.
    private const double Rounding = 1e-12;

    [Fact]
    public void Mass_and_money_are_conserved_in_every_month() => Walk((end, _) =>
        end.RelativeMassGap > Rounding || end.RelativeMoneyGap > Rounding ? $"mass gap {end.RelativeMassGap:G3}, money gap {end.RelativeMoneyGap:G3}" : null);

    [Fact]
    public void No_stock_is_ever_negative() => Walk((end, layout) =>
    {
        for (int a = 0; a < layout.AccountCount; a++)
        {
            double held = end.State.Holdings.Amounts[a].Value;
            if (!(held >= -Slack(held, end.State.Holdings.Journal.AmountOut[a].Value))) return $"{layout.AccountOfGoodsName(a)} holds {held:R}";
        }

        for (int lane = 0; lane < layout.LaneStart[^1]; lane++)
        {
            double held = end.State.Holdings.Contents[lane].Value;
            if (!(held >= -Slack(held, end.State.Holdings.Journal.ContentOut[lane].Value))) return $"{layout.AccountName(lane)} holds {held:R} t of an element";
        }

        return null;
    });

    [Fact]
    public void No_facility_runs_above_its_usable_capacity_or_below_nothing() => Walk((end, layout) =>
    {
        for (int f = 0; f < layout.Chain.Facilities.Count; f++)
        {
            Amount activity = end.State.Months.Activity[f];
            Amount usable = end.State.Months.Usable[f];
            if (!(activity.Value >= 0.0 && activity.Value <= usable.Value * (1.0 + 1e-15)))
                return $"{layout.Chain.Facilities[f].Id} runs at {activity.Value:R} with {usable.Value:R} usable";
        }

        return null;
    });

    [Fact]
    public void No_facility_runs_above_its_quota() => Walk((end, layout) =>
    {
        for (int f = 0; f < layout.Chain.Facilities.Count; f++)
        {
            if (layout.Chain.Facilities[f].Ore is null) continue;
            if (end.State.Months.Activity[f] > end.State.Policies.QuotaPerMonth[f])
                return $"{layout.Chain.Facilities[f].Id} runs at {end.State.Months.Activity[f].Value:R} under a quota of {end.State.Policies.QuotaPerMonth[f].Value:R}";
        }

        return null;
    });

    [Fact]
    public void The_parts_of_a_quota_sum_to_its_cap_to_the_last_bit() => Plans.Hold(Cases, plan =>
    {
        ValueChain chain = RandomChain.Of(plan);
        Target[] mines = [.. Enumerable.Range(0, chain.Facilities.Count).Where(f => chain.Facilities[f].Ore is not null).Select(f => new Target(TargetKind.Facility, f))];
        double cap = plan.Draw("cap", 1e-3, 1e6);
        Scenario scenario = TinyChain.Scenario(chain, 1, Exogenous.Moving, TinyChain.Measure(chain, InstrumentKind.ProductionQuota, cap, 0, mines));
        Future future = RandomChain.Open(scenario);
        future.Calendar.Enact(scenario.From);
        double sum = ExactSum(mines.Select(t => future.State.Policies.QuotaPerMonth[t.Index].Value));
        double lastBit = Math.BitIncrement(cap / 12.0) - (cap / 12.0);
        return Math.Abs(sum - (cap / 12.0)) <= lastBit ? null : $"{mines.Length} parts of {cap / 12.0:R} sum to {sum:R}";
    });

    [Fact]
    public void An_amount_counted_by_content_is_the_sum_of_its_content_and_gross_goods_hold_no_more_than_they_weigh() => Walk((end, layout) =>
    {
        for (int a = 0; a < layout.AccountCount; a++)
        {
            Basis basis = layout.Chain.Commodities[layout.CommodityOf[a]].Basis;
            double amount = end.State.Holdings.Amounts[a].Value;
            double content = 0.0;
            foreach (Tonnes t in end.State.Holdings.ContentOf(a)) content += t.Value;
            bool holds = basis switch
            {
                Basis.Reo => Math.Abs(amount - content) <= 1e-9 * Math.Max(amount, 1.0),
                Basis.Gross => content <= amount * (1.0 + 1e-9) + 1e-9,
                _ => true,
            };
            if (!holds) return $"{layout.AccountOfGoodsName(a)}: amount {amount:R}, content {content:R}";
        }

        return null;
    });

    [Fact]
    public void The_shares_in_which_content_leaves_a_process_never_exceed_one() => Plans.Hold(Cases, plan =>
    {
        Scenario scenario = RandomChain.Scenario(plan, 1);
        for (int future = 0; future < 5; future++)
        {
            Future open = RandomChain.Open(scenario, future);
            foreach (double[][] outputs in open.Numbers.Share.Where(s => s.Length > 0))
            {
                for (int e = 0; e < outputs[0].Length; e++)
                {
                    double sum = outputs.Sum(share => share[e]);
                    if (sum > 1.0 + 1e-15 || outputs.Any(share => share[e] < 0.0)) return $"future {future}: shares of element {e} sum to {sum:R}";
                }
            }
        }

        return null;
    });

    [Fact]
    public void A_frozen_start_stays_still_for_twenty_years() => Plans.Hold(
        60,
        plan =>
        {
            Scenario scenario = RandomChain.Scenario(plan with { Measures = false }, 240, Exogenous.Frozen);
            Future future = RandomChain.Open(scenario);
            var drift = new Drift(future.State);
            foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);
            return drift.Worst < 1e-9 ? null : $"{drift.Where} has moved by {drift.Worst:G3}";
        },
        plan => plan.CanRest);

    /// <summary>A sum that carries along what each addition rounds away (Neumaier 1974).</summary>
    private static double ExactSum(IEnumerable<double> parts)
    {
        double sum = 0.0;
        double lost = 0.0;
        foreach (double part in parts)
        {
            double next = sum + part;
            lost += Math.Abs(sum) >= Math.Abs(part) ? (sum - next) + part : (part - next) + sum;
            sum = next;
        }

        return sum + lost;
    }

    private static double Slack(double held, double left) => 1e-12 * (Math.Abs(held) + Math.Abs(left));

    private static void Walk(Func<MonthEnd, ChainLayout, string?> law) => Plans.Hold(Cases, plan =>
    {
        Scenario scenario = RandomChain.Scenario(plan, Months);
        Future future = RandomChain.Open(scenario, plan.Seed % 7);
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario))
        {
            if (law(end, end.State.Layout) is { } broken) return $"{end.Month}: {broken}";
        }

        return null;
    });
}
