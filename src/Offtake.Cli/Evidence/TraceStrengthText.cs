using Offtake.Experiments.Tracing;
using Offtake.Reporting.WeighingSections;
using Offtake.Results.Studies.Findings;
using Offtake.Results.Weighing;
using Interval = Offtake.Results.Weighing.Interval;

namespace Offtake.Cli.Evidence;

/// <summary>What is stored about the strength of something that is traced, for people.</summary>
internal static class TraceStrengthText
{
    private const int MostInfluences = 8;
    private const int MostChanges = 8;

    /// <summary>Writes it; where nothing is stored, the command that would make it.</summary>
    public static void Write(NamedTrace named, StoredResults stored, EvidenceFolder folder)
    {
        foreach (StoredStrength strength in stored.Weighings) Write(strength, named.Trace, folder);
        foreach (IGrouping<string, StoredInfluence> study in stored.Influences.GroupBy(i => i.Study)) Write(study, stored.OutdatedStudies.Contains(study.Key), folder);
        if (named.Scenario is { } scenario && Lacking(named.Trace, scenario.Id, stored) is { Length: > 0 } lacking) folder.Line(lacking);
    }

    /// <summary>What is not stored, with the command that would make it; empty where something is.</summary>
    public static string Lacking(Trace trace, string scenario, StoredResults stored)
    {
        if (!stored.IsEmpty) return "";
        if (trace.Name.StartsWith(Model.Studies.TraceName.Studies, StringComparison.Ordinal)) return $"How far: no finished run of this study is stored; 'offtake explore {trace.Name.Split('/')[1]}' finds the influence of each uncertainty.";
        return trace.Kind switch
        {
            "figure" or "measurement" or "plan" or "event" => $"How far each of these reaches is stored by outcome: 'offtake evidence trace outcomes {scenario}' lists outcomes, and 'offtake evidence weigh {scenario} --outcome ID' weighs one.",
            "fact" => "",
            _ => $"How far: nothing is stored for '{scenario}'. 'offtake evidence weigh {scenario}' weighs its levels, 'offtake evidence weigh {scenario} --against B' its difference from B, and 'offtake explore STUDY' a study that names the number.",
        };
    }

    /// <summary>What was weighed, when, and whether it still holds.</summary>
    public static string Heading(KeptWeighing kept)
    {
        EvidenceWeighing w = kept.Weighing;
        return $"weighed {w.Made}: {w.Scenario}{(w.Against.Length > 0 ? $" against {w.Against}" : "")}, {ProblemText.Of(w.Pairs, "pair")} of futures{(kept.IsOutdated ? "; outdated: files have changed since" : "")}";
    }

    private static void Write(StoredStrength strength, Trace trace, EvidenceFolder folder)
    {
        folder.Line($"How far, {Heading(strength.Kept)}");
        if (strength.Groups.Count > 0) folder.Line($"  Its numbers by group: {string.Join(", ", strength.Groups.Select(g => $"{WeighingWords.Of(g.Group).ToLowerInvariant()} {g.Numbers}"))}. A share is that of the whole group, in % of the spread, alone and with others.");
        foreach (OutcomeStrength o in strength.Outcomes) Write(o, strength.Kept.Weighing.Against.Length > 0, trace, folder);
    }

    private static void Write(OutcomeStrength o, bool isDifference, Trace trace, EvidenceFolder folder)
    {
        WeighedOutcome w = o.Outcome;
        IEnumerable<string> shares = o.Groups.Select(g => $"{WeighingWords.Of(g.Group).ToLowerInvariant()} {WeighingWords.Percent(g.Total)}")
            .Concat(o.Publishers.Select(p => p.Total is { } total ? $"{p.Publisher} {WeighingWords.Percent(total)}" : $"{p.Publisher}: not among the largest publishers, so without a share of its own"));
        folder.Line($"  {w.Id}: {w.Title}{(isDifference ? $", difference {Amount(w.AsIs, w.Unit)}{(w.AsIs.HoldsZero ? ", its sign open as it is" : "")}" : "")}{(w.WhyNot.Length > 0 ? $"; no shares: {w.WhyNot}" : $"; {string.Join("; ", shares)}")}");
        foreach (WeighedChange c in o.Changes.Take(MostChanges))
            folder.Line($"    {(c.Kind == "number" ? "with" : "without")} {WeighingWords.Subject(c)}: {(double.IsFinite(c.Mean.Value) ? $"{Amount(c.Mean, w.Unit)}, " : "")}{WeighingWords.Of(c.Fate)}{Crossing(c)}");
        if (o.Changes.Count > MostChanges) folder.Line($"    … and {o.Changes.Count - MostChanges} more; --json lists all.");
        if (isDifference && trace.Kind == "claim" && o.Changes.Count == 0) folder.Line("    Nothing of these scenarios falls with this claim, so it was not changed.");
    }

    private static string Crossing(WeighedChange c) => double.IsFinite(c.Crossing)
        ? FormattableString.Invariant($"; zero when {100.0 * c.Crossing:0} % of it is left{(double.IsFinite(c.Value) ? $", at {c.Value:0.###}" : "")}") : "";

    private static string Amount(Interval amount, string unit) => WeighingWords.Amount(amount, unit).Replace('\u00A0', ' ');

    private static void Write(IGrouping<string, StoredInfluence> study, bool isOutdated, EvidenceFolder folder)
    {
        StoredInfluence[] all = [.. study.OrderByDescending(i => Math.Abs(i.Size.Value)).ThenBy(i => i.Outcome, StringComparer.Ordinal).ThenBy(i => i.Policy, StringComparer.Ordinal)];
        folder.Line($"How far, study '{study.Key}' ({folder.Near(all[0].Folder)}{(isOutdated ? "; outdated: files have changed since" : "")}), the largest first:");
        foreach (StoredInfluence i in all.Take(MostInfluences)) folder.Line($"  {i.Uncertainty} on {i.Outcome} under {i.Policy}: {i.Method} {Size(i)}");
        if (all.Length > MostInfluences) folder.Line($"  … and {all.Length - MostInfluences} more; --json lists all.");
    }

    private static string Size(StoredInfluence i) => double.IsFinite(i.Size.Low) ? WeighingWords.Percent(i.Size) + " % of the variance" : FormattableString.Invariant($"{i.Size.Value:0.00}");
}
