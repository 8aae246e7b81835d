using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation;

/// <summary>The numbers of a value chain in one future: every parameter drawn once, laid out by index. They do not change during the walk.</summary>
/// <remarks>Yearly amounts are turned into monthly ones here. Months, shares and elasticities are bare doubles named for what they are.</remarks>
public sealed class ChainNumbers
{
    /// <summary>Draws the numbers of a future.</summary>
    public ChainNumbers(ChainLayout layout, ParameterDraw draw)
    {
        ValueChain chain = layout.Chain;
        Behaviour = new BehaviourNumbers(chain.Behaviour, draw);
        Vat = [.. chain.Regions.Select(r => draw.Of(r.Vat))];

        PostedPrice = [.. chain.Markets.Select(m => new UsdPerUnit(Optional(m.OpeningPrice, draw)))];
        CoverMonths = [.. chain.Markets.Select(m => Optional(m.CoverMonths, draw))];
        Beta = [.. chain.Markets.Select(m => Optional(m.Beta, draw))];
        FloorShare = [.. chain.Markets.Select(m => Optional(m.FloorShare, draw))];
        PayableShare = [.. chain.Markets.Select(m => Optional(m.PayableShare, draw))];
        DisposalCoverMonths = [.. chain.Markets.Select(m => Optional(chain.Commodities[m.Commodity].DisposalCoverMonths, draw))];

        Freight = [.. chain.Routes.Select(q => new UsdPerUnit(draw.Of(q.FreightUsdPerUnit)))];
        TransitMonths = [.. chain.Routes.Select(q => (int)Math.Round(draw.Of(q.TransitMonths)))];
        RouteWeight = [.. chain.Routes.Select(q => draw.Of(q.Weight))];

        OpeningActivity = [.. chain.Facilities.Select(f => new Amount(draw.Of(f.OpeningPerYear) / 12.0))];
        Capacity = [.. chain.Facilities.Select((f, i) => Amount.Max(new Amount(draw.Of(f.CapacityPerYear) / 12.0), f is { Starts: null, Driver: null } ? OpeningActivity[i] : Amount.Zero))];
        UnitCost = [.. chain.Facilities.Select(f => new UsdPerUnit(draw.Of(f.UnitCostUsd)))];
        TargetPressure = [.. chain.Facilities.Select(f => draw.Of(f.TargetPressure))];
        Basket = [.. chain.Facilities.Select(f => f.Ore is { } ore ? chain.Ores[ore].Shares.Select(draw.Of).ToArray() : [])];
        foreach (double[] basket in Basket) Normalise(basket);

        ExtractionRecovery = [.. layout.Sectors.Select(s => Optional(chain.Processes[s.Process].ExtractionRecovery, draw))];
        InputRate = [.. layout.Sectors.Select(s => chain.Processes[s.Process].Inputs.Select(i => draw.Of(i.Rate)).ToArray())];
        Share = [.. layout.Sectors.Select((s, i) => Shares(chain, s, layout.Recipes[i], draw))];
        Yield = [.. layout.Sectors.Select((s, i) => layout.Recipes[i].OutputCommodities
            .Select(c => chain.Processes[s.Process].Yields.FirstOrDefault(y => y.Commodity == c) is { } y ? draw.Of(y.AmountPerActivity) : double.NaN).ToArray())];

        ReferenceUse = [.. chain.Uses.Select(k => new Amount(Optional(k.AmountPerYear, draw) / 12.0))];
        ClosingShare = [.. chain.Uses.Select(k => Optional(k.ClosingShare, draw))];
        Elasticity = [.. chain.Uses.Select(k => draw.Of(k.Elasticity))];
        InputElasticity = [.. layout.Buyers.Select(b => OrZero(InputOf(chain, layout, b)?.Elasticity, draw))];
        ThriftMultiple = [.. layout.Buyers.Select(b => OrZero(InputOf(chain, layout, b)?.Thrift, draw))];
        Displaces = [.. layout.Substitutions.Select(x => draw.Of(x.Displaces))];
        LeadMonths = [.. layout.Sectors.Select(s => chain.Processes[s.Process].LeadMonths is { } lead ? draw.Of(lead) : Behaviour.InvestLeadMonths)];
        BuyerCoverMonths = [.. layout.Buyers.Select(b => b.Use >= 0 ? draw.Of(chain.Uses[b.Use].CoverMonths) : Behaviour.MakerCoverMonths)];
        CollectedShare = [.. chain.Uses.Select(k => Optional(k.Life?.CollectedShare, draw))];
        LifeMeanYears = [.. chain.Uses.Select(k => Optional(k.Life?.MeanYears, draw))];
        LifeSdYears = [.. chain.Uses.Select(k => Optional(k.Life?.SdYears, draw))];
        RunningCost = [.. chain.Uses.Select(k => new UsdPerUnit(Optional(k.Service?.RunningCostUsdPerUnitYear, draw)))];
        ServiceTarget = [.. chain.Uses.Select(k => new Amount(Optional(k.Service?.TargetAmount, draw)))];

        CityRevenue = [.. chain.Cities.Select(c => new Usd(draw.Of(c.RevenueUsdPerYear) / 12.0))];
        CityDeploymentShare = [.. chain.Cities.Select(c => draw.Of(c.DeploymentShare))];
        CityOpeningDebt = [.. chain.Cities.Select(c => new Usd(draw.Of(c.OpeningDebtUsd)))];
        CityDebtCeiling = [.. chain.Cities.Select(c => new Usd(draw.Of(c.DebtCeilingShare) * draw.Of(c.RevenueUsdPerYear)))];

        Finance = chain.Finance is { } money ? new FinanceNumbers(layout, this, money, draw) : null;
        CityGrowthPerYear = [.. chain.CityFinance.Select(c => OrZero(c.GrowthPerYear, draw))];

        GrowthError = [.. chain.Drivers.Select(d => draw.Of(d.GrowthError))];
        ShockSigma = [.. chain.Drivers.Select(d => draw.Of(d.ShockSigma))];
        ShockPersistence = [.. chain.Drivers.Select(d => draw.Of(d.ShockPersistence))];
        OptionalTables = new OptionalNumbers(chain, draw);
        SeasonFactor = [.. chain.Seasons.Select(s => Nature.Seasons.Drawn(s, draw))];
        DriverValue = [.. chain.Drivers.Select(d => d.Values.Select(v => draw.Of(v.Value)).ToArray())];
    }

