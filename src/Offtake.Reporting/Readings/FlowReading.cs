namespace Offtake.Reporting.Readings;

/// <summary>One link along which content moved.</summary>
/// <param name="Index">Its row in the panel.</param>
/// <param name="From">Where it starts.</param>
/// <param name="FromKind">What that is: mine, market, sector, use.</param>
/// <param name="To">Where it ends.</param>
/// <param name="ToKind">What that is: market, sector, use, loss, recovery.</param>
/// <param name="Region">Region of the facility or user.</param>
/// <param name="Stage">Stage of the facility or user.</param>
internal sealed record FlowLink(int Index, string From, string FromKind, string To, string ToKind, string Region, string Stage)
{
    /// <summary>The part of an id before the place: what it is.</summary>
    public static string What(string id) => id.LastIndexOf('@') is var at and > 0 ? id[..at] : id;

    /// <summary>The part of an id after the place sign; empty when there is none.</summary>
    public static string Where(string id) => id.LastIndexOf('@') is var at and > 0 ? id[(at + 1)..] : "";
}

/// <summary>The yearly flow of content, link by link.</summary>
internal sealed class FlowReading
{
    /// <summary>Kind of an extraction site.</summary>
    public const string Mine = "mine";

    /// <summary>Kind of a commodity in a region.</summary>
    public const string Market = "market";

    /// <summary>Kind of a process in a region.</summary>
    public const string Sector = "sector";

    /// <summary>Kind of final demand.</summary>
    public const string Use = "use";

    /// <summary>Kind of a loss.</summary>
    public const string Loss = "loss";

    /// <summary>Kind of a link that brings swarf or collected goods to the market of a material.</summary>
    public const string Recovery = "recovery";

    private const string ColumnEnd = "_t";

    private readonly RunReading _run;
    private readonly Lazy<string?> _focus;
    private readonly Dictionary<string, string> _columnOf;
    private readonly Dictionary<(int Future, int Year, string Element), double> _worldUse = [];

    /// <summary>Reads the links of a run.</summary>
    public FlowReading(RunReading run)
    {
        _run = run;
        TableReading table = run.Flow;
        Elements = [.. table.Columns.Where(c => c.EndsWith(ColumnEnd, StringComparison.Ordinal)).Select(c => c[..^ColumnEnd.Length])];
        _columnOf = Elements.ToDictionary(e => e, e => e + ColumnEnd);
        Links = [.. table.Entities.Select(e => new FlowLink(
            e, table.Key(e, "from"), table.Key(e, "from_kind"), table.Key(e, "to"), table.Key(e, "to_kind"), table.Key(e, "region"), table.Key(e, "stage")))];
        _focus = new Lazy<string?>(FindFocus);
    }

    /// <summary>Ids of the elements, in file order.</summary>
    public IReadOnlyList<string> Elements { get; }

    /// <summary>All links.</summary>
    public IReadOnlyList<FlowLink> Links { get; }

    /// <summary>The element with the highest traded value in the first year; null when it cannot be told.</summary>
    public string? Focus => _focus.Value;

    /// <summary>Content of an element on a link in a year, in tonnes.</summary>
    public double Content(int future, int year, FlowLink link, string element) => _run.Flow.InYear(future, year, link.Index, _columnOf[element]);

    /// <summary>Content of all elements on a link in a year, in tonnes.</summary>
    public double Content(int future, int year, FlowLink link) => Elements.Sum(e => Content(future, year, link, e));

    /// <summary>What all final users took of an element in a year, in tonnes.</summary>
    public double WorldUse(int future, int year, string element)
    {
        if (_worldUse.TryGetValue((future, year, element), out double known)) return known;
        return _worldUse[(future, year, element)] = SumOrMissing(Links.Where(l => l.ToKind == Use), l => Content(future, year, l, element));
    }

    /// <summary>The sum over links; NaN when there is none.</summary>
    public static double SumOrMissing(IEnumerable<FlowLink> links, Func<FlowLink, double> content)
    {
        double sum = 0;
        bool any = false;
        foreach (FlowLink link in links)
        {
            sum += content(link);
            any = true;
        }

        return any ? sum : double.NaN;
    }

    /// <summary>
    /// Value of an element: first-year prices of the goods of the first stage after extraction times content that enters their markets.
    /// </summary>
    private string? FindFocus()
    {
        if (!_run.Flow.Exists || !_run.Market.Exists) return null;
        string stage = _run.InnerStages.FirstOrDefault(s => _run.Market.Where("stage", s).Any(m => _run.Market.Key(m, "pricing") != "formula")) ?? "";
        var value = Elements.ToDictionary(e => e, _ => 0.0);
        foreach (int market in _run.Market.Where("stage", stage))
        {
            string id = $"{_run.Market.Key(market, "commodity")}@{_run.Market.Key(market, "region")}";
            foreach (int future in _run.Futures)
            {
                double price = _run.Market.Mean(future, _run.Horizon.Of(_run.Horizon.First), market, "price_usd_per_unit");
                if (!double.IsFinite(price)) continue;
                foreach (FlowLink link in Links.Where(l => l.To == id && l.FromKind is Sector))
                {
                    foreach (string element in Elements)
                    {
                        double content = Content(future, _run.Horizon.First, link, element);
                        if (double.IsFinite(content)) value[element] += price * content;
                    }
                }
            }
        }

        return value.Count > 0 && value.Values.Max() > 0 ? value.MaxBy(v => v.Value).Key : Elements.FirstOrDefault();
    }
}
