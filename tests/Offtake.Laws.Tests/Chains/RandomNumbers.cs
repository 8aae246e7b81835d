namespace Offtake.Laws.Tests.Chains;

/// <summary>Sizes and prices of a random chain, chosen so that supply exceeds what products need by far and closing uses take the rest.</summary>
internal sealed class RandomNumbers
{
    private const double NeededShare = 0.4;
    private const double Recovery = 0.7;
    private const double PartShare = 1.4;

    // Recovery is at most 0.95, and recycling adds to it.
    private const double MoreThanAll = 1.8;

    private readonly ChainPlan _plan;

    public RandomNumbers(ChainPlan plan)
    {
        _plan = plan;
        Elements = [.. Enumerable.Range(0, plan.Elements).Select(e => $"e{e}")];
        Oxides = Group(Elements);
        BlankElements = HasClosingRate ? [.. Oxides[0].Elements, .. Oxides[1].Elements] : Oxides[0].Elements;
        MainRate = plan.Draw("main-rate", 0.15, 0.35);
        Prices = [.. Oxides.Select(o => (o.Oxide, PriceOfOxide(o.Oxide)))];
        double blank = 1.4 * MainRate * PriceOfOxide("oxide-0");
        Prices.Add(("blank", blank));
        if (plan.Stages > 1) Prices.Add(("part", blank * 1.8));
        for (int j = 0; j < plan.Products; j++) Prices.Add(($"product-{j}", PriceOf(Material) * PerProduct(j) * 2.5));
        ConcentrateValue = ValueOf([.. Elements.Select(_ => 1.0 / Elements.Length)]);
        double supply = 0.0;
        for (int r = 0; r < plan.Regions; r++)
        {
            for (int i = 0; i < plan.Mines; i++) supply += MineOpening(r, i) * Basket(r, i)[0] * Recovery;
        }

        NeededBlanks = NeededShare * supply / MainRate;
        Blanks = plan.ClosesThroughParts ? MoreThanAll * supply / MainRate : NeededBlanks;
    }

    public string[] Elements { get; }

    /// <summary>Oxides with the elements each contains; with three elements or more the last oxide holds two.</summary>
    public IReadOnlyList<(string Oxide, string[] Elements)> Oxides { get; }

    public string[] BlankElements { get; }

    /// <summary>Whether the second oxide is used up by the makers of blanks.</summary>
    public bool HasClosingRate => Oxides.Count > 1 && _plan.Elements > 2;

    /// <summary>What products are made from.</summary>
    public string Material => _plan.Stages > 1 ? "part" : "blank";

    public double MainRate { get; }

    /// <summary>Blanks made a year, roughly.</summary>
    public double Blanks { get; }

    public double ConcentrateValue { get; }

    /// <summary>Prices in the first region, in the order of making.</summary>
    public List<(string Good, double Price)> Prices { get; }

    private double NeededBlanks { get; }

    public double PriceOf(string good) => Prices.Find(p => p.Good == good).Price;

    public double PerProduct(int j) => _plan.Draw($"per-product-{j}", 0.001, 0.05);

    /// <summary>Yearly demand for a product in all regions.</summary>
    public double Demand(int j) => NeededBlanks / (_plan.Stages > 1 ? PartShare : 1.0) / _plan.Products / PerProduct(j);

    public double MineOpening(int r, int i) => Math.Round(_plan.Draw($"mine-opening-{r}-{i}", 2_000, 60_000));

    public double[] Basket(int r, int i)
    {
        // What makers of blanks must use up is scarce, or a blank would weigh less than what is in it.
        double[] parts = [.. Elements.Select(e => _plan.Draw($"ore-{r}-{i}-{e}", 0.2, 1.0) * (HasClosingRate && Oxides[1].Elements.Contains(e) ? 0.05 : 1.0))];
        return [.. parts.Select(p => p / parts.Sum())];
    }

    /// <summary>What the oxides in a tonne of concentrate fetch.</summary>
    public double ValueOf(double[] basket)
    {
        double value = 0.0;
        foreach ((string oxide, string[] elements) in Oxides)
        {
            foreach (string e in elements) value += basket[Array.IndexOf(Elements, e)] * Recovery * PriceOfOxide(oxide);
        }

        return value;
    }

    /// <summary>A region's share in something; shares of the full regions sum to one.</summary>
    public double Weight(string name, int r) =>
        _plan.Draw($"{name}-weight-{r}", 0.2, 1.0) / Enumerable.Range(0, _plan.FullRegions).Sum(x => _plan.Draw($"{name}-weight-{x}", 0.2, 1.0));

    private double PriceOfOxide(string oxide) => Math.Round(Math.Exp(_plan.Draw($"price-{oxide}", Math.Log(1e3), Math.Log(1e5))));

    private static List<(string, string[])> Group(string[] elements) => elements.Length < 3
        ? [.. elements.Select((e, i) => ($"oxide-{i}", new[] { e }))]
        : [.. elements.SkipLast(2).Select((e, i) => ($"oxide-{i}", new[] { e })), ($"oxide-{elements.Length - 2}", elements[^2..])];
}
