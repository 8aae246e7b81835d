using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>The first screen: what was asked, and the few sentences that answer it.</summary>
internal static class StudyVerdict
{
    private const int OutcomesSpokenOf = 3;
    private const double WorthNaming = 0.1;
    private const int RivalsNamed = 3;

    /// <summary>Title and verdict.</summary>
    public static Markup Write(StudyPage page, StudyProse prose) =>
        Markup.Of($"<header class=\"top\"><p class=\"eyebrow\">{(page.Header.World.Length > 0 ? page.Header.World : $"Example model “{page.Header.Model}”")}</p><h1>{page.Header.Title}</h1><p class=\"facts\">{StudyPage.Counted(page.Findings.Futures, "future", "futures")} · {StudyPage.Counted(page.Header.Policies.Count, "policy", "policies")} · {StudyPage.Counted(page.Header.Uncertainties.Count, "uncertainty", "uncertainties")} · seed {page.Header.Seed.ToString()} · {page.Header.Program.Split('+')[0]}</p></header>\n")
        + Markup.Of($"<dl class=\"verdict\">\n{prose.Verdict.Select(s => Markup.Of($"<div><dt>{s.Topic}</dt><dd>{s.Text}</dd></div>\n"))}</dl>\n") + TraceLine.Below(page.Trace())
        + Refused(page);

    /// <summary>The sentences.</summary>
    public static IEnumerable<Statement> Statements(StudyPage page)
    {
        OutcomeFindings[] judged = [.. page.Findings.Outcomes.Where(o => o.Best is not null)];
        foreach (OutcomeFindings o in judged.Take(OutcomesSpokenOf)) yield return new Statement(o == judged[0] ? "Who does best" : "", Best(page, o));
        if (judged.Length > OutcomesSpokenOf) yield return new Statement("", Others(page, judged[OutcomesSpokenOf..]));
        if (judged.Length == 0) yield return new Statement("Outcomes", page.Header.Policies.Count < 2 ? "One policy was walked, so nothing is compared." : "The study does not say of any outcome whether more or less of it is better, so no policy wins.");
        if (Beliefs(page, judged) is { } beliefs) yield return beliefs;
        if (Drivers(page) is { } drivers) yield return drivers;
        foreach (ConditionFindings c in page.Findings.Conditions.Take(OutcomesSpokenOf))
            yield return new Statement(c == page.Findings.Conditions[0] ? "When it happens" : "", $"Under “{page.Policy(0)}”: {StudyWords.Box(page, c.Condition, c.ByPolicy[0])}");
        yield return Enough(page);
    }

    private static string Best(StudyPage page, OutcomeFindings o)
    {
        string outcome = $"{page.Outcome(o.Outcome)} ({(page.Header.Outcomes[o.Outcome].Better == Better.Lower ? "less" : "more")} is better): ";
        if (o.Regret!.ByPolicy.All(r => r.Highest == 0.0)) return outcome + "all policies do the same in every future.";
        if (o.Regret.IsLeastMeanTooClose)
        {
            Comparison? mean = o.Comparisons.FirstOrDefault(c => c.Policy == o.Best);
            if (mean is { Lead: Lead.Alike } || (o.Best == 0 && o.Comparisons.All(c => c.Lead == Lead.Alike))) return outcome + $"no policy differs much from “{page.Policy(0)}” for the better.";
            string[] rivals = Named(Lead.TooClose), alike = Named(Lead.Alike);
            if (mean is null && rivals.Length == 0 && alike.Length > 0) return outcome + $"“{page.Policy(0)}” is best on average, but hardly ahead of {Prose.List(alike)}.";
            if (mean is null) return outcome + (rivals.Length == 0 ? $"too close to call; “{page.Policy(0)}” leads." : $"“{page.Policy(0)}” is best on average, but too close to call beside {Prose.List(rivals)}.");
            return mean.Lead == Lead.TooClose ? outcome + $"too close to call; “{page.Policy(mean.Policy)}” leads, but by no more than chance." : outcome + $"{StudyWords.Comparison(page, o.Outcome, mean)}. Another policy does as well.";
        }

        if (o.Best != 0) return outcome + StudyWords.Comparison(page, o.Outcome, o.Comparisons.First(c => c.Policy == o.Best)) + ".";
        Comparison nearest = o.Comparisons.MinBy(c => Math.Abs(c.MeanDifference.Value))!;
        return outcome + $"no policy beats “{page.Policy(0)}” on average; the nearest is “{page.Policy(nearest.Policy)}”, which is better in {StudyPage.Percent(nearest.AheadShare)} of futures.";

        string[] Named(Lead lead) => [.. o.Comparisons.Where(c => c.Lead == lead).Select(c => $"“{page.Policy(c.Policy)}”").Take(RivalsNamed)];
    }

