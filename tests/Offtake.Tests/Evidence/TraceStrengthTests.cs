using System.Text.Json;
using Offtake.Cli;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Results.Weighing;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;
using Offtake.Tests.Weighing;

namespace Offtake.Tests.Evidence;

/// <summary>Traces say how far something carries from what was stored, and from nothing else.</summary>
public sealed class TraceStrengthTests : IDisposable
{
    private static readonly string[] Drives = ["institutions/yuecheng-rice-wine/reach/*/strength", "institutions/yuecheng-rice-wine/reach/*/at-most"];
    private static readonly Lazy<(Scenario Baseline, Scenario Committee, EvidenceWeighing Weighing)> Weighed = new(() =>
    {
        Scenario baseline = Claimed(WineWeighing.Baseline()), committee = Claimed(WineWeighing.Committee());
        return (baseline, committee, WineWeighing.Weigh(WineWeighing.Plan(committee, baseline, 6, WineWeighing.Used, WineWeighing.Outlay)));
    });

    private readonly Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    private static Scenario Claimed(Scenario s) => s.Claiming(WineWeighing.Claim("YC-10", Verdict.Unverified, Drives), WineWeighing.Claim("IDLE", Verdict.Confirmed));

    private static StoredStrength? Of(string name)
    {
        (Scenario baseline, Scenario committee, EvidenceWeighing weighing) = Weighed.Value;
        return StoredStrength.Of(EvidenceTrace.Of(name, committee)!, new KeptWeighing(weighing, false), [baseline, committee]);
    }

    [Fact]
    public void A_claim_carries_to_each_outcome_what_its_changed_belief_did_there()
    {
        StoredStrength strength = Of("YC-10")!;
        foreach ((OutcomeStrength shown, WeighedOutcome weighed) in strength.Outcomes.Zip(Weighed.Value.Weighing.Outcomes))
        {
            Assert.Same(weighed, shown.Outcome);
            Assert.NotEmpty(shown.Changes);
            Assert.Equal(weighed.Changes.Where(c => c is { Kind: "claim", Id: "YC-10" }), shown.Changes);
        }

        Assert.All(Of("IDLE")!.Outcomes, o => Assert.Empty(o.Changes));
    }

    [Fact]
    public void An_assumption_is_in_the_groups_of_its_numbers_and_has_their_share()
    {
        Parameter number = Weighed.Value.Committee.Chain.Evidence.Parameters.First(p => p.Witnesses[0] == "@elasticity-wine");
        StoredStrength strength = Of("@elasticity-wine")!, same = Of(number.Id)!;
        Assert.Equal([EvidenceGroup.Assumptions], strength.Groups.Select(g => g.Group));
        Assert.Equal([EvidenceGroup.Assumptions], same.Groups.Select(g => g.Group));
        int index = Weighed.Value.Weighing.Groups.Select(g => g.Group).ToList().IndexOf(EvidenceGroup.Assumptions);
        foreach (OutcomeStrength o in strength.Outcomes.Where(o => o.Outcome.WhyNot.Length == 0))
            Assert.Equal(o.Outcome.Total[index], Assert.Single(o.Groups).Total);
    }

    [Fact]
    public void Numbers_that_hang_on_an_unverified_claim_are_in_its_group_whatever_their_witness()
    {
        Parameter driven = Weighed.Value.Committee.Chain.Evidence.Parameters.First(p => Drives.Any(d => ParameterPattern.Fits(d, p.Id)));
        StoredStrength strength = Of(driven.Id)!;
        Assert.Equal([(EvidenceGroup.Claims, 1)], strength.Groups);
        Assert.Contains(strength.Outcomes.SelectMany(o => o.Changes), c => c is { Kind: "claim", Id: "YC-10" });
    }

