using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>What institutions ordered, what of it was carried out, bought and additional, what was refused, and what it cost.</summary>
internal static class InstitutionSection
{
    private const int MostLines = 6;

    /// <summary>Writes the section; nothing where nobody decides.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (!run.Programme.Exists) return Markup.None;
        string[] institutions = [.. run.Programme.Distinct("institution")];
        string[] shown = [.. institutions.Take(MostLines)];
        var charts = new ChartSet(run, "How far institutions pull their levers", run.Horizon.Quarters);
        charts.Add(
            "Pull", Measure.Percent with { Unit = "% of reach" },
            [.. shown.Select((id, i) => new Curve(id, i, (f, w) => run.Programme.Mean(f, w, run.Programme.Where("institution", id).First(), "pull_share")))], atLeast: 100);
        return report.Show(new FigureBlock
        {
            Caption = "Institutions: how far they pull their levers.",
            Note = institutions.Length > MostLines ? $"The first {MostLines} institutions; all are in the results." : "",
            Legend = Legend.OfLines(shown.Select((id, i) => (id, i)), run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.LeversOrdered),
            Source = report.SourceOf("programme"),
            Behind = charts.Behind,
        }) + Demand(run) + Orders(run);
    }

    /// <summary>From orders to what was additional; levers that buy nothing have no line.</summary>
    private static Markup Demand(RunReading run)
    {
        Window all = run.Horizon.Everything;
        var table = new HtmlTable(
            "From orders to what was additional, tonnes over the run", "Institution", "Lever", "#Added to wants, t", "#Bought, t", "#Crowded out, t", "#Pulled forward and not yet missing, t", "#Additional, t", "#Spent, million USD")
        {
            Trace = run.Trace(ChainVariable.ProgrammeTonnes, ChainVariable.CrowdedOutTonnes, ChainVariable.PulledForwardTonnes, ChainVariable.ProgrammeOutlay),
        };
        var tonnes = new Measure(1, "t");
        foreach (int lever in run.Programme.Entities)
        {
            double Sum(int f, string column) => run.Programme.Sum(f, all, lever, column);
            double Forward(int f) => Sum(f, "pulled_forward_t") - Sum(f, "repaid_t");
            if (run.Programme.Key(lever, "instrument") is not ("offtake-contract" or "urban-deployment" or "demand-subsidy")) continue;
            table.Row(
                run.Programme.Key(lever, "institution"), run.Programme.Key(lever, "lever"), Ranges.InTable(run.Over(f => Sum(f, "wanted_t")), tonnes), Ranges.InTable(run.Over(f => Sum(f, "bought_t")), tonnes),
                Ranges.InTable(run.Over(f => Sum(f, "crowded_out_t")), tonnes), Ranges.InTable(run.Over(Forward), tonnes),
                Ranges.InTable(run.Over(f => Sum(f, "bought_t") - Sum(f, "crowded_out_t") - Forward(f)), tonnes), Ranges.InTable(run.Over(f => Sum(f, "outlay_usd")), new Measure(1e-6, "")));
        }

        return table.Write();
    }

    /// <summary>What became of orders, as shares of what was announced, so that levers of all units stand side by side.</summary>
    private static Markup Orders(RunReading run)
    {
        Window all = run.Horizon.Everything;
        var table = new HtmlTable(
            "What became of orders, % of what was announced", "Institution", "Lever", "Instrument", "#Carried out", "#Refused by law", "#Blocked from above", "#Left undone or not realised", "#Refused by budget", "#Spent, million USD")
        {
            Trace = run.Trace(ChainVariable.LeversOrdered, ChainVariable.RefusedByLaw, ChainVariable.Vetoed, ChainVariable.LeftUndone, ChainVariable.RefusedByBudget, ChainVariable.ProgrammeOutlay),
        };
        foreach (int lever in run.Programme.Entities)
        {
            double Share(int f, string column) => run.Programme.Sum(f, all, lever, column) / run.Programme.Sum(f, all, lever, "ordered_strength");
            table.Row(
                [
                    run.Programme.Key(lever, "institution"), run.Programme.Key(lever, "lever"), run.Programme.Key(lever, "instrument"),
                    .. new[] { "carried_out_strength", "refused_by_law_strength", "vetoed_strength", "undone_strength", "refused_by_budget_strength" }
                        .Select(column => Ranges.InTable(run.Over(f => Share(f, column)), Measure.Percent)),
                    Ranges.InTable(run.Over(f => run.Programme.Sum(f, all, lever, "outlay_usd")), new Measure(1e-6, "")),
                ]);
        }

        return table.Write();
    }
}
