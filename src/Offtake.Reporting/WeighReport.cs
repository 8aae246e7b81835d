using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.WeighingSections;
using Offtake.Results.Weighing;

namespace Offtake.Reporting;

/// <summary>The page a weighing of evidence is read from. One HTML file without script and without anything fetched from elsewhere.</summary>
public static class WeighReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="weighing">What was found. What could not be weighed says so.</param>
    /// <param name="to">Receives UTF-8 HTML.</param>
    public static void Write(EvidenceWeighing weighing, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(weighing);
        ArgumentNullException.ThrowIfNull(to);
        string title = weighing.Against.Length == 0 ? $"What {weighing.Scenario} rests on" : $"What the difference between {weighing.Scenario} and {weighing.Against} rests on";
        to.Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>{title}</title>\n<style>\n{new Markup(Stylesheet.Css)}\n</style></head>\n<body><main>\n").Html);
        to.Write(Markup.Of($"<header><h1>{title}</h1>\n<p>Weighed {weighing.Made}: {Numeral.Count(weighing.Pairs)} pairs of futures, seed {weighing.Seed}; {Numeral.Count(weighing.LeftOut)} pairs left out because their numbers contradict each other.</p></header>\n").Html);
        to.Write(Report.Section("glance", "At a glance", WeighingTables.Overview(weighing).Write() + TraceLine.Below(TraceOf(weighing, [.. weighing.Outcomes])) + Report.Paragraph(weighing.Against.Length == 0
            ? "Levels with one standard deviation among futures to either side; shares alone or with others, with intervals that hold the true one in 95 of 100 samples."
            : "Differences and shares with intervals that hold the true one in 95 of 100 samples; shares alone or with others. A claim flips a difference if, with it not so, the difference has clearly the other sign.")).Html);
        int figure = 0;
        foreach (WeighedOutcome outcome in weighing.Outcomes) to.Write(Report.Section(outcome.Id, outcome.Title, Of(weighing, outcome, ref figure)).Html);
        to.Write(Report.Section("numbers", "Numbers of the run", Counts(weighing)).Html);
        to.Write(Report.Section("reading", "How to read this", Reading()).Html);
        to.Write(Markup.Of($"<footer>Written by {weighing.Program}. Shares of the spread that the files state; not of the truth.</footer>\n</main></body></html>\n").Html);
    }

    /// <summary>What a page about a scenario says of its newest weighing.</summary>
    internal static Markup Kept(KeptWeighing? kept)
    {
        if (kept is null) return Markup.None;
        EvidenceWeighing w = kept.Weighing;
        string what = w.Against.Length == 0 ? w.Scenario : $"{w.Scenario} against {w.Against}";
        string state = kept.IsOutdated ? " It is outdated: files, or the worlds it is walked in, are others now." : "";
        return Markup.Of($"<h3>How much hangs on which evidence</h3>\n") + Report.Paragraph($"Weighed {w.Made}: {what}, {Numeral.Count(w.Pairs)} pairs of futures.{state}")
            + Markup.Join(w.Outcomes.Select(o => Report.Paragraph($"{o.Title}: {WeighingWords.Shares(w, o)} {(w.Against.Length == 0 ? "" : WeighingWords.Turning(w, o))}"))) + TraceLine.Below(TraceOf(w, [.. w.Outcomes]));
    }

    private static Markup Of(EvidenceWeighing weighing, WeighedOutcome outcome, ref int figure)
    {
        Interval spread = new(outcome.Mean, outcome.Mean - outcome.Deviation, outcome.Mean + outcome.Deviation);
        string mean = $"{(weighing.Against.Length == 0 ? "Mean level" : "Mean difference")} {WeighingWords.Amount(spread, outcome.Unit)}, over all points that were walked, in brackets one standard deviation among futures to either side.";
        Markup said = Report.Paragraph($"{mean} {WeighingWords.Shares(weighing, outcome)}");
        if (outcome.WhyNot.Length == 0)
        {
            said += new FigureBlock
            {
                Caption = "What the spread rests on.",
                Note = "Intervals hold the true share in 95 of 100 samples.",
                Pictures = [WeighingTables.Bars(weighing, outcome)],
                Trace = TraceOf(weighing, outcome),
                Source = "this weighing and the evidence ledger.",
                Behind = WeighingTables.Groups(weighing, outcome),
            }.Write(++figure);
            said += WeighingTables.Groups(weighing, outcome).Write() + TraceLine.Below(TraceOf(weighing, outcome)) + Markup.Of($"<h3>By publisher</h3>\n") + WeighingTables.Publishers(weighing, outcome).Write() + TraceLine.Below(TraceName.Command(TraceName.Ledger, weighing.Scenario));
        }

        return weighing.Against.Length == 0
            ? said
            : said + Markup.Of($"<h3>What would turn it</h3>\n") + Report.Paragraph($"{WeighingWords.Turning(weighing, outcome)} As it is: {WeighingWords.Amount(outcome.AsIs, outcome.Unit)}, with the interval of its mean over both futures of all pairs; beliefs are changed in half as many, which the others help (SEN-19).") + WeighingTables.Changes(outcome).Write() + TraceLine.Below(TraceOf(weighing, outcome));
    }

    private static string TraceOf(EvidenceWeighing weighing, params WeighedOutcome[] outcomes) => TraceName.Command(TraceName.OfOutcomes(outcomes.Select(o => o.Id)), weighing.Scenario);

    private static Markup Counts(EvidenceWeighing weighing)
    {
        var table = new HtmlTable("Numbers by strongest witness", "Kind", "#Numbers") { Trace = TraceName.Command(TraceName.Ledger, weighing.Scenario) };
        foreach ((string kind, int count) in weighing.Numbers) table.Row(kind, Numeral.Count(count));
        table.Row("all", Numeral.Count(weighing.Numbers.Values.Sum()));
        return table.Write();
    }

    private static Markup Reading() =>
        Report.Paragraph("Every number of the run is in one group: first those that hang on an unverified claim, then by the kind of the strongest witness. Chance is a group of its own. Shares are of the spread among futures that the stated ranges give: a range that is too narrow makes its group look harmless.")
        + Report.Paragraph("“Alone” is the first-order index, “alone or with others” the total-order index. Their sums lie at most at and at least at 100 %; Shapley effects share interactions out fairly and sum to 100 %.");
}
