using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.PlainText;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.History.Series;

/// <summary>What the words of a series' name stand for in a chain. Unknown words are reported where they are written.</summary>
internal sealed class Found(ChainLayout layout, string address, List<Problem> problems)
{
    /// <summary>Index of a region; -1 when unknown.</summary>
    public int Region(string id)
    {
        for (int r = 0; r < layout.Chain.Regions.Count; r++)
        {
            if (layout.Chain.Regions[r].Id == id) return r;
        }

        Report("unknown region", id, [.. layout.Chain.Regions.Select(r => r.Id), SeriesName.World]);
        return -1;
    }

    /// <summary>Markets of the commodities in the region, or in all regions.</summary>
    public int[] Markets(SeriesName name)
    {
        HashSet<int> commodities = [.. Commodities(name.Subject)];
        Func<int, bool> isThere = IsIn(name.Region);
        return Some(name, [.. Enumerable.Range(0, layout.Markets.Length).Where(m => commodities.Contains(layout.Markets[m].Commodity) && isThere(layout.Markets[m].Region))]);
    }

    /// <summary>Routes of the commodities that leave the region.</summary>
    public int[] RoutesFrom(SeriesName name)
    {
        HashSet<int> commodities = [.. Commodities(name.Subject)];
        int region = Region(name.Region);
        return Some(name, [.. Enumerable.Range(0, layout.Routes.Length).Where(q => commodities.Contains(layout.Routes[q].Commodity) && layout.Routes[q].From == region)]);
    }

    /// <summary>Uses by their own id or by commodity.</summary>
    public int[] Uses(SeriesName name)
    {
        Func<int, bool> isThere = IsIn(name.Region);
        string[] ids = Words(name.Subject);
        int[] named = [.. Enumerable.Range(0, layout.Uses.Length).Where(k => ids.Contains(layout.Uses[k].Id))];
        if (named.Length > 0) return Some(name, [.. named.Where(k => isThere(layout.Uses[k].Region))]);
        HashSet<int> commodities = [.. Commodities(name.Subject)];
        return Some(name, [.. Enumerable.Range(0, layout.Uses.Length).Where(k => commodities.Contains(layout.Uses[k].Commodity) && isThere(layout.Uses[k].Region))]);
    }

    /// <summary>Mines by id, or all of them, in some regions.</summary>
    public int[] Mines(string subject, Func<int, bool> isThere)
    {
        int[] mines = [.. Enumerable.Range(0, layout.Facilities.Length).Where(f => layout.DriveOf(layout.SectorOf[f]) == Drive.Margin)];
        foreach (string id in Words(subject).Where(id => !mines.Any(f => layout.Facilities[f].Id == id)))
            Report("unknown mine", id, [.. mines.Select(f => layout.Facilities[f].Id)]);
        return [.. mines.Where(f => isThere(layout.Facilities[f].Region) && (subject.Length == 0 ? IsRecorded(f) : Words(subject).Contains(layout.Facilities[f].Id)))];
    }

    // Statistics count the stage "mining". A world that keeps unrecorded mines apart gives their processes another stage.
    private bool IsRecorded(int facility) => layout.Processes[layout.Facilities[facility].Process].Stage == "mining";

    /// <summary>Reports a word with the nearest known one.</summary>
    public void Report(string what, string word, IReadOnlyCollection<string> known)
    {
        int colon = address.LastIndexOf(':');
        string file = colon > 0 ? address[..colon] : address;
        int line = colon > 0 && int.TryParse(address.AsSpan(colon + 1), out int number) ? number : 0;
        problems.Add(new Problem(Severity.Error, file, line, null, what, word, null, known.Count > 0 ? NearestName.Remedy(word, known) : "name exactly one"));
    }

    private IEnumerable<int> Commodities(string subject)
    {
        if (subject.Length == 0) return Enumerable.Range(0, layout.Commodities.Length);
        foreach (string id in Words(subject).Where(id => Array.FindIndex(layout.Commodities, c => c.Id == id) < 0))
            Report("unknown commodity", id, [.. layout.Commodities.Select(c => c.Id)]);
        return Words(subject).Select(id => Array.FindIndex(layout.Commodities, c => c.Id == id)).Where(c => c >= 0);
    }

    private Func<int, bool> IsIn(string region)
    {
        if (region == SeriesName.World) return _ => true;
        int index = Region(region);
        return r => r == index;
    }

    private int[] Some(SeriesName name, int[] members)
    {
        if (members.Length == 0 && problems.Count == 0) Report("the chain has nothing of this kind:", $"{name}", []);
        return members;
    }

    private static string[] Words(string subject) => subject.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
