using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the verdict says about who depends on whom.</summary>
internal static class DependenceFindings
{
    /// <summary>Writes the findings; none where flows or trade were not recorded.</summary>
    public static IEnumerable<Finding> Write(RunReading run)
    {
        if (run.Flows.Focus is { } element && Supply(run, element) is { } supply) yield return supply;
        if (Imports(run) is { } imports) yield return imports;
    }

    private static Finding? Supply(RunReading run, string element)
    {
        int year = run.Horizon.Near;
        string[] stages = [.. new[] { run.InnerStages.FirstOrDefault(), run.InnerStages.LastOrDefault() }.OfType<string>().Distinct()];
        List<Markup> parts = [];
        foreach (string stage in stages)
        {
            if (run.Supply.Leader(year, stage, element) is not { } leader) continue;
            Band share = run.Over(f => run.Supply.Share(f, year, stage, leader, element)), hhi = run.Over(f => run.Supply.Hhi(f, year, stage, element));
            Markup before = run.Horizon.First == year
                ? Markup.None
                : Markup.Of($", against {Prose.Plain(run.Over(f => run.Supply.Share(f, run.Horizon.First, stage, leader, element)), Measure.Percent)} in {run.Horizon.First}");
            parts.Add(Markup.Of($"{(parts.Count == 0 ? "" : "; ")}at the {Prose.Inside(run.Name(stage))} stage {run.Name(leader)} {Prose.Bold(share, Measure.Percent)} {Prose.Range(share, Measure.Percent, also: $"; HHI {Numeral.Rough(hhi.Median)}")}{before}"));
        }

        if (parts.Count == 0) return null;
        (string Stage, string Leader, Band Share)[] all =
        [
            .. run.Stages.Select(s => (s, run.Supply.Leader(year, s, element) ?? "")).Where(s => s.Item2.Length > 0)
                .Select(s => (s.s, s.Item2, run.Over(f => run.Supply.Share(f, year, s.s, s.Item2, element)))),
        ];
        var ruler = all.Where(s => s.Share.IsAbove(0.5)).GroupBy(s => s.Leader).MaxBy(g => g.Count());
        string clause = ruler is null
            ? "no region supplies more than half of any stage in every future"
            : $"{run.Name(ruler.Key)} supplies more than half at {(ruler.Count() == all.Length ? "every stage" : $"{Prose.CountInWords(ruler.Count())} of {Prose.CountInWords(all.Length)} stages")}";
        return new Finding("Supply", Markup.Of($"Share of the world's {Prose.Inside(run.Name(element))} brought to market in {year}: {parts}. ") + Prose.Tag(Standing.Predicted), clause);
    }

    private static Finding? Imports(RunReading run)
    {
        int year = run.Horizon.Near;
        List<Markup> parts = [];
        string who = "";
        foreach (string stage in new[] { run.InnerStages.FirstOrDefault(), run.InnerStages.LastOrDefault() }.OfType<string>().Distinct())
        {
            if (MostTraded(run, stage) is not { } commodity || run.Supply.MainCustomer(commodity) is not { } region) continue;
            Band reliance = run.Over(f => run.Supply.Reliance(f, year, commodity, region)), cover = run.Over(f => run.Supply.CoverMonths(f, year, commodity, region));
            if (reliance.IsMissing) continue;
            Markup months = cover.IsMissing ? Markup.None : Markup.Of($" with {Prose.Figure(cover, Measure.Months)} of cover");
            Markup subject = region == who ? Markup.None : Markup.Of($"{run.Name(region)} covers by net imports ");
            Markup and = parts.Count == 0 ? Markup.None : new Markup(region == who ? " and " : "; ");
            who = region;
            parts.Add(Markup.Of($"{and}{subject}{Prose.Bold(reliance, Measure.Percent)} of its use of {Prose.Inside(run.Name(commodity))} {Prose.Range(reliance, Measure.Percent)}{months}"));
        }

        return parts.Count == 0 ? null : new Finding("Reliance", Markup.Of($"In {year} {parts}. ") + Prose.Tag(Standing.Predicted));
    }

    /// <summary>The commodity of a stage with the highest value shipped between regions in the first year.</summary>
    private static string? MostTraded(RunReading run, string stage)
    {
        Window first = run.Horizon.Of(run.Horizon.First);
        double Value(string commodity) => run.Over(f => run.Route.Where("commodity", commodity).Sum(r =>
            run.Route.Sum(f, first, r, "shipped_amount") * Price(run, f, first, commodity, run.Route.Key(r, "from")))).Median;
        return run.Supply.Traded.Where(c => run.Supply.StageOf(c) == stage).Select(c => (Commodity: c, Value: Value(c)))
            .Where(c => double.IsFinite(c.Value)).OrderByDescending(c => c.Value).Select(c => c.Commodity).FirstOrDefault();
    }

    private static double Price(RunReading run, int future, Window window, string commodity, string region) =>
        run.Supply.MarketOf(commodity, region) is var m and >= 0 ? run.Market.Mean(future, window, m, "price_usd_per_unit") : double.NaN;
}
