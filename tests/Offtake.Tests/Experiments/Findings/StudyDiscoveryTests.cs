using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Results;

namespace Offtake.Tests.Experiments.Findings;

/// <summary>Regret, winners, boxes and influences against known answers (DIS-4 to DIS-7), and what must not matter to them.</summary>
public class StudyDiscoveryTests
{
    private static readonly MadeUpStudy Three = new()
    {
        Policies = ["as-is", "early", "late"],
        Outcomes =
        [
            (Better.Higher, (p, x, chance) => p switch { 0 => 0.5, 1 => x[0], _ => 1 - x[0] } + MadeUpStudy.Noise(chance, p, 0.1)),
            (Better.Lower, (p, x, chance) => x[1] > 0.9 && p == 2 ? double.NaN : (p * x[1]) + MadeUpStudy.Noise(chance, p, 0.2)),
        ],
        Conditions = [new Condition("it is high", 0, 0.6, null)],
        Maps = [new WinnerMap(0, 0, 1)],
    };

    [Fact]
    public void Regret_is_the_distance_to_the_best_policy_of_the_same_future()
    {
        RegretFindings found = new MadeUpStudy { Futures = 4000, Outcomes = [(Better.Higher, (p, x, _) => p == 0 ? x[0] : 0.3)] }.Find().Outcomes[0].Regret!;

        Assert.Equal(0.045, found.ByPolicy[0].Mean, 0.003);
        Assert.Equal(0.245, found.ByPolicy[1].Mean, 0.01);
        Assert.Equal(0.3, found.ByPolicy[0].Highest, 0.003);
        Assert.Equal(0.7, found.ByPolicy[1].Highest, 0.003);
        Assert.Equal(0.7, found.ByPolicy[0].BestShare, 0.02);
        Assert.Equal(1.0, found.ByPolicy.Sum(r => r.BestShare), 1e-12);
        Assert.Equal((0, false, 0, false), (found.Minimax, found.IsMinimaxTooClose, found.LeastMean, found.IsLeastMeanTooClose));
    }

    [Fact]
    public void Equal_worst_cases_are_too_close_to_call() =>
        Assert.True(new MadeUpStudy { Outcomes = [(Better.Higher, (p, x, _) => p == 0 ? x[0] : 0.5)] }.Find().Outcomes[0].Regret!.IsMinimaxTooClose);

    [Fact]
    public void A_map_shows_each_policy_where_it_does_best_and_doubts_the_border()
    {
        WinnerMapFindings map = Three.Find().Maps.Single();

        Assert.Equal(64, map.Cells.Count);
        Assert.Equal(2000, map.Cells.Sum(c => c.Futures));
        Assert.All(map.Cells, c => Assert.Equal(c.Column < 4 ? 2 : 1, c.Winner));
        Assert.All(map.Cells.Where(c => c.Column is < 3 or > 4), c => Assert.False(c.IsTooClose));
    }

    [Fact]
    public void Cells_with_too_few_futures_stay_blank() =>
        Assert.All((Three with { Futures = 40 }).Find().Maps.Single().Cells, c => Assert.Equal(c.Futures < 12, c.Winner is null));

    [Fact]
    public void The_box_of_a_condition_is_found_and_holds_no_limit_that_does_not_matter()
    {
        MadeUpStudy study = new()
        {
            Inputs = 4, Policies = ["as-is"], Futures = 3000,
            Outcomes = [(Better.Unsaid, (_, x, chance) => (x[0] > 0.6 && x[2] < 0.4 ? 1 : 0) + (chance < 0.05 ? 1 : 0))],
            Conditions = [new Condition("it is short", 0, 0.5, null)],
        };

        ConditionUnderPolicy found = study.Find().Conditions.Single().ByPolicy.Single();

        Assert.Equal([0, 2], found.Box!.Limits.Select(l => l.Uncertainty));
        Assert.InRange(found.Box!.Limits[0].From!.Value, 0.5, 0.62);
        Assert.InRange(found.Box.Limits[1].Below!.Value, 0.38, 0.5);
        Assert.True(found.Box is { IsDense: true, Density: >= 0.8, Coverage: > 0.7, DensityElsewhere: < 0.1 });
        Assert.All(found.Box.Limits, l => Assert.InRange(l.Chance, 0.0, 0.05));
        Assert.True(found.Tree!.HasSameInputs);
        Assert.Equal([0, 2], found.Separations.OrderByDescending(s => s.Distance).Take(2).Select(s => s.Uncertainty).Order());
    }

    [Fact]
    public void A_condition_that_comes_by_chance_alone_has_no_box()
    {
        MadeUpStudy study = new() { Futures = 400, Policies = ["as-is"], Outcomes = [(Better.Unsaid, (_, _, chance) => chance)], Conditions = [new Condition("it happens", 0, 0.7, null)] };

        ConditionUnderPolicy found = study.Find().Conditions.Single().ByPolicy.Single();

        Assert.True(found.Box is null || found.Box.Limits.All(l => l.Chance <= 0.05), "a limit that may be an accident stayed");
        Assert.InRange(found.Share.Value, 0.2, 0.4);
        Assert.InRange(found.Share.Value, found.Share.Low, found.Share.High);
    }

