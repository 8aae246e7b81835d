using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World;
using Offtake.World.Institutions;

namespace Offtake.Tests.World.Institutions;

public class InstitutionReaderTests
{
    [Fact]
    public void An_institution_is_what_its_file_says()
    {
        using TinyWorld world = With(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);

        Institution read = Assert.Single(Clean(world, InstitutionTexts.CommitteeId).Institutions);

        Assert.Equal(("fleet-committee", "Committee for urban fleets", "urban fleets"), (read.Id, read.Title, read.Mandate.Chain));
        Assert.Equal(["HC-01"], read.Claims);
        Assert.Equal([(0, TargetSide.Attain, 0.8), (1, TargetSide.HoldBelow, 2.0)], read.Mandate.Targets.Select(t => (t.Statistic, t.Side, t.Value.Value)));
        Assert.Equal([StatisticKind.Utilisation, StatisticKind.UnsoldStock], read.Sight.Select(s => s.Statistic));
        Assert.Equal([new Target(TargetKind.Facility, 1)], read.Sight[0].Of);
        Assert.Equal(2, read.Sight[1].Of.Count);
        Assert.Equal((2.0, 0.05, 0.04), (read.Sight[0].LagMonths.Value, read.Sight[0].Noise.Value, read.Sight[0].ReportingBias.Value));
        ReachedInstrument lever = Assert.Single(read.Reach);
        Assert.Equal((InstrumentKind.OfftakeContract, 0.006, "share of city revenue"), (lever.Instrument, lever.AtMost.Value, lever.AtMost.Unit));
        Assert.Equal([new Target(TargetKind.Use, 1)], lever.Targets);
        Assert.Equal((0.45, 1e7, 0.3, 0.2, 24.0), (lever.Terms.Realised!.Value, lever.Terms.BudgetUsdPerYear!.Value, lever.Terms.CrowdingOut!.Value, lever.Terms.PullForward!.Value, lever.Terms.PullForwardMonths!.Value));
        Assert.Equal(new Target(TargetKind.City, 0), lever.Terms.Payer);
        Assert.Equal((3, 2.0, Month.Of(2026, 3), Month.Of(2030, 6)), (read.Tempo.DecidesEveryMonths, read.Tempo.DelayMonths.Value, read.Tempo.From, read.Tempo.Until));
        Assert.Equal(0.9, read.Grip.Compliance.Value);
        Assert.Equal(0.2, Assert.IsType<CloseTheGap>(read.Rule).GainPerMonth.Value);
    }

