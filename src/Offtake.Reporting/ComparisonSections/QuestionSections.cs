using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>A question with its heading and how it is put.</summary>
internal sealed record AskedQuestion(Question Question, string Id, string Heading, string Words);

/// <summary>The nine questions, each with its outcomes: the reference, and every other scenario as a paired difference to it.</summary>
internal static class QuestionSections
{
    private const int InSight = 14;

    /// <summary>A difference below this share of the reference's own level is arithmetic and no finding.</summary>
    internal const double Grain = 1e-4;

    private static readonly OutcomeRole[] InTablesOfTheirOwn = [OutcomeRole.Rationing, OutcomeRole.Refused, OutcomeRole.Left, OutcomeRole.LeftLater, OutcomeRole.FleetLeft, OutcomeRole.Answered];

    /// <summary>All questions in their order.</summary>
    public static IReadOnlyList<AskedQuestion> All { get; } =
    [
        new(Question.Surplus, "surplus", "1. Surplus", "How much of what could be made is sold, at what price, and how much of it do cities take?"),
        new(Question.Persistence, "persistence", "2. Persistence", "What is left two and five years after programmes end, and does capacity live on that should have closed?"),
        new(Question.Cost, "cost", "3. Cost", "Who pays how much, who carries debt and losses, and where do waste and emissions stay?"),
        new(Question.Dependence, "dependence", "4. Dependence", "Who relies on whom, for how long would stocks last, and who would feel a stop first, how dearly and how long?"),
        new(Question.Speed, "speed", "5. Speed", "How many projects reach factories by 2030, and what capacity is there by then?"),
        new(Question.Balance, "balance", "6. Balance problem", "What becomes of the elements that come up with those everybody wants?"),
        new(Question.Targets, "targets", "7. Announced against realised", "Which targets are met, and with what probability?"),
        new(Question.Trust, "trust", "8. Trust", "Which conclusions would change if what they rest on were wrong?"),
        new(Question.Response, "response", "9. Response", "What if the other side answers?"),
    ];

    /// <summary>Writes one section; it says so when nothing is measured for it.</summary>
    public static Markup Write(ComparisonPage page, AskedQuestion question)
    {
        OutcomeFindings[] outcomes = [.. page.Findings.Study.Outcomes.Where(o => page.Findings.Asked[o.Outcome] is var a && a.Question == question.Question && a.Instrument.Length == 0 && !(a.Role is { } r && InTablesOfTheirOwn.Contains(r)))];
        Markup words = Markup.Of($"<p class=\"note\">{question.Words}</p>\n");
        Markup special = question.Question switch
        {
            Question.Persistence => LeftTable.Write(page),
            Question.Cost => InstrumentTable.Write(page),
            Question.Targets => RefusedTable.Write(page) + new PlanTables(page.Findings.Plans, page.Names.Short, page.Trace(TraceName.Plans.TrimEnd('/'))).Write(),
            Question.Trust => Report.Paragraph("Figure and table of evidence stand above. " + (page.Findings.Weighed.Count > 0 ? "So does how far conclusions hang on claims, as it was weighed." : "How far each conclusion hangs on a claim is not yet weighed.")),
            Question.Response => Report.Paragraph(Answers.InWords(page)),
            _ => Markup.None,
        };
        if (outcomes.Length == 0) return words + special + (special.IsEmpty ? Report.Missing("Outcomes that answer this") : Markup.None);
        OutcomeFindings[] differing = [.. outcomes.Where(o => o.Comparisons.Any(c => ComparisonPage.CallOf(c) is not (Call.Same or Call.NoMaterialEffect or Call.Nothing)))];
        OutcomeFindings[] clear = [.. outcomes.Where(o => Weight(page, o) > 0.0).OrderByDescending(o => Weight(page, o)).Take(InSight).OrderBy(o => o.Outcome)];
        string[] counts = [.. Enumerable.Range(1, page.Header.Policies.Count - 1).Select(p => Count(page, outcomes, p)).Where(c => c.Length > 0)];
        int alike = outcomes.Length - differing.Length, folded = differing.Except(clear).Count();
        string left = alike == 0 ? "" : $" {ComparisonPage.Counted(alike, "outcome is", "outcomes are")} alike under all scenarios or have no future in common, and stand in differences.csv alone{(clear.Any(o => !differing.Contains(o)) ? ", but for those above that the verdict rests on" : "")}.";
        return words + special + (counts.Length == 0 ? Markup.None : Markup.Of($"<ul>\n{counts.Select(c => Markup.Of($"<li>{c}</li>\n"))}</ul>\n"))
            + (clear.Length == 0 ? Report.Paragraph("Nothing here differs clearly.") : Table(page, clear).Write("wide"))
            + (folded == 0 ? Markup.None : Markup.Of($"<details><summary>All {differing.Length} outcomes that differ, {folded} of them less clearly</summary>{Table(page, differing).Write("numbers wide")}</details>\n"))
            + Markup.Of($"<p class=\"source\">Source: {page.Source} Differences are to {page.Short(0)}, future by future; those of shares in percentage points; in brackets {page.RangeInWords}; then the share of futures in which the scenario is better (higher, where nobody says which way is better).{left}</p>\n");
    }