    [Theory]
    [InlineData(IndexDesign.Total)]
    [InlineData(IndexDesign.SecondOrder)]
    public void Points_in_pairs_give_indices_and_the_last_input_is_chance(IndexDesign design)
    {
        int block = design == IndexDesign.Total ? 5 : 8;
        MadeUpStudy study = new() { Indices = design, Futures = 4096 * block, Outcomes = [(Better.Unsaid, (_, x, chance) => (2 * x[0]) + x[1] + (2 * chance))] };

        StudyFindings found = study.Find();
        Influences influences = found.Outcomes[0].Influences[0];

        Assert.Equal((InfluenceMethod.Sobol, 4096, 0, 8192), (influences.Method, influences.Used, influences.LeftOut, found.Independent));
        Assert.Equal([0, 1, null], influences.ByInput.Select(i => i.Uncertainty));
        foreach ((Influence input, double share) in influences.ByInput.Zip([4 / 9.0, 1 / 9.0, 4 / 9.0]))
        {
            Assert.Equal(share, input.Total!.Value.Value, 0.03);
            Assert.Equal(share, input.First!.Value.Value, 0.05);
        }

        Assert.Equal(design == IndexDesign.Total ? 0 : 3, influences.Together.Count);
    }

    [Fact]
    public void Reasons_of_refusals_that_differ_in_numbers_only_are_one_reason()
    {
        StudyFindings found = new MadeUpStudy { Futures = 200, IsRefused = f => f < 12, Reason = f => f < 10 ? $"uses of oxide exceed what is made by {1000.5 + f} a month" : $"mine-{f} has no feed" }.Find();

        Assert.Equal(("uses of oxide exceed what is made by 1000.5 a month (and alike with other numbers)", 10), found.Refused.Reasons[0]);
        Assert.Equal([("mine-10 has no feed", 1), ("mine-11 has no feed", 1)], found.Refused.Reasons.Skip(1));
    }

    [Fact]
    public void A_block_with_a_future_that_was_refused_is_left_out_and_counted()
    {
        StudyFindings found = new MadeUpStudy { Indices = IndexDesign.Total, Futures = 500, IsRefused = f => f is 7 or 8 or 250 }.Find();

        Assert.Equal((98, 2), (found.Outcomes[0].Influences[0].Used, found.Outcomes[0].Influences[0].LeftOut));
        Assert.Equal((3, 199), (found.Refused.Count, found.Independent));
        Assert.Equal(("numbers contradict each other", 3), found.Refused.Reasons.Single());
    }

    [Fact]
    public void Inputs_that_go_together_get_Shapley_effects_and_never_Sobol_indices()
    {
        Influences found = new MadeUpStudy { IsCorrelated = true, Outcomes = [(Better.Unsaid, (_, x, _) => x[0] + x[1])] }.Find().Outcomes[0].Influences[0];

        Assert.Equal(InfluenceMethod.Shapley, found.Method);
        Assert.All(found.ByInput, i => Assert.True(i is { First: null, Total: null, Shapley: not null }));
        Assert.Equal(1.0, found.ByInput.Sum(i => i.Shapley!.Value.Value), 1e-9);
        Assert.InRange(found.ByInput[^1].Shapley!.Value.Value, 0.0, 0.02);
    }

    [Fact]
    public void What_is_chance_is_not_shared_out_among_inputs_that_go_together()
    {
        Influences found = new MadeUpStudy { IsCorrelated = true, Outcomes = [(Better.Unsaid, (_, x, chance) => x[0] + chance)] }.Find().Outcomes[0].Influences[0];

        Assert.Null(found.ByInput[^1].Uncertainty);
        Assert.Equal(0.5, found.ByInput[^1].Shapley!.Value.Value, 0.08);
        Assert.True(found.ByInput[0].Shapley!.Value.Value > found.ByInput[1].Shapley!.Value.Value);
    }

    [Fact]
    public void What_has_no_value_is_counted_and_left_out_and_never_zero()
    {
        OutcomeFindings found = Three.Find().Outcomes[1];

        Assert.Equal(0.1, found.Levels[2].MissingShare, 0.02);
        Assert.Equal(2000, found.Comparisons[0].Pairs);
        Assert.Equal((int)Math.Round(2000 * (1 - found.Levels[2].MissingShare)), found.Comparisons[1].Pairs);
        Assert.Equal(found.Comparisons[1].Pairs, found.Regret!.Futures);
    }