    [Fact]
    public void Every_rule_can_be_written()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);

        Institution[] read = [.. Clean(world, "all").Institutions];

        Assert.Equal(["answerer", "bureau", "fleet-committee", "scorer"], read.Select(i => i.Id));
        Assert.Equal(12.0, Assert.IsType<Retaliation>(read[0].Rule).LastsMonths.Value);
        Assert.Equal([(Month.Of(2026, 3), 0.5), (Month.Of(2028, 1), 1.0)], Assert.IsType<Schedule>(read[1].Rule).Steps.Select(s => (s.Month, s.Pull.Value)));
        Assert.Equal((5, 1e9), (read[1].Tempo.DecidesEveryMonths, read[1].Reach[0].AtMost.Value));
        TargetSprint sprint = Assert.IsType<TargetSprint>(read[3].Rule);
        Assert.Equal((2, 5.0, 12.0), (sprint.Months, sprint.Gain.Value, read[3].Reach[1].Terms.TermMonths!.Value));
    }

    [Fact]
    public void Every_number_stands_in_the_ledger_once_with_a_witness()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);
        Scenario scenario = Clean(world, "all");
        EvidenceLedger ledger = scenario.Chain.Evidence;
        Parameter[] own = [.. ledger.Parameters.Where(p => p.Id.StartsWith("institutions/", StringComparison.Ordinal))];

        Assert.Equal(own.Length, own.Select(p => p.Id).Distinct().Count());
        Assert.All(own, p => Assert.NotEmpty(p.Witnesses));
        Assert.All(scenario.Institutions.SelectMany(NumbersOf), n => Assert.Contains(own, p => ReferenceEquals(p, n)));
        Assert.Equal(scenario.Institutions.SelectMany(NumbersOf).Count(), own.Length);
        Assert.All(own, p => Assert.All(p.Witnesses, w => Assert.True(w[0] == '@' ? ledger.Assumptions.Any(a => "@" + a.Id == w) : ledger.SourceOf(w) is not null, w)));
        Assert.Contains("institutions/fleet-committee/reach/guaranteed-purchase/at-most", own.Select(p => p.Id));
        Assert.Contains("institutions/fleet-committee/reach/guaranteed-purchase/crowding-out", own.Select(p => p.Id));
        Assert.Contains("institutions/fleet-committee/grip/compliance", own.Select(p => p.Id));
        Assert.Contains("institutions/fleet-committee/tempo/delay", own.Select(p => p.Id));
        Assert.Contains("institutions/fleet-committee/sight/utilisation/lag", own.Select(p => p.Id));
        Assert.Contains("institutions/scorer/sight/use-of-works/noise", own.Select(p => p.Id));
    }

    [Fact]
    public void A_number_is_drawn_from_the_range_it_states_and_a_chosen_one_is_not_drawn()
    {
        using TinyWorld world = With(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);

        Institution read = Clean(world, InstitutionTexts.CommitteeId).Institutions[0];

        Assert.Equal((0.003, 0.009), (read.Reach[0].AtMost.Spread.Low, read.Reach[0].AtMost.Spread.High));
        Assert.Equal(Spread.Triangular(0.3, 0.6), read.Reach[0].Terms.Realised!.Spread);
        Assert.Equal((Spread.None(2.0), "@tolerable-stock"), (read.Mandate.Targets[1].Value.Spread, read.Mandate.Targets[1].Value.Witnesses[0]));
    }

    [Fact]
    public void The_order_in_which_institutions_are_named_does_not_matter()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);
        string[] ids = [.. InstitutionTexts.All.Select(i => i.Id)];
        world.WriteScenario("all", Naming("all", ids.Reverse()));
        Scenario backward = Clean(world, "all");
        world.WriteScenario("all", Naming("all", ids));
        Scenario forward = Clean(world, "all");

        Assert.Equal(forward.Chain.Evidence.Parameters.Select(p => (p.Id, p.Value, p.Spread)), backward.Chain.Evidence.Parameters.Select(p => (p.Id, p.Value, p.Spread)));
        Assert.Equal(forward.Institutions.Select(i => i.Id), backward.Institutions.Select(i => i.Id));
    }

    [Fact]
    public void Institutions_add_up_along_what_is_extended_and_can_be_done_without()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);
        world.WriteScenario("one", "scenario: one\ntitle: One\nextends: baseline\ninstitutions: [bureau, answerer]\n");
        world.WriteScenario("two", "scenario: two\ntitle: Two\nextends: one\ninstitutions: [scorer]\nwithout-institutions: [answerer]\n");

        Assert.Equal(["bureau", "scorer"], Clean(world, "two").Institutions.Select(i => i.Id));
    }

    [Fact]
    public void A_scenario_without_institutions_has_the_ledger_and_the_fingerprint_it_had()
    {
        using TinyWorld world = new();
        Scenario before = world.Scenario("baseline");
        foreach ((string id, string text) in InstitutionTexts.All) world.WriteInstitution(id, text);
        Scenario after = world.Scenario("baseline");

        Assert.Equal(before.Fingerprint, after.Fingerprint);
        Assert.Equal(before.Chain.Evidence.Parameters.Select(p => p.Id), after.Chain.Evidence.Parameters.Select(p => p.Id));
        Assert.Empty(after.Institutions);
    }

    [Fact]
    public void The_fingerprint_of_a_scenario_covers_its_institutions()
    {
        using TinyWorld world = With(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);
        Fingerprint before = Clean(world, InstitutionTexts.CommitteeId).Fingerprint;
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee.Replace("compliance: 0.9", "compliance: 0.8", StringComparison.Ordinal));

        Assert.NotEqual(before, Clean(world, InstitutionTexts.CommitteeId).Fingerprint);
    }

    [Fact]
    public void Programmes_end_early_where_the_scenario_says_so_and_no_later_than_they_say_themselves()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);
        world.WriteScenario("ends", Naming("ends", ["bureau", "fleet-committee"]) + "programmes-until: 2030-09\n");

        Assert.Equal([Month.Of(2030, 9), Month.Of(2030, 6)], Clean(world, "ends").Institutions.Select(i => i.Tempo.Until));
    }

    [Fact]
    public void A_schedule_without_steps_is_a_full_pull_from_the_first_month_on()
    {
        using TinyWorld world = new();
        int at = InstitutionTexts.Bureau.IndexOf("schedule:\n", StringComparison.Ordinal), end = InstitutionTexts.Bureau.IndexOf("cny-per-usd", StringComparison.Ordinal);
        world.WriteInstitution("bureau", InstitutionTexts.Bureau[..at] + InstitutionTexts.Bureau[end..]);

        Scenario scenario = Clean(world, "bureau");

        ScheduleStep step = Assert.Single(Assert.IsType<Schedule>(scenario.Institutions[0].Rule).Steps);
        Assert.Equal((Month.Of(2026, 3), 1.0), (step.Month, step.Pull.Value));
        Assert.Contains(scenario.Chain.Evidence.Parameters, p => ReferenceEquals(p, step.Pull));
        Assert.Contains(scenario.Chain.Evidence.Assumptions, a => "@" + a.Id == step.Pull.Witnesses[0]);
    }

    [Fact]
    public void An_amount_in_CNY_rests_on_its_source_and_on_that_of_the_rate()
    {
        using TinyWorld world = With("bureau", InstitutionTexts.Bureau.Replace("cny-per-usd: 7.2", "cny-per-usd: {value: 7.2, source: survey}", StringComparison.Ordinal));

        Scenario scenario = Clean(world, "bureau");

        Assert.Equal(["bureau", "paper", "survey"], scenario.Institutions[0].Reach[0].AtMost.Witnesses);
        Assert.DoesNotContain(scenario.Chain.Evidence.Parameters, p => p.Id.Contains("cny", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("institutions/fleet-committee/reach/guaranteed-purchase/crowding-out", -0.5, 0.9, 0)]
    [InlineData("institutions/fleet-committee/reach/guaranteed-purchase/crowding-out", -0.5, 1.1, 1)]
    [InlineData("institutions/fleet-committee/reach/guaranteed-purchase/at-most", 0.0, 1.0, 0)]
    [InlineData("institutions/fleet-committee/reach/guaranteed-purchase/at-most", 0.0, 2.0, 1)]
    [InlineData("institutions/fleet-committee/grip/compliance", 0.2, 1.0, 0)]
    [InlineData("institutions/fleet-committee/grip/compliance", 0.2, 1.2, 1)]
    public void A_study_may_move_a_number_of_an_institution_within_its_bounds(string number, double low, double high, int errors)
    {
        using TinyWorld world = With(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);
        string studies = Path.Combine(Path.GetDirectoryName(world.Worlds)!, "studies");
        Directory.CreateDirectory(Path.Combine(studies, "s"));
        File.WriteAllText(Path.Combine(studies, "s", "study.yaml"), string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
            study: s
            title: S
            scenario: fleet-committee
            seed: 1
            futures: 4
            sampling: sobol
            levers: [{id: lever, of: {{number}}, low: {{low}}, high: {{high}}}]
            outcomes: [{id: used, title: Motors used, variable: used, of: motor, period: 2030, statistic: sum}]
            """));

        Reading<Offtake.Model.Studies.Study> reading = Offtake.Experiments.Exploring.StudyModels.Read(studies, "s", world.Scenarios, world.Worlds);

        Assert.True(reading.Errors.Count() == errors, string.Join('\n', reading.Problems));
    }

    [Fact]
    public void An_institution_may_act_on_another_wherever_it_stands()
    {
        using TinyWorld world = With([.. InstitutionTexts.All]);
        world.WriteInstitution("above", InstitutionTexts.Answerer.Replace("institution: answerer", "institution: above", StringComparison.Ordinal).Replace(
            "instrument: embargo, on: [\"route:motor/*/home\"]", "instrument: veto, on: [\"institution:scor*\"]", StringComparison.Ordinal));
        world.WriteScenario("all", Naming("all", ["scorer", "above", "bureau"]));

        Assert.Equal([new Target(TargetKind.Institution, 2)], Clean(world, "all").Institutions[0].Reach[0].Targets);
    }

    [Fact]
    public void Terms_of_a_lever_are_the_terms_that_are_read() =>
        Assert.Equal(
            TermRules.All.Select(t => t.Name).Order(),
            TermRules.Of(TermRules.All.ToDictionary(t => t.Name, t => Parameter.Assumed(t.Name, new Assumption("x", 1.0, Spread.None(1.0), "", ""), "x")), null).Numbers()
                .Select(n => n.Name == n.Number.Id ? n.Name : $"{n.Name} is {n.Number.Id}").Order());

    private static IEnumerable<Parameter> NumbersOf(Institution i) =>
    [
        .. i.Mandate.Targets.Select(t => t.Value), .. i.Sight.SelectMany(s => new[] { s.LagMonths, s.Noise, s.ReportingBias }),
        .. i.Reach.SelectMany(r => r.Terms.Numbers().Select(n => n.Number).Append(r.AtMost)), i.Tempo.DelayMonths, i.Grip.Compliance,
        .. i.Rule switch
        {
            CloseTheGap gap => [gap.GainPerMonth],
            TargetSprint sprint => [sprint.Gain],
            Retaliation answer => [answer.LastsMonths],
            Schedule schedule => schedule.Steps.Select(s => s.Pull),
            _ => Array.Empty<Parameter>(),
        },
    ];

    private static TinyWorld With(string id, string text) => new TinyWorld().WriteInstitution(id, text);

    private static TinyWorld With((string Id, string Text)[] all)
    {
        TinyWorld world = new();
        foreach ((string id, string text) in all) world.WriteInstitution(id, text);
        return world.WriteScenario("all", Naming("all", all.Select(i => i.Id)));
    }

    private static string Naming(string scenario, IEnumerable<string> ids) => $"scenario: {scenario}\ntitle: All\nextends: baseline\ninstitutions: [{string.Join(", ", ids)}]\n";

    private static Scenario Clean(TinyWorld world, string id)
    {
        Reading<Scenario> reading = world.ReadScenario(id);
        Assert.True(reading.Succeeded && reading.Problems.Count == 0, string.Join('\n', reading.Problems));
        return reading.Value;
    }
}
