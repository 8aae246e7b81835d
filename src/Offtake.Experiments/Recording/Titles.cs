using Offtake.Model.Chain;

namespace Offtake.Experiments.Recording;

/// <summary>Names for readers by id. An id that two lists share is named by the list that comes last: uses and facilities are the most particular.</summary>
internal static class Titles
{
    public static IReadOnlyDictionary<string, string> Of(ValueChain chain)
    {
        var titles = new Dictionary<string, string>();
        foreach (Element e in chain.Elements) titles[e.Id] = e.Title;
        foreach (Process p in chain.Processes) titles[p.Id] = p.Title;
        foreach (Residue r in chain.Residues?.Residues ?? []) titles[r.Id] = r.Title;
        foreach (Innovation i in chain.Research?.Innovations ?? []) titles[i.Id] = i.Title;
        foreach (Commodity c in chain.Commodities) titles[c.Id] = c.Title;
        foreach (Region r in chain.Regions) titles[r.Id] = r.Title;
        foreach (City c in chain.Cities) titles[c.Id] = c.Title;
        foreach (Facility f in chain.Facilities) titles[f.Id] = f.Title;
        foreach (Use k in chain.Uses) titles[k.Id] = k.Title;
        return titles;
    }
}
