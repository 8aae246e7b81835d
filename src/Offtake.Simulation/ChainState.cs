using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Labour;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Residues;

namespace Offtake.Simulation;

/// <summary>The state of a chain at the end of a month, as columns: what everybody holds, asks, expects and owes.</summary>
/// <remarks>It is not visible to institutions. Columns are indexed as in <see cref="ChainLayout"/>.</remarks>
public sealed class ChainState
{
    /// <summary>An empty state; <see cref="Opening.BalancedOpening"/> fills it.</summary>
    /// <param name="layout">Structure of the chain.</param>
    /// <param name="numbers">Numbers of one future.</param>
    /// <param name="paths">Drivers of that future.</param>
    /// <param name="monthsToWalk">Months walked at most.</param>
    /// <param name="accounts">Money accounts; null for those of a chain without funds.</param>
    public ChainState(ChainLayout layout, ChainNumbers numbers, DriverPaths paths, int monthsToWalk, MoneyAccounts? accounts = null)
    {
        int markets = layout.Markets.Length;
        int facilities = layout.Facilities.Length;
        int uses = layout.Uses.Length;
        int routes = layout.Routes.Length;
        Layout = layout;
        Holdings = new Holdings(layout);
        Accounts = accounts ?? new MoneyAccounts(layout);
        Money = new MoneyBook(Accounts.Count);
        Policies = new PoliciesInForce(layout);
        Months = new MonthFlows(layout);
        Reserves = new ReserveBook(layout);
        Fleets = new FleetBook(layout, numbers, paths, monthsToWalk);

        Price = new UsdPerUnit[markets];
        OpeningPrice = new UsdPerUnit[markets];
        ExpectedPrice = new UsdPerUnit[markets];
        TrendPrice = new UsdPerUnit[markets];
        SlowPrice = new UsdPerUnit[markets];
        CostBasis = new UsdPerUnit[markets];
        ExpectedOrders = new Amount[markets];
        Precaution = new double[markets];
        OwnSupplyShare = new double[markets];
        OpeningUnitCost = new UsdPerUnit[layout.Sectors.Length];
        OpeningYieldPerActivity = [.. layout.Recipes.Select(r => new double[r.OutputMarkets.Length])];
        OpeningOwnShare = new double[markets];

        PerceivedPrice = new UsdPerUnit[layout.Buyers.Length];
        OpeningPerceivedPrice = new UsdPerUnit[layout.Buyers.Length];
        NormalPrice = new UsdPerUnit[layout.Buyers.Length];
        LogIntensity = new double[layout.Buyers.Length];
        Intensity = new double[layout.Buyers.Length];
        Array.Fill(Intensity, 1.0);

        ReferenceUse = new Amount[uses];
        DemandShock = new double[uses];
        InputRate = [.. numbers.InputRate.Select(rates => rates.ToArray())];
        UnitCost = [.. numbers.UnitCost];
        ExtractionRecovery = [.. numbers.ExtractionRecovery];
        Share = [.. numbers.Share.Select(outputs => outputs.Select(elements => elements.ToArray()).ToArray())];
        Residues = layout.Chain.Residues is null ? null : new ResidueBook(layout, numbers.OptionalTables);
        Skills = layout.Chain.Workforce is null ? null : new SkilledWorkers(layout, numbers.OptionalTables);
        Experience = layout.Chain.Learning.Count == 0 ? null : new Experience(layout, numbers.OptionalTables);
        Projects = numbers.OptionalTables.Research is { } research ? new ProjectBook(layout, research) : null;
        StaffedShare = new double[facilities];
        Array.Fill(StaffedShare, 1.0);
        HabitualFlow = new Amount[routes];
        Rent = new UsdPerUnit[routes];

        Capacity = new Amount[facilities];
        DeploymentShare = new double[layout.Cities.Length];
        CityRevenue = [.. numbers.CityRevenue];
        Finance = numbers.Finance is null ? null : new FinanceState(layout);
        OpeningRate = new double[facilities];
        OpeningMargin = new double[facilities];
        Margin = new double[facilities];
        HurdleMargin = new double[facilities];
        MonthsBelow = new int[facilities];
        MonthsAbove = new int[facilities];
        OpenShare = new double[facilities];
        OutageShare = new double[facilities];
        Pipeline = new Amount[facilities * 3];
        UnderWayByAge = new Amount[routes * MaxTransit];
        ElementValue = new UsdPerUnit[layout.Sectors.Length * layout.ElementCount];
        ExportQuotaLeft = new Amount[routes];
        RentNow = new UsdPerUnit[routes];
        ServiceCoverage = new double[uses];
        ContractWeight = [.. numbers.RouteWeight];
        TradeMargin = new double[routes];
        Array.Fill(TradeMargin, 1.0);
        SupplyRatio = new double[markets];
        Array.Fill(SupplyRatio, 1.0);
        FullCapacity = new Amount[facilities];
        SeasonOfFacility = new double[facilities];
        SeasonOfUse = new double[uses];
        Array.Fill(SeasonOfFacility, 1.0);
        Array.Fill(SeasonOfUse, 1.0);
        LogSubstitution = new double[layout.Substitutions.Length];
    }

