using System.Globalization;
using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.StudySections;
using Offtake.Results.Plans;

namespace Offtake.Reporting.Sections;

/// <summary>What was announced against what came of it: alarms, open targets with both chances, the record of each kind, and what it rests on. Runs and comparisons show the same.</summary>
/// <param name="plans">What is shown.</param>
/// <param name="scenarios">Headings of the scenarios, in the order of <see cref="PlanLine.Reached"/>.</param>
/// <param name="trace">The command that traces plans.</param>
internal sealed class PlanTables(PlanFindings plans, IReadOnlyList<string> scenarios, string trace)
{
    /// <summary>Everything; nothing where there are no plans.</summary>
    public Markup Write()
    {
        if (plans.Plans.Count == 0) return Markup.None;
        PlanLine[] open = [.. plans.Plans.Where(p => p.Realised is null)], over = [.. plans.Plans.Where(p => p.Realised is not null)];
        PlanLine[] answered = [.. open.Where(IsMeasured), .. open.Where(p => !IsMeasured(p) && p.ByRecord is not null)], silent = [.. open.Except(answered)];
        return Report.Paragraph($"{StudyPage.Counted(open.Length, "target is", "targets are")} open; of {StudyPage.Counted(over.Length, "plan", "plans")} it is known what came. "
                + "An open target has two chances, which need not agree. By the record: how plans of its kind came true so far, whoever made them. In the run: the share of futures in which the model’s own figure reaches what was announced. Neither says what its makers intend.")
            + Alarms()
            + (answered.Length == 0 ? Markup.None : Markup.Of($"<h3>Open targets</h3>\n") + Open(answered).Write("scores"))
            + Fold(silent.Length, "open target", "open targets", " of which neither record nor model says anything", () => Open(silent))
            + Markup.Of($"<h3>What history takes off</h3>\n") + History()
            + Fold(over.Length, "plan", "plans", " of which it is known what came", () => Over(over))
            + Markup.Of($"<p class=\"source\">Source: plans.csv of the world, with the sources in the tables. By the record: lognormal ratios of what came to what was announced, by kind (EVI-7). In the run: share of futures, in brackets Wilson’s interval of 95 %, which knows only how many futures there are (EVI-8); below it the model’s own figure in the middle future. “Not in the model” means that nobody says how the model would measure it.</p>\n");
    }

    private static Markup Fold(int count, string one, string many, string what, Func<HtmlTable> table) =>
        count == 0 ? Markup.None : Markup.Of($"<details><summary>{StudyPage.Counted(count, one, many)}{what}</summary>{table().Write("scores")}</details>\n");

