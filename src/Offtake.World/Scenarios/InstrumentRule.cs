using Offtake.Model.Governance;
using Offtake.World.Numbers;

namespace Offtake.World.Scenarios;

/// <summary>What an instrument may act on and how strong it can be.</summary>
/// <param name="Targets">Kinds of thing it acts on.</param>
/// <param name="Least">Smallest strength.</param>
/// <param name="Most">Largest strength.</param>
/// <param name="NeedsAll">Whether it needs at least one target of every kind, not just of one.</param>
/// <param name="One">The kind of which it takes exactly one target, if there is one.</param>
/// <param name="UnitWord">What the unit of its strength contains; empty where that is not known.</param>
/// <param name="IsLeastExcluded">Whether only strengths above the smallest are possible: a quota of nothing would be no quota, not a ban.</param>
internal sealed record InstrumentRule(
    IReadOnlyList<TargetKind> Targets, double Least, double Most, bool NeedsAll = false, TargetKind? One = null, bool IsLeastExcluded = false, string UnitWord = "")
{
    // A tax of ten times the value is taken for a percentage written as a number.
    private const double HighestTax = 10.0;

    private static readonly InstrumentRule ShareOfFacilities = new([TargetKind.Facility], 0.0, 1.0, UnitWord: "share");
    private static readonly InstrumentRule ShareOfRoutes = new([TargetKind.Route], 0.0, 1.0, UnitWord: "share");
    private static readonly InstrumentRule TaxOnRoutes = new([TargetKind.Route], 0.0, HighestTax, UnitWord: "share");

    /// <summary>The rule for an instrument.</summary>
    public static InstrumentRule Of(InstrumentKind instrument) => instrument switch
    {
        InstrumentKind.ProductionQuota => new([TargetKind.Facility], 0.0, double.PositiveInfinity, IsLeastExcluded: true, UnitWord: "year"),
        InstrumentKind.ExportQuota => new([TargetKind.Route], 0.0, double.PositiveInfinity, IsLeastExcluded: true, UnitWord: "year"),
        InstrumentKind.ExportLicence or InstrumentKind.Embargo => ShareOfRoutes,
        InstrumentKind.Tariff or InstrumentKind.ExportDuty => TaxOnRoutes,
        InstrumentKind.ProductionCredit or InstrumentKind.Closure => ShareOfFacilities,
        InstrumentKind.PriceFloor => new([TargetKind.Facility, TargetKind.Commodity], 0.0, double.PositiveInfinity, NeedsAll: true, TargetKind.Commodity, UnitWord: "USD"),
        InstrumentKind.QuotaResponse => new([TargetKind.Facility, TargetKind.Market], 0.0, double.PositiveInfinity, NeedsAll: true, TargetKind.Market, IsLeastExcluded: true, UnitWord: "log"),
        InstrumentKind.Stockpile => new([TargetKind.Market], 0.0, double.PositiveInfinity, UnitWord: "year"),
        InstrumentKind.DemandSubsidy => new([TargetKind.Use], 0.0, 1.0, UnitWord: "share"),
        _ => throw new ArgumentOutOfRangeException(nameof(instrument), instrument, "This instrument has no rule; add one here."),
    };

    /// <summary>What its strength counts.</summary>
    public NumberKind Strength(string unit) => new(unit, Least, Most, IsLeastExcluded);
}
