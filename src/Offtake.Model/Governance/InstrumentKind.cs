namespace Offtake.Model.Governance;

/// <summary>The levers of policy. Each acts through orders, cash, capacity, law or time, never on the outcome it is judged by.</summary>
public enum InstrumentKind
{
    /// <summary>A cap on the yearly output of facilities, in activity per year.</summary>
    ProductionQuota,

    /// <summary>One cap on the yearly tonnage of routes together, in units of their commodities.</summary>
    ExportQuota,

    /// <summary>A share of requested exports that licences hold up.</summary>
    ExportLicence,

    /// <summary>A tax on the landed value of imports, as a share.</summary>
    Tariff,

    /// <summary>A tax on the value of exports, as a share.</summary>
    ExportDuty,

    /// <summary>A share of a route that is closed.</summary>
    Embargo,

    /// <summary>A price for contained product that the state tops up to, in USD per unit.</summary>
    PriceFloor,

    /// <summary>A share of processing cost that the state pays.</summary>
    ProductionCredit,

    /// <summary>Amount a year that the state buys into its reserve.</summary>
    Stockpile,

    /// <summary>A share of the price that the state pays for the user: consumer subsidy or trade-in.</summary>
    DemandSubsidy,

    /// <summary>A share of facilities' capacity that is shut.</summary>
    Closure,

    /// <summary>A production quota that is reviewed by the price and the orders of one market; its strength is the weight of the price.</summary>
    QuotaResponse,

    /// <summary>Guaranteed purchase: a share of a city's revenue spent a month on goods for the uses it names, beside what it would buy anyway.</summary>
    OfftakeContract,

    /// <summary>Share a year of the gap between a city's fleet and the fleet that covers its service which is ordered beside what the city would buy anyway.</summary>
    UrbanDeployment,

    /// <summary>A share of what users who make goods pay for an input made in their own region that a treasury gives back.</summary>
    InputTaxCredit,

    /// <summary>A share of what is asked for in a market that must not come over the routes it names: recycled- or domestic-content rule.</summary>
    ContentRule,

    /// <summary>A share of the cost of new capacity that the state pays: grant, or the grant inside a cheap loan.</summary>
    CapacityGrant,

    /// <summary>USD a year that a state fund means to raise and put into new capacity of the facilities it names.</summary>
    GuidanceFund,

    /// <summary>A share of capacity that is closed for good a year against compensation: restructuring or merger.</summary>
    Restructuring,

    /// <summary>A share by which a standard for clean processing raises unit cost and lowers what is left behind.</summary>
    ProcessStandard,

    /// <summary>A factor above one by which permits and building take longer where knowledge may not be exported to.</summary>
    TechnologyBan,

    /// <summary>Share of a state reserve that is sold a month.</summary>
    ReserveRelease,

    /// <summary>Months of cover that users of a good must hold beside what they would hold anyway.</summary>
    ReserveDuty,

    /// <summary>A share by which research outlay of a region grows.</summary>
    ResearchGrant,

    /// <summary>A share by which places on pilot platforms grow.</summary>
    PilotPlatform,

    /// <summary>A share of projects that would fail for want of a partner and do not.</summary>
    ResearchMatching,

    /// <summary>A share of the time of every stage that services for projects save.</summary>
    CorridorServices,

    /// <summary>Housing for skilled workers: a share by which the net growth that training allows rises.</summary>
    TalentHousing,

    /// <summary>Months saved between decision and permit.</summary>
    PermitTrack,

    /// <summary>A share of capacity that state firms run whatever the margin because they are scored on it.</summary>
    TargetEvaluation,

    /// <summary>A share of an institution's compliance that is lost while its head is replaced.</summary>
    ExecutiveTurnover,

    /// <summary>An inspection campaign down a chain of command; rival readings of what it does are its numbers.</summary>
    InspectionCampaign,

    /// <summary>A share of another institution's orders that a higher level blocks.</summary>
    Veto,
}
