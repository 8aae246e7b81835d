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
            if (MostReliant(run, stage, year) is not { } most) continue;
            (string commodity, string region, Band reliance) = most;
            Band cover = run.Over(f => run.Supply.CoverMonths(f, year, commodity, region));
            Markup months = cover.IsMissing ? Markup.None : Markup.Of($" with {Prose.Figure(cover, Measure.Months)} of cover");
            Markup subject = region == who ? Markup.None : Markup.Of($"{run.Name(region)} covers by net imports ");
            Markup and = parts.Count == 0 ? Markup.None : new Markup(region == who ? " and " : "; ");
            who = region;
            parts.Add(Markup.Of($"{and}{subject}{Prose.Bold(reliance, Measure.Percent)} of its use of {Prose.Inside(run.Name(commodity))} {Prose.Range(reliance, Measure.Percent)}{months}"));
        }

        return parts.Count == 0 ? null : new Finding("Reliance", Markup.Of($"Where reliance is highest in {year}: {parts}. ") + Prose.Tag(Standing.Predicted));
    }

    /// <summary>The good of a stage and the region that cover most of their use by net imports; null when nobody imports net.</summary>
    private static (string Commodity, string Region, Band Reliance)? MostReliant(RunReading run, string stage, int year)
    {
        (string Commodity, string Region, Band Reliance)[] all =
        [
            .. from commodity in run.Supply.Traded
               where run.Supply.StageOf(commodity) == stage
               from region in run.Regions
               let reliance = run.Over(f => run.Supply.Reliance(f, year, commodity, region))
               where reliance.Median > 0
               select (commodity, region, reliance),
        ];
        return all.Length == 0 ? null : all.MaxBy(a => a.Reliance.Median);
    }
}