    private static string Count(ComparisonPage page, OutcomeFindings[] outcomes, int policy)
    {
        Call[] calls = [.. outcomes.Where(o => page.Header.Outcomes[o.Outcome].Better != Better.Unsaid).Select(o => ComparisonPage.CallOf(o.Comparisons.First(c => c.Policy == policy)))];
        if (calls.Length == 0) return "";
        int Number(params Call[] of) => calls.Count(of.Contains);
        string[] parts =
        [
            .. new[]
            {
                (Number(Call.Ahead), "better"), (Number(Call.Behind), "worse"), (Number(Call.NoMaterialEffect, Call.Same), "without a material difference"), (Number(Call.TooClose), "too close to call"),
                (Number(Call.Nothing), "without a future in common"),
            }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"),
        ];
        string all = ComparisonPage.Counted(calls.Length, "outcome", "outcomes");
        return parts.Length == 1 ? $"{page.Short(policy)}: {all} marked ↑ or ↓, {(calls.Length == 1 ? "" : "all ")}{parts[0][(parts[0].IndexOf(' ', StringComparison.Ordinal) + 1)..]}."
            : $"{page.Short(policy)}: of {all} marked ↑ or ↓, {Prose.List(parts)}.";
    }

    // How clearly scenarios differ: standard errors of the mean difference, the largest of all scenarios; parts of the verdict come first.
    private static double Weight(ComparisonPage page, OutcomeFindings o) => IsOfVerdict(page, o) ? double.PositiveInfinity
        : o.Comparisons.Where(c => c.Pairs > 1 && ComparisonPage.CallOf(c) is Call.Ahead or Call.Behind).Select(c => Math.Abs(c.MeanDifference.Value) / Math.Max(double.Epsilon, c.MeanDifference.High - c.MeanDifference.Low)).DefaultIfEmpty(-1.0).Max();

    // Roles of many rows would drown what differs.
    private static bool IsOfVerdict(ComparisonPage page, OutcomeFindings o) => page.Findings.Asked[o.Outcome].Role is { } role and not (OutcomeRole.PeakPrice or OutcomeRole.OutputLost or OutcomeRole.Recovery);

    internal static HtmlTable Table(ComparisonPage page, IReadOnlyList<OutcomeFindings> outcomes)
    {
        var table = new HtmlTable("Outcomes", ["Outcome", "Unit", $"#{page.Short(0)}", .. page.Columns.Skip(1)]) { Trace = page.Trace(outcomes.Select(o => o.Outcome)) };
        foreach (OutcomeFindings o in outcomes)
        {
            Measure level = UnitOf(page, o);
            string unit = level.Unit.Length > 0 ? level.Unit : page.Header.Outcomes[o.Outcome].Unit;
            string direction = page.Header.Outcomes[o.Outcome].Better switch { Better.Higher => " ↑", Better.Lower => " ↓", _ => "" };
            table.RowOf(page.NameOf(o.Outcome), [Markup.Text(page.Study.Outcome(o.Outcome) + direction), Markup.Text(unit), InTwoLines(Ranges.InTable(o.Levels[0].Band, level)), .. o.Comparisons.Select(c => Cell(page, o, c, level))]);
        }

        return table;
    }

    // Differences are what is read, so the unit is theirs: 16 kt beside 1,240 kt, not 0.016 beside 1.24 million t.
    private static Measure UnitOf(ComparisonPage page, OutcomeFindings o)
    {
        double largest = o.Comparisons.Where(c => c.Pairs > 0).Select(c => Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High))).DefaultIfEmpty(0).Max();
        Measure level = page.Study.Measure(o.Outcome);
        return largest == 0.0 || level.Unit.StartsWith('%') ? level : page.Study.MeasureOfDifference(o.Outcome, largest);
    }

    private static Markup Cell(ComparisonPage page, OutcomeFindings o, Comparison c, Measure level)
    {
        Call call = ComparisonPage.CallOf(c);
        if (call is Call.Nothing or Call.Same) return Markup.Of($"<span class=\"note\">{page.Words(o.Outcome, call)}</span>");
        if (call == Call.NoMaterialEffect) return Markup.Of($"<span class=\"note\">{Numeral.AboutZero}</span>");
        double grain = level.Of(Grain * Math.Abs(o.Levels[0].Band.Median));
        string Write(double value) => Numeral.Beyond(grain, level.Of(value));
        string low = Write(c.Difference.Low), high = Write(c.Difference.High), sign = Numeral.Signed(level.Of(c.Difference.Median), v => Numeral.Beyond(grain, v));
        Markup middle = call == Call.TooClose ? Markup.Of($"{sign} ?") : Markup.Of($"<b>{sign}</b>");
        Markup range = c.Difference.Futures == 1 || low == high ? Markup.None : Markup.Of($"<br><span class=\"note\">({low}{(c.Difference.Low < 0 || low == Numeral.AboutZero ? " to " : "–")}{high})</span>");
        return Markup.Of($"{middle} <span class=\"note\">· {StudyPage.Percent(c.AheadShare)}</span>") + range;
    }

    /// <summary>Middle above range, so that many scenarios fit beside each other.</summary>
    internal static Markup InTwoLines(string cell) =>
        cell.IndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? Markup.Of($"{cell[..at]}<br><span class=\"note\">{cell[(at + 1)..]}</span>") : Markup.Text(cell);
}
