using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Reporting.WeighingSections;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;
using Offtake.Results.Weighing;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>The first screen: a few sentences for every scenario beside the reference, in the order they were named.</summary>
internal static class ComparisonVerdict
{
    private const double LowEvidence = 0.5;
    private const double MiddlingEvidence = 0.2;
    private const int OutcomesSpokenOf = 3;

    /// <summary>Title and verdict.</summary>
    public static Markup Write(ComparisonPage page) =>
        Markup.Of($"<header class=\"top\"><p class=\"eyebrow\">{page.Header.World}</p><h1>{page.Header.Title}</h1><p class=\"facts\">{ComparisonPage.Counted(page.Findings.Study.Futures, "future", "futures")}{(page.Findings.Stopped ? " (stopped)" : "")} · the same shocks and numbers for all · seed {page.Header.Seed.ToString()} · {page.Header.Program.Split('+')[0]}</p></header>\n")
        + Markup.Of($"<dl class=\"verdict\">\n{Statements(page).Select(s => Markup.Of($"<div><dt>{s.Topic}</dt><dd>{s.Text}</dd></div>\n"))}</dl>\n") + TraceLine.Below(page.Trace(TraceName.OfOutcomes([])))
        + (page.Findings.Study.Refused is { Count: > 0 } refused
            ? Markup.Of($"<div class=\"notice\"><p><b>{ComparisonPage.Counted(refused.Count, "future", "futures")} could not be walked</b>, because their numbers cannot all be true at once; they count nowhere.</p></div>\n") : Markup.None);

    /// <summary>The sentences.</summary>
    public static IEnumerable<Statement> Statements(ComparisonPage page)
    {
        string all = page.Names.Shared.Length > 0 ? $" All with: {page.Names.Shared}." : "";
        yield return new Statement("Reference", string.Join(" ", [$"“{page.Scenario(0)}”. All others are held against it in the same futures. None is ranked.{all}", .. StopSentences.Write(page, 0)]));
        for (int p = 1; p < page.Header.Policies.Count; p++) yield return new Statement(page.Short(p), string.Join(" ", Sentences(page, p)));
        yield return new Statement("How far to trust it", Trust(page));
    }

    private static IEnumerable<string> Sentences(ComparisonPage page, int policy)
    {
        yield return $"{page.Scenario(policy)}.";
        foreach (string stop in StopSentences.Write(page, policy)) yield return stop;
        if (page.Findings.IndexOf(OutcomeRole.Absorbed) is { } absorbed) yield return Absorbed(page, absorbed, policy);
        else foreach (string other in Others(page, policy)) yield return other;
        if (HasProgramme(page.Findings.Programmes[policy])) yield return Programme(page.Findings.Programmes[policy]);
        if (Turn(page, policy) is { } turn) yield return turn;
        if (page.Findings.IndexOf(OutcomeRole.Absorbed) is { } o && IsUnmoved(page, o, policy)) yield return LargestDifference.Write(page, policy);
        if (Later(page, policy) is { } later) yield return later;
        if (StopSentences.IsSeen(page, 0) is false && Stop(page, policy) is { } sooner) yield return sooner;
        yield return Evidence(page.Findings.Evidence[policy]);
        if (Weighed(page, policy) is { } weighed) yield return weighed;
    }

    private static bool IsUnmoved(ComparisonPage page, int absorbed, int policy) =>
        ComparisonPage.CallOf(page.Findings.Study.Outcomes[absorbed].Comparisons.First(c => c.Policy == policy)) is Call.NoMaterialEffect or Call.Same or Call.TooClose;