    internal const int MaxTransit = 3;

    /// <summary>How many draws of this future's numbers were rejected because they could not all be true at once (EVI-3).</summary>
    public int DrawsRejected { get; internal set; }

    /// <summary>The structure these columns belong to.</summary>
    public ChainLayout Layout { get; }

    /// <summary>Goods and their content.</summary>
    public Holdings Holdings { get; }

    /// <summary>Numbering of money accounts.</summary>
    public MoneyAccounts Accounts { get; }

    /// <summary>Balances.</summary>
    public MoneyBook Money { get; }

    /// <summary>Measures as they stand this month.</summary>
    public PoliciesInForce Policies { get; }

    /// <summary>Flows of the month under way or just ended.</summary>
    public MonthFlows Months { get; }

    /// <summary>What states hold in reserve.</summary>
    public ReserveBook Reserves { get; }

    /// <summary>Goods in use by age.</summary>
    public FleetBook Fleets { get; }

    /// <summary>Posted or formula price by market.</summary>
    public UsdPerUnit[] Price { get; }

    /// <summary>Multiple of the mean month by facility (NAT-4); one without a season.</summary>
    public double[] SeasonOfFacility { get; }

    /// <summary>Multiple of the mean month by use (DEM-10); one without a season.</summary>
    public double[] SeasonOfUse { get; }

    /// <summary>Price by market at the opening.</summary>
    public UsdPerUnit[] OpeningPrice { get; }

    /// <summary>Price that sellers take for normal, by market.</summary>
    public UsdPerUnit[] ExpectedPrice { get; }

    /// <summary>Trend against which users judge alarm, by market.</summary>
    public UsdPerUnit[] TrendPrice { get; }

    /// <summary>Slow average of price, by market.</summary>
    public UsdPerUnit[] SlowPrice { get; }

    /// <summary>Average cost of what reaches a formula market's pool.</summary>
    public UsdPerUnit[] CostBasis { get; }

    /// <summary>Orders a month that sellers expect, exports included, by market.</summary>
    public Amount[] ExpectedOrders { get; }

    /// <summary>Precaution by market: share by which users raise their target cover.</summary>
    public double[] Precaution { get; }

    /// <summary>Slow share of own production in supply, by market.</summary>
    public double[] OwnSupplyShare { get; }

    /// <summary>Cost per unit of activity at the opening by sector, feed at cost included.</summary>
    public UsdPerUnit[] OpeningUnitCost { get; }

    /// <summary>Amount of each output per unit of activity at the opening, by sector and output.</summary>
    public double[][] OpeningYieldPerActivity { get; }

    /// <summary>Share of own production in supply at the opening, by market: the share makers mean to hold.</summary>
    public double[] OpeningOwnShare { get; }

    /// <summary>Smoothed price by buyer.</summary>
    public UsdPerUnit[] PerceivedPrice { get; }

    /// <summary>Price by buyer at the opening, before any subsidy.</summary>
    public UsdPerUnit[] OpeningPerceivedPrice { get; }

    /// <summary>Price a buyer regards as normal; it follows the perceived price of those who can thrift (DEM-3) and stays that of the opening for all others.</summary>
    public UsdPerUnit[] NormalPrice { get; }

    /// <summary>Material intensity against the opening, price response included, by buyer.</summary>
    public double[] Intensity { get; }

    /// <summary>Log of what users have learned to need against the opening, by buyer.</summary>
    public double[] LogIntensity { get; }

    /// <summary>Reference demand a month at the opening, by use; closing uses included.</summary>
    public Amount[] ReferenceUse { get; }

    /// <summary>Log demand shock by use.</summary>
    public double[] DemandShock { get; }

    /// <summary>Amount taken in per unit of activity at opening intensity, by sector and input; closing rates included.</summary>
    public double[][] InputRate { get; }

    /// <summary>Processing cost per unit of activity by facility: as drawn, until learning (INV-6) or a project (RND-4) lowers it or a standard (OPS-7) raises it.</summary>
    public UsdPerUnit[] UnitCost { get; }