    /// <summary>Scalars of behaviour.</summary>
    public BehaviourNumbers Behaviour { get; }

    /// <summary>Value-added tax by region, as a share of the net price.</summary>
    public double[] Vat { get; }

    /// <summary>Price given at the opening by market; NaN where it is landed or set by formula.</summary>
    public UsdPerUnit[] PostedPrice { get; }

    /// <summary>Sellers' target cover by market, months; NaN for formula markets.</summary>
    public double[] CoverMonths { get; }

    /// <summary>Price response to cover by market.</summary>
    public double[] Beta { get; }

    /// <summary>Floor as a share of the opening price; NaN for none.</summary>
    public double[] FloorShare { get; }

    /// <summary>Payable share of the netback by formula market.</summary>
    public double[] PayableShare { get; }

    /// <summary>Cover above which sellers dispose of stock, months; NaN for never.</summary>
    public double[] DisposalCoverMonths { get; }

    /// <summary>Freight by route.</summary>
    public UsdPerUnit[] Freight { get; }

    /// <summary>Whole months under way by route.</summary>
    public int[] TransitMonths { get; }

    /// <summary>Opening weight by route.</summary>
    public double[] RouteWeight { get; }

    /// <summary>Activity a month at the opening, by facility.</summary>
    public Amount[] OpeningActivity { get; }

    /// <summary>Capacity a month by facility, at a value of one of its driver if it has one; without a driver never below what it is known to run at the opening.</summary>
    public Amount[] Capacity { get; }

    /// <summary>Processing cost per unit of activity by facility.</summary>
    public UsdPerUnit[] UnitCost { get; }

    /// <summary>Share of quota run whatever the margin, by facility.</summary>
    public double[] TargetPressure { get; }

    /// <summary>Composition of the ore by facility and element, summing to one; empty unless a mine.</summary>
    public double[][] Basket { get; }

    /// <summary>Recovery in mining by sector; NaN unless mines.</summary>
    public double[] ExtractionRecovery { get; }

    /// <summary>Amount taken in per unit of activity, by sector and input. Closing rates are set at the opening.</summary>
    public double[][] InputRate { get; }

    /// <summary>Share of entering content by sector, output and element.</summary>
    public double[][][] Share { get; }

    /// <summary>Amount made per unit of activity by sector and output; NaN for commodities counted by content.</summary>
    public double[][] Yield { get; }

    /// <summary>Reference demand a month by use; NaN where it closes a balance, until the opening sets it.</summary>
    public Amount[] ReferenceUse { get; }

    /// <summary>Share of the residual that a closing use takes.</summary>
    public double[] ClosingShare { get; }

    /// <summary>Price elasticity by use, positive.</summary>
    public double[] Elasticity { get; }

