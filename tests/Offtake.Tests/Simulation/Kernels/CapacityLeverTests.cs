using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Operations;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Levers on capacity, processing, building time, targets and research: each moves what it may move, by as much as it says.</summary>
public sealed class CapacityLeverTests
{
    private readonly Future _future = TinyChain.Open(FullChain.Build());

    private ChainState State => _future.State;

    private ChainNumbers Numbers => _future.Numbers;

    private PoliciesInForce Policies => State.Policies;

    private int Of(string facility) => TinyChain.Facility(State.Layout.Chain, facility).Index;

    private void Enact(InstrumentKind kind, double strength, string facility, Func<Func<double, Parameter>, InstrumentTerms>? terms = null, double atMost = double.NaN) =>
        Enact(kind, strength, [new Target(TargetKind.Facility, Of(facility))], terms, atMost);

    private void Enact(InstrumentKind kind, double strength, Target[] targets, Func<Func<double, Parameter>, InstrumentTerms>? terms = null, double atMost = double.NaN)
    {
        var directive = new Directive(kind, targets, Directive.OfCalendar, terms is null ? TermNumbers.None : Office.Terms(terms)) { Strength = strength, AtMost = atMost };
        Instrument.All[(int)kind].Enact(directive, new EnactmentContext(Policies, Numbers.OpeningActivity));
    }

    // Of 1,000 a month a hundredth goes in a month. Half of what it would cost new is paid; a debt of ten million belongs to it for its part of the sector.
    [Theory]
    [InlineData(0.0)]
    [InlineData(10e6)]
    public void A_restructuring_closes_a_twelfth_of_its_share_pays_for_it_and_takes_its_debt_along(double debt)
    {
        int f = Of("motors-home"), s = State.Layout.SectorOf[f], loan = State.Accounts.LoanOfOwners(s), owners = State.Accounts.Owners(s);
        State.Money.Balance[loan] = new Usd(-debt);
        Usd held = State.Money.Balance[owners], treasury = State.Money.Balance[State.Accounts.Treasury(0)];
        double before = State.Capacity[f].Value, sector = State.Layout.FacilitiesOfSector[s].Sum(i => State.Capacity[i].Value);
        Enact(InstrumentKind.Restructuring, 0.12, "motors-home", n => new InstrumentTerms { Compensation = n(0.5) });
        ClosingForGood.Close(State, Numbers);

        double closed = before * 0.01, paid = 0.5 * Numbers.Finance!.CapitalCost[s].Value * closed, part = debt * closed / sector;
        Near(before - closed, State.Capacity[f].Value);
        Near(closed, State.Finance!.Abandoned[f].Value);
        Near(paid, State.Finance.Compensation[f].Value);
        Near(-paid, (State.Money.Balance[State.Accounts.Treasury(0)] - treasury).Value);
        Near(paid - Math.Min(paid, part), (State.Money.Balance[owners] - held).Value);
        Near(-(debt - part), State.Money.Balance[loan].Value);
        Near(part - Math.Min(paid, part), State.Finance.WrittenOff[s].Value);
    }

    [Fact]
    public void Without_rules_of_money_a_restructuring_only_closes()
    {
        Bench bench = new();
        bench.Enact(InstrumentKind.Restructuring, 0.12, bench.OnFacility("pit")).Enact(InstrumentKind.Restructuring, 0.24, bench.OnFacility("pit"));
        double before = bench.State.Capacity[bench.Facility("pit")].Value;
        Usd[] balances = [.. bench.State.Money.Balance];
        ClosingForGood.Close(bench.State, bench.Numbers);
        Near(before * 0.99 * 0.98, bench.State.Capacity[bench.Facility("pit")].Value);
        Assert.Equal(balances, bench.State.Money.Balance);
    }

    [Fact]
    public void A_process_standard_raises_cost_and_lowers_what_is_left_behind()
    {
        int f = Of("separator"), hill = Of("hill");
        UsdPerUnit cost = State.UnitCost[f], other = State.UnitCost[hill];
        State.Residues!.Post(State.Months.Activity, Policies.StandardResidueFactor);
        Amount[] left = [.. State.Residues.Flow];
        Enact(InstrumentKind.ProcessStandard, 0.1, "separator", n => new InstrumentTerms { ResidueRemoved = n(4.0) });
        ProcessingCost.Follow(State, Numbers);
        State.Residues.Post(State.Months.Activity, Policies.StandardResidueFactor);
        Near(cost.Value * 1.1, State.UnitCost[f].Value);
        Assert.Equal(other, State.UnitCost[hill]);
        Near(0.6 * 8 * State.Months.Activity[f].Value, left.Zip(State.Residues.Flow, (b, a) => (b - a).Value).Sum() * 0.6 / 0.4);
    }

