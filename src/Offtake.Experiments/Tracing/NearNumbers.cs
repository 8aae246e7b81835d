using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>The numbers that stand nearest to a measurement: those of the rows it looks at, of what makes and uses them there, and the rules that its equations read.</summary>
internal static class NearNumbers
{
    /// <summary>The numbers, in the order of the ledger.</summary>
    public static IEnumerable<Parameter> Of(Measurement measured, Scenario scenario)
    {
        ValueChain chain = scenario.Chain;
        HashSet<string> keys = Keys(measured, scenario), places = Places(measured, chain);
        HashSet<string> regions = [.. chain.Regions.Select(r => r.Id)];
        bool isOfOneResidue = measured.Variable == ChainVariable.ResidueLeft && measured.Of.Count > 0;
        IReadOnlyList<string> reads = VariableMakers.Of(measured.Variable).Reads;
        return scenario.Chain.Evidence.Parameters.Where(p =>
        {
            string[] parts = p.Id.Split('/');
            if (reads.Any(r => ParameterPattern.Fits(r, p.Id))) return true;
            if (!parts.Skip(1).Any(keys.Contains)) return false;
            if (isOfOneResidue && parts[0] == "residues" && !parts.Any(measured.Of.Contains)) return false;
            return places.Count == 0 || !parts.Skip(1).Any(regions.Contains) || parts.Skip(1).Any(places.Contains);
        });
    }

    // Rows that name a region count only where it is one of these; none where it does not matter.
    private static HashSet<string> Places(Measurement measured, ValueChain chain) => measured.In.Count + measured.To.Count == 0
        ? []
        : [.. measured.In, .. measured.To, .. chain.Cities.Where(c => measured.In.Contains(c.Id)).Select(c => chain.Regions[c.Region].Id)];

    private static HashSet<string> Keys(Measurement measured, Scenario scenario)
    {
        ValueChain chain = scenario.Chain;
        int[] rows = Selection.Of(chain, measured);
        IEnumerable<string> found = Selection.RowsOf(measured.Variable) switch
        {
            Selection.Rows.Markets => OfMarkets([.. rows.Select(m => (chain.Markets[m].Commodity, chain.Markets[m].Region))], chain),
            Selection.Rows.Routes => rows.Select(q => chain.Commodities[chain.Routes[q].Commodity].Id).Distinct(),
            Selection.Rows.Uses => rows.SelectMany(k => OfUse(chain.Uses[k], chain)),
            Selection.Rows.Facilities => rows.SelectMany(f => OfFacility(chain.Facilities[f], chain)),
            Selection.Rows.Cities => rows.SelectMany(c => chain.Uses.Where(u => u.City == c).Select(u => u.Id).Prepend(chain.Cities[c].Id)),
            Selection.Rows.Payers => [],
            _ => rows.SelectMany(r => OfRegion(r, measured, chain)),
        };
        return [.. found, .. Selection.IsOfLevers(measured.Variable) ? Deciding(Selection.Levers(chain, measured), scenario).Select(i => i.Id) : []];
    }

    /// <summary>The institutions that are named, by themselves or by an instrument; all of them when none is.</summary>
    public static IEnumerable<Institution> Deciding(IReadOnlyList<string> named, Scenario scenario) =>
        scenario.Institutions.Where(i => named.Count == 0 || named.Contains(i.Id) || i.Reach.Any(r => named.Contains(InstrumentName.Of(r.Instrument))));

    private static IEnumerable<string> OfMarkets(HashSet<(int Commodity, int Region)> markets, ValueChain chain) =>
    [
        .. markets.Select(m => chain.Commodities[m.Commodity].Id).Distinct(),
        .. chain.Facilities.Where(f => Makes(chain.Processes[f.Process]).Any(c => markets.Contains((c, f.Region)))).SelectMany(f => OfFacility(f, chain)),
        .. chain.Uses.Where(u => markets.Contains((u.Commodity, u.Region))).SelectMany(u => OfUse(u, chain)),
    ];

    private static IEnumerable<int> Makes(Process process) => [process.Output, .. process.Shares.Select(s => s.Commodity), .. process.Yields.Select(y => y.Commodity)];

    private static IEnumerable<string> OfFacility(Facility facility, ValueChain chain) => [facility.Id, chain.Processes[facility.Process].Id];

    private static IEnumerable<string> OfUse(Use use, ValueChain chain) =>
        [use.Id, chain.Commodities[use.Commodity].Id, chain.Drivers[use.Driver].Id, .. use.City is { } c ? [chain.Cities[c].Id] : Array.Empty<string>()];

    private static IEnumerable<string> OfRegion(int region, Measurement measured, ValueChain chain) => measured.Variable == ChainVariable.ResidueLeft
        ? chain.Facilities.Where(f => f.Region == region && (chain.Residues?.Rates ?? []).Any(r => r.Process == f.Process && (measured.Of.Count == 0 || measured.Of.Contains(chain.Residues!.Residues[r.Residue].Id)))).SelectMany(f => OfFacility(f, chain))
        : chain.Cities.Where(c => c.Region == region).Select(c => c.Id).Prepend(chain.Regions[region].Id);
}
