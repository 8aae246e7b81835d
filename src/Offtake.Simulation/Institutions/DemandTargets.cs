using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions;

/// <summary>What demand levers may be aimed at.</summary>
internal static class DemandTargets
{
    /// <exception cref="InvalidOperationException">Levers aim at what they cannot reach; all of them at once.</exception>
    public static void Check(ChainLayout layout, IReadOnlyList<Directive> directives, IReadOnlyList<string> names)
    {
        string[] faults = [.. directives.SelectMany((d, i) => Faults(layout, d).Select(fault => $"Lever '{names[i]}' ({d.Instrument}) {fault}"))];
        if (faults.Length > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<string> Faults(ChainLayout layout, Directive directive)
    {
        if (directive.Instrument is not (InstrumentKind.OfftakeContract or InstrumentKind.UrbanDeployment or InstrumentKind.DemandSubsidy)) yield break;
        foreach (Target target in directive.Targets.Where(t => t.Kind != TargetKind.Use))
            yield return $"names {target.Kind} {target.Index}; it buys for uses: name uses.";
        if (directive.Instrument == InstrumentKind.DemandSubsidy) yield break;
        int[] uses = [.. directive.Targets.Where(t => t.Kind == TargetKind.Use).Select(t => t.Index)];
        if (uses.Length == 0) yield return "names no use; name uses of a city.";
        foreach (int k in uses.Where(k => layout.Uses[k].City is null))
            yield return $"names the use '{layout.Uses[k].Id}', for which no city pays; name uses of a city, or give the use a city.";
        string[] cities = [.. uses.Select(k => layout.Uses[k].City).OfType<int>().Distinct().Select(c => layout.Cities[c].Id)];
        if (cities.Length > 1) yield return $"names uses of several cities ({string.Join(", ", cities)}); give each city a lever of its own.";
        if (directive.Instrument != InstrumentKind.UrbanDeployment) yield break;
        foreach (int k in uses.Where(k => layout.Uses[k].Service is null))
            yield return $"names the use '{layout.Uses[k].Id}', which has no fleet that covers a service; give it a target, or use an offtake contract.";
    }
}