    /// <summary>Recovery in mining by sector, NaN unless mines: as drawn, until a project raises it.</summary>
    public double[] ExtractionRecovery { get; }

    /// <summary>Share of entering content by sector, output and element: as drawn, until a project raises it; the shares of an element never sum to more than one.</summary>
    public double[][][] Share { get; }

    /// <summary>Share of a facility's capacity that skilled workers can be found for (INV-5); one where nobody counts them.</summary>
    public double[] StaffedShare { get; }

    /// <summary>What has been left behind; null where the world has no table of residues.</summary>
    public ResidueBook? Residues { get; }

    /// <summary>Skilled workers by region; null where the world has no table of them.</summary>
    public SkilledWorkers? Skills { get; }

    /// <summary>What the world has made so far by process; null where the world has no table of learning.</summary>
    public Experience? Experience { get; }

    /// <summary>What institutions ordered and spent; null where only the calendar acts.</summary>
    public ProgrammeBook? Programmes { get; internal set; }

    /// <summary>Projects on their way; null where the world has no table of them.</summary>
    public ProjectBook? Projects { get; }

    /// <summary>Flow a month that trade on a route is used to.</summary>
    public Amount[] HabitualFlow { get; }

    /// <summary>Smoothed quota rent by route.</summary>
    public UsdPerUnit[] Rent { get; }

    /// <summary>Built capacity a month by facility; a dated project's counts from its start.</summary>
    public Amount[] Capacity { get; }

    /// <summary>Share of revenue a city deploys products with: the one drawn, or what its opening fleets cost it if that is more, for it has been paying that.</summary>
    public double[] DeploymentShare { get; }

    /// <summary>Revenue a month by city (FIN-3).</summary>
    public Usd[] CityRevenue { get; }

    /// <summary>What owners owe, build and are owed; null where the world has no rules of money.</summary>
    public FinanceState? Finance { get; }

    /// <summary>Utilisation at the opening by facility; the usual rate for those not yet started.</summary>
    public double[] OpeningRate { get; }

    /// <summary>Revenue over cost that the facility regards as its due.</summary>
    public double[] OpeningMargin { get; }

    /// <summary>Revenue over cost above which a facility adds capacity: the hurdle, or clearly more than it earned at the opening without adding any.</summary>
    public double[] HurdleMargin { get; }

    /// <summary>Smoothed revenue over cost by facility.</summary>
    public double[] Margin { get; }

    /// <summary>Months in a row below the closing ratio.</summary>
    public int[] MonthsBelow { get; }

    /// <summary>Months in a row above the reopening ratio.</summary>
    public int[] MonthsAbove { get; }

    /// <summary>Share of a facility's capacity that is open: one unless a mine is being closed.</summary>
    public double[] OpenShare { get; }

    /// <summary>Share of capacity lost to an outage.</summary>
    public double[] OutageShare { get; }

    /// <summary>Capacity being built, three stages a facility.</summary>
    public Amount[] Pipeline { get; }

    /// <summary>Amounts under way by route and months still to go.</summary>
    public Amount[] UnderWayByAge { get; }

    /// <summary>Net value of what a feed sector makes of one tonne of an element, by sector and element.</summary>
    public UsdPerUnit[] ElementValue { get; }

    /// <summary>What has accrued of each export quota since January and is not used, after this month's shipments; numbered as in <see cref="PoliciesInForce.ExportQuotaPerMonth"/>.</summary>
    public Amount[] ExportQuotaLeft { get; }

    /// <summary>Rent that holders of an export quota ask this month, by route; zero where no quota is in force.</summary>
    public UsdPerUnit[] RentNow { get; }

    /// <summary>Price at the destination over the landed price, at the opening, by route (PRI-7): what importers keep, or what keeps them out.</summary>
    public double[] TradeMargin { get; }

    /// <summary>Share of the release that takes each contract route.</summary>
    public double[] ContractWeight { get; }

    /// <summary>Fleet over the fleet that covers the service, by use; NaN where no service is covered.</summary>
    public double[] ServiceCoverage { get; }

    /// <summary>Made and arrived last month over what was asked for, by market (PRI-4); 1 at the opening and where there was neither.</summary>
    public double[] SupplyRatio { get; }

    /// <summary>Log of the ratio of an input's rate to that of the input it can stand in for, against the opening, by substitution.</summary>
    public double[] LogSubstitution { get; }

    /// <summary>Capacity a month at the opening by facility; at a value of one of its driver if it has one.</summary>
    public Amount[] FullCapacity { get; }
}
