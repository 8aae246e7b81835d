using Offtake.Experiments;
using Offtake.Experiments.Exploring;
using Offtake.Model.Quantities;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Studies;
using Offtake.Tests.Cli;
using Offtake.World;

namespace Offtake.Tests.Exploring;

/// <summary>What a study measures is what can be computed from the recorded months of a run with the same seed.</summary>
public sealed class OutcomeMeterTests : IDisposable
{
    private const int Futures = 2;
    private const int First = 12;
    private const int Count = 24;

    private static readonly string[] Statistics = ["mean", "sum", "last", "highest", "lowest", "months-above", "months-below", "months-until-above", "months-until-below"];

    private readonly Shell _shell = WineStudy.In(new Shell());
    private readonly RunResults _run;

    public OutcomeMeterTests()
    {
        Reading<Offtake.Model.Scenarios.Scenario> scenario = ScenarioReader.Read(_shell["scenarios"], "rice-wine", _shell["worlds"], to: Month.Of(2027, 12));
        _run = new Ensemble(scenario.Value!, new RunPlan(1, Futures, 1)).Run();
    }

    public void Dispose() => _shell.Dispose();

    // Variable with what it is of, and the panel and column it is recorded in, summed over the entities that fit.
    [Theory]
    [InlineData("price, of: bottled-wine, in: china", "market", "price_usd_per_unit", "bottled-wine china")]
    [InlineData("stock, of: bottled-wine", "market", "stock_amount", "bottled-wine")]
    [InlineData("output, of: brewing-rice", "market", "produced_amount", "brewing-rice")]
    [InlineData("demand, of: bottled-wine", "use", "demand_amount", "bottled-wine")]
    [InlineData("used, of: wine-abroad", "use", "used_amount", "wine-abroad")]
    [InlineData("used, of: bottled-wine, in: yuecheng", "use", "used_amount", "wine-yuecheng")]
    [InlineData("unmet, of: bottled-wine", "use", "unmet_amount", "bottled-wine")]
    public void Every_statistic_is_that_of_the_recorded_months(string variable, string panel, string column, string entities)
    {
        double[][] series = [.. Enumerable.Range(0, Futures).Select(f => Series(panel, column, entities, f))];
        double[] counted = [.. series[0].Skip(First).Take(Count).Order()];
        double threshold = counted[Count / 2];
        string outcomes = string.Concat(Statistics.Select(s => $"  - {{id: {s}, variable: {variable}, period: 2026..2027, statistic: {s}{(s.Contains('-', StringComparison.Ordinal) ? FormattableString.Invariant($", threshold: {threshold:R}") : "")}}}\n"))
            + $"  - {{id: over, variable: {variable}, period: 2026..2027, statistic: highest, over: 2025}}\n";

        for (int f = 0; f < Futures; f++)
        {
            double[] found = Outcomes(outcomes, f), months = series[f][First..(First + Count)];
            for (int s = 0; s < Statistics.Length; s++) AssertSame(Plain(Statistics[s], months, threshold), found[s], $"{Statistics[s]} of {variable}, future {f + 1}");
            AssertSame(months.Max() / series[f][..First].Average(), found[^1], $"over of {variable}, future {f + 1}");
        }
    }

    [Fact]
    public void Shares_are_those_of_the_sums_and_not_the_sums_of_shares()
    {
        double[] used = Series("use", "used_amount", "bottled-wine", 0), demand = Series("use", "demand_amount", "bottled-wine", 0);

        double found = Outcomes("  - {id: share, variable: unmet-share, of: bottled-wine, period: 2026-01, statistic: last}\n", 0)[0];

        Assert.Equal(1.0 - (used[First] / demand[First]), found, 12);
    }

    [Fact]
    public void What_never_happens_has_no_value_and_is_not_zero()
    {
        double[] found = Outcomes("""
              - {id: until, variable: price, of: bottled-wine, in: china, period: 2026, statistic: months-until-above, threshold: 1e12}
              - {id: count, variable: price, of: bottled-wine, in: china, period: 2026, statistic: months-above, threshold: 1e12}
              - {id: at-once, variable: price, of: bottled-wine, in: china, period: 2026, statistic: months-until-below, threshold: 1e12}

            """, 0);

        Assert.Equal([double.NaN, 0.0, 0.0], found);
    }

    [Fact]
    public void A_quotient_is_that_of_its_outcomes_and_has_no_value_over_zero()
    {
        double[] found = Outcomes("""
              - {id: drunk, variable: used, of: bottled-wine, period: 2026, statistic: sum}
              - {id: wanted, variable: demand, of: bottled-wine, period: 2026, statistic: sum}
              - {id: none, variable: price, of: bottled-wine, in: china, period: 2026, statistic: months-above, threshold: 1e12}
              - {id: share, divide: drunk, by: wanted}
              - {id: nothing, divide: drunk, by: none}

            """, 0);

        Assert.Equal(found[0] / found[1], found[3]);
        Assert.Equal(double.NaN, found[4]);
    }

    private static double Plain(string statistic, double[] months, double threshold)
    {
        int above = Array.FindIndex(months, v => v > threshold), below = Array.FindIndex(months, v => v < threshold);
        return statistic switch
        {
            "mean" => months.Average(),
            "sum" => months.Sum(),
            "last" => months[^1],
            "highest" => months.Max(),
            "lowest" => months.Min(),
            "months-above" => months.Count(v => v > threshold),
            "months-below" => months.Count(v => v < threshold),
            "months-until-above" => above < 0 ? double.NaN : above,
            _ => below < 0 ? double.NaN : below,
        };
    }

    private static void AssertSame(double expected, double found, string what) => Assert.True(
        (double.IsNaN(expected) && double.IsNaN(found)) || Math.Abs(expected - found) <= 1e-12 * Math.Max(1e-300, Math.Abs(expected)), $"{what}: {found:R} for {expected:R}");

    private double[] Series(string name, string column, string entities, int future)
    {
        Panel panel = _run.Panels[name];
        string[] words = entities.Split(' ');
        int[] rows = [.. Enumerable.Range(0, panel.Entities.Count).Where(e => words.All(panel.Entities[e].Contains))];
        Assert.NotEmpty(rows);
        return [.. Enumerable.Range(0, panel.PeriodCount).Select(t => rows.Sum(e => panel[future, t, e, panel.ColumnOf(column)]))];
    }

    private double[] Outcomes(string outcomes, int future)
    {
        File.WriteAllText(_shell[$"studies/{WineStudy.Id}/study.yaml"], "study: wine\ntitle: Wine\nscenario: rice-wine\nfutures: 4\nseed: 1\noutcomes:\n" + outcomes);
        Reading<Study> reading = StudyModels.Read(_shell["studies"], WineStudy.Id, _shell["scenarios"], _shell["worlds"]);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        IStudyModel model = StudyModels.Of(reading.Value);
        StudyRow row = new Exploration(reading.Value, model).Walk(future, model.NewWorker());
        Assert.Null(row.Refused);
        return row.Outcomes;
    }
}
