using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;
using Offtake.Results.Weighing;

namespace Offtake.Reporting.WeighingSections;

/// <summary>Tables and bars of a weighing.</summary>
internal static class WeighingTables
{
    /// <summary>Shares of an outcome by group.</summary>
    public static HtmlTable Groups(EvidenceWeighing weighing, WeighedOutcome outcome)
    {
        var table = new HtmlTable("Shares by evidence", "Rests on", "#Numbers", "#Unknowns", "#Shapley %", "#Alone %", "#Alone or with others %");
        for (int g = 0; g < weighing.Groups.Count; g++)
        {
            GroupCount count = weighing.Groups[g];
            table.Row(
                WeighingWords.Of(count.Group), count.Group == EvidenceGroup.Chance ? "–" : Numeral.Count(count.Numbers), count.Group == EvidenceGroup.Chance ? "–" : Numeral.Count(count.Unknowns),
                WeighingWords.Percent(outcome.Shapley[g]), WeighingWords.Percent(outcome.First[g]), WeighingWords.Percent(outcome.Total[g]));
        }

        table.Row("Sum", "", "", "100", WeighingWords.Percent(outcome.FirstSum), WeighingWords.Percent(outcome.TotalSum));
        return table;
    }

    /// <summary>All outcomes at a glance.</summary>
    public static HtmlTable Overview(EvidenceWeighing weighing)
    {
        bool isPaired = weighing.Against.Length > 0;
        string[] columns = ["Outcome", isPaired ? "Difference" : "Level", "#On unverified claims %", "#On assumptions %"];
        var table = new HtmlTable("At a glance", isPaired ? [.. columns, "Flipped by a single claim"] : columns);
        foreach (WeighedOutcome o in weighing.Outcomes)
        {
            bool isWeighed = o.WhyNot.Length == 0;
            string Share(EvidenceGroup group) => isWeighed ? WeighingWords.Percent(o.Total[(int)group]) : o.WhyNot;
            string[] cells = [o.Title, WeighingWords.Amount(isPaired ? o.AsIs : new Interval(o.Mean, o.Mean - o.Deviation, o.Mean + o.Deviation), o.Unit), Share(EvidenceGroup.Claims), Share(EvidenceGroup.Assumptions)];
            table.Row(isPaired ? [.. cells, WeighingWords.Flips(o)] : cells);
        }

        return table;
    }

    /// <summary>Bars of the shares that sum to one.</summary>
    public static Markup Bars(EvidenceWeighing weighing, WeighedOutcome outcome) => new HorizontalBars
    {
        Title = "Share of the spread",
        Unit = "% (Shapley effect, with 95 % interval)",
        AtLeast = 100,
        Bars = [.. weighing.Groups.Select((g, i) => new Bar(WeighingWords.Of(g.Group), BandOf(outcome.Shapley[i]), i))],
    }.Draw();

    /// <summary>Shares of the largest publishers.</summary>
    public static HtmlTable Publishers(EvidenceWeighing weighing, WeighedOutcome outcome)
    {
        var table = new HtmlTable("Shares by publisher", "Publisher", "#Numbers", "#That vary", "#Alone or with others %");
        for (int p = 0; p < weighing.Publishers.Count; p++)
            table.Row(weighing.Publishers[p].Publisher, Numeral.Count(weighing.Publishers[p].Numbers), Numeral.Count(weighing.Publishers[p].Unknowns), WeighingWords.Percent(outcome.Publishers[p]));
        return table;
    }

    /// <summary>What changed beliefs do to a difference.</summary>
    public static HtmlTable Changes(WeighedOutcome outcome)
    {
        var table = new HtmlTable("Changed beliefs", "If it is not so", "Difference then", "Which means", "#Zero when so much is left %");
        foreach (WeighedChange c in outcome.Changes)
            table.Row(WeighingWords.Subject(c), WeighingWords.Amount(c.Mean, outcome.Unit), WeighingWords.Of(c.Fate), double.IsFinite(c.Crossing) ? Numeral.Rough(100.0 * c.Crossing) : "–");
        return table;
    }

    private static Band BandOf(Interval share) => new(100.0 * share.Value, 100.0 * share.Low, 100.0 * share.High, BandKind.Percentiles, Band.FewestForPercentiles);
}
