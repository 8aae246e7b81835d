using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>What holds whoever governs: nothing ordered is nothing done, order of names plays no role, money and mass stay, and a month asks for no memory.</summary>
public class InstitutionLaws
{
    private const int Months = 84;

    private static readonly ValueChain Chain = FullChain.Build(0.05);

    // A quota that reviews itself is no lever: it belongs in the calendar (RefusalTests).
    private static readonly InstrumentKind[] Kinds = [.. Enum.GetValues<InstrumentKind>().Where(k => k != InstrumentKind.QuotaResponse)];

    public static TheoryData<InstrumentKind> Levers => [.. Kinds];

    private static Target MotorsAbroad => TinyChain.Route(Chain, "motor", TinyChain.Home, TinyChain.Abroad);

    private static Target MotorsHome => TinyChain.Route(Chain, "motor", TinyChain.Abroad, TinyChain.Home);

    /// <summary>Somebody whose orders others can block: without it a veto would have nothing to bite on.</summary>
    private static Office Bystander => new Office("office-2").Pulls(InstrumentKind.Tariff, 0.3, MotorsAbroad);

    private static Office Puller(InstrumentKind kind, double atMost, InstrumentKind? fillsReserve = null)
    {
        Office office = new Office("office-1").Pulls(
            kind, atMost, n => new InstrumentTerms { Pressure = n(0.2), HurdleLog = n(0.1), ProjectLoss = n(0.2), ResidueRemoved = n(0.5), Compensation = n(0.5) }, FullChain.TargetsOf(kind, Chain));
        return fillsReserve is { } fill ? office.Pulls(fill, 300, FullChain.TargetsOf(fill, Chain)) : office;
    }

    private static InstrumentKind? FilledBy(InstrumentKind kind) => kind == InstrumentKind.ReserveRelease ? InstrumentKind.Stockpile : null;

    private static Scenario Governed(params Office[] offices) => Office.Govern(TinyChain.Scenario(Chain, Months), offices);

    /// <summary>Digests of every month, chained, of two futures and the central one.</summary>
    private static IReadOnlyList<string> Digests(Scenario scenario) =>
        [.. new Ensemble(scenario, new RunPlan(3, 2, 2)).Run().Manifest.Digests, Central(scenario)];

