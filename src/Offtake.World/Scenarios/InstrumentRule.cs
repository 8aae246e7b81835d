using Offtake.Model.Governance;
using Offtake.World.Numbers;

namespace Offtake.World.Scenarios;

/// <summary>What an instrument may act on and how strong it can be.</summary>
/// <param name="Targets">Kinds of thing it acts on.</param>
/// <param name="Least">Smallest strength.</param>
/// <param name="Most">Largest strength.</param>
/// <param name="NeedsAll">Whether it needs at least one target of every kind, not just of one.</param>
internal sealed record InstrumentRule(IReadOnlyList<TargetKind> Targets, double Least, double Most, bool NeedsAll = false)
{
    // A tax of ten times the value is taken for a percentage written as a number.
    private const double HighestTax = 10.0;

    private static readonly InstrumentRule Facilities = new([TargetKind.Facility], 0.0, double.PositiveInfinity);
    private static readonly InstrumentRule ShareOfFacilities = new([TargetKind.Facility], 0.0, 1.0);
    private static readonly InstrumentRule ShareOfRoutes = new([TargetKind.Route], 0.0, 1.0);
    private static readonly InstrumentRule TaxOnRoutes = new([TargetKind.Route], 0.0, HighestTax);

    /// <summary>The rule for an instrument.</summary>
    public static InstrumentRule Of(InstrumentKind instrument) => instrument switch
    {
        InstrumentKind.ProductionQuota => Facilities,
        InstrumentKind.ExportQuota => new([TargetKind.Route], 0.0, double.PositiveInfinity),
        InstrumentKind.ExportLicence or InstrumentKind.Embargo => ShareOfRoutes,
        InstrumentKind.Tariff or InstrumentKind.ExportDuty => TaxOnRoutes,
        InstrumentKind.PriceFloor => new([TargetKind.Facility, TargetKind.Commodity], 0.0, double.PositiveInfinity, NeedsAll: true),
        InstrumentKind.ProductionCredit or InstrumentKind.Closure => ShareOfFacilities,
        InstrumentKind.Stockpile => new([TargetKind.Market], 0.0, double.PositiveInfinity),
        InstrumentKind.DemandSubsidy => new([TargetKind.Use], 0.0, 1.0),
        _ => throw new ArgumentOutOfRangeException(nameof(instrument), instrument, "This instrument has no rule; add one here."),
    };

    /// <summary>What its strength counts.</summary>
    public NumberKind Strength(string unit) => new(unit, Least, Most);
}
