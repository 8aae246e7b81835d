using Offtake.Experiments.Weighing;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results.Weighing;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;
using Offtake.World;

namespace Offtake.Tests.Weighing;

/// <summary>Weighings of a world small enough to be walked many times.</summary>
internal static class WineWeighing
{
    public const string Made = "2026-11-22T10:00:00+00:00";

    private static readonly Measurement UsedInTwoYears = new(ChainVariable.Used, ["bottled-wine"], [], [], new Period(Month.Of(2025, 1), Month.Of(2026, 12)), Statistic.Sum, double.NaN, null);

    public static Scenario Baseline() => Read("rice-wine");

    /// <summary>The baseline with one institution that lists one claim.</summary>
    public static Scenario Committee() => Read("committee");

    private static Scenario Read(string id)
    {
        using Shell shell = WithCommittee(new Shell());
        Reading<Scenario> reading = ScenarioReader.Read(shell["scenarios"], id, shell["worlds"]);
        return reading.Value ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>Puts world, comparison and the scenario <c>committee</c> into a shell's folder.</summary>
    public static Shell WithCommittee(Shell shell)
    {
        WineComparison.In(shell);
        string institutions = Path.Combine(FileFinder.Scenarios(AppContext.BaseDirectory)!, "..", "institutions");
        Directory.CreateDirectory(shell["institutions"]);
        foreach (string file in new[] { "assumptions.csv", "sources.csv" }) File.Copy(Path.Combine(institutions, file), shell[$"institutions/{file}"]);
        File.WriteAllText(shell["institutions/yuecheng-rice-wine.yaml"], File.ReadAllText(Path.Combine(institutions, "yuecheng-rice-wine.yaml")).Replace("claims: [YC-02, YC-10]", "claims: [YC-10]", StringComparison.Ordinal));
        Directory.CreateDirectory(shell["scenarios/committee"]);
        File.WriteAllText(shell["scenarios/committee/scenario.yaml"], "scenario: committee\ntitle: With a committee\nextends: rice-wine\ninstitutions: [yuecheng-rice-wine]\n");
        return shell;
    }

    public static Scenario Claiming(this Scenario scenario, params Claim[] claims)
    {
        EvidenceLedger l = scenario.Chain.Evidence;
        return scenario with { Chain = scenario.Chain with { Evidence = new EvidenceLedger(l.Sources, l.Assumptions, claims, l.Parameters) } };
    }

    public static Claim Claim(string id, Verdict done, params string[] drives) =>
        new(id, "tiny", "mechanism", $"Statement of {id}", "paper", Verdict.Confirmed, done, Verdict.NotApplicable, "") { Drives = drives };

    public static WeighingPlan Plan(Scenario scenario, Scenario? against = null, int pairs = 12, params Outcome[] outcomes)
    {
        Outcome[] asked = outcomes.Length > 0 ? outcomes : [Used];
        return new WeighingPlan(scenario, against, asked, asked.Length, [], pairs, 6, 1);
    }

    public static Outcome Used => new("used", "Put to use", "unit", Better.Higher, UsedInTwoYears, null, null);

    public static Outcome Outlay => new("outlay", "Outlay", "USD", Better.Lower, UsedInTwoYears with { Variable = ChainVariable.ProgrammeOutlay, Of = [], Period = new Period(Month.Of(2025, 1), Month.Of(2028, 12)) }, null, null);

    public static EvidenceWeighing Weigh(WeighingPlan plan, int workers = 2) => EvidenceScale.Weigh(plan, workers, Made);
}
