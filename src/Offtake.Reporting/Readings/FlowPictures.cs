using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>A flow between two boxes of a picture over futures, in tonnes.</summary>
internal sealed record PictureLink(string From, string To, double Mean, Band Band);

/// <summary>The picture of one year. Its graph has the boxes of all years; those without flow in this year are empty.</summary>
internal sealed record FlowPicture(int Year, IReadOnlyList<PictureLink> Links, SankeyGraph Graph);

/// <summary>
/// The flow of one element in some years, simplified for the eye: makers by stage and region, users by what they use, markets taken out, and what
/// turns back to an earlier stage drawn as an end of its own. All years share boxes and layers, so that they can be compared.
/// </summary>
internal sealed class FlowPictures
{
    private const double SmallMine = 0.05;
    private const double SmallUse = 0.02;
    private const double SmallestLink = 0.002;
    private const double SmallestStock = 0.015;

    private readonly RunReading _run;
    private readonly FlowNaming _naming;

    /// <summary>Simplifies the flows of an element.</summary>
    public FlowPictures(RunReading run, string element, IReadOnlyList<int> years)
    {
        _run = run;
        HashSet<string> small = [];
        _naming = new FlowNaming(run, small);
        (int Year, Dictionary<(string From, string To), double>[] Futures)[] raw =
            [.. years.Select(y => (y, Recorded(element, y).Select(f => Contracted(f, element, y)).ToArray())).Where(y => y.Item2.Length > 0)];
        if (raw.Length == 0) return;

        Dictionary<(string From, string To), double> largest = Largest(raw.Select(y => MeanOf(y.Futures)));
        Total = largest.Where(l => FlowNaming.IsMine(l.Key.From)).Sum(l => l.Value);
        small.UnionWith(SmallOnes(largest));
        (int Year, PictureLink[] Links)[] gathered = [.. raw.Select(y => (y.Year, Gather([.. y.Futures.Select(Renamed)]).ToArray()))];
        var layers = new FlowLayers(_naming, Largest(gathered.Select(y => y.Links.ToDictionary(l => (l.From, l.To), l => l.Mean))));
        All = layers.Graph(layers.Links.Select(l => (l.Key.From, l.Key.To, l.Value)));
        Years = [.. gathered.Where(y => y.Links.Length > 0).Select(y => new FlowPicture(y.Year, y.Links, layers.Graph(y.Links.Select(l => (l.From, l.To, l.Mean)))))];
    }

    /// <summary>The pictures, in the order of the years asked for; empty when nothing was recorded.</summary>
    public IReadOnlyList<FlowPicture> Years { get; } = [];

    /// <summary>Every flow of any year at its largest, to order boxes by.</summary>
    public SankeyGraph All { get; } = new([], [], []);

    /// <summary>What was extracted in the fullest year, mean over futures, in tonnes.</summary>
    public double Total { get; }

    /// <summary>The name for readers of a box.</summary>
    public string NameOf(string node) => _naming.LongName(node);

    private IEnumerable<int> Recorded(string element, int year) =>
        _run.Futures.Where(f => _run.Flows.Links.Any(l => double.IsFinite(_run.Flows.Content(f, year, l, element))));

    private Dictionary<(string From, string To), double> Contracted(int future, string element, int year)
    {
        Dictionary<(string From, string To), double> links = [];
        foreach (FlowLink link in _run.Flows.Links)
        {
            double amount = _run.Flows.Content(future, year, link, element);
            if (!(amount > 0)) continue;
            (string, string) ends = (_naming.Origin(link), _naming.Destination(link));
            links[ends] = links.GetValueOrDefault(ends) + amount;
        }

        Contraction.Remove(links, FlowNaming.IsMarket);
        return links;
    }

    private IEnumerable<string> SmallOnes(Dictionary<(string From, string To), double> links) =>
        links.Where(l => FlowNaming.IsMine(l.Key.From)).GroupBy(l => l.Key.From).Where(m => m.Sum(l => l.Value) < SmallMine * Total)
            .Concat(links.Where(l => FlowNaming.IsUse(l.Key.To)).GroupBy(l => l.Key.To).Where(u => u.Sum(l => l.Value) < SmallUse * Total))
            .Select(g => g.Key);

    /// <summary>Merges small mines and uses, and ends what turns back.</summary>
    private Dictionary<(string From, string To), double> Renamed(Dictionary<(string From, string To), double> links)
    {
        Dictionary<(string From, string To), double> merged = [];
        foreach (((string from, string to), double amount) in links)
        {
            string target = _naming.TurnsBack(from, to) ? FlowNaming.Return(from, to) : FlowNaming.IsEnd(to) ? FlowNaming.EndBehind(to, from) : _naming.Merged(to);
            (string, string) ends = (from == Contraction.FromStock ? FlowNaming.StockFor(target) : _naming.Merged(from), target);
            if (ends.Item1 != ends.Item2) merged[ends] = merged.GetValueOrDefault(ends) + amount;
        }

        return merged;
    }

    private IEnumerable<PictureLink> Gather(Dictionary<(string From, string To), double>[] futures) => MeanOf(futures)
        .Where(l => l.Value >= (FlowNaming.IsStock(l.Key.From) || FlowNaming.IsStock(l.Key.To) ? SmallestStock : SmallestLink) * Total)
        .OrderByDescending(l => l.Value).ThenBy(l => l.Key.From, StringComparer.Ordinal).ThenBy(l => l.Key.To, StringComparer.Ordinal)
        .Select(l => new PictureLink(l.Key.From, l.Key.To, l.Value, Bands.Over(Enumerable.Range(0, futures.Length), f => futures[f].GetValueOrDefault(l.Key))));

    private static Dictionary<(string From, string To), double> MeanOf(Dictionary<(string From, string To), double>[] futures) =>
        futures.SelectMany(f => f).GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Sum(l => l.Value) / futures.Length);

    private static Dictionary<(string From, string To), double> Largest(IEnumerable<Dictionary<(string From, string To), double>> years) =>
        years.SelectMany(y => y).GroupBy(l => l.Key).ToDictionary(g => g.Key, g => g.Max(l => l.Value));
}
