using Offtake.World.Tables;
using Offtake.Model.Governance;
using Offtake.World.Institutions;

namespace Offtake.World.Scenarios;

/// <summary>The rules of all instruments, one row a kind. Readers, schema and reference page are made from it.</summary>
internal static class InstrumentRules
{
    // A tax of ten times the value is taken for a percentage written as a number.
    private const double HighestTax = 10.0;
    private const double AnyAmount = double.PositiveInfinity;

    // A gap that is closed twelve times a year is closed every month.
    private const double FastestDeployment = 12.0;
    private const double LongestMonths = 240.0;

    private static readonly IReadOnlyList<string> Demand = [TermRules.CrowdingOut, TermRules.PullForward, TermRules.PullForwardMonths];
    private static readonly IReadOnlyList<string> Replicated = [TermRules.Cities, TermRules.ReplicationGain];
    private static readonly IReadOnlyList<string> Inspected = [TermRules.Pressure, TermRules.Hurdle, TermRules.ProjectLoss];

    /// <summary>Names of the instruments that institutions may reach for.</summary>
    public static IReadOnlyCollection<string> OfInstitutions { get; } = [.. EnumText.All<InstrumentKind>().Where(name => EnumText.TryParse(name, out InstrumentKind kind) && !Of(kind).IsOfCalendar)];

    /// <summary>The rule of a kind.</summary>
    public static InstrumentRule Of(InstrumentKind instrument) => instrument switch
    {
        InstrumentKind.ProductionQuota => new("a cap on the yearly output of mines together", [TargetKind.Facility], 0.0, AnyAmount, "year") { IsLeastExcluded = true, IsOfMines = true, IsCap = true },
        InstrumentKind.ExportQuota => new("one cap on the yearly tonnage of routes together", [TargetKind.Route], 0.0, AnyAmount, "year") { IsLeastExcluded = true, IsCap = true },
        InstrumentKind.ExportLicence => new("share of requested exports that licences hold up", [TargetKind.Route], 0.0, 1.0, "share"),
        InstrumentKind.Tariff => new("tax on the landed value of imports", [TargetKind.Route], 0.0, HighestTax, "share"),
        InstrumentKind.ExportDuty => new("tax on the value of exports", [TargetKind.Route], 0.0, HighestTax, "share"),
        InstrumentKind.Embargo => new("share of a route that is closed", [TargetKind.Route], 0.0, 1.0, "share"),
        InstrumentKind.PriceFloor => new("price of one contained product that the state tops up to, for what mines make", [TargetKind.Facility, TargetKind.Commodity], 0.0, AnyAmount, "USD") { NeedsAll = true, One = TargetKind.Commodity, IsOfMines = true },
        InstrumentKind.ProductionCredit => new("share of processing cost that the state pays", [TargetKind.Facility], 0.0, 1.0, "share"),
        InstrumentKind.Stockpile => new("amount a year that the state buys into its reserve", [TargetKind.Market], 0.0, AnyAmount, "year"),
        InstrumentKind.DemandSubsidy => new("share of the price that the state pays for the user", [TargetKind.Use], 0.0, 1.0, "share") { Needs = Demand, Knows = Demand },
        InstrumentKind.Closure => new("share of capacity that is shut", [TargetKind.Facility], 0.0, 1.0, "share"),
        InstrumentKind.QuotaResponse => new("weight of the price in a quota of mines that is reviewed by one market", [TargetKind.Facility, TargetKind.Market], 0.0, AnyAmount, "log") { NeedsAll = true, One = TargetKind.Market, IsLeastExcluded = true, IsOfMines = true, IsOfCalendar = true },
        InstrumentKind.OfftakeContract => new("guaranteed purchase: share of a city's revenue spent on goods beside what it would buy anyway", [TargetKind.Use], 0.0, 1.0, "share") { IsOfCities = true, IsOfInstitutions = true, Needs = Demand, Knows = [.. Demand, .. Replicated] },
        InstrumentKind.UrbanDeployment => new("share a year of the gap between a city's fleet and the fleet that covers its service that is ordered", [TargetKind.Use], 0.0, FastestDeployment, "share") { IsOfCities = true, IsOfServices = true, IsOfInstitutions = true, Needs = Demand, Knows = [.. Demand, .. Replicated] },
        InstrumentKind.InputTaxCredit => new("share of what makers pay for an input made in their own region that its treasury gives back", [TargetKind.Market], 0.0, 1.0, "share"),
        InstrumentKind.ContentRule => new("share of what is asked for that must not come over these routes", [TargetKind.Route], 0.0, 1.0, "share"),
        InstrumentKind.CapacityGrant => new("share of the cost of new capacity that the state pays", [TargetKind.Facility], 0.0, 1.0, "share"),
        InstrumentKind.GuidanceFund => new("money a year that a state fund means to raise and put into new capacity", [TargetKind.Facility], 0.0, AnyAmount, "USD") { IsOfInstitutions = true, Knows = [TermRules.Leverage] },
        InstrumentKind.Restructuring => new("share of capacity closed for good a year against compensation", [TargetKind.Facility], 0.0, 1.0, "share") { Knows = [TermRules.Compensation] },
        InstrumentKind.ProcessStandard => new("share by which cleaner processing raises unit cost", [TargetKind.Facility], 0.0, HighestTax, "share") { Knows = [TermRules.ResidueRemoved] },
        InstrumentKind.TechnologyBan => new("factor by which permits and building take longer for those who need the knowledge", [TargetKind.Facility], 1.0, HighestTax, "factor"),
        InstrumentKind.ReserveRelease => new("share of the state's reserve that is sold a month", [TargetKind.Market], 0.0, 1.0, "share"),
        InstrumentKind.ReserveDuty => new("months of cover that users of a good hold beside their own", [TargetKind.Market], 0.0, LongestMonths, "month"),
        InstrumentKind.ResearchGrant => new("share by which research outlay grows", [TargetKind.Region], 0.0, HighestTax, "share"),
        InstrumentKind.PilotPlatform => new("share by which places on pilot platforms grow", [TargetKind.Region], 0.0, HighestTax, "share"),
        InstrumentKind.ResearchMatching => new("share of projects failing for want of a partner that do not", [TargetKind.Region], 0.0, 1.0, "share"),
        InstrumentKind.CorridorServices => new("share of the time of every stage that services save", [TargetKind.Region], 0.0, 1.0, "share"),
        InstrumentKind.TalentHousing => new("share by which the net growth of skilled workers that training allows rises", [TargetKind.Region], 0.0, HighestTax, "share"),
        InstrumentKind.PermitTrack => new("months saved between decision and permit", [TargetKind.Facility], 0.0, LongestMonths, "month"),
        InstrumentKind.TargetEvaluation => new("share of capacity that state firms run whatever the margin because they are scored on it", [TargetKind.Facility], 0.0, 1.0, "share"),
        InstrumentKind.ExecutiveTurnover => new("share of an institution's compliance that is lost while its head is replaced", [TargetKind.Institution], 0.0, 1.0, "share") { IsOfInstitutions = true },
        InstrumentKind.InspectionCampaign => new("share of a full inspection campaign; its own terms say what it does", [TargetKind.Facility], 0.0, 1.0, "share") { IsOfInstitutions = true, Knows = Inspected, ActsByTerms = true },
        InstrumentKind.Veto => new("share of another institution's orders that is blocked", [TargetKind.Institution], 0.0, 1.0, "share") { IsOfInstitutions = true },
        _ => throw new ArgumentOutOfRangeException(nameof(instrument), instrument, "This instrument has no rule; add one here."),
    };
}