    private Markup Alarms() => plans.Changed.Count == 0 ? Markup.None : Markup.Of(
        $"<div class=\"notice\"><p><b>What is counted changed</b>, so that ratios before and after cannot be compared:</p><ul>{plans.Changed.Select(c => Markup.Of($"<li>{c.Who}, {c.Target}: in {c.Before} “{c.From}”, in {c.Period} “{c.To}”. <span class=\"note\">{c.Address}</span></li>"))}</ul></div>\n");

    private HtmlTable Open(PlanLine[] open)
    {
        var table = new HtmlTable("Open targets", ["Target", "For", "#Announced", "#By the record", .. scenarios.Select(s => $"#{s}"), "Said by"]) { Trace = trace };
        foreach (PlanLine p in open) table.RowOf(NameOf(p), [Target(p), Markup.Text(p.Period), Announced(p), ByRecord(p), .. p.Reached.Select(r => Reached(p, r)), Sources(p)]);
        return table;
    }

    private HtmlTable Over(PlanLine[] over)
    {
        bool isMeasured = over.Any(IsMeasured);
        var table = new HtmlTable("Plans that are over", ["Target", "For", "#Announced", "#Realised", "#Ratio", .. isMeasured ? scenarios.Select(s => $"#{s}") : [], "Said by"]) { Trace = trace };
        foreach (PlanLine p in over)
            table.RowOf(NameOf(p), [Target(p), Markup.Text(p.Period), Announced(p), Markup.Text(Amount(p.Realised!.Value, p.Unit)), Markup.Text(p.Ratio!.Value.ToString("0.00", CultureInfo.InvariantCulture)), .. isMeasured ? p.Reached.Select(r => Reached(p, r)) : [], Sources(p)]);
        return table;
    }

    private static string NameOf(PlanLine plan) => $"{TraceName.Plans}{plan.Id}/{plan.Period}";

    private Markup History()
    {
        KindRecord[] known = [.. plans.Kinds.Where(k => k.ProbabilityMet is not null)], few = [.. plans.Kinds.Where(k => k.ProbabilityMet is null)];
        IEnumerable<string> lines = known.Select(Sentence).Concat(few.Length == 0 ? [] : [$"No record, and so no chance: {Prose.List([.. few.Select(k => $"{Word(k.Kind)} ({(k.Over == 0 ? "none" : Prose.CountInWords(k.Over))} over)")])}. {Prose.Sentence(Prose.CountInWords(few[0].Needed))} plans of a kind with different ratios are needed."]);
        return Markup.Of($"<ul>\n{lines.Select(l => Markup.Of($"<li>{l}</li>\n"))}</ul>\n");
    }

    private static string Sentence(KindRecord k)
    {
        string met = k.Met == 0 ? "none of them met" : $"{Prose.CountInWords(k.Met)} of them met", nothing = k.Nothing == 0 ? "" : $" Nothing came of {Prose.CountInWords(k.Nothing)}.";
        return $"{Prose.Sentence(Word(k.Kind))}: {StudyPage.Counted(k.Over, "plan is", "plans are")} over, {met}.{nothing} Half of such plans come to {StudyPage.Percent(k.Median!.Value)} of what was announced or less; the chance that the next is met is {StudyPage.Percent(k.ProbabilityMet!.Value)}.";
    }

    private static string Word(string kind) => kind.Replace('-', ' ');

    private static bool IsMeasured(PlanLine plan) => plan.Reached.Any(r => r.Standing == PlanStanding.Measured);

    private static Markup Target(PlanLine p)
    {
        string metAt = p.Reached.FirstOrDefault(r => r.MetAt < 1.0) is { } r ? $"; in the run it counts as met from {StudyPage.Percent(r.MetAt)} on" : "";
        return Markup.Of($"{p.Who}: {p.Target}<br><span class=\"note\">{p.Definition}{(p.Note.Length > 0 ? $"; {p.Note}" : "")}{metAt}</span>");
    }

    private static Markup Announced(PlanLine p) => Markup.Text((p.IsCeiling ? "at most " : "") + Amount(p.Announced, p.Unit));

    private Markup ByRecord(PlanLine p) => p.ByRecord is { } chance ? Markup.Of($"<b>{StudyPage.Percent(chance)}</b>") : Markup.Of($"<span class=\"note\">no record</span>");

    private static Markup Reached(PlanLine p, PlanReach r) => r.Standing switch
    {
        PlanStanding.Measured => Markup.Of($"<b>{StudyPage.Percent(r.Share.Value)}</b> <span class=\"range\">({Math.Round(100.0 * r.Share.Low).ToString(CultureInfo.InvariantCulture)}–{Math.Round(100.0 * r.Share.High).ToString(CultureInfo.InvariantCulture)})</span><br><span class=\"note\">{Amount(r.Modelled.Median, p.Unit)}</span>"),
        PlanStanding.NotInModel => Markup.Of($"<span class=\"note\">not in the model</span>"),
        PlanStanding.OutsideRun => Markup.Of($"<span class=\"note\">not in these months</span>"),
        _ => Markup.Of($"<span class=\"note\">no value</span>"),
    };

    private static Markup Sources(PlanLine p) => Markup.Of($"{p.Sources.Select((s, i) => Markup.Of($"{(i == 0 ? "" : "; ")}{Markdown.Link(s.Publisher, s.Address)}{(s.Year.Length > 0 ? $", {s.Year}" : "")}"))}");

    // Shares read as per cent, everything else in its own unit.
    private static string Amount(double value, string unit) =>
        unit == "share" || unit.StartsWith("share ", StringComparison.Ordinal) ? $"{Numeral.Fine(100.0 * value)}\u00A0%{unit["share".Length..]}" : $"{Numeral.Fine(value)}\u00A0{unit}";
}