    /// <summary>Price elasticity of a maker's input rate, by buyer; 0 for inputs that cannot be done without, and for final uses.</summary>
    public double[] InputElasticity { get; }

    /// <summary>Thrifting speed as a multiple of the general one, by buyer; 0 for those who do not thrift.</summary>
    public double[] ThriftMultiple { get; }

    /// <summary>Amount of the displaced input that one unit of its substitute does the work of, by substitution.</summary>
    public double[] Displaces { get; }

    /// <summary>Months from decision to first output, by sector.</summary>
    public double[] LeadMonths { get; }

    /// <summary>Users' target cover by buyer, months.</summary>
    public double[] BuyerCoverMonths { get; }

    /// <summary>Share of retired goods collected, by use; NaN without a life.</summary>
    public double[] CollectedShare { get; }

    /// <summary>Mean life by use, years.</summary>
    public double[] LifeMeanYears { get; }

    /// <summary>Standard deviation of life by use, years.</summary>
    public double[] LifeSdYears { get; }

    /// <summary>Running cost a year by city use.</summary>
    public UsdPerUnit[] RunningCost { get; }

    /// <summary>Fleet that covers the service, by city use.</summary>
    public Amount[] ServiceTarget { get; }

    /// <summary>Revenue a month by city.</summary>
    public Usd[] CityRevenue { get; }

    /// <summary>Share of revenue for deployment by city.</summary>
    public double[] CityDeploymentShare { get; }

    /// <summary>Debt at the opening by city.</summary>
    public Usd[] CityOpeningDebt { get; }

    /// <summary>Debt ceiling by city.</summary>
    public Usd[] CityDebtCeiling { get; }

    /// <summary>Numbers of loans, taxes, default and capital; null where the world has none.</summary>
    public FinanceNumbers? Finance { get; }

    /// <summary>Real growth of revenue a year by city, 0 where a driver moves it; empty where revenue is constant.</summary>
    public double[] CityGrowthPerYear { get; }

    /// <summary>Standard deviation of yearly growth error by driver.</summary>
    public double[] GrowthError { get; }

    /// <summary>Standard deviation of the monthly shock by driver.</summary>
    public double[] ShockSigma { get; }

    /// <summary>Persistence of the monthly shock by driver.</summary>
    public double[] ShockPersistence { get; }

    /// <summary>Numbers of the tables a world may do without.</summary>
    public OptionalNumbers OptionalTables { get; }
    /// <summary>Multiples of the mean month by season, January first; their mean is one in every future.</summary>
    public double[][] SeasonFactor { get; }

    /// <summary>Values by driver, in the order of its years.</summary>
    public double[][] DriverValue { get; }

    private static ProcessInput? InputOf(ValueChain chain, ChainLayout layout, BuyerLink buyer) =>
        buyer.Sector >= 0 ? chain.Processes[layout.Sectors[buyer.Sector].Process].Inputs[buyer.Input] : null;

    // A response that a table leaves out is no response: a fact about the recipe, not a missing number.
    private static double OrZero(Parameter? parameter, ParameterDraw draw) => parameter is null ? 0.0 : draw.Of(parameter);

    private static double Optional(Parameter? parameter, ParameterDraw draw) => parameter is null ? double.NaN : draw.Of(parameter);

    private static void Normalise(double[] shares)
    {
        double sum = shares.Sum();
        for (int e = 0; e < shares.Length; e++) shares[e] /= sum;
    }

    /// <summary>Shares by output and element; drawn shares that add up to more than one are scaled to one, since content cannot be made.</summary>
    private static double[][] Shares(ValueChain chain, Sector sector, SectorRecipe recipe, ParameterDraw draw)
    {
        Process process = chain.Processes[sector.Process];
        var shares = new double[recipe.OutputCommodities.Length][];
        for (int o = 0; o < shares.Length; o++) shares[o] = new double[chain.Elements.Count];
        foreach (ContentShare share in process.Shares)
        {
            // A mine's recipe has one output, whatever its process names beside it.
            int output = Array.IndexOf(recipe.OutputCommodities, share.Commodity);
            if (output < 0) continue;
            double[] ofOutput = shares[output];
            double value = draw.Of(share.Share);
            if (share.Element is { } one) ofOutput[one] = value;
            else foreach (int e in chain.Commodities[share.Commodity].Elements) ofOutput[e] = value;
        }

        for (int e = 0; e < chain.Elements.Count; e++)
        {
            double sum = 0.0;
            foreach (double[] share in shares) sum += share[e];
            if (sum <= 1.0) continue;
            foreach (double[] share in shares) share[e] /= sum;
        }

        return shares;
    }
}
