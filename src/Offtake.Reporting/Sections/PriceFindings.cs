using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the verdict says about what is short and what is in glut.</summary>
internal static class PriceFindings
{
    /// <summary>Price changes within this share of the first year's price are not called short or glut.</summary>
    private const double Quiet = 0.05;

    /// <summary>Writes the findings; none where no price was recorded.</summary>
    public static IEnumerable<Finding> Write(RunReading run)
    {
        string stage = run.InnerStages.FirstOrDefault() ?? "";
        Mover[] movers =
        [
            .. run.Market.Distinct("commodity").Where(c => run.Supply.StageOf(c) == stage)
                .Select(c => Mover.Of(run, c)).OfType<Mover>().Where(m => !m.Near.IsMissing).OrderByDescending(m => m.Near.Median),
        ];
        if (movers.Length == 0 || run.Horizon.Near == run.Horizon.First) yield break;
        Finding[] parts = movers.Length > 1 ? [Short(run, movers[0]), Glut(run, movers[^1])] : [Short(run, movers[0])];
        yield return new Finding(
            "Balance", Markup.Join(parts.Select(p => p.Text)) + Prose.Tag(Standing.Predicted), Prose.List([.. parts.Select(p => p.Clause).Where(c => c.Length > 0)]));
    }

    private static Finding Short(RunReading run, Mover mover)
    {
        string name = run.Name(mover.Commodity);
        (string claim, string clause) = (mover.Near.IsAbove(Quiet), mover.Near.Median > Quiet) switch
        {
            (true, _) => ($"{name} runs short", $"{Prose.Inside(name)} runs short"),
            (_, true) => ($"{name} tightens most, though not in every future", $"no shortage is certain, {Prose.Inside(name)} comes closest"),
            _ => ($"Nothing runs short; {Prose.Inside(name)} holds its price best", "nothing runs short"),
        };
        return new Finding("", Markup.Of($"{claim}: {Changes(run, mover)} "), clause);
    }

    private static Finding Glut(RunReading run, Mover mover)
    {
        string name = run.Name(mover.Commodity);
        Band disposed = run.Over(f => run.Market.Where("commodity", mover.Commodity).Sum(m => run.Market.Sum(f, run.Horizon.Of(run.Horizon.Near), m, "disposed_amount")));
        (string claim, string clause) = (mover.Near.IsBelow(-Quiet), mover.Near.Median < -Quiet) switch
        {
            (true, _) => ($"{name} piles up", $"{Prose.Inside(name)} piles up"),
            (_, true) => ($"{name} weakens most, though not in every future", ""),
            _ => ($"Nothing is in glut by its price; {Prose.Inside(name)} is weakest", ""),
        };
        Markup text = Markup.Of($"{claim}: {Changes(run, mover)} ");
        if (disposed.Median > 0)
        {
            Measure mass = Measure.OfTonnes(disposed.Median);
            text += Markup.Of($"Sellers dispose of {Prose.Figure(disposed, mass)} of it in {run.Horizon.Near}. ");
        }

        return new Finding("", text, clause);
    }

    private static Markup Changes(RunReading run, Mover mover)
    {
        Markup text = Markup.Of($"its price in {run.Name(mover.Region)} moves by {Prose.Figure(mover.Near, Measure.Percent, signed: true)} from {run.Horizon.First} to {run.Horizon.Near}");
        if (run.Horizon.Last > run.Horizon.Near) text += Markup.Of($" and by {Prose.Figure(mover.Last, Measure.Percent, signed: true)} to {run.Horizon.Last}");
        return text + new Markup(".");
    }

    private sealed record Mover(string Commodity, string Region, Band Near, Band Last)
    {
        public static Mover? Of(RunReading run, string commodity)
        {
            if (run.Supply.MainMaker(commodity) is not { } region || run.Supply.MarketOf(commodity, region) is not (>= 0 and var market)) return null;
            if (run.Market.Key(market, "pricing") == "formula") return null;
            double Price(int f, int year) => run.Market.Mean(f, run.Horizon.Of(year), market, "price_usd_per_unit");
            Band Change(int year) => run.Over(f => (Price(f, year) / Price(f, run.Horizon.First)) - 1);
            return new Mover(commodity, region, Change(run.Horizon.Near), Change(run.Horizon.Last));
        }
    }
}
