namespace Offtake.Equilibrium.Reading;

/// <summary>What has been read of a file so far.</summary>
internal sealed class ProblemDraft(FaultList faults)
{
    /// <summary>Takes what is wrong.</summary>
    public FaultList Faults { get; } = faults;

    /// <summary>Names of the goods.</summary>
    public NameTable Goods { get; } = new("good");

    /// <summary>Names of the regions.</summary>
    public NameTable Regions { get; } = new("region");

    /// <summary>Units by good.</summary>
    public List<string> Units { get; } = [];

    /// <summary>Demand curves with the entry they came from.</summary>
    public List<(Curve Curve, YamlEntry Entry)> Demand { get; } = [];

    /// <summary>Supply curves with the entry they came from.</summary>
    public List<(Curve Curve, YamlEntry Entry)> Supply { get; } = [];

    /// <summary>Routes.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>False when some routes could not be read: to match none is then no news.</summary>
    public bool RoutesAreComplete { get; set; } = true;

    /// <summary>Quotas.</summary>
    public List<Quota> Quotas { get; } = [];

    /// <summary>Activities.</summary>
    public List<Activity> Activities { get; } = [];

    /// <summary>Market rules.</summary>
    public List<MarketRule> Rules { get; } = [];

    /// <summary>Regions named under a key; those not found have been reported.</summary>
    public int[] FindRegions(YamlEntry entry, string key) => Find(entry, key, Regions);

    /// <summary>Goods named under a key; all of them when the key is absent.</summary>
    public int[] FindGoods(YamlEntry entry, string key) => entry.Has(key) ? Find(entry, key, Goods) : [.. Goods.All];

    private int[] Find(YamlEntry entry, string key, NameTable names)
    {
        List<int> found = [];
        foreach ((string text, Place at) in entry.List(key))
        {
            int index = names.Find(text, at, Faults);
            if (index == NameTable.Nowhere) continue;
            if (found.Contains(index)) Faults.Add(at, "named twice:", text, null, "name it once");
            else found.Add(index);
        }

        return [.. found];
    }
}