    [Fact]
    public void Swapping_the_names_of_two_policies_swaps_what_is_found()
    {
        StudyFindings one = Three.Find(), other = (Three with { Policies = ["as-is", "late", "early"] }).Find();

        Assert.Equal(ByName(one, "early"), ByName(other, "late"));
        Assert.Equal(ByName(one, "late"), ByName(other, "early"));
        Assert.NotEqual(ByName(one, "early"), ByName(one, "late"));
        string[] Winners(StudyFindings f) => [.. f.Maps[0].Cells.Select(c => f.Header.Policies[c.Winner!.Value].Id)];
        Assert.Equal(Winners(one), Winners(other).Select(w => w switch { "early" => "late", "late" => "early", _ => w }));
    }

    [Fact]
    public void The_order_of_policies_after_the_first_does_not_matter()
    {
        int[] from = [0, 2, 1];
        StudyFindings one = Three.Find(), other = (Three with { Policies = ["as-is", "late", "early"], Outcomes = [.. Three.Outcomes.Select(o => (o.Better, (MadeUpStudy.Formula)((p, x, c) => o.Value(from[p], x, c))))] }).Find();

        Assert.All(["as-is", "early", "late"], id => Assert.Equal(ByName(one, id), ByName(other, id)));
        Assert.Equal(Best(one), Best(other));
        static string Best(StudyFindings f) => string.Join(';', f.Outcomes.Select(o => $"{f.Header.Policies[o.Best!.Value].Id} {f.Header.Policies[o.Regret!.Minimax].Id} {o.Regret.IsLeastMeanTooClose}"));
    }

    [Fact]
    public void The_order_of_futures_does_not_matter()
    {
        StudyFindings one = Three.Find(), other = (Three with { Place = f => (f * 7) % 2000 }).Find();

        Assert.Equal(one.Outcomes[0].Levels[1].Band, other.Outcomes[0].Levels[1].Band);
        Assert.Equal(one.Outcomes[0].Comparisons[0].MeanDifference.Low, other.Outcomes[0].Comparisons[0].MeanDifference.Low, 1e-9);
        Assert.Equal(one.Outcomes[0].Comparisons[0].BreakEvens[0].Places.Single().Value, other.Outcomes[0].Comparisons[0].BreakEvens[0].Places.Single().Value, 1e-9);
        Assert.Equal(one.Conditions[0].ByPolicy[1].Box!.Limits, other.Conditions[0].ByPolicy[1].Box!.Limits);
        Assert.Equal(one.Maps[0].Cells.Select(c => (c.Futures, c.Winner)), other.Maps[0].Cells.Select(c => (c.Futures, c.Winner)));
        Assert.Equal(one.Outcomes[0].Regret!.ByPolicy[2].Highest, other.Outcomes[0].Regret!.ByPolicy[2].Highest);
    }

    [Fact]
    public void Slices_that_are_joined_and_any_number_of_workers_give_the_same_findings()
    {
        using ScratchFolder folder = new();
        foreach (int n in new[] { 1, 2, 3 })
        {
            StudySlice slice = StudySlice.Of(Three.Futures, n, 3);
            StudyFile.Write(Three.Header, slice, Three.Rows(slice.First, slice.Count), folder[$"slice-{n}-of-3.sqlite"]);
        }

        Assert.Empty(StudyMerge.Join([folder["slice-3-of-3.sqlite"], folder["slice-1-of-3.sqlite"], folder["slice-2-of-3.sqlite"]], folder["joined.sqlite"]).Problems);
        using StudyResults joined = StudyResults.Open(folder["joined.sqlite"]);

        Assert.Equal(Text(Three.Find(workers: 1)), Text(Offtake.Experiments.Findings.StudyDiscovery.Of(joined, workers: 4)));
    }

    [Fact]
    public void Futures_are_enough_when_there_are_many_and_not_when_there_are_few()
    {
        Assert.True(Three.Find().Outcomes[0].Levels[0].MeanEnough.IsEnough);
        Sufficiency few = (Three with { Futures = 40 }).Find().Outcomes[0].Levels[1].MeanEnough;
        Assert.False(few.IsEnough);
        Assert.InRange(few.Needed!.Value, 41, 400);
    }

    private static string Text(StudyFindings findings) => StudySummaryWriter.Text(findings, Offtake.Reporting.StudyReport.Prose(findings));

    // Everything about a policy but its index.
    private static string ByName(StudyFindings f, string id)
    {
        int p = f.Header.Policies.ToList().FindIndex(x => x.Id == id);
        return string.Join('\n', f.Outcomes.Select(o =>
        {
            Comparison? c = o.Comparisons.FirstOrDefault(c => c.Policy == p);
            string turns = c is null ? "" : string.Join(' ', c.BreakEvens.SelectMany(b => b.Places).Select(b => $"{b.Value:R} {b.Low:R} {b.High:R}"));
            return $"{o.Levels[p].Band} {c?.AheadShare} {c?.Difference} {c?.Lead} {turns} {o.Regret!.ByPolicy[p] with { Policy = 0 }}";
        }).Concat(f.Conditions.Select(c => $"{c.ByPolicy[p].Share} {string.Join(' ', c.ByPolicy[p].Box?.Limits ?? [])}")));
    }
}
