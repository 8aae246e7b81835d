using System.Globalization;
using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>Months until somebody is rationed, by thing and place: who stops first.</summary>
internal static class RationingFigure
{
    private const double DarkAtMonths = 24.0;
    private const double Deepest = 0.55;
    private const double ClearlyMore = 1.0 / 3.0;

    /// <summary>Who is rationed first under a scenario, among those who are in clearly more futures than under the reference; null when nobody is.</summary>
    public static (string Of, string In, double Months, double Share, double ReferenceShare)? First(ComparisonPage page, int policy)
    {
        var felt = Asked(page).Select(o => (Asked: page.Findings.Asked[o], page.Findings.Study.Outcomes[o].Levels))
            .Where(x => !x.Levels[policy].Band.IsMissing && Share(x.Levels[policy]) >= 0.5 && Share(x.Levels[policy]) - Share(x.Levels[0]) >= ClearlyMore).ToArray();
        if (felt.Length == 0) return null;
        var first = felt.OrderBy(f => f.Levels[policy].Band.Median).ThenByDescending(f => Share(f.Levels[policy])).First();
        return (first.Asked.Of, first.Asked.In, first.Levels[policy].Band.Median, Share(first.Levels[policy]), Share(first.Levels[0]));
    }

    /// <summary>Writes one heat table for every row of outcomes.</summary>
    public static Markup Write(ComparisonPage page)
    {
        int[] all = [.. Asked(page)];
        if (all.Length == 0) return Report.Paragraph("Months to rationing: nothing is measured for it in this world.");
        List<Markup> tables = [];
        int quiet = 0;
        foreach (IGrouping<string, int> row in all.GroupBy(o => page.Findings.Asked[o].Row))
        {
            HtmlTable table = Table(page, [.. row], out int left);
            quiet += left;
            string title = page.Study.Outcome(row.First());
            int colon = title.LastIndexOf(':');
            tables.Add(Markup.Of($"<h4>{(colon > 0 ? title[..colon] : title)}</h4>\n") + table.Write());
        }

        var behind = new HtmlTable("Months to rationing", ["Outcome", .. page.Columns]);
        foreach (int o in all) behind.RowOf(page.NameOf(o), [Markup.Text(page.Study.Outcome(o)), .. page.Findings.Study.Outcomes[o].Levels.Select(l => Markup.Text(Words(l)))]);
        return page.Show(new FigureBlock
        {
            Caption = "Months to rationing, by element, using sector and region.",
            Note = $"In each cell the month in the middle future among those in which it happens, and the share of futures in which it does. Darker is sooner and in more futures; a dash is never. {(quiet > 0 ? $"{ComparisonPage.Counted(quiet, "combination", "combinations")} in which it never happens under any scenario {(quiet == 1 ? "is" : "are")} left out here and stand in the numbers behind." : "")}",
            Pictures = [Markup.Join(tables)],
            IsWide = true,
            Trace = page.Trace(OutcomeRole.Rationing),
            Source = page.Source,
            Behind = behind,
        });
    }

    private static HtmlTable Table(ComparisonPage page, int[] outcomes, out int quiet)
    {
        var table = new HtmlTable("Months to rationing", ["What", "Where", .. page.Columns]);
        int[] shown = [.. outcomes.Where(o => page.Findings.Study.Outcomes[o].Levels.Any(l => !l.Band.IsMissing))];
        quiet = outcomes.Length - shown.Length;
        foreach (int o in shown)
            table.RowOf(page.NameOf(o), [Markup.Text(page.Findings.Asked[o].Of), Markup.Text(page.Findings.Asked[o].In), .. page.Findings.Study.Outcomes[o].Levels.Select(Heat)]);
        if (shown.Length == 0) table.Row([Markup.Text("never, in no future"), Markup.Text("anywhere looked at"), .. page.Header.Policies.Select(_ => Markup.Text("–"))]);
        return table;
    }

    private static IEnumerable<int> Asked(ComparisonPage page) => Enumerable.Range(0, page.Findings.Asked.Count).Where(o => page.Findings.Asked[o].Role == OutcomeRole.Rationing);

    private static double Share(Level level) => 1.0 - level.MissingShare;

    private static string Words(Level level) => level.Band.IsMissing ? "–" : $"{Numeral.Rough(level.Band.Median)} in {StudyPage.Percent(1.0 - level.MissingShare)}";

    private static Markup Heat(Level level)
    {
        if (level.Band.IsMissing) return Markup.Text("–");
        double depth = Deepest * Math.Clamp(1.0 - (level.Band.Median / DarkAtMonths), 0.1, 1.0) * (1.0 - level.MissingShare);
        return Markup.Of($"<span class=\"heat\" style=\"background:rgba(213,94,0,{new Markup(depth.ToString("0.00", CultureInfo.InvariantCulture))})\">{Words(level)}</span>");
    }
}
