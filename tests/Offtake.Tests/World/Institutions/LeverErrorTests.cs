using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World.Institutions;

/// <summary>A lever that would be paid by nobody, felt by nobody or do more than there is to do is told where it stands, with the value, the bound and what to do.</summary>
public class LeverErrorTests
{
    private const int LeverLine = 5;

    private const string Demand = "crowding-out: 0, pull-forward: 0, pull-forward-months: 12";

    [Theory]
    [InlineData("instrument: permit-track, on: [\"facility:yard\", \"facility:late-works\"], at-most: 2 months, unit: months",
        "none of these facilities builds by its owners' decision, so none waits for a permit; dated projects come as dated: 'facility:yard, facility:late-works' (allowed: a facility with 'yes' under expandable in facilities.csv); name one, or drop the lever.")]
    [InlineData("instrument: permit-track, on: [\"facility:works\"], at-most: {value: 20, low: 18, high: 22}, unit: months",
        "more months are saved than any permit of these facilities takes: '20' (allowed: up to 6 (capital.csv, permit_months)); lower 'at-most', or name other facilities.")]
    [InlineData("instrument: permit-track, on: [\"facility:works\"], at-most: 2 months, unit: months, residue-removed: 1",
        "permit-track knows no term 'residue-removed' (allowed: realised, lawful-at-most, budget, cost, term, payer); remove it, or choose another instrument.")]
    [InlineData("instrument: permit-track, on: [\"facility:works\"], at-most: -1, unit: months", "'at-most' is out of range: '-1' (allowed: 0 to 240)")]
    [InlineData("instrument: capacity-grant, on: [\"facility:yard\"], at-most: 20 %, unit: share of capital cost",
        "none of these facilities ever builds, so nothing is ever paid for: 'facility:yard' (allowed: a facility with 'yes' under expandable, or a month under starts, in facilities.csv); name one, or drop the lever.")]
    [InlineData("instrument: guidance-fund, on: [\"facility:yard\"], at-most: 2 M USD, unit: USD a year", "none of these facilities ever builds, so nothing is ever paid for: 'facility:yard'")]
    [InlineData("instrument: offtake-contract, on: [\"use:motors-hill\", \"use:motors-vale\"], at-most: 1 %, unit: share, " + Demand,
        "a purchase has one buyer; these uses are of several cities: 'city:hill, city:vale' (allowed: uses of one city); give each city a lever of its own.")]
    [InlineData("instrument: offtake-contract, on: [\"use:motors-hill\"], at-most: 1 %, unit: share, payer: city:vale, " + Demand,
        "a city does not pay for the purchases of another: 'city:vale' (allowed: city:hill); write 'payer: city:hill', or name uses of the other city.")]
    [InlineData("instrument: urban-deployment, on: [\"use:motors-hill\"], at-most: 20 %, unit: share, payer: city:vale, " + Demand, "a city does not pay for the purchases of another: 'city:vale' (allowed: city:hill)")]
    [InlineData("instrument: process-standard, on: [\"facility:works\"], at-most: 30 %, unit: share, residue-removed: 5",
        "pulled in full the standard removes more than there is; 'residue-removed' times 'at-most' is '1.5' (allowed: up to 1); lower one of the two.")]
    [InlineData("instrument: process-standard, on: [\"facility:works\"], at-most: 30 %, unit: share, residue-removed: 500", "'residue-removed' is out of range: '500' (allowed: 0 to 100)")]
    [InlineData("instrument: tariff, on: [], at-most: 10 %, unit: share", "tariff lacks a target (allowed: route:); name at least one.")]
    [InlineData("instrument: tariff, at-most: 10 %, unit: share", "missing key 'on'; add it; absent is not zero.")]
    [InlineData("instrument: export-quota, on: [\"route:motor/abroad/home\"], at-most: 0, unit: units a year", "'at-most' is out of range: '0' (allowed: above 0)")]
    [InlineData("instrument: export-quota, on: [\"route:motor/abroad/home\"], at-most: 100, unit: units a year, lawful-at-most: 90",
        "export-quota knows no term 'lawful-at-most' (allowed: realised, budget, cost, term, payer); remove it, or choose another instrument.")]
    [InlineData("instrument: tariff, on: [\"route:motor/abroad/home\"], at-most: 10 %, unit: share, cost: \"@office\"", "'cost' rests on an assumption in another unit: 'M USD a year' (allowed: USD/yr)")]
    public void A_lever_that_cannot_be_meant_is_told_with_its_line_and_remedy(string lever, string sentence)
    {
        using TinyWorld world = World();

        Reading<Scenario> reading = Read(world, lever);

        Assert.Null(reading.Value);
        Problem? told = reading.Errors.FirstOrDefault(p => p.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.True(told is not null, $"Not told: {sentence}\n{string.Join('\n', reading.Problems.Select(p => p.Sentence))}");
        Assert.Equal(("institutions/board.yaml", LeverLine), (told.File, told.Line));
        Assert.True(told.Column > 0 && told.Remedy.Length > 0);
    }

    [Fact]
    public void A_fast_track_that_saves_more_than_the_central_permit_takes_is_warned_about()
    {
        using TinyWorld world = World();

        Reading<Scenario> reading = Read(world, "instrument: permit-track, on: [\"facility:works\"], at-most: {value: 9, low: 3, high: 18}, unit: months");

        Expect.Warning(reading, "institutions/board.yaml", LeverLine, "in the central future more months are saved than any permit of these facilities takes: '9' (allowed: up to 6 (capital.csv, permit_months))");
        Assert.NotNull(reading.Value);
    }

    [Theory]
    [InlineData("instrument: permit-track, on: [\"facility:works\", \"facility:yard\"], at-most: 6 months, unit: months")]
    [InlineData("instrument: capacity-grant, on: [\"facility:late-works\"], at-most: 20 %, unit: share of capital cost")]
    [InlineData("instrument: process-standard, on: [\"facility:works\"], at-most: 20 %, unit: share, residue-removed: 5")]
    [InlineData("instrument: urban-deployment, on: [\"use:motors-hill\"], at-most: 20 %, unit: share, payer: city:hill, " + Demand)]
    [InlineData("instrument: export-quota, on: [\"route:motor/abroad/home\"], at-most: 100, unit: units a year, cost: 2 M USD")]
    public void A_lever_just_inside_the_bound_passes(string lever)
    {
        using TinyWorld world = World();
        Reading<Scenario> reading = Read(world, lever);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
    }

    [Theory]
    [InlineData("urban-deployment", "on: [\"use:motors-hill\"], at-most: 20 %, unit: share, " + Demand, "use:motors-hill")]
    [InlineData("offtake-contract", "on: [\"use:motors-hill\"], at-most: 1 %, unit: share, " + Demand, "use:motors-hill")]
    [InlineData("export-quota", "on: [\"route:motor/abroad/home\"], at-most: 100, unit: units a year", "route:motor/abroad/home")]
    [InlineData("tariff", "on: [\"route:motor/abroad/home\"], at-most: 10 %, unit: share", "route:motor/abroad/home")]
    public void Two_owners_of_one_thing_are_told_with_both_addresses(string instrument, string lever, string target)
    {
        using TinyWorld world = World();
        world.WriteInstitution("board", Board($"instrument: {instrument}, {lever}"));
        world.WriteInstitution("other", Board($"instrument: {instrument}, {lever}").Replace("institution: board", "institution: other", StringComparison.Ordinal));
        world.WriteScenario("both", "scenario: both\ntitle: Both\nextends: baseline\ninstitutions: [other, board]\n");

        Expect.OnlyError(
            world.ReadScenario("both"), "institutions/other.yaml", LeverLine,
            $"the {instrument} 'other/lever' covers a target that 'board/lever' covers too (institutions/board.yaml:{LeverLine}), from 2026-03 on: '{target}' (allowed: one measure a month); end one before the other starts, or drop one.");
    }

    [Fact]
    public void A_contract_and_a_deployment_of_one_use_are_two_things()
    {
        using TinyWorld world = World();
        world.WriteInstitution("board", Board("instrument: offtake-contract, on: [\"use:motors-hill\"], at-most: 1 %, unit: share, " + Demand));
        world.WriteInstitution("other", Board("instrument: urban-deployment, on: [\"use:motors-hill\"], at-most: 20 %, unit: share, " + Demand).Replace("institution: board", "institution: other", StringComparison.Ordinal));
        world.WriteScenario("both", "scenario: both\ntitle: Both\nextends: baseline\ninstitutions: [other, board]\n");

        Reading<Scenario> reading = world.ReadScenario("both");
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
    }

    [Fact]
    public void A_calendar_cannot_date_a_fund()
    {
        using TinyWorld world = World();
        world.Append("calendar.csv", "fund,Fund,guidance-fund,facility:works,1000000,USD a year,2026-01,2026-02,,paper,");

        Expect.Error(
            world.ReadScenario("baseline"), "calendar.csv", world.LineOf("calendar.csv", "fund,Fund"),
            "this instrument needs terms or targets that a measure cannot state: 'guidance-fund'; write an institution that reaches for it, with 'rule: schedule' to date it, and name it under 'institutions'.");
    }

    private static TinyWorld World() => FinanceTablesTests.World()
        .Append("cities.csv", "vale,Vale,home,300000,500000000,@share,100000000,1.5,bureau").Append("city_finance.csv", "vale,,0.02,bureau")
        .Append("uses.csv", "motors-vale,Motors of the other city,motor,vale,500,,,0.3,growth,2,10,2,0.5,scrap,12,9000,bureau");

    private static Reading<Scenario> Read(TinyWorld world, string lever) => world.WriteInstitution("board", Board(lever)).ReadScenario("board");

    private static string Board(string lever)
    {
        string office = lever.Contains("@office", StringComparison.Ordinal) ? "assumptions:\n  - {id: office, value: 2, low: 1, high: 3, unit: M USD a year, reason: A guess. Accounts would settle it.}\n" : "";
        return $$"""
            institution: board
            title: A board
            mandate: {chain: motors}
            reach:
              - {id: lever, title: A lever, {{lever}}}
            tempo: {decides: monthly, delay: 0, from: 2026-03}
            grip: {compliance: 1}
            rule: schedule
            source: paper

            """ + office;
    }
}
