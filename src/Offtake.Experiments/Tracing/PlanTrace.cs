using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>Traces what was announced: who says so, and how the model measures it.</summary>
internal static class PlanTrace
{
    /// <summary>The trace of <c>plans</c>, <c>plans/SERIES</c> or <c>plans/SERIES/PERIOD</c>; null when there is none.</summary>
    public static Trace? Of(string name, Scenario scenario)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        string asked = name.StartsWith(TraceName.Plans, StringComparison.Ordinal) ? name[TraceName.Plans.Length..] : "";
        PlanYear[] plans = [.. ledger.Plans.Where(p => asked.Length == 0 || p.Series == asked || NameOf(p) == TraceName.Plans + asked)];
        if (plans.Length == 0) return null;
        Outcome[] measured = [.. plans.Where(p => p.Measured is not null).Select(p => p.Measured!.AsOutcome(p))];
        Trace near = ModelledTrace.Of(name, measured, measured, scenario);
        List<string> facts = [.. plans.Select(p => Words(p))];
        facts.AddRange(plans.SelectMany(p => p.Source.Split(';', StringSplitOptions.TrimEntries)).Distinct().Select(s => ledger.SourceOf(s) is { } known ? "Said by " + EvidenceTrace.Words(known) : $"Said by {s}."));
        if (measured.Length == 0) facts.Add("The model does not measure it, so no number stands near; the chance by the record is that of EVI-7.");
        return near with { Kind = "plan", Facts = [.. facts, .. near.Facts] };
    }

    /// <summary>The name of a plan.</summary>
    public static string NameOf(PlanYear plan) => $"{TraceName.Plans}{plan.Series}/{plan.Period}";

    private static string Words(PlanYear p) =>
        $"{p.Who}: {p.Target} for {p.Period}, announced {p.YearAnnounced}: {EvidenceTrace.Number(p.Announced)} {p.Unit}, {(p.Realised is { } realised ? $"realised {EvidenceTrace.Number(realised)}" : "open")} ({p.Definition}) [{p.Address}]";
}
