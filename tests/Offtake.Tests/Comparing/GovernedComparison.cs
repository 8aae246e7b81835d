using Offtake.Tests.Cli;

namespace Offtake.Tests.Comparing;

/// <summary>The small comparison of wine, with an institution read from its file.</summary>
internal static class GovernedComparison
{
    public const string Id = "governed";

    /// <summary>Puts world, scenarios, comparison and the institution into a shell's folder.</summary>
    public static Shell In(Shell shell)
    {
        WineComparison.In(shell);
        Directory.CreateDirectory(shell["institutions"]);
        File.WriteAllText(shell["institutions/cellar-board.yaml"], """
            institution: cellar-board
            title: Board of the cellars
            mandate:
              chain: rice wine
              targets: [{measure: utilisation, attain: 95 %}]
            sight: [{statistic: utilisation, of: ["facility:guyue*"], lag: 2 months, noise: 0.05, reporting-bias: 0.04}]
            reach:
              - {id: cheap-wine, title: Part of the price, instrument: demand-subsidy, on: ["use:wine-yangtze-delta"], at-most: 20 %, unit: share of price, crowding-out: 0.1, pull-forward: 0.2, pull-forward-months: 12}
            tempo: {decides: quarterly, delay: 2 months, from: 2025-03}
            grip: {compliance: 0.9}
            rule: close-the-gap
            gain: 0.1
            source: huangjiu-listed-2024

            """);
        Directory.CreateDirectory(shell[$"scenarios/{Id}"]);
        File.WriteAllText(shell[$"scenarios/{Id}/scenario.yaml"], $"scenario: {Id}\ntitle: With a board\nextends: rice-wine\ninstitutions: [cellar-board]\n");
        return shell;
    }
}