    [Fact]
    public void A_standard_removes_all_there_is_and_no_more_in_a_future_where_both_numbers_fall_high()
    {
        Enact(InstrumentKind.ProcessStandard, 0.3, "separator", n => new InstrumentTerms { ResidueRemoved = n(4.0) });
        Assert.Equal(0.0, Policies.StandardResidueFactor[Of("separator")]);
    }

    // Permits take twelve months in the test's rules; a ban of three makes them 36, half carried out 24, and a track of six saves six of either.
    [Theory]
    [InlineData(3.0, 3.0, 0.0, 36.0)]
    [InlineData(1.5, 3.0, 0.0, 24.0)]
    [InlineData(3.0, 3.0, 6.0, 30.0)]
    [InlineData(0.0, 3.0, 6.0, 6.0)]
    [InlineData(0.0, 3.0, 20.0, 1.0)]
    public void Bans_lengthen_permits_and_building_and_fast_tracks_shorten_permits(double ban, double full, double saved, double months)
    {
        int f = Of("motors-home"), s = State.Layout.SectorOf[f];
        if (ban > 0.0) Enact(InstrumentKind.TechnologyBan, ban, "motors-home", atMost: full);
        if (saved > 0.0) Enact(InstrumentKind.PermitTrack, saved, "motors-home");
        Near(1.0 / months, BuildingTime.PermitOutflow(State, Numbers.Finance!, f, s));
        double factor = ban > 0.0 ? 1.0 + ((full - 1.0) * ban / full) : 1.0;
        Near(3.0 / (Numbers.LeadMonths[s] * factor), BuildingTime.StageOutflow(State, Numbers, f, s));
    }

    [Fact]
    public void What_waits_for_a_permit_moves_on_at_the_pace_of_the_fast_track()
    {
        int f = Of("motors-home"), s = State.Layout.SectorOf[f];
        State.Months.Wished[f] = Amount.Zero;
        State.Finance!.Permits[f] = new Amount(12);
        Enact(InstrumentKind.PermitTrack, 8, "motors-home");
        PaidPipeline.Advance(State, Numbers, Numbers.Finance!, f, s);
        Near(9, State.Finance.Permits[f].Value);
    }

    [Theory]
    [InlineData("motors-home", 0.7)]
    [InlineData("motors-abroad", 0.0)]
    public void A_raised_target_is_kept_by_state_firms_only(string facility, double share)
    {
        Enact(InstrumentKind.TargetEvaluation, 0.2, facility);
        Near(share, StateTarget.Of(State, Numbers, Of(facility)));
    }

    // Nothing is ordered; the state firm makes seven tenths all the same and takes in what that needs.
    [Fact]
    public void A_state_firm_that_is_scored_makes_what_nobody_ordered()
    {
        int f = Of("motors-home");
        foreach (int m in State.Layout.Lists.MadeToOrder) State.ExpectedOrders[m] = Amount.Zero;
        MakersWants.Want(State, Numbers);
        Assert.Equal(0.0, State.Months.Wanted[f].Value);
        Enact(InstrumentKind.TargetEvaluation, 0.2, "motors-home");
        MakersWants.Want(State, Numbers);
        Near(0.7 * State.Months.Usable[f].Value, State.Months.Wanted[f].Value);
        Near(State.Months.Wanted[f].Value, State.Months.SectorWanted[State.Layout.SectorOf[f]].Value);
    }

    [Fact]
    public void A_state_mine_that_is_scored_runs_whatever_its_margin()
    {
        int f = Of("pit"), s = State.Layout.SectorOf[f];
        State.Margin[f] = 0.01;
        Mines.Run(State, Numbers, s);
        double before = State.Months.Activity[f].Value;
        Enact(InstrumentKind.TargetEvaluation, 0.4, "pit");
        Mines.Run(State, Numbers, s);
        Assert.True(before < 0.9 * State.Months.Usable[f].Value);
        Near(0.9 * State.Months.Usable[f].Value, State.Months.Activity[f].Value);
    }

