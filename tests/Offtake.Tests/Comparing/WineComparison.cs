using Offtake.Experiments.Comparing;
using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies;
using Offtake.Tests.Cli;
using Offtake.Tests.Exploring;
using Offtake.World;

namespace Offtake.Tests.Comparing;

/// <summary>A small comparison of a shipped world, in a shell's folder.</summary>
internal static class WineComparison
{
    public const string Text = """
        comparison: rice-wine
        title: Two ways with wine
        outcomes:
          - {id: drunk, question: surplus, role: absorbed, title: Wine drunk in 2026 and 2027, variable: used, of: bottled-wine, period: 2026..2027, statistic: sum, better: higher}
          - {id: idle, question: surplus, role: surplus, title: Wine that could be made and is not, variable: idle, of: guyue-bottling, period: 2026..2027, statistic: sum}
          - {id: price, question: surplus, title: Price of wine, variable: price, of: bottled-wine, in: china, period: 2027, better: lower}
          - {id: later, question: persistence, role: left, title: Wine drunk in 2028, variable: used, of: bottled-wine, period: 2028, statistic: sum, better: higher}
          - {id: debt, question: cost, role: debt, title: Debt of cities, variable: city-debt, period: 2028-12, statistic: last, better: lower}
          - {id: short, question: dependence, role: rationing, title: "Months until a tenth is missing: {of} in {in}", variable: rationed, each-of: [bottled-wine, paddy], each-in: [china, rest-of-world], period: 2026..2028, statistic: months-until-above, threshold: 0.1, better: higher}
          - {id: relies, question: dependence, title: "Net imports: {of} in {in}", variable: import-reliance, each-of: [bottled-wine], each-in: [china, rest-of-world], period: 2027}
          - {id: makers, question: dependence, title: Concentration of making wine, variable: concentration, of: bottled-wine, period: 2027}

        """;

    /// <summary>Puts world, scenarios and comparison into a shell's folder.</summary>
    public static Shell In(Shell shell)
    {
        WineStudy.In(shell);
        Directory.CreateDirectory(shell["comparisons"]);
        File.WriteAllText(shell["comparisons/rice-wine.yaml"], Text);
        Scenario(shell, "subsidy", "use:wine-yangtze-delta", "demand-subsidy", 0.2, "share of price");
        Scenario(shell, "stop", "route:bottled-wine/china/rest-of-world", "embargo", 1.0, "share");
        return shell;
    }

    /// <summary>Walks scenarios and finds what differs.</summary>
    public static ComparisonFindings Find(Shell shell, int futures, params string[] scenarios)
    {
        Reading<ComparisonPlan> reading = ComparisonReader.Read(shell["comparisons"], scenarios, shell["scenarios"], shell["worlds"], futures, 1);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        Study study = reading.Value.Study;
        ChainModel model = new(study);
        Exploration exploration = new(study, model);
        string path = shell[$"{string.Join(' ', scenarios)}.sqlite"];
        StudyHeader header = StudyHeader.Of(study, "test");
        StudyFile.Write(header, StudySlice.Whole(header), Enumerable.Range(0, futures).Select(f => exploration.Walk(f, model.NewWorker())), path);
        using StudyResults results = StudyResults.Open(path);
        return ComparisonDiscovery.Of(results, reading.Value);
    }

    private static void Scenario(Shell shell, string id, string on, string instrument, double strength, string unit)
    {
        Directory.CreateDirectory(shell[$"scenarios/{id}"]);
        File.WriteAllText(shell[$"scenarios/{id}/scenario.yaml"], FormattableString.Invariant($"""
            scenario: {id}
            title: With {id}
            extends: rice-wine
            measures:
              - id: {id}-of-wine
                title: Of wine
                instrument: {instrument}
                on: ["{on}"]
                strength: {strength}
                unit: {unit}
                enacted: 2025-06
                start: 2026-01
                source: huangjiu-listed-2024

            """));
    }
}
