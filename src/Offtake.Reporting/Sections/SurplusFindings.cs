using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the verdict says about idle capacity and unsold stock.</summary>
internal static class SurplusFindings
{
    /// <summary>A change in use of capacity below this is not worth a word.</summary>
    private const double SmallestChange = 0.005;

    /// <summary>Writes the findings; none where nothing was recorded.</summary>
    public static IEnumerable<Finding> Write(RunReading run)
    {
        StageUse[] stages = [.. run.Stages.Select(s => StageUse.Of(run, s)).Where(s => !s.Then.IsMissing)];
        if (stages.Length > 0) yield return Capacity(run, stages);
        if (Stock(run) is { } stock) yield return stock;
    }

    private static Finding Capacity(RunReading run, StageUse[] stages)
    {
        Horizon h = run.Horizon;
        IEnumerable<Markup> slackest = stages.OrderBy(s => s.Then.Median).Take(2).OrderBy(s => run.Stages.IndexOf(s.Stage)).Select((s, i) =>
            Markup.Of($"{(i == 0 ? "" : "; ")}{Prose.Inside(run.Name(s.Stage))} {Prose.Figure(s.Then, Measure.Percent)}{Against(run, s.Now)}"));
        int emptier = stages.Count(s => s.Change.IsBelow(-SmallestChange)), fuller = stages.Count(s => s.Change.IsAbove(SmallestChange));
        int unclear = stages.Length - emptier - fuller;
        Markup text = Markup.Of($"The slackest stages in {h.Near}, by use of usable capacity: {slackest}. ");
        string clause = "";
        if (h.Near > h.First)
        {
            string all = run.Completed == 1 ? "" : " in every future";
            string[] parts =
            [
                .. emptier > 0 ? [$"falls{all} at {Prose.CountInWords(emptier)}"] : Array.Empty<string>(),
                .. fuller > 0 ? [$"rises{all} at {Prose.CountInWords(fuller)}"] : Array.Empty<string>(),
                .. unclear > 0 ? [$"is too close to call at {Prose.CountInWords(unclear)}"] : Array.Empty<string>(),
            ];
            text += Markup.Of($"Of {Prose.CountInWords(stages.Length)} stages, use of capacity {Prose.List(parts)}. ");
            clause = (emptier, fuller) switch
            {
                (0, 0) => "whether capacity fills or empties is too close to call",
                _ when emptier > fuller => $"more capacity stands idle than in {h.First} at {Prose.CountInWords(emptier)} of {Prose.CountInWords(stages.Length)} stages",
                _ when fuller > emptier => $"capacity is better used than in {h.First} at {Prose.CountInWords(fuller)} of {Prose.CountInWords(stages.Length)} stages",
                _ => "capacity fills at some stages and empties at as many",
            };
        }

        return new Finding("Capacity", text + Prose.Tag(Standing.Predicted), clause);
    }

    private static Finding? Stock(RunReading run)
    {
        Horizon h = run.Horizon;
        (string Stage, Band Then)[] stages = [.. run.Stages.Select(s => (s, run.Chain.CoverIn(h.Near, s))).Where(s => !s.Item2.IsMissing)];
        if (stages.Length == 0) return null;
        (string stage, Band then) = stages.MaxBy(s => s.Then.Median);
        double Total(int f, int year) => run.MaterialStages.Select(s => run.Chain.StockValue(f, h.Of(year), s)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Sum();
        Band change = run.Over(f => (Total(f, h.Near) / Total(f, h.First)) - 1);
        Markup text = Markup.Of($"Sellers hold most at the {Prose.Inside(run.Name(stage))} stage: {Prose.Figure(then, Measure.Months)} of orders in {h.Near}{Against(run, run.Chain.CoverIn(h.First, stage), Measure.Months)}. ");
        if (h.Near > h.First && !change.IsMissing)
        {
            text += change.IsAbove(0.02) || change.IsBelow(-0.02)
                ? Markup.Of($"At constant prices unsold stock {Span(run)} changes by {Prose.Figure(change, Measure.Percent, signed: true)}. ")
                : Markup.Of($"Whether unsold stock {Span(run)} grows is too close to call {Prose.Range(change, Measure.Percent, signed: true, also: " %")}. ");
        }

        return new Finding("Unsold stock", text + Prose.Tag(Standing.Predicted));
    }

    private static Markup Against(RunReading run, Band now, Measure? measure = null) => run.Horizon.Near > run.Horizon.First && !now.IsMissing
        ? Markup.Of($", against {Prose.Plain(now, measure ?? Measure.Percent)} in {run.Horizon.First}")
        : Markup.None;

    private static string Span(RunReading run) => run.MaterialStages.Count < 2
        ? "as a whole"
        : $"from {Prose.Inside(run.Name(run.MaterialStages[0]))} to {Prose.Inside(run.Name(run.MaterialStages[^1]))}";

    private sealed record StageUse(string Stage, Band Now, Band Then, Band Change)
    {
        public static StageUse Of(RunReading run, string stage)
        {
            Window first = run.Horizon.Of(run.Horizon.First), near = run.Horizon.Of(run.Horizon.Near);
            return new StageUse(stage, run.Chain.UtilisationIn(run.Horizon.First, stage), run.Chain.UtilisationIn(run.Horizon.Near, stage),
                run.Over(f => run.Chain.Utilisation(f, near, stage) - run.Chain.Utilisation(f, first, stage)));
        }
    }
}