    // Half a year of campaign: half of each number, and a region's projects feel it once, however many of its facilities are inspected.
    [Fact]
    public void A_campaign_does_what_its_reading_says_and_no_more()
    {
        Enact(
            InstrumentKind.InspectionCampaign, 0.5, [new(TargetKind.Facility, Of("pit")), new(TargetKind.Facility, Of("motors-home")), new(TargetKind.Facility, Of("separator"))],
            n => new InstrumentTerms { Pressure = n(0.104), HurdleLog = n(0.2), ProjectLoss = n(0.3) });
        Near(0.5 + 0.052, StateTarget.Of(State, Numbers, Of("pit")));
        Near(0.0, StateTarget.Of(State, Numbers, Of("separator")));
        Near(Math.Exp(0.1), Policies.HurdleFactor[Of("separator")]);
        Near(1.0, Policies.HurdleFactor[Of("motors-abroad")]);
        Near(0.85, Policies.Support.SurvivalFactor[0]);
        Near(1.0, Policies.Support.SurvivalFactor[1]);
    }

    // Above the hurdle all that is lacking is started; a tenth below it, in a band of two tenths, half.
    [Fact]
    public void Owners_who_dare_less_start_less()
    {
        int f = Of("motors-home"), s = State.Layout.SectorOf[f];
        State.Months.Wished[f] = State.Capacity[f] * 4.0;
        State.Finance!.Return[f] = State.Finance.HurdleReturn[f] * 1.05;
        Amount all = Profitability.Start(State, Numbers, Numbers.Finance!, f, s);
        Enact(InstrumentKind.InspectionCampaign, 1.0, "motors-home", n => new InstrumentTerms { HurdleLog = n(Math.Log(1.05) + 0.1) });
        Near(0.5 * all.Value, Profitability.Start(State, Numbers, Numbers.Finance!, f, s).Value);
    }

    [Fact]
    public void Help_for_research_is_written_region_by_region()
    {
        Target[] home = [new Target(TargetKind.Region, 0)];
        InnovationSupport help = Policies.Support;
        Enact(InstrumentKind.ResearchGrant, 0.25, home);
        Enact(InstrumentKind.PilotPlatform, 0.5, home);
        Enact(InstrumentKind.ResearchMatching, 0.4, home);
        Enact(InstrumentKind.ResearchMatching, 0.5, home);
        Enact(InstrumentKind.CorridorServices, 0.2, home);
        Enact(InstrumentKind.TalentHousing, 0.3, home);
        Assert.Equal([1.25, 1.5, 0.7, 0.8, 1.3], new[] { help.OutlayFactor[0], help.PilotPlacesFactor[0], help.FailuresAvoided[0], help.StageTimeFactor[0], help.TrainingFactor[0] }.Select(x => Math.Round(x, 12)));
        Assert.Equal([1.0, 1.0, 0.0, 1.0, 1.0], new[] { help.OutlayFactor[1], help.PilotPlacesFactor[1], help.FailuresAvoided[1], help.StageTimeFactor[1], help.TrainingFactor[1] });
        Policies.Clear();
        Assert.Equal([1.0, 1.0, 0.0, 1.0, 1.0], new[] { help.OutlayFactor[0], help.PilotPlacesFactor[0], help.FailuresAvoided[0], help.StageTimeFactor[0], help.TrainingFactor[0] });
    }

    // Three tenths would fail; of these half go on.
    [Theory]
    [InlineData(0.0, 0.7)]
    [InlineData(0.5, 0.85)]
    [InlineData(1.0, 1.0)]
    public void A_partner_saves_its_share_of_the_projects_that_would_fail(double avoided, double survives)
    {
        ProjectBook book = State.Projects!;
        Policies.Support.FailuresAvoided[0] = avoided;
        var pipeline = new ProjectPipeline(book, Numbers.OptionalTables.Research!, null);
        int i = 0;
        while (book.Projects[i].Stage != ProjectStage.Pilot) i++;
        book.Projects[i].IsOnPlatform = true;
        book.Projects[i].Progress = 1.0;
        double before = book.Projects[i].Chance;
        pipeline.Advance(State);
        Near(survives, book.Projects[i].Chance / before);
    }
}
