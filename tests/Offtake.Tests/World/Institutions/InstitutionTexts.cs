using Offtake.World.Formats;

namespace Offtake.Tests.World.Institutions;

/// <summary>Institutions of the tiny world, one of every rule.</summary>
internal static class InstitutionTexts
{
    /// <summary>The one on the reference page: it closes a gap by guaranteed purchase.</summary>
    public static string Committee => InstitutionPage.Example;

    public const string CommitteeId = "fleet-committee";

    public const string Bureau = """
        institution: bureau
        title: A bureau with a plan
        mandate: {chain: motors}
        reach:
          - {id: fund, title: A fund, instrument: guidance-fund, on: ["facility:shop"], at-most: 7.2 bn CNY, unit: USD a year, leverage: 3, payer: region:abroad}
          - {id: grant, title: Grants, instrument: research-grant, on: ["region:*"], at-most: "@share", unit: share of outlay}
        tempo: {decides: every 5 months, delay: 0, from: 2026-03}
        grip: {compliance: 1}
        rule: schedule
        schedule:
          - {from: 2028-01, pull: 1}
          - {from: 2026-03, pull: 0.5, assumption: share}
        cny-per-usd: 7.2
        source: [bureau, paper]

        """;

    public const string Scorer = """
        institution: scorer
        title: Scores firms at the end of the year
        mandate: {chain: oxide, targets: [{measure: use-of-works, attain: 0.9}]}
        sight: [{id: use-of-works, statistic: utilisation, of: "facility:works", lag: 1, noise: 0, reporting-bias: 0.1}]
        reach:
          - {id: pressure, title: Evaluation, instrument: target-evaluation, on: "facility:pit", at-most: 0.2, unit: share of capacity}
          - {id: campaign, title: Inspections, instrument: inspection-campaign, on: "facility:works", at-most: 1, unit: share, pressure: 0.1, hurdle: -0.2, term: 1 year}
        tempo: {decides: monthly, delay: 1 month, from: 2025-01}
        grip: {compliance: "@share"}
        rule: target-sprint
        gain: 5
        sprint-months: 2
        source: paper

        """;

    public const string Answerer = """
        institution: answerer
        title: Answers barriers
        mandate: {chain: motors, targets: [{measure: trade-barrier, hold-below: 5 %}]}
        sight: [{statistic: trade-barrier, of: ["route:alpha-oxide/*/*"], lag: 0, noise: 0, reporting-bias: 0}]
        reach:
          - {id: ban, title: A ban, instrument: embargo, on: ["route:motor/*/home"], at-most: 0.8, unit: share}
        tempo: {decides: monthly, delay: 1 month, from: 2025-06}
        grip: {compliance: 1}
        rule: retaliation
        lasts: 12 months
        source: paper

        """;

    public static readonly IReadOnlyList<(string Id, string Text)> All = [(CommitteeId, Committee), ("bureau", Bureau), ("scorer", Scorer), ("answerer", Answerer)];
}