    private static string Absorbed(ComparisonPage page, int absorbed, int policy)
    {
        OutcomeFindings o = page.Findings.Study.Outcomes[absorbed];
        Comparison c = o.Comparisons.First(x => x.Policy == policy);
        Call call = ComparisonPage.CallOf(c);
        string what = page.Study.Outcome(absorbed);
        if (call == Call.Nothing) return $"{what}: {page.Words(absorbed, call)}.";
        Measure measure = page.Study.MeasureOfDifference(absorbed, Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High)));
        ProgrammeFindings p = page.Findings.Programmes[policy];
        string often = $"more in {StudyPage.Percent(c.AheadShare)} of futures";
        return call switch
        {
            Call.Same => $"{what}: the same in every future, so nothing of the surplus and of world demand.",
            Call.NoMaterialEffect => $"{what}: no material effect ({MoreOrLess(c.Difference, measure)}: {ShareWords.Write(p)}).",
            Call.TooClose => $"{what}: {MoreOrLess(c.Difference, measure)} ({ShareWords.Write(p)}): too close to call, {often}.",
            _ => $"{what}: {MoreOrLess(c.Difference, measure)} ({ShareWords.Write(p)}); {often}.",
        };
    }

    private static string MoreOrLess(Band difference, Measure measure)
    {
        Band band = ComparisonPage.Tidy(difference).Times(measure.Factor);
        (string from, string to) = (Numeral.Rough(Math.Abs(band.Low)), Numeral.Rough(Math.Abs(band.High)));
        return band switch
        {
            { Low: 0.0, High: 0.0 } => "neither more nor less",
            { Low: 0.0 } => $"up to {to}\u00A0{measure.Unit} more",
            { High: 0.0 } => $"up to {from}\u00A0{measure.Unit} less",
            { Low: > 0.0 } => from == to ? $"{from}\u00A0{measure.Unit} more" : $"{from} to {to}\u00A0{measure.Unit} more",
            { High: < 0.0 } => from == to ? $"{to}\u00A0{measure.Unit} less" : $"{to} to {from}\u00A0{measure.Unit} less",
            _ => $"from {from}\u00A0{measure.Unit} less to {to}\u00A0{measure.Unit} more",
        };
    }

    private static IEnumerable<string> Others(ComparisonPage page, int policy)
    {
        foreach (OutcomeFindings o in page.Findings.Study.Outcomes.Where(o => page.Header.Outcomes[o.Outcome].Better != Better.Unsaid).Take(OutcomesSpokenOf))
        {
            Comparison c = o.Comparisons.First(x => x.Policy == policy);
            Call call = ComparisonPage.CallOf(c);
            yield return call is Call.Ahead or Call.Behind
                ? $"{page.Study.Outcome(o.Outcome)}: {page.Words(o.Outcome, call)}, by {ComparisonPage.Between(c.Difference, page.Study.MeasureOfDifference(o.Outcome))}; better in {StudyPage.Percent(c.AheadShare)} of futures."
                : $"{page.Study.Outcome(o.Outcome)}: {page.Words(o.Outcome, call)}.";
        }
    }

    private static bool HasProgramme(ProgrammeFindings p) => !p.Realised.IsMissing && p.Realised.High > 0.0;

    private static string Programme(ProgrammeFindings p)
    {
        string additional = p.AdditionalShare.IsMissing ? "How much of what its programmes buy is additional is not recorded" : $"Of {ComparisonPage.Between(p.Realised, Measure.OfTonnes(p.Realised.High))} that its programmes buy {ComparisonPage.Between(p.AdditionalShare, Measure.Percent)} is additional";
        string cost = p.DemandOutlay.IsMissing ? "what an additional tonne costs is not recorded"
            : p.UsdPerTonne.IsMissing ? "in no future do they add a tonne, so that none has a price"
            : $"an additional tonne costs {ComparisonPage.Between(p.UsdPerTonne, Measure.OfUsd(p.UsdPerTonne.Median))}, outlay of demand instruments alone{(p.UsdPerTonne.Futures < p.DemandOutlay.Futures ? $" (in {p.UsdPerTonne.Futures} of {p.DemandOutlay.Futures} futures; in the others nothing is additional)" : "")}";
        return $"{additional}; {cost}.";
    }

    private static string? Later(ComparisonPage page, int policy)
    {
        ProgrammeFindings p = page.Findings.Programmes[policy];
        if (!HasProgramme(p) || p.Left.IsMissing || p.LeftLater.IsMissing) return null;
        static Measure Of(Band band) => Measure.OfTonnes(Math.Max(Math.Abs(band.Low), Math.Abs(band.High)));
        return $"Left two years on: {MoreOrLess(p.Left, Of(p.Left))} put to use a year than under the reference; five years on: {MoreOrLess(p.LeftLater, Of(p.LeftLater))}.";
    }

    private static string? Turn(ComparisonPage page, int policy)
    {
        if (page.Findings.IndexOf(OutcomeRole.Absorbed) is not { } absorbed) return null;
        string[] turns = [.. page.Findings.Study.Outcomes[absorbed].Comparisons.First(c => c.Policy == policy).BreakEvens.Where(b => b.Verdict == BreakEvenVerdict.Found)
            .Select(b => $"{Prose.Inside(page.Study.Input(b.Uncertainty))} is {StudyWords.Belief(page.Study, b)}")];
        return turns.Length == 0 ? null : $"It absorbs more only if {string.Join(", or ", turns)}.";
    }

    private static string? Stop(ComparisonPage page, int policy)
    {
        if (!page.Findings.Asked.Any(a => a.Role == OutcomeRole.Rationing)) return null;
        if (RationingFigure.First(page, policy) is not { } here) return "Nobody looked at is rationed much more often than under the reference.";
        string after = here.Months < 1.0 ? "from before the months looked at" : $"in month {Numeral.Rough(here.Months)}";
        return $"Rationing is felt first by users of {Prose.Inside(here.Of)} in {here.In}: {after} in the middle future, in {StudyPage.Percent(here.Share)} of futures ({StudyPage.Percent(here.ReferenceShare)} under the reference).";
    }

    private static string Evidence(EvidenceFindings e)
    {
        string level = e.AssumedShare switch { double.NaN => "unknown", > LowEvidence => "low", > MiddlingEvidence => "middling", _ => "fair" };
        string own = e.OwnNumbers == 0 ? "" : $"; of the {Numeral.Count(e.OwnNumbers)} that only it has, {(e.OwnAssumptions == 0 ? "none" : Numeral.Count(e.OwnAssumptions))}";
        return $"Evidence: {level}; {StudyPage.Percent(e.AssumedShare)} of the numbers it rests on are assumptions{own}.";
    }

    // What is absorbed first; else the first outcome that could be weighed.
    private static string? Weighed(ComparisonPage page, int policy)
    {
        if (page.Findings.Weighed.FirstOrDefault(k => k.Weighing.Scenario == page.Header.Policies[policy].Id) is not { } kept) return null;
        string absorbed = page.Findings.IndexOf(OutcomeRole.Absorbed) is { } o ? page.Header.Outcomes[o].Id : "";
        if (kept.Weighing.Outcomes.Where(w => w.WhyNot.Length == 0).OrderByDescending(w => w.Id == absorbed).FirstOrDefault() is not { } outcome) return null;
        string flips = outcome.AsIs.HoldsZero ? "its sign is open as it is" : $"flipped by a single claim that is not so: {WeighingWords.Flips(outcome)}";
        return $"{WeighingWords.Percent(outcome.Total[(int)EvidenceGroup.Claims])} % of the spread of “{Prose.Inside(outcome.Title)}” hangs on unverified claims; {flips} (weighed {kept.Weighing.Made[..10]}{(kept.IsOutdated ? ", outdated" : "")}).";
    }

    private static string Trust(ComparisonPage page)
    {
        string response = Answers.InWords(page);
        string programmes = page.Findings.Programmes.Any(HasProgramme) ? "" : page.Findings.IndexOf(OutcomeRole.Programme) is null ? " No outcome here counts what programmes buy, so nothing is said of additionality or of cost per tonne." : " No programme here buys anything, so nothing is said of additionality or of cost per tonne.";
        return $"Ranges are {page.RangeInWords}: what the model cannot rule out, given its assumptions. {response}{programmes} How much the verdict hangs on single claims {(page.Findings.Weighed.Count > 0 ? "is weighed below" : "is not yet weighed")}.";
    }
}