    private static string Central(Scenario scenario)
    {
        var sum = new System.Text.StringBuilder();
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null))
        {
            foreach (Usd balance in end.State.Money.Balance) sum.Append(balance.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
            foreach (Tonnes content in end.State.Holdings.Contents) sum.Append(content.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)).Append(' ');
        }

        return sum.ToString();
    }

    [Theory]
    [MemberData(nameof(Levers))]
    public void A_lever_pulled_with_no_strength_changes_no_bit(InstrumentKind kind) => Assert.Equal(
        Digests(Governed(Puller(kind, FullChain.Strength(kind), FilledBy(kind)).Follows((Month.Of(2200, 1), 1.0)), Bystander)),
        Digests(Governed(Puller(kind, 0.0).Follows((Month.Of(2025, 1), 1.0)), Bystander)));

    [Fact]
    public void Institutions_that_do_nothing_change_no_bit() => Assert.Equal(
        Digests(TinyChain.Scenario(Chain, Months)), Digests(Governed(Puller(InstrumentKind.Stockpile, 0.0).Sees(StatisticKind.TradeBarrier, MotorsHome, TargetSide.HoldBelow, 0.1).ClosesTheGap(0.5))));

    [Theory]
    [MemberData(nameof(Levers))]
    public void A_lever_pulled_with_strength_changes_something_and_conserves_mass_and_money(InstrumentKind kind)
    {
        Scenario scenario = Governed(Puller(kind, FullChain.Strength(kind), FilledBy(kind)), Bystander);
        Assert.NotEqual(Central(Governed(Puller(kind, 0.0, FilledBy(kind)), Bystander)), Central(scenario));
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, new Chance(2, 1)))
        {
            Assert.True(end.RelativeMassGap < 1e-9);
            Assert.True(end.RelativeMoneyGap < 1e-9);
        }
    }

    // Every lever twice, by two offices on the same targets; the reader refuses two owners where they would have to be ignored or added.
    [Fact]
    public void The_order_of_institutions_does_not_change_a_bit()
    {
        InstrumentKind[] owned = [InstrumentKind.ExportQuota, InstrumentKind.PriceFloor, InstrumentKind.OfftakeContract, InstrumentKind.ExecutiveTurnover, InstrumentKind.Veto, InstrumentKind.QuotaResponse];
        Office Everything(string id, double scale)
        {
            Office office = new Office(id) { Compliance = 0.9 }.Sees(StatisticKind.TradeBarrier, MotorsHome, TargetSide.HoldBelow, 0.05, 1, 0.1, 0.1).ClosesTheGap(0.02 * scale);
            foreach (InstrumentKind kind in Enum.GetValues<InstrumentKind>().Except(owned))
                office.Pulls(kind, scale * (kind is InstrumentKind.TechnologyBan ? 3 : FullChain.Strength(kind)), n => new InstrumentTerms { CostUsdPerYear = n(1e5 * scale), Compensation = n(0.3) }, FullChain.TargetsOf(kind, Chain));
            return office;
        }

        Office watched = new Office("watched").Pulls(InstrumentKind.Tariff, 0.2, MotorsHome);
        Office[] offices = [Everything("a", 0.31), Everything("b", 0.53), Everything("c", 0.7), watched];
        Office[] mixed = [offices[2], watched, offices[0], offices[1]];
        Scenario one = Governed(offices), other = Governed(mixed);

        Assert.Equal(Digests(one), Digests(other));
        Assert.NotEqual(Digests(one), Digests(Governed(offices[0], offices[1], watched)));
    }

    [Fact]
    public void Two_that_retaliate_answer_each_other_in_the_same_month_whoever_is_named_first()
    {
        Measure spark = TinyChain.Measure(Chain, InstrumentKind.Tariff, 0.2, 12, MotorsAbroad) with { End = Month.Of(2026, 3) };
        Office home = new Office("home") { Delay = 2 }.Sees(StatisticKind.TradeBarrier, MotorsAbroad, TargetSide.HoldBelow, 0.0, lag: 2).Pulls(InstrumentKind.ExportDuty, 0.1, MotorsAbroad).Pulls(InstrumentKind.Tariff, 0.3, MotorsHome).Retaliates(2);
        Office abroad = new Office("abroad") { Delay = 1 }.Sees(StatisticKind.TradeBarrier, MotorsHome, TargetSide.HoldBelow, 0.0, lag: 1).Pulls(InstrumentKind.Tariff, 0.2, MotorsAbroad).Retaliates(3);
        Scenario Between(params Office[] offices) => Office.Govern(TinyChain.Scenario(Chain, Months, Exogenous.Moving, spark), offices);

        Assert.Equal(Digests(Between(home, abroad)), Digests(Between(abroad, home)));

        // The tariff of month 12 is answered in 12 + 1 + 2 + 2 = 17, that answer in 17 + 1 + 1 + 1 = 20, and so on for ever.
        Scenario scenario = Between(home, abroad);
        var shares = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null)
            .Select(e => (Home: e.State.Policies.Tariff[MotorsHome.Index], Abroad: e.State.Policies.Tariff[MotorsAbroad.Index])).ToArray();
        Assert.Equal(17, Array.FindIndex(shares, s => s.Home > 0.0));
        Assert.Equal(20, Array.FindIndex(shares, 15, s => s.Abroad > 0.0));
        Assert.True(shares[^1].Home > 0.0 && shares[^1].Abroad > 0.0);
    }

    [Theory]
    [InlineData(InstrumentKind.ProductionCredit)]
    [InlineData(InstrumentKind.PriceFloor)]
    [InlineData(InstrumentKind.Stockpile)]
    [InlineData(InstrumentKind.ReserveRelease)]
    [InlineData(InstrumentKind.Restructuring)]
    [InlineData(InstrumentKind.ResearchGrant)]
    public void What_is_posted_to_a_lever_is_what_it_moved(InstrumentKind kind)
    {
        // Without learning and projects a unit costs what the table says.
        ValueChain still = Chain with { Learning = [], Research = kind == InstrumentKind.ResearchGrant ? Chain.Research : null };
        Scenario scenario = Office.Govern(TinyChain.Scenario(still, Months), Puller(kind, FullChain.Strength(kind), FilledBy(kind)));
        Usd all = Usd.Zero;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null))
        {
            ChainState state = end.State;
            Usd posted = state.Programmes!.Outlay[0];
            if (state.Programmes.Strength[0] == 0.0) Assert.Equal(Usd.Zero, posted);
            else Same(Moved(kind, state, scenario), posted.Value);
            all += posted;
        }

        Assert.True(kind == InstrumentKind.ReserveRelease ? all.Value < 0.0 : all.Value > 0.0, $"{kind}: {all}");
        static void Same(double expected, double actual) => Assert.Equal(expected, actual, 1e-6 * Math.Max(1.0, Math.Abs(expected)));
    }

    private static double Moved(InstrumentKind kind, ChainState state, Scenario scenario)
    {
        int oxide = TinyChain.MarketOf(scenario.Chain, "a-oxide", TinyChain.Home);
        double strength = state.Programmes!.Strength[0];
        return kind switch
        {
            InstrumentKind.ProductionCredit => FullChain.TargetsOf(kind, Chain).Sum(t => strength * scenario.Chain.Facilities[t.Index].UnitCostUsd.Value * state.Months.Activity[t.Index].Value),
            InstrumentKind.PriceFloor => state.Months.FloorPaid.Sum(p => p.Value),
            InstrumentKind.Stockpile => (state.Price[oxide] * state.Months.Reserved[oxide]).Value,
            InstrumentKind.ReserveRelease => -(state.Price[oxide] * state.Reserves.Sold[oxide]).Value,
            InstrumentKind.Restructuring => state.Finance!.Compensation.Sum(c => c.Value),
            _ => strength * 6e6 / 12.0,
        };
    }

    [Fact]
    public void A_month_that_is_governed_asks_for_no_memory()
    {
        Office busy = new Office("busy") { Compliance = 0.9 }.Sees(StatisticKind.TradeBarrier, MotorsHome, TargetSide.Attain, 0.5, 2, 0.2, 0.1).ClosesTheGap(0.05);
        foreach (InstrumentKind kind in Enum.GetValues<InstrumentKind>().Where(k => k is not (InstrumentKind.QuotaResponse or InstrumentKind.Veto or InstrumentKind.ExecutiveTurnover)))
            busy.Pulls(kind, FullChain.Strength(kind), n => new InstrumentTerms { CostUsdPerYear = n(1e5), Compensation = n(0.3), TermMonths = n(6) }, FullChain.TargetsOf(kind, Chain));
        Office above = new Office("z-above").Pulls(InstrumentKind.Veto, 0.2, new Target(TargetKind.Institution, 0)).Pulls(InstrumentKind.ExecutiveTurnover, 0.2, new Target(TargetKind.Institution, 0));

        // A project that is born is listed; where none is, nothing asks for memory.
        ValueChain settled = Chain with { Research = Chain.Research! with { Innovations = [.. Chain.Research.Innovations.Where(i => i.Stage != ProjectStage.Unborn)] } };
        Scenario scenario = Office.Govern(TinyChain.Scenario(settled, 120), busy, above);
        using IEnumerator<MonthEnd> months = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).GetEnumerator();
        for (int month = 0; month < 60; month++) Assert.True(months.MoveNext());

        long before = GC.GetAllocatedBytesForCurrentThread();
        while (months.MoveNext())
        {
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == 0, $"60 months allocated {allocated} bytes.");
    }
}