    [Fact]
    public void A_source_has_the_share_of_its_publisher_and_none_where_that_was_not_weighed_apart()
    {
        EvidenceLedger ledger = Weighed.Value.Committee.Chain.Evidence;
        string[] publishers = [.. Weighed.Value.Weighing.Publishers.Select(p => p.Publisher)];
        Source large = ledger.Sources.First(s => publishers.Contains(s.Publisher)), small = ledger.Sources.First(s => !publishers.Contains(s.Publisher));
        OutcomeStrength of = Of(large.Id)!.Outcomes.First(o => o.Outcome.WhyNot.Length == 0), none = Of(small.Id)!.Outcomes.First(o => o.Outcome.WhyNot.Length == 0);
        Assert.Equal(of.Outcome.Publishers[publishers.IndexOf(large.Publisher)], Assert.Single(of.Publishers).Total);
        Assert.Null(Assert.Single(none.Publishers).Total);
    }

    [Fact]
    public void Nothing_stored_says_so_with_the_command_and_what_is_stored_says_its_date_and_when_it_is_outdated()
    {
        Said none = _shell.Run("evidence", "trace", "@elasticity-wine", "stop");
        Assert.Contains("nothing is stored for 'stop'. 'offtake evidence weigh stop'", none.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "weigh", "stop", "--against", "rice-wine", "--futures", "3", "--out", "out", "--outcome", "drunk").ExitCode);
        JsonElement weighed = _shell.Json("out/evidence/stop-against-rice-wine.json");
        foreach (string scenario in new[] { "stop", "rice-wine" })
        {
            JsonElement found = Assert.Single(_shell.Run("evidence", "trace", "@elasticity-wine", scenario, "--json").Json.GetProperty("weighings").EnumerateArray());
            Assert.Equal(weighed.GetProperty("made").GetString(), found.GetProperty("made").GetString());
            Assert.False(found.GetProperty("outdated").GetBoolean());
            Assert.Equal("drunk", Assert.Single(found.GetProperty("outcomes").EnumerateArray()).GetProperty("id").GetString());
        }

        Assert.Empty(_shell.Run("evidence", "trace", "outcomes/price", "stop", "--json").Json.GetProperty("weighings").EnumerateArray());
        JsonElement outcome = _shell.Run("evidence", "trace", "outcomes/drunk", "stop", "--json").Json.GetProperty("weighings")[0].GetProperty("outcomes")[0];
        Assert.Equal(Enum.GetNames<EvidenceGroup>(), outcome.GetProperty("groupsTotalOrder").EnumerateArray().Select(g => g.GetProperty("group").GetString()));

        File.AppendAllText(_shell["scenarios/stop/scenario.yaml"], "# changed\n");
        Said later = _shell.Run("evidence", "trace", "@elasticity-wine", "stop");
        Assert.Contains($"weighed {weighed.GetProperty("made").GetString()}: stop against rice-wine, 3 pairs of futures; outdated", later.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_study_says_how_much_of_its_outcomes_a_number_explained()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("explore", "wine").ExitCode);
        JsonElement summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(Assert.Single(Directory.GetDirectories(_shell["runs"])), "summary.json"))).RootElement;
        JsonElement[] found = [.. _shell.Run("evidence", "trace", "@elasticity-wine", "rice-wine", "--json").Json.GetProperty("influences").EnumerateArray()];
        Assert.NotEmpty(found);
        foreach (JsonElement i in found)
        {
            Assert.Equal("response", i.GetProperty("uncertainty").GetString());
            JsonElement outcome = summary.GetProperty("outcomes").EnumerateArray().First(o => o.GetProperty("id").GetString() == i.GetProperty("outcome").GetString());
            JsonElement input = outcome.GetProperty("influences").EnumerateArray().First(x => x.GetProperty("policy").GetString() == i.GetProperty("policy").GetString())
                .GetProperty("inputs").EnumerateArray().First(x => x.GetProperty("input").GetString() == "response");
            Assert.Equal(input.GetProperty("rankCorrelation").GetDouble(), i.GetProperty("size").GetProperty("value").GetDouble());
            Assert.False(i.GetProperty("outdated").GetBoolean());
        }

        Assert.Empty(_shell.Run("evidence", "trace", "ledger", "rice-wine", "--json").Json.GetProperty("influences").EnumerateArray());
        File.AppendAllText(_shell["studies/wine/study.yaml"], "\n# changed\n");
        Assert.Contains("outdated", _shell.Run("evidence", "trace", "@elasticity-wine", "rice-wine").Out, StringComparison.Ordinal);
    }
}
