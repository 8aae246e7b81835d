using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Bench;

/// <summary>A shipped scenario, and the same world grown to several times its size, to measure how time grows with it.</summary>
/// <remarks>Every copy has regions of its own and trades with the next copy on every route of posted goods as well. Commodities, recipes and drivers are shared.</remarks>
internal static class GrownWorld
{
    /// <summary>Reads a scenario of the checkout this program runs in.</summary>
    public static Scenario Read(string id)
    {
        string scenarios = FileFinder.Scenarios(AppContext.BaseDirectory) ?? throw new InvalidOperationException("No folder 'scenarios' above the program.");
        Reading<Scenario> reading = ScenarioReader.Read(scenarios, id, FileFinder.Worlds(AppContext.BaseDirectory)!);
        return reading.Value ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    /// <summary>The scenario with so many copies of its regions side by side; one copy is the scenario itself.</summary>
    public static Scenario Grow(Scenario scenario, int copies)
    {
        if (copies == 1) return scenario;
        ValueChain one = scenario.Chain;
        int regions = one.Regions.Count;
        int[] each = [.. Enumerable.Range(0, copies)];
        Route[] inside = [.. each.SelectMany(i => one.Routes.Select(q => q with { From = q.From + (i * regions), To = q.To + (i * regions) }))];
        Route[] between = [.. each.SelectMany(i => one.Routes.Where(q => one.Commodities[q.Commodity].Pricing == Pricing.Posted)
            .Select(q => q with { From = q.From + (i * regions), To = q.To + ((i + 1) % copies * regions) }))];
        ValueChain chain = one with
        {
            Regions = [.. each.SelectMany(i => one.Regions.Select(r => r with { Id = Named(r.Id, i) }))],
            Cities = [.. each.SelectMany(i => one.Cities.Select(c => c with { Id = Named(c.Id, i), Region = c.Region + (i * regions) }))],
            Facilities = [.. each.SelectMany(i => one.Facilities.Select(f => f with
            {
                Id = Named(f.Id, i), Region = f.Region + (i * regions), City = f.City is { } c ? c + (i * one.Cities.Count) : null,
            }))],
            Markets = [.. each.SelectMany(i => one.Markets.Select(m => m with { Region = m.Region + (i * regions), ValuesAt = m.ValuesAt is { } v ? v + (i * regions) : null }))],
            Routes = [.. inside, .. between],
            Uses = [.. each.SelectMany(i => one.Uses.Select(k => k with
            {
                Id = Named(k.Id, i), Region = k.Region + (i * regions), City = k.City is { } c ? c + (i * one.Cities.Count) : null,
                ClosingShare = k.ClosingShare is { } share ? Parted(share, copies, one.Evidence) : null,
            }))],
        };
        Measure[] calendar = [.. each.SelectMany(i => scenario.Calendar.Select(m => m with { Id = Named(m.Id, i), Targets = [.. m.Targets.Select(t => Moved(t, one, i))] }))];
        return scenario with { Chain = chain, Calendar = calendar };
    }

    private static string Named(string id, int copy) => copy == 0 ? id : $"{id}-{copy + 1}";

    private static Parameter Parted(Parameter share, int copies, EvidenceLedger evidence) =>
        Parameter.Sourced(share.Id, share.Value / copies, share.Unit, Spread.None(share.Value / copies), [evidence.Sources[0]], share.Address);

    private static Target Moved(Target target, ValueChain one, int copy) => target.Kind switch
    {
        TargetKind.Facility => target with { Index = target.Index + (copy * one.Facilities.Count) },
        TargetKind.Route => target with { Index = target.Index + (copy * one.Routes.Count) },
        TargetKind.Market => target with { Index = target.Index + (copy * one.Markets.Count) },
        TargetKind.Use => target with { Index = target.Index + (copy * one.Uses.Count) },
        _ => target,
    };
}
