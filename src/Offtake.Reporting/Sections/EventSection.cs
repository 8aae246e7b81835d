using Offtake.Model.Quantities;
using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Notable happenings, counted by kind and subject.</summary>
internal static class EventSection
{
    private const int MostRows = 24;

    /// <summary>Writes the section; nothing when nothing happened.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (run.Results.Events.Count == 0) return Markup.None;
        var kinds = run.Results.Events.GroupBy(e => e.Kind).OrderBy(g => g.Min(e => e.Month.Number)).ToArray();
        var table = new HtmlTable("Events by kind", "What happened", "#Times per future", "#Futures", "#First month", "#Size when it began", "Where most often") { Trace = run.Trace(TraceName.Events.TrimEnd('/')) };
        foreach (var kind in kinds) table.RowOf(TraceName.Events + kind.Key, [.. Row(run, Word(kind.Key), kind).Append(MostOften(run, kind)).Select(Markup.Text)]);

        var bySubject = run.Results.Events.GroupBy(e => (e.Kind, e.Subject)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Subject, StringComparer.Ordinal).ToArray();
        var detail = new HtmlTable("Events by kind and subject", "What happened", "#Times per future", "#Futures", "#First month", "#Size when it began") { Trace = run.Trace(TraceName.Events.TrimEnd('/')) };
        foreach (var group in bySubject.Take(MostRows)) detail.Row([.. Row(run, $"{Word(group.Key.Kind)}: {run.Name(group.Key.Subject)}", group)]);
        string rest = bySubject.Length > MostRows ? $", the {MostRows} most frequent of {Numeral.Count(bySubject.Length)}" : "";
        return Report.Paragraph("Refusals, closures and limits that bound. What lasts counts once, in the month it begins. Times and first months run over futures; sizes are the median and the range over events.")
            + table.Write() + Markup.Of($"<details><summary>By subject{rest}</summary>{detail.Write("numbers")}</details>");
    }

    private static IEnumerable<string> Row(RunReading run, string name, IEnumerable<RunEvent> events)
    {
        RunEvent[] all = [.. events];
        ILookup<int, RunEvent> byFuture = all.ToLookup(e => e.Future);
        Month[] firsts = [.. byFuture.Select(f => f.Min(e => e.Month)).Order()];
        string[] units = [.. all.Select(e => e.Unit).Distinct()];
        yield return name;
        yield return Ranges.InTable(run.Over(f => byFuture[f].Count()), new Measure(1, ""));
        yield return $"{byFuture.Count} of {Math.Max(run.Completed, byFuture.Count)}";
        yield return firsts[0] == firsts[^1] ? firsts[0].ToString() : $"{firsts[0]} to {firsts[^1]}";
        yield return units.Length == 1 ? Size(Band.Of([.. all.Select(e => e.Amount)]), units[0]) : "several units";
    }

    private static string MostOften(RunReading run, IEnumerable<RunEvent> events) => string.Join("; ", events
        .GroupBy(e => e.Subject).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(3).Select(g => run.Name(g.Key)));

    private static string Size(Band band, string unit)
    {
        Measure measure = Measure.OfRecorded(unit, band.High);
        return measure.Unit.Length == 0 ? Ranges.InTable(band, measure, 2) : $"{Ranges.InTable(band, measure, 2)} {measure.Unit}";
    }

    private static string Word(string kind) => Prose.Sentence(kind.Replace('-', ' '));
}
