using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Plans;

namespace Offtake.Reporting.Sections;

/// <summary>What was announced against what came of it: alarms, open targets with both chances, the record of each kind, and what it rests on. Runs and comparisons show the same.</summary>
/// <param name="plans">What is shown.</param>
/// <param name="scenarios">Headings of the scenarios, in the order of <see cref="PlanLine.Reached"/>.</param>
internal sealed class PlanTables(PlanFindings plans, IReadOnlyList<string> scenarios)
{
    /// <summary>Everything; nothing where there are no plans.</summary>
    public Markup Write()
    {
        if (plans.Plans.Count == 0) return Markup.None;
        PlanLine[] open = [.. plans.Plans.Where(p => p.Realised is null)], over = [.. plans.Plans.Where(p => p.Realised is not null)];
        return Report.Paragraph($"{Prose.Sentence(Counted(open.Length, "target is", "targets are"))} open, and of {Counted(over.Length, "earlier one", "earlier ones")} it is known what came. "
                + "An open target has two chances, which need not agree: by the record, how plans of its kind came true so far, whoever made them; and in the run, the share of futures in which the model’s own figure reaches what was announced. Neither says what its makers intend.")
            + Alarms()
            + (open.Length == 0 ? Markup.None : Markup.Of($"<h3>Open targets</h3>\n") + Open(open).Write())
            + Markup.Of($"<h3>What history takes off</h3>\n") + History()
            + (over.Length == 0 ? Markup.None : Markup.Of($"<details><summary>{Counted(over.Length, "plan", "plans")} that are over</summary>{Over(over).Write()}</details>\n"))
            + Markup.Of($"<p class=\"source\">Source: plans.csv of the world, with the sources in the tables. Chance by the record: lognormal ratios of what came to what was announced, by kind (EVI-7). Chance in the run: share of futures, in brackets Wilson’s interval of 95 %, which knows only how many futures there are (EVI-8); below it the model’s own figure in the middle future.</p>\n");
    }

    private Markup Alarms() => Markup.Join(plans.Changed.Select(c => Markup.Of(
        $"<p class=\"notice\"><b>Definition changed.</b> {c.Target}: in {c.Before} “{c.From}”, in {c.Period} “{c.To}”. Ratios of these two are not comparable. <span class=\"note\">{c.Address}</span></p>\n")));

    private HtmlTable Open(PlanLine[] open)
    {
        var table = new HtmlTable("Open targets", ["Target", "For", "#Announced", "#Realised", "#By the record", .. scenarios.Select(s => $"#{s}"), "Said by"]);
        foreach (PlanLine p in open)
            table.Row([Target(p), Markup.Text(p.Period), Announced(p), Markup.Of($"<span class=\"note\">not known</span>"), ByRecord(p), .. p.Reached.Select(r => Reached(p, r)), Sources(p)]);
        return table;
    }

    private HtmlTable Over(PlanLine[] over)
    {
        bool isMeasured = over.Any(p => p.Reached.Any(r => r.Standing == PlanStanding.Measured));
        var table = new HtmlTable("Plans that are over", ["Target", "For", "#Announced", "#Realised", "#Ratio", .. isMeasured ? scenarios.Select(s => $"#{s}") : [], "Said by"]);
        foreach (PlanLine p in over)
            table.Row([Target(p), Markup.Text(p.Period), Announced(p), Markup.Text(Amount(p.Realised!.Value, p.Unit)), Markup.Text(Numeral.Fine(p.Ratio!.Value)), .. isMeasured ? p.Reached.Select(r => Reached(p, r)) : [], Sources(p)]);
        return table;
    }

    private Markup History() => Markup.Of($"<ul>\n{plans.Kinds.Select(k => Markup.Of($"<li>{Sentence(k)}</li>\n"))}</ul>\n");

    private static string Sentence(KindRecord k)
    {
        string kind = Prose.Sentence(k.Kind.Replace('-', ' ')), met = k.Met == 0 ? "none of them met" : $"{Prose.CountInWords(k.Met)} of them met";
        if (k.Over == 0) return $"{kind}: nothing is known of earlier plans of this kind, so the record gives no chance.";
        string known = $"{kind}: {Counted(k.Over, "plan is", "plans are")} over, {met}.";
        if (k is not { Median: { } median, ProbabilityMet: { } next }) return $"{known} That is no record: {Prose.CountInWords(k.Needed)} different ratios are needed to give a chance.";
        string nothing = k.Nothing == 0 ? "" : $" Of {Prose.CountInWords(k.Nothing)} nothing came.";
        return $"{known}{nothing} Half of such plans come to {Percent(median)} of what was announced or less; the chance that the next is met is {Percent(next)}.";
    }

    private static Markup Target(PlanLine p) => Markup.Of($"{p.Who}: {p.Target}<br><span class=\"note\">{p.Definition}{(p.Note.Length > 0 ? $"; {p.Note}" : "")}</span>");

    private static Markup Announced(PlanLine p) => Markup.Text((p.IsCeiling ? "at most " : "") + Amount(p.Announced, p.Unit));

    private Markup ByRecord(PlanLine p) => p.ByRecord is { } chance ? Markup.Of($"<b>{Percent(chance)}</b>") : Markup.Of($"<span class=\"note\">no record ({plans.RecordOf(p).Over} of {plans.RecordOf(p).Needed})</span>");

    private static Markup Reached(PlanLine p, PlanReach r) => r.Standing switch
    {
        PlanStanding.Measured => Markup.Of($"<b>{Percent(r.Share.Value)}</b> ({Numeral.Rough(100.0 * r.Share.Low)}–{Numeral.Rough(100.0 * r.Share.High)})<br><span class=\"note\">{Amount(r.Modelled.Median, p.Unit)}{(r.MetAt < 1.0 ? $"; met from {Percent(r.MetAt)} on" : "")}</span>"),
        PlanStanding.NotInModel => Markup.Of($"<span class=\"note\">not in the model</span>"),
        PlanStanding.OutsideRun => Markup.Of($"<span class=\"note\">not in these months</span>"),
        _ => Markup.Of($"<span class=\"note\">no value</span>"),
    };

    private static Markup Sources(PlanLine p) => Markup.Of($"{p.Sources.Select((s, i) => Markup.Of($"{(i == 0 ? "" : "; ")}{Markdown.Link(s.Publisher, s.Address)}{(s.Year.Length > 0 ? $", {s.Year}" : "")}"))}");

    // Shares read as per cent, everything else in its own unit.
    private static string Amount(double value, string unit) =>
        unit == "share" || unit.StartsWith("share ", StringComparison.Ordinal) ? $"{Numeral.Exact(100.0 * value)}\u00A0%{unit["share".Length..]}" : $"{Numeral.Exact(value)}\u00A0{unit}";

    private static string Percent(double share) => share is > 0.0 and < 0.005 ? "under 1\u00A0%" : share is < 1.0 and > 0.995 ? "over 99\u00A0%" : $"{Numeral.Rough(Math.Round(100.0 * share))}\u00A0%";

    private static string Counted(int count, string one, string many) => $"{Numeral.Count(count)} {(count == 1 ? one : many)}";
}
