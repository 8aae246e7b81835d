namespace Offtake.Reporting.Readings;

/// <summary>
/// Keys of the boxes in a flow picture. A key is a kind and an id, split by a bar; ids come from the run. Boxes of the same kind and id are one.
/// </summary>
internal sealed class FlowNaming(RunReading run, IReadOnlySet<string> small)
{
    /// <summary>Style of users, who belong to no region here.</summary>
    public const int NeutralStyle = -2;

    private const string Other = "other";
    private readonly Dictionary<string, string> _regionOf = [];

    /// <summary>The box a link leaves.</summary>
    public string Origin(FlowLink link) => link.FromKind switch
    {
        FlowReading.Mine => Placed($"mine|{link.From}", link.Region),
        FlowReading.Market => $"market|{link.From}",
        FlowReading.Sector => Placed($"sector|{link.Stage}|{link.Region}", link.Region),
        _ => "retired|",
    };

    /// <summary>The box a link enters.</summary>
    public string Destination(FlowLink link) => link.ToKind switch
    {
        FlowReading.Market or FlowReading.Recovery => $"market|{link.To}",
        FlowReading.Sector => Placed($"sector|{link.Stage}|{link.Region}", link.Region),
        FlowReading.Use => $"use|{UseOf(link)}",
        _ => $"loss|{link.To}",
    };

    /// <summary>Whether a box is an extraction site.</summary>
    public static bool IsMine(string node) => node.StartsWith("mine|", StringComparison.Ordinal);

    /// <summary>Whether a box is a market.</summary>
    public static bool IsMarket(string node) => node.StartsWith("market|", StringComparison.Ordinal);

    /// <summary>Whether a box is a use.</summary>
    public static bool IsUse(string node) => node.StartsWith("use|", StringComparison.Ordinal);

    /// <summary>Whether a box ends a flow without using it: a loss, a return, an addition to stock.</summary>
    public static bool IsEnd(string node) =>
        node.StartsWith("loss|", StringComparison.Ordinal) || node.StartsWith("return|", StringComparison.Ordinal)
        || node.StartsWith(Contraction.IntoStock, StringComparison.Ordinal);

    /// <summary>Whether a box is an addition to or a release from stock.</summary>
    public static bool IsStock(string node) => node.StartsWith(Contraction.IntoStock, StringComparison.Ordinal) || node.StartsWith(Contraction.FromStock, StringComparison.Ordinal);

    /// <summary>A release from stock is drawn right before the stage it goes to, so each stage has its own.</summary>
    public static string StockFor(string to) => $"{Contraction.FromStock}|{(to.StartsWith("sector|", StringComparison.Ordinal) ? to.Split('|')[1] : "")}";

    /// <summary>Whether nothing leaves a box in the picture.</summary>
    public static bool IsTerminal(string node) => IsEnd(node) || IsUse(node);

    /// <summary>Place of a maker along the chain; sources come first.</summary>
    public int Order(string node) => node.StartsWith("sector|", StringComparison.Ordinal) ? run.Stages.IndexOf(node.Split('|')[1]) : -1;

    /// <summary>Whether a flow leads to the same or an earlier stage.</summary>
    public bool TurnsBack(string from, string to) => Order(from) >= 0 && Order(to) >= 0 && Order(to) <= Order(from);

    /// <summary>The end of a flow that turns back, one for each stage it comes from.</summary>
    public static string Return(string from, string to) => $"return|{from.Split('|')[1]}|{to.Split('|')[1]}";

    /// <summary>A loss is drawn right behind the stage where it happens, so each stage has its own.</summary>
    public static string EndBehind(string end, string from) =>
        $"{end}|{(IsMine(from) ? "0" : from.StartsWith("sector|", StringComparison.Ordinal) ? from.Split('|')[1] : "")}";

    /// <summary>The box that takes in a small one.</summary>
    public string Merged(string node) => !small.Contains(node) ? node : IsMine(node) ? Placed($"mine|{Other}|{_regionOf.GetValueOrDefault(node)}", _regionOf.GetValueOrDefault(node) ?? "") : $"use|{Other}|";

    /// <summary>The name of a stage's layer.</summary>
    public string StageName(string node) => run.Name(IsMine(node) ? run.Stages.FirstOrDefault() ?? "" : node.Split('|') is [_, var stage, ..] && stage.Length > 0 ? stage : "");

    /// <summary>Style of a box: that of its region, grey for ends, neutral for users.</summary>
    public int Style(string node) => IsUse(node) ? NeutralStyle : _regionOf.TryGetValue(node, out string? region) ? run.StyleOfRegion(region) : -1;

    /// <summary>The name beside a box in a layer that already names its stage.</summary>
    public string ShortName(string node, string layer)
    {
        string[] parts = node.Split('|');
        return parts[0] switch
        {
            "sector" => run.Name(parts[1]) == layer ? run.Name(parts[2]) : $"{run.Name(parts[1])}, {run.Name(parts[2])}",
            _ => LongName(node),
        };
    }

    /// <summary>The name of a box that stands alone.</summary>
    public string LongName(string node)
    {
        string[] parts = node.Split('|');
        return parts[0] switch
        {
            "mine" when parts is [_, Other, var region] => $"Other sites, {run.Name(region)}",
            "sector" => $"{run.Name(parts[1])}, {run.Name(parts[2])}",
            "use" when parts is [_, Other, _] => "Other uses",
            "return" => $"Back to {Lower(run.Name(parts[2]))}",
            "retired" => "Retired goods",
            "loss" when parts is [_, FlowReading.Loss, ""] => "Not collected",
            "loss" when parts is [_, FlowReading.Loss, ..] => "Lost",
            _ when node.StartsWith(Contraction.IntoStock, StringComparison.Ordinal) => "Into stock",
            _ when node.StartsWith(Contraction.FromStock, StringComparison.Ordinal) => "From stock",
            _ => run.Name(parts[1]),
        };
    }

    private static string Lower(string title) => title.Length > 0 ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    /// <summary>Goods of the last stage are shown as what they are; materials as what they are used for.</summary>
    private string UseOf(FlowLink link)
    {
        string commodity = FlowLink.What(link.From);
        return run.Market.Where("commodity", commodity).Any(m => run.Market.Key(m, "stage") == run.Stages[^1]) ? commodity : link.To;
    }

    private string Placed(string node, string region)
    {
        _regionOf[node] = region;
        return node;
    }
}
