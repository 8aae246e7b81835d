using Offtake.Model.Quantities;
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
        int futures = Math.Max(1, run.Completed);
        var kinds = run.Results.Events.GroupBy(e => e.Kind).OrderBy(g => g.Min(e => e.Month.Number)).ToArray();
        var table = new HtmlTable("Events by kind", "What happened", "#Times per future", "#Futures", "First month", "#Amount per future", "Where most often");
        foreach (var kind in kinds) table.Row([.. Row(run, Word(kind.Key), kind, futures, withSubjects: true)]);

        var bySubject = run.Results.Events.GroupBy(e => (e.Kind, e.Subject)).OrderByDescending(g => g.Count()).ToArray();
        var detail = new HtmlTable("Events by kind and subject", "What happened", "#Times per future", "#Futures", "First month", "#Amount per future");
        foreach (var group in bySubject.Take(MostRows)) detail.Row([.. Row(run, $"{Word(group.Key.Kind)}: {run.Title(group.Key.Subject)}", group, futures, withSubjects: false)]);
        string rest = bySubject.Length > MostRows ? $" The {MostRows} most frequent of {Numeral.Count(bySubject.Length)}." : "";
        return Report.Paragraph("Refusals, closures and limits that bound. Ranges run over futures; a first month with a range means that it differs between futures.")
            + table.Write() + Markup.Of($"<details><summary>By subject.{rest}</summary>{detail.Write("numbers")}</details>");
    }

    private static IEnumerable<string> Row(RunReading run, string name, IEnumerable<RunEvent> events, int futures, bool withSubjects)
    {
        RunEvent[] all = [.. events];
        ILookup<int, RunEvent> byFuture = all.ToLookup(e => e.Future);
        Month[] firsts = [.. byFuture.Select(f => f.Min(e => e.Month)).Order()];
        string[] units = [.. all.Select(e => e.Unit).Distinct()];
        yield return name;
        yield return Ranges.InTable(Bands.Over(futures, f => byFuture[f].Count()), new Measure(1, ""));
        yield return $"{byFuture.Count} of {futures}";
        yield return firsts[0] == firsts[^1] ? firsts[0].ToString() : $"{firsts[0]} to {firsts[^1]}";
        yield return units.Length == 1 ? Amount(Bands.Over(futures, f => byFuture[f].Sum(e => e.Amount)), units[0]) : "several units";
        if (withSubjects) yield return string.Join(", ", all.GroupBy(e => e.Subject).OrderByDescending(g => g.Count()).Take(3).Select(g => run.Title(g.Key)));
    }

    private static string Amount(Band band, string unit)
    {
        if (unit.Length == 0) return "–";
        Measure measure = unit switch { "t" => Measure.OfTonnes(band.Median), "USD" or "usd" => Measure.OfUsd(band.Median), _ => new Measure(1, unit) };
        return $"{Ranges.InTable(band, measure)} {measure.Unit}";
    }

    private static string Word(string kind) => Prose.Sentence(kind.Replace('-', ' '));
}
