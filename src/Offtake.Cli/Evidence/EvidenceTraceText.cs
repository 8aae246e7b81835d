using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence trace</c>.</summary>
internal static class EvidenceTraceText
{
    private const int MostNumbers = 40;
    private const int MostNearNumbers = 12;
    private const int MostWitnesses = 12;

    public static int Go(string name, string? scenarioId, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder || NamedTrace.Find(name, scenarioId, folder) is not { } named) return ExitCodes.BadInput;
        StoredResults stored = StoredResults.Of(named, folder);
        if (json) return folder.Write(EvidenceTraceJson.Document(named, stored));
        (Trace trace, EvidenceLedger ledger) = (named.Trace, named.Ledger);
        folder.Line($"{trace.Name}: {trace.Kind} in {(named.Scenario is { } s ? $"scenario '{s.Id}'" : "an example model")}");
        foreach (string fact in trace.Facts) folder.Line($"  {fact}");
        foreach (MadeBy made in trace.Made) folder.Line($"Made by: {made.What} in {made.Phase} ({string.Join(", ", made.Equations)})");
        Backward(trace, ledger, folder);
        foreach (Claim c in trace.Claims) folder.Line($"Claim {c.Id}: {c.Statement} (said: {c.Said.Name()}; done: {c.Done.Name()}; caused: {c.Caused.Name()})");
        if (trace.Rivals.Count > 0) folder.Line("Rival values, side by side, not averaged:");
        foreach (RivalValue r in trace.Rivals) folder.Line($"  {r.Subject} = {EvidenceTrace.Number(r.Value)} {r.Unit}: {(ledger.SourceOf(r.Source) is { } of ? EvidenceTrace.Words(of) : r.Source)}{(r.Note.Length > 0 ? " " + r.Note : "")} [{r.Address}]");
        if (trace.Figures.Count > 0) folder.Line($"Forward, by structure and not by strength: about the same goods, works or uses as the figures {string.Join(", ", trace.Figures.Take(12))}{(trace.Figures.Count > 12 ? $" and {trace.Figures.Count - 12} more" : "")}. It may move these little and, through prices, others more; weighings and studies measure how far.");
        TraceStrengthText.Write(named, stored, folder);
        return ExitCodes.Done;
    }

    private static void Backward(Trace trace, EvidenceLedger ledger, EvidenceFolder folder)
    {
        if (trace.Parameters.Count == 0) return;
        bool isNear = trace.IsModelled || trace.Kind == "ledger";
        int assumed = trace.Parameters.Count(p => p.Kind == SourceKind.Assumption), most = isNear ? MostNearNumbers : MostNumbers;
        folder.Line($"Backward: {ProblemText.Of(trace.Parameters.Count, "number")}{(trace.IsModelled ? " stand nearest to it" : "")}, by witness: {string.Join(", ", trace.Parameters.CountBy(p => p.Kind).OrderBy(k => k.Key).Select(k => $"{k.Value} {k.Key.Name()}"))}; {100.0 * assumed / trace.Parameters.Count:0} % assumed");
        if (isNear)
        {
            IReadOnlyList<WitnessShare> witnesses = WitnessShare.Of(trace.Parameters, ledger);
            foreach (WitnessShare w in witnesses.Take(MostWitnesses)) folder.Line($"  {w.Numbers} rest on {(w.Kind == SourceKind.Assumption ? "assumptions, for which nobody vouches" : $"{w.Publisher} ({w.Kind.Name()})")}");
            if (witnesses.Count > MostWitnesses) folder.Line($"  … and {witnesses.Skip(MostWitnesses).Sum(w => w.Numbers)} on {witnesses.Count - MostWitnesses} other witnesses; --json lists all.");
        }

        foreach (Parameter p in trace.Parameters.Take(most)) Write(p, ledger, folder);
        if (trace.Parameters.Count > most) folder.Line($"  … and {trace.Parameters.Count - most} more; --json lists all.");
    }

    private static void Write(Parameter p, EvidenceLedger ledger, EvidenceFolder folder)
    {
        string reads = ParameterReaders.Of(p.Id) is { } r ? $"; read by {r.Phase} ({r.Equations.Replace(" ", ", ", StringComparison.Ordinal)})" : "";
        folder.Line($"  {p.Id} = {EvidenceTrace.Number(p.Value)} {p.Unit}, {EvidenceTrace.Range(p.Spread)} [{p.Address}]{reads}");
        foreach (string witness in p.Witnesses)
            folder.Line("      " + (ledger.SourceOf(witness) is { } s ? EvidenceTrace.Words(s) : ledger.Assumptions.FirstOrDefault(a => "@" + a.Id == witness) is { } a ? $"{witness}: assumed, nobody vouches for it. {a.Reason}" : witness));
    }
}