    private static string Others(StudyPage page, OutcomeFindings[] rest)
    {
        int close = rest.Count(o => o.Regret!.IsLeastMeanTooClose);
        string[] wins = [.. rest.Where(o => !o.Regret!.IsLeastMeanTooClose).GroupBy(o => o.Best!.Value).OrderByDescending(g => g.Count()).Select(g => $"“{page.Policy(g.Key)}” does best in {Prose.CountInWords(g.Count())}")];
        return $"Of {StudyPage.Counted(rest.Length, "other outcome", "other outcomes")} with a direction, {(wins.Length > 0 ? $"{Prose.List(wins)}" : "none has a clear best policy")}{(close > 0 && wins.Length > 0 ? $"; {Prose.CountInWords(close)} {(close == 1 ? "is" : "are")} too close to call" : "")}. Outcomes are not added up.";
    }

    private static Statement? Beliefs(StudyPage page, OutcomeFindings[] judged)
    {
        string[] said =
        [
            .. from o in judged.Take(OutcomesSpokenOf)
               let c = BeliefSection.InQuestion(o)
               where c is not null
               from b in c.BreakEvens
               where b.Verdict == BreakEvenVerdict.Found
               orderby b.Uncertainty
               select $"{Prose.Inside(page.Input(b.Uncertainty))} {StudyWords.Belief(page, b)} makes “{page.Policy(c.Policy)}” better than “{page.Policy(c.Against)}” for: {Prose.Inside(page.Outcome(o.Outcome))}",
        ];
        if (said.Length > 0) return new Statement("What you must believe", Prose.Sentence(string.Join(". ", said.Take(OutcomesSpokenOf).Select((s, i) => i == 0 ? s : Prose.Sentence(s)))) + ".");
        return judged.Length == 0 || page.Header.Uncertainties.Count == 0 ? null : new Statement("What you must believe", "No uncertainty taken by itself turns the order of the policies inside its range, as far as the futures can tell.");
    }

    private static Statement? Drivers(StudyPage page)
    {
        List<string> said = [];
        foreach (OutcomeFindings o in page.Findings.Outcomes.Take(OutcomesSpokenOf))
        {
            if (o.Influences.Count == 0 || o.Influences[0] is not { } i) continue;
            (Influence Input, double Size)[] ranked = [.. i.ByInput.Select(x => (x, InfluenceSection.Size(x))).Where(x => x.Item2 >= WorthNaming && InfluenceSection.IsClear(x.x, i.Used)).OrderByDescending(x => x.Item2).Take(2)];
            if (ranked.Length > 0) said.Add($"{page.Outcome(o.Outcome)}: {Prose.List([.. ranked.Select(r => $"{Prose.Inside(page.Input(r.Input.Uncertainty))} ({InfluenceSection.InWords(i.Method, r.Input)})")])}");
        }

        return said.Count == 0 ? null : new Statement("What it depends on", string.Join(". ", said) + ".");
    }

    private static Statement Enough(StudyPage page)
    {
        Level[] levels = [.. page.Findings.Outcomes.SelectMany(o => o.Levels).Where(l => l.MeanEnough.IsEnough is not null)];
        int enough = levels.Count(l => l.MeanEnough.IsEnough == true);
        int ledger = page.Header.Uncertainties.Count(u => u.IsOfLedger);
        string counted = levels.Length == 0 ? "There are too few futures to tell whether they are enough." : enough == levels.Length ? $"{Numeral.Count(page.Findings.Independent)} independent futures are enough for every mean."
            : $"{Numeral.Count(page.Findings.Independent)} independent futures are enough for {(enough == 0 ? "none" : Numeral.Count(enough))} of {levels.Length} means.";
        string ranges = page.Header.Uncertainties.Count == 0 ? "" : ledger == 0 ? " All ranges are this study’s own; none is the evidence ledger’s." : $" Of {StudyPage.Counted(page.Header.Uncertainties.Count, "range", "ranges")} {(ledger == 1 ? "one is" : $"{ledger} are")} the evidence ledger’s own, the others are this study’s.";
        return new Statement("How far to trust it", counted + (ledger == page.Header.Uncertainties.Count && ledger > 0 ? " All ranges are the evidence ledger’s own." : ranges));
    }

    private static Markup Refused(StudyPage page)
    {
        RefusedFutures refused = page.Findings.Refused;
        Markup counted = refused.Count == 0 ? Markup.None
            : Markup.Of($"<p><b>{StudyPage.Counted(refused.Count, "future", "futures")} could not be walked</b>, because their numbers cannot all be true at once; they count nowhere.</p><ul>{refused.Reasons.Select(r => Markup.Of($"<li>{r.Reason} ({Numeral.Count(r.Futures)})</li>"))}</ul>");
        Markup limits = page.Findings.Limits.Count == 0 ? Markup.None : Markup.Of($"<p><b>Not everything was computed for all.</b></p><ul>{page.Findings.Limits.Select(l => Markup.Of($"<li>{l}</li>"))}</ul>");
        return counted.IsEmpty && limits.IsEmpty ? Markup.None : Markup.Of($"<div class=\"notice\">{counted}{limits}</div>\n");
    }
}
