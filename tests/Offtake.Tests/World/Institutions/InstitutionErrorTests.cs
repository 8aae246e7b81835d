using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World.Institutions;

/// <summary>Everything that may be wrong with an institution is told where it stands, with the value, the bound and what to do.</summary>
public class InstitutionErrorTests
{
    [Theory]
    [InlineData("institution: fleet-committee", "institution: fleet-comittee", "1:14: the institution is not named after its file: 'fleet-comittee' (allowed: fleet-committee); rename one of them.")]
    [InlineData("grip:", "girp:", "unknown key 'girp'; did you mean 'grip'?")]
    [InlineData("claims: [HC-01]", "claims: [HC-1]", "unknown claim 'HC-1'; did you mean 'HC-01'?")]
    [InlineData("statistic: utilisation", "statistic: utilization", "unknown statistic 'utilization'; did you mean 'utilisation'?")]
    [InlineData("instrument: offtake-contract", "instrument: offtake-contrat", "unknown instrument 'offtake-contrat'; did you mean 'offtake-contract'?")]
    [InlineData("rule: close-the-gap", "rule: close-gap", "unknown rule 'close-gap'; known are close-the-gap, schedule, target-sprint, retaliation.")]
    [InlineData("crowding-out: 0.3", "crowd-out: 0.3", "unknown key 'crowd-out'; did you mean 'crowding-out'?")]
    [InlineData("    crowding-out: 0.3\n", "", "offtake-contract lacks a term 'crowding-out'; add it, if it is nothing then as 0: what others stop buying is never left out.")]
    [InlineData("    crowding-out: 0.3\n", "    crowding-out: 0.3\n    leverage: 3\n", "offtake-contract knows no term 'leverage' (allowed: realised, lawful-at-most, budget, cost, term, payer, crowding-out, pull-forward, pull-forward-months, cities, replication-gain); remove it, or choose another instrument.")]
    [InlineData("crowding-out: 0.3", "crowding-out: 0.9", "a unit bought displaces more than one other: 'crowding-out' and 'pull-forward' add up to '1.1' (allowed: up to 1 together); lower one of them.")]
    [InlineData("crowding-out: 0.3", "crowding-out: 30", "'crowding-out' is out of range: '30' (allowed: -1 to 1); if it is a percentage, write 0.3 or 30 %.")]
    [InlineData("use:motors-hill", "use:motors-home", "offtake-contract acts on uses of a city only; this is none: 'use:motors-home' (allowed: use: of a city); name a use whose place is a city.")]
    [InlineData("use:motors-hill", "facility:works", "offtake-contract cannot act on 'facility:works' (allowed: use:); correct the target or the instrument.")]
    [InlineData("use:motors-hill", "use:motor-hill", "unknown use 'motor-hill'; did you mean 'motors-hill'?")]
    [InlineData("instrument: offtake-contract", "instrument: urban-deployment", null)]
    [InlineData("facility:w*", "use:motors-hill", "utilisation cannot act on 'use:motors-hill' (allowed: facility:); correct the target or the instrument.")]
    [InlineData("facility:w*", "facility:q*", "unknown facility 'q*'")]
    [InlineData("compliance: 0.9", "compliance: 60", "'compliance' is out of range: '60' (allowed: 0 to 1); if it is a percentage, write 0.6 or 60 %.")]
    [InlineData("compliance: 0.9", "compliance: 0.9 months", "'compliance' has a unit it is not counted in: '0.9 months' (allowed: share); write it such as 0.6 or 60 %.")]
    [InlineData("compliance: 0.9", "compliance: -0.1", "'compliance' is out of range: '-0.1' (allowed: 0 to 1); it cannot be negative; check sign and unit.")]
    [InlineData("decides: quarterly", "decides: every 0 months", "'decides' is a tempo that no institution has: 'every 0 months' (allowed: every 1 to 120 months); write at least 'every 1 months', which is monthly.")]
    [InlineData("decides: quarterly", "decides: quaterly", "'decides' is no tempo: 'quaterly' (allowed: monthly, quarterly, half-yearly, yearly, or every 5 months); did you mean 'quarterly'?")]
    [InlineData("delay: 2 months", "delay: 2 weeks", "'delay' has a unit it is not counted in: '2 weeks' (allowed: months); write it such as 2 months.")]
    [InlineData("until: 2030-06", "until: 2026-01", "the institution ends before it begins (2026-03): '2026-01' (allowed: 2026-03 or later); correct one of the months.")]
    [InlineData("measure: utilisation", "measure: utilization", "the target is on a statistic that the institution does not see: 'utilization'; did you mean 'utilisation'?")]
    [InlineData("attain: 80 %", "attain: 80", "'attain' is out of range: '80' (allowed: 0 to 1); if it is a percentage, write 0.8 or 80 %.")]
    [InlineData("attain: 80 %", "attain: 80 %, hold-below: 90 %", "the target states both 'attain' and 'hold-below' 'utilisation' (allowed: one of attain, hold-below); write exactly one of the two.")]
    [InlineData(", attain: 80 %", "", "the target states no value 'utilisation'")]
    [InlineData("hold-below: 2 months", "hold-below: 9 months", "'hold-below' lies outside the range of the assumption 'tolerable-stock': '9 months' (allowed: 1 to 4); choose a point inside, or name another witness.")]
    [InlineData("budget: 10 M USD", "budget: 2 M USD", "pulled in full the lever costs more than its budget, in USD a year: '2.7e+6' (allowed: up to 2e+6); lower 'at-most' or 'cost', or raise 'budget'.")]
    [InlineData("budget: 10 M USD", "budget: 10", "'budget' is money without a currency: '10' (allowed: USD or CNY, with k, M or bn); write it such as 120 M USD.")]
    [InlineData("budget: 10 M USD", "budget: 80 M CNY", "'budget' is in CNY, and nothing says what a USD is worth: '80 M CNY'; add 'cny-per-usd' with the rate of the year the amount is of, or write it in USD.")]
    [InlineData("budget: 10 M USD", "budget: 10 M EUR", "'budget' has a unit it is not counted in: '10 M EUR' (allowed: USD/yr); write it such as 120 M USD.")]
    [InlineData("payer: city:hill", "payer: use:motors-hill", "payer cannot act on 'use:motors-hill' (allowed: city:, region:)")]
    [InlineData("low: 0.3 %, high: 0.9 %", "low: 0.9 %, high: 0.3 %", "'at-most' has a range whose low lies above its high")]
    [InlineData("low: 0.3 %, high: 0.9 %", "low: 0.3 %", "'at-most' has half a range '0.3 %'; write both 'low' and 'high', or neither.")]
    [InlineData("source: town-hall\n", "", "'gain' has a number without a witness: '0.2'; name a 'source' beside it or for the whole file, or write @ and the id of an assumption.")]
    [InlineData("source: town-hall\n", "source: twon-hall\n", "unknown source 'twon-hall'; did you mean 'town-hall'?")]
    [InlineData("\"@announced-realised\"", "\"@announced-realized\"", "unknown assumption 'announced-realized'; did you mean 'announced-realised'?")]
    [InlineData("gain: 0.2\n", "", "rule 'close-the-gap' lacks a key 'gain'; add it; absent is not zero.")]
    [InlineData("gain: 0.2\n", "gain: 0.2\nlasts: 3 months\n", "'lasts' says nothing under rule 'close-the-gap' '3 months'; remove it, or write 'rule: retaliation'.")]
    [InlineData("kind: official", "kind: oficial", "unknown kind of source 'oficial'; did you mean 'official'?")]
    [InlineData("kind: official", "kind: assumption", "unknown kind of source 'assumption'; known are measured")]
    [InlineData("{id: announced-realised, value: 0.45", "{id: share, value: 0.45", "assumption that is stated otherwise elsewhere: 'share' (allowed: 0.5 share: A guess. A count would settle it.); state both alike, or rename one of them.")]
    [InlineData("id: announced-realised, value: 0.45", "id: announced-realised, value: 0.9", "'announced-realised' lies outside its own range: '0.9' (allowed: 0.3 to 0.6); correct the value or the range.")]
    [InlineData("lag: 2 months, ", "", "missing key 'lag'; add it; absent is not zero.")]
    [InlineData("tempo: {decides: quarterly, delay: 2 months, from: 2026-03, until: 2030-06}", "tempo: quarterly", "'tempo' must have keys 'quarterly'; write {decides, delay, from, until, source, assumption}.")]
    [InlineData("unit: share of city revenue", "unit: kg", "'unit' names a measure that nothing is counted in: 'kg'")]
    [InlineData("pull-forward-months: 18", "pull-forward-months: 0.4", "'pull-forward-months' is out of range: '0.4' (allowed: 1 to 240)")]
    [InlineData("payer: city:hill", "payer: city:harbour", "a city does not pay for the purchases of another: 'city:harbour' (allowed: city:hill); write 'payer: city:hill', or name uses of the other city.")]
    [InlineData("from: 2026-03, until: 2030-06", "from: 2150-03", "the institution begins after the last month of the world: '2150-03'")]
    public void A_fault_of_an_institution_is_told_with_its_line_and_remedy(string old, string by, string? sentence)
    {
        using TinyWorld world = new();
        string text = Changed(InstitutionTexts.Committee, old, by);
        world.WriteInstitution(InstitutionTexts.CommitteeId, text);

        Reading<Scenario> reading = world.ReadScenario(InstitutionTexts.CommitteeId);

        if (sentence is null)
        {
            Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
            return;
        }

        Assert.Null(reading.Value);
        Problem? told = reading.Errors.FirstOrDefault(p => p.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.True(told is not null, $"Not told: {sentence}\n{string.Join('\n', reading.Problems.Select(p => p.Sentence))}");
        Assert.Equal("institutions/fleet-committee.yaml", told.File);
        Assert.True(told.Line > 0 && told.Column > 0 && told.Remedy.Length > 0);
        string[] was = InstitutionTexts.Committee.Split('\n'), now = text.Split('\n');
        if (was.Length == now.Length && by.Contains(told.Value ?? "\0", StringComparison.Ordinal)) Assert.Contains(told.Value!, now[told.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{from: 2028-01, pull: 1}", "{from: 2026-03, pull: 1}", "two steps of the schedule begin in the same month: '2026-03' (allowed: one step a month); keep one, or move the other.")]
    [InlineData("{from: 2028-01, pull: 1}", "{from: 2025-01, pull: 1}", "a step of the schedule lies outside the months the institution is at work: '2025-01' (allowed: 2026-03 to the end); correct the step or the tempo.")]
    [InlineData("pull: 1}", "pull: 1.5}", "'pull' is out of range: '1.5'")]
    [InlineData("pull: 0.5, assumption: share", "pull: 0.9, assumption: share", "'pull' lies outside the range of the assumption 'share': '0.9' (allowed: 0.25 to 0.75)")]
    [InlineData("rule: schedule", "rule: close-the-gap\ngain: 0.1", "rule 'close-the-gap' asks what is missed, and the mandate has no targets; add 'targets' to the mandate, or write 'rule: schedule'.")]
    [InlineData("instrument: research-grant", "instrument: veto", "veto cannot act on 'region:*' (allowed: institution:)")]
    [InlineData("payer: region:abroad", "payer: region:*", "there is more than one payer")]
    [InlineData("id: grant", "id: fund", "repeated id 'fund'; rename one of them.")]
    [InlineData("cny-per-usd: 7.2", "cny-per-usd: 0", "'cny-per-usd' is out of range: '0' (allowed: above 0, up to 100)")]
    [InlineData("leverage: 3", "budget: 0.5 bn USD", "pulled in full the lever costs more than its budget, in USD a year: '1e+9' (allowed: up to 5e+8)")]
    [InlineData("          - {from: 2028-01", "          - {from: 2026-03, pull: 0.5, assumption: share}\n          - {from: 2028-01", "two steps of the schedule begin in the same month")]
    [InlineData("instrument: guidance-fund, on: [\"facility:shop\"], at-most: 7.2 bn CNY, unit: USD a year, leverage: 3", "instrument: quota-response, on: [\"facility:pit\", \"market:alpha-oxide/home\"], at-most: 0.3, unit: per unit of log price", "this instrument reviews itself; nobody pulls it: 'quota-response'")]
    public void A_fault_of_a_schedule_is_told(string old, string by, string sentence)
    {
        using TinyWorld world = new();
        world.WriteInstitution("bureau", Changed(InstitutionTexts.Bureau, old, by));

        Reading<Scenario> reading = world.ReadScenario("bureau");

        Assert.True(reading.Errors.Any(p => p.Line > 0 && p.Sentence.Contains(sentence, StringComparison.Ordinal)), string.Join('\n', reading.Problems.Select(p => p.Sentence)));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        using TinyWorld world = new();
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee.Replace("0.9}", "60}", StringComparison.Ordinal).Replace("quarterly", "daily", StringComparison.Ordinal)
            .Replace("[HC-01]", "[XX]", StringComparison.Ordinal).Replace("motors-hill", "motors-hil", StringComparison.Ordinal));

        Assert.Equal(4, world.ReadScenario(InstitutionTexts.CommitteeId).Errors.Count());
    }

    [Fact]
    public void An_inspection_campaign_without_a_term_does_nothing_and_is_refused()
    {
        using TinyWorld world = new();
        world.WriteInstitution("scorer", InstitutionTexts.Scorer.Replace(", pressure: 0.1, hurdle: -0.2", "", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("scorer"), "institutions/scorer.yaml", 7, "inspection-campaign does nothing without a term (allowed: pressure, hurdle, project-loss); add at least one of them.");
    }

    [Fact]
    public void Deployment_needs_a_fleet_that_covers_a_service()
    {
        using TinyWorld world = new();
        world.Replace("uses.csv", "scrap,12,20000,bureau", "scrap,,,bureau");
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee.Replace("offtake-contract", "urban-deployment", StringComparison.Ordinal));

        Expect.Error(world.ReadScenario(InstitutionTexts.CommitteeId), "institutions/fleet-committee.yaml", 16, "urban-deployment needs a fleet that covers a service; this use has none: 'use:motors-hill'");
    }

    [Fact]
    public void Two_institutions_cannot_guarantee_purchase_of_one_use()
    {
        using TinyWorld world = new();
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);
        world.WriteInstitution("other", InstitutionTexts.Committee.Replace("institution: fleet-committee", "institution: other", StringComparison.Ordinal));
        world.WriteScenario("both", "scenario: both\ntitle: Both\nextends: baseline\ninstitutions: [other, fleet-committee]\n");

        Expect.OnlyError(
            world.ReadScenario("both"), "institutions/other.yaml", 13,
            "the offtake-contract 'other/guaranteed-purchase' covers a target that 'fleet-committee/guaranteed-purchase' covers too (institutions/fleet-committee.yaml:13), from 2026-03 on: 'use:motors-hill'");
    }

    [Fact]
    public void An_institution_cannot_own_a_quota_that_the_calendar_owns()
    {
        using TinyWorld world = new();
        string text = InstitutionTexts.Bureau.Replace("instrument: research-grant, on: [\"region:*\"], at-most: \"@share\", unit: share of outlay", "instrument: production-quota, on: [\"facility:pit\"], at-most: 500, unit: t a year", StringComparison.Ordinal);
        world.WriteInstitution("bureau", text, "without: [quota-2026]\n");
        Assert.Empty(world.ReadScenario("bureau").Errors);
        world.WriteInstitution("bureau", text);

        Expect.OnlyError(world.ReadScenario("bureau"), "institutions/bureau.yaml", 6, "the production-quota 'bureau/grant' covers a target that 'quota-2026' covers too", "from 2026-03 on: 'facility:pit'");
    }

    [Theory]
    [InlineData("institutions: [bureau, bureau]", "repeated institution (scenarios/x/scenario.yaml:4): 'bureau'; name every institution once; what is extended has it already.")]
    [InlineData("institutions: [bureu]", "unknown institution 'bureu'; did you mean 'bureau'?")]
    [InlineData("institutions: [../bureau]", "'institution' is not a plain id: '../bureau'")]
    [InlineData("institutions: [bureau]\nwithout-institutions: [burea]", "unknown institution 'burea'; did you mean 'bureau'?")]
    [InlineData("institutions: [bureau]\nprogrammes-until: 2026-01", "programmes end before 'bureau' begins to decide: '2026-01' (allowed: 2026-03 or later); choose a later month, or name it under 'without-institutions'.")]
    [InlineData("institution: [bureau]", "unknown key 'institution'; did you mean 'institutions'?")]
    public void A_scenario_that_names_institutions_wrongly_is_told_so(string keys, string sentence)
    {
        using TinyWorld world = new();
        world.WriteInstitution("bureau", InstitutionTexts.Bureau);
        world.WriteScenario("x", $"scenario: x\ntitle: X\nextends: baseline\n{keys}\n");

        Reading<Scenario> reading = world.ReadScenario("x");

        Assert.True(reading.Errors.Any(p => p.File == "scenarios/x/scenario.yaml" && p.Sentence.Contains(sentence, StringComparison.Ordinal)), string.Join('\n', reading.Problems.Select(p => p.Sentence)));
    }

    [Fact]
    public void What_another_institution_brings_along_is_not_known_to_this_one()
    {
        using TinyWorld world = new();
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee);
        world.WriteInstitution("bureau", InstitutionTexts.Bureau.Replace("source: [bureau, paper]", "source: town-hall", StringComparison.Ordinal));
        world.WriteScenario("both", "scenario: both\ntitle: Both\nextends: baseline\ninstitutions: [bureau, fleet-committee]\n");

        Expect.Error(world.ReadScenario("both"), "institutions/bureau.yaml", 14, "unknown source 'town-hall'; another institution's file states it; state it under 'sources' here too.");
    }

    [Fact]
    public void A_calendar_refuses_an_instrument_whose_terms_it_cannot_state()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", """
            scenario: x
            title: X
            extends: baseline
            measures:
              - {id: buy, title: Buy, instrument: offtake-contract, on: ["use:motors-hill"], strength: 0.01, unit: share, enacted: 2026-01, start: 2026-03, source: paper}
            """);
        world.Append("calendar.csv", "deploy,Deploy,urban-deployment,use:motors-hill,1,share a year,2026-01,2026-02,,paper,");

        Reading<Scenario> reading = world.ReadScenario("x");

        const string sentence = "this instrument needs terms or targets that a measure cannot state: ";
        Expect.Error(reading, "x/scenario.yaml", 5, sentence + "'offtake-contract'; write an institution that reaches for it, with 'rule: schedule' to date it, and name it under 'institutions'.");
        Expect.Error(reading, "calendar.csv", world.LineOf("calendar.csv", "deploy,"), sentence + "'urban-deployment'");
    }

    [Fact]
    public void Evidence_that_nothing_rests_on_is_a_warning()
    {
        using TinyWorld world = new();
        world.WriteInstitution(InstitutionTexts.CommitteeId, InstitutionTexts.Committee.Replace("realised: \"@announced-realised\"", "realised: 0.4", StringComparison.Ordinal));

        Expect.Warning(world.ReadScenario(InstitutionTexts.CommitteeId), "institutions/fleet-committee.yaml", 33, "no number rests on the assumption 'announced-realised'; use it or remove it.");
    }

    private static string Changed(string text, string old, string by)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        int at = text.IndexOf(old, StringComparison.Ordinal);
        return text[..at] + by + text[(at + old.Length)..];
    }
}
