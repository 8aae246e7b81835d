using Offtake.Model.Governance;
using Offtake.Laws.Tests.Chains;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Twin;

/// <summary>The month and its naive twin agree: two programs, written apart from one set of equations.</summary>
public class TwinLaws
{
    // Both round, each in its own order; three years of that stay far below this.
    private const double Agreement = 1e-9;

    // The rent of an export quota is only found to a part in 10^11 of the dearest price; the flow on a small route feels that a thousandfold, month after month.
    private const double AgreementUnderRents = 1e-6;

    [Theory]
    [InlineData(null)]
    [InlineData(6)]
    public void The_shipped_world_walks_three_years_beside_its_twin(int? future) => MustAgree(ShippedWorld.First(36).Bare(), future);

    [Fact]
    public void The_shipped_world_walks_three_years_beside_its_twin_when_prices_follow_flows() =>
        MustAgree(ShippedWorld.First(36).Bare() with { PriceRule = PriceRule.Ratio }, 6);

    [Fact]
    public void A_random_chain_walks_two_years_beside_its_twin() => Plans.Hold(24, plan => Disagreement(RandomChain.Scenario(plan, 24) with { PriceRule = plan.Seed % 3 == 0 ? PriceRule.Ratio : PriceRule.Cover }, plan.Seed % 2 == 0 ? 1 : null));

    private static void MustAgree(Scenario scenario, int? future)
    {
        string? disagreement = Disagreement(scenario, future);
        Assert.True(disagreement is null, disagreement);
    }

    private static string? Disagreement(Scenario scenario, int? future)
    {
        Chance? chance = future is { } f ? new Chance(1, f) : null;
        var walked = new Future(new ChainLayout(scenario.Chain), scenario, chance);
        var twin = new NaiveWalk(scenario, chance, walked.State, walked.Numbers);
        double agreement = scenario.Calendar.Any(m => m.Instrument == InstrumentKind.ExportQuota) ? AgreementUnderRents : Agreement;
        foreach (MonthEnd end in MonthlyWalk.Run(walked, scenario))
        {
            twin.Walk(end.Month);
            if (Compare(end.State, twin, agreement) is { } difference) return $"{end.Month}: {difference}";
        }

        return null;
    }

    /// <summary>The largest disagreement of the month, or null when there is none worth naming.</summary>
    private static string? Compare(ChainState state, NaiveWalk twin, double agreement)
    {
        ChainLayout layout = state.Layout;
        double worst = agreement;
        string? where = null;
        void Look(string name, double fast, double naive, double least)
        {
            double gap = fast.Equals(naive) ? 0.0 : Math.Abs(fast - naive) / Math.Max(Math.Abs(fast), least);
            if (gap <= worst) return;
            worst = double.IsNaN(gap) ? double.PositiveInfinity : gap;
            where = $"{name}: {fast:R}, its twin {naive:R} (off by {gap:G3})";
        }

        for (int m = 0; m < state.Price.Length; m++)
            Look($"price {layout.AccountOfGoodsName(m)}", state.Price[m].Value, twin.Price[NameOf(layout, m)], 1e-6);
        double[] most = MostByCommodity(state);
        var mostContent = Enumerable.Range(0, layout.LaneCount).GroupBy(lane => KinOf(layout, lane))
            .ToDictionary(g => g.Key, g => g.Max(lane => Math.Abs(state.Holdings.Contents[lane].Value)));
        for (int a = 0; a < layout.AccountCount; a++)
        {
            string holder = layout.AccountOfGoodsName(a);
            Look(holder, state.Holdings.Amounts[a].Value, twin.Goods.Amount[holder], 1e-3 * most[layout.CommodityOf[a]]);
        }

        for (int lane = 0; lane < layout.LaneCount; lane++)
        {
            (string Holder, string Element) key = (layout.AccountName(lane), layout.Chain.Elements[layout.ElementOfLane[lane]].Id);
            Look($"{key.Element} in {key.Holder}", state.Holdings.Contents[lane].Value, twin.Goods.Content.GetValueOrDefault(key), 1e-3 * mostContent[KinOf(layout, lane)]);
        }

        for (int q = 0; q < state.Months.Shipped.Length; q++)
        {
            NaiveRoute route = new NaiveNames(layout.Chain).Routes[q];
            Look($"shipped {route.UnderWay}", state.Months.Shipped[q].Value, twin.Shipped[route], 1e-3 * most[layout.Chain.Routes[q].Commodity]);
            Look($"smuggled {route.UnderWay}", state.Months.Smuggled[q].Value, twin.Smuggled[route], 1e-3 * most[layout.Chain.Routes[q].Commodity]);
        }

        for (int f = 0; f < state.Capacity.Length; f++)
        {
            string id = layout.Chain.Facilities[f].Id;
            Look($"activity of {id}", state.Months.Activity[f].Value, twin.Activity[id], 1e-3);
            Look($"capacity of {id}", state.Capacity[f].Value, twin.Capacity[id], 1e-3);
        }

        for (int a = 0; a < state.Money.Balance.Length; a++)
            Look(state.Accounts.Name(a), state.Money.Balance[a].Value, twin.Balance[state.Accounts.Name(a)], 1e-3 * state.Money.Received.Max(r => r.Value));
        return where;
    }

    private static NaiveMarket NameOf(ChainLayout layout, int m) =>
        new(layout.Chain.Commodities[layout.Chain.Markets[m].Commodity].Id, layout.Chain.Regions[layout.Chain.Markets[m].Region].Id);

    /// <summary>The element of a lane and the commodity it is in; -1 for sinks.</summary>
    private static (int Element, int Commodity) KinOf(ChainLayout layout, int lane) =>
        (layout.ElementOfLane[lane], lane < layout.LaneStart[^1] ? layout.CommodityOf[Array.FindLastIndex(layout.LaneStart, start => start <= lane)] : -1);

    private static double[] MostByCommodity(ChainState state)
    {
        var most = new double[state.Layout.Chain.Commodities.Count];
        for (int a = 0; a < state.Layout.AccountCount; a++)
            most[state.Layout.CommodityOf[a]] = Math.Max(most[state.Layout.CommodityOf[a]], state.Holdings.Amounts[a].Value);
        return most;
    }
}
