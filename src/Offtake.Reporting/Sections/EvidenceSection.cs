using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the run rests on: kinds of witness, assumptions, publishers, claims.</summary>
internal static class EvidenceSection
{
    private const int RowsInSight = 12;

    /// <summary>Writes the section.</summary>
    public static Markup Write(Report report)
    {
        EvidenceSummary evidence = report.Run.Results.Evidence;
        return Pictures(report, evidence) + Checks(report, evidence) + Assumptions(report, evidence) + Publishers(report, evidence);
    }

    private static Markup Pictures(Report report, EvidenceSummary evidence)
    {
        var behind = new HtmlTable("Numbers by kind of witness, claims by verdict", "Chart", "Part", "#Count", "#Share %");
        KeyValuePair<string, int>[] kinds = [.. evidence.CountByKind.Where(k => k.Value > 0)];
        if (kinds.Length == 0) return Report.Missing("Witnesses");
        List<Markup> pictures = [Bars("Numbers by their strongest witness", "count of numbers", kinds, behind, IsAssumption)];
        foreach ((string aspect, IReadOnlyDictionary<string, int> byVerdict) in evidence.Claims)
        {
            KeyValuePair<string, int>[] verdicts = [.. byVerdict.Where(c => c.Value > 0 && !EvidenceFinding.IsBesideThePoint(c.Key))];
            if (verdicts.Length > 0) pictures.Add(Bars(Question(aspect), "count of claims", verdicts, behind, _ => false));
        }

        bool areClaims = pictures.Count > 1;
        string claims = areClaims ? " Claims to which a question cannot be put are left out of its bars." : "";
        return report.Show(new FigureBlock
        {
            Caption = $"Who vouches for the {Numeral.Count(kinds.Sum(k => k.Value))} numbers of this run{(areClaims ? ", and what became of the claims read from sources" : "")}.",
            Note = "Kinds run from the strongest witness to none at all. Several publications of one publisher are one witness." + claims,
            Pictures = pictures,
            Trace = report.Run.Trace(TraceName.Ledger),
            Source = "the world’s evidence ledger.",
            Behind = behind,
        });
    }

    private static string Question(string aspect) => aspect switch { "said" => "Claims: was it said?", "done" => "Claims: was it done?", _ => "Claims: did it cause what is claimed?" };

    private static Markup Bars(string title, string unit, KeyValuePair<string, int>[] parts, HtmlTable behind, Func<string, bool> stands)
    {
        int total = parts.Sum(p => p.Value);
        foreach ((string part, int count) in parts) behind.Row(title, Word(part), Numeral.Count(count), Numeral.Exact(100.0 * count / total));
        return new HorizontalBars
        {
            Title = title,
            Unit = unit,
            Bars = [.. parts.Select(p => new Bar(Word(p.Key), Band.Of([p.Value]), stands(p.Key) ? 1 : 0, $"{Numeral.Count(p.Value)} ({Numeral.Rough(100.0 * p.Value / total)} %)"))],
        }.Draw();
    }

    private static Markup Checks(Report report, EvidenceSummary evidence)
    {
        if (evidence.Verifications.Count == 0) return Markup.None;
        var table = new HtmlTable("Checks", "Claim", "Stated", "Aspect", "Verdict", "Checked on", "Arithmetic") { Trace = report.Run.Trace(evidence.Verifications[0].Claim) };
        foreach (VerificationLine v in evidence.Verifications)
            table.Row(Markup.Of($"<code>{v.Claim}</code>"), Markup.Text(v.Statement), Markup.Text(v.Aspect), Markup.Text(v.Verdict), Markup.Text(v.Date), Markup.Of($"<div class=\"reason\">{v.Arithmetic}</div>"));
        return Markup.Of($"<h3>Checks against records</h3>\n") + Report.Paragraph("The newest check of each claim. A record may be wrong or incomplete too; the arithmetic says what was compared.")
            + table.Write();
    }

    private static Markup Assumptions(Report report, EvidenceSummary evidence)
    {
        if (evidence.Assumptions.Count == 0) return Markup.None;
        AssumptionLine[] lines = [.. evidence.Assumptions.OrderByDescending(a => a.UsedBy).ThenBy(a => a.Id, StringComparer.Ordinal)];
        return Markup.Of($"<h3>Assumptions</h3>\n") + Report.Paragraph($"{Numeral.Count(lines.Length)} assumptions, each with the range it was given and the reason. Most used first.")
            + Fold(lines, "assumptions", l => AssumptionTable(report, l));
    }

    private static HtmlTable AssumptionTable(Report report, IEnumerable<AssumptionLine> lines)
    {
        var table = new HtmlTable("Assumptions", "Assumption", "#Value", "#Range", "Unit", "#Used by", "Reason") { Trace = report.Run.Trace(TraceName.Assumptions) };
        foreach (AssumptionLine a in lines)
        {
            table.RowOf($"@{a.Id}", Markup.Of($"<code>{a.Id}</code>"), Markup.Text(Numeral.Exact(a.Value)), Markup.Text($"{Numeral.Exact(a.Low)} to {Numeral.Exact(a.High)}"),
                Markup.Text(a.Unit is "1" or "" ? "–" : a.Unit), Markup.Text(Numeral.Count(a.UsedBy)), Markup.Of($"<div class=\"reason\">{a.Reason}</div>"));
        }

        return table;
    }

    private static Markup Publishers(Report report, EvidenceSummary evidence)
    {
        var publishers = evidence.Sources.GroupBy(s => s.Publisher).Select(g => (Publisher: g.Key, Sources: g.ToArray(), Used: g.Sum(s => s.UsedBy)))
            .OrderByDescending(p => p.Used).ThenBy(p => p.Publisher, StringComparer.Ordinal).ToArray();
        if (publishers.Length == 0) return Markup.None;
        HtmlTable Table(IEnumerable<(string Publisher, SourceLine[] Sources, int Used)> lines)
        {
            var table = new HtmlTable("Publishers", "Publisher", "#Numbers", "Publications") { Trace = report.Run.Trace(TraceName.Ledger) };
            foreach ((string publisher, SourceLine[] sources, int used) in lines)
            {
                table.Row(Markup.Text(publisher), Markup.Text(Numeral.Count(used)), Markup.Of($"<div class=\"reason\">{sources.OrderByDescending(s => s.UsedBy).Select((s, i) =>
                    Markup.Of($"{(i == 0 ? "" : "; ")}{Markdown.Link(s.Title, s.Address)}{(s.Year.Length > 0 ? $", {s.Year}" : "")} ({Word(s.Kind).ToLowerInvariant()})"))}</div>"));
            }

            return table;
        }

        return Markup.Of($"<h3>Witnesses</h3>\n") + Report.Paragraph($"{Numeral.Count(evidence.Publishers)} independent publishers. The second column counts how many numbers of the world rest on each.")
            + Fold(publishers, "publishers", Table);
    }

    /// <summary>The first rows in sight, the rest folded away.</summary>
    private static Markup Fold<T>(IReadOnlyList<T> lines, string what, Func<IEnumerable<T>, HtmlTable> table) => lines.Count <= RowsInSight + 3
        ? table(lines).Write()
        : table(lines.Take(RowsInSight)).Write() + Markup.Of($"<details><summary>The other {lines.Count - RowsInSight} {what}</summary>{table(lines.Skip(RowsInSight)).Write()}</details>\n");

    private static bool IsAssumption(string kind) => kind.Equals(EvidenceFinding.Assumption, StringComparison.OrdinalIgnoreCase);

    private static string Word(string kind) => Prose.Sentence(kind.Replace('-', ' '));
}
