using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the verdict says about fleets and cities, to scale.</summary>
internal static class UseFindings
{
    /// <summary>Writes the findings; none where nothing was recorded.</summary>
    public static IEnumerable<Finding> Write(RunReading run)
    {
        if (Fleets(run) is { } fleets) yield return fleets;
        if (Cities(run) is { } cities) yield return cities;
    }

    private static Finding? Fleets(RunReading run)
    {
        if (run.Flows.Focus is not { } element) return null;
        int year = run.Horizon.Near;
        double Taken(int f, int y, string commodity) => FlowReading.SumOrMissing(
            run.Flows.Links.Where(l => l.ToKind == FlowReading.Use && FlowLink.What(l.From) == commodity), l => run.Flows.Content(f, y, l, element));
        (string Commodity, Band Mass)[] fleets =
        [
            .. run.Use.Entities.Where(u => HasFleet(run, u)).Select(u => run.Use.Key(u, "commodity")).Distinct()
                .Select(c => (c, run.Over(f => Taken(f, year, c)))).Where(c => c.Item2.Median > 0).OrderByDescending(c => c.Item2.Median).Take(2),
        ];
        if (fleets.Length == 0) return null;
        IEnumerable<Markup> parts = fleets.Select((c, i) =>
        {
            Band share = run.Over(f => Taken(f, year, c.Commodity) / run.Flows.WorldUse(f, year, element));
            return Markup.Of($"{(i == 0 ? "" : "; ")}{Prose.Inside(run.NameInUse(c.Commodity))} {Prose.Figure(c.Mass, Measure.OfTonnes(c.Mass.Median))}, {Prose.Bold(share, Measure.Percent)} of world use {Prose.Range(share, Measure.Percent)}");
        });
        return new Finding("Fleets", Markup.Of($"Goods with the most {Prose.Inside(run.Name(element))} in them, bought in {year}: {parts}. ") + Prose.Tag(Standing.Predicted));
    }

    private static Finding? Cities(RunReading run)
    {
        int year = run.Horizon.Near;
        IReadOnlyList<int> uses = run.Cities.Uses;
        if (uses.Count == 0) return null;
        double Mass(int f) => uses.Select(u => run.Cities.Content(f, year, u)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Sum();
        string[] carried = [.. run.Flows.Elements.Where(e => uses.Any(u => run.Futures.Any(f => run.Cities.Content(f, year, u, e) > 0)))];
        Band mass = run.Over(Mass), share = run.Over(f => Mass(f) / carried.Sum(e => run.Flows.WorldUse(f, year, e)));
        if (mass.IsMissing) return null;
        string[] names = [.. uses.Select(u => run.Use.Key(u, "city")).Distinct().Select(run.Name)];
        (string weight, string clause) = share switch
        {
            _ when share.IsBelow(CityReading.MaterialShare) => ("no material effect on any market", "what the cities buy has no material effect"),
            _ when share.IsAbove(CityReading.MaterialShare) => ("enough to matter", "what the cities buy matters"),
            _ => ("whether that matters is too close to call", ""),
        };
        Band idle = run.Over(f => uses.Select(u => run.Cities.ShareOfIdle(f, year, u)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max());
        Markup text = Markup.Of($"{(names.Length <= 4 ? Prose.List(names) : $"{Prose.Sentence(Prose.CountInWords(names.Length))} cities")} together buy goods that hold {Prose.Figure(mass, Measure.OfTonnes(mass.Median))} of the chain’s elements in {year}, {Prose.Bold(share, Measure.Percent)} of world use of the same elements {Prose.Range(share, Measure.Percent)}: {weight}. ");
        if (!idle.IsMissing) text += Markup.Of($"Where they weigh most they take {Prose.Figure(idle, Measure.Percent)} of what makers in their region leave idle. ");
        return new Finding("Cities", text + Prose.Tag(run.Cities.IsDemandMet(year) ? Standing.Imposed : Standing.Predicted), clause);
    }


    private static bool HasFleet(RunReading run, int use) =>
        run.Futures.Any(f => run.Use.End(f, run.Horizon.Of(run.Horizon.Near), use, "in_use_amount") > 0);
}
