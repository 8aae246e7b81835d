namespace Offtake.Simulation.Institutions;

/// <content>Law and cash about capacity, processing, building, reserves and those who run facilities.</content>
public sealed partial class PoliciesInForce
{
    /// <summary>Share of capacity that is closed for good this month, by facility (INV-7).</summary>
    public double[] ClosedForGood { get; private set; } = [];

    /// <summary>Factor on processing cost that standards for clean processing bring, by facility (OPS-7); one without.</summary>
    public double[] StandardCostFactor { get; private set; } = [];

    /// <summary>Factor on what is left behind that they bring, by facility (OPS-7); one without.</summary>
    public double[] StandardResidueFactor { get; private set; } = [];

    /// <summary>Factor on the time that permits and building take, by facility (INV-8); one without a ban on technology.</summary>
    public double[] BuildingTimeFactor { get; private set; } = [];

    /// <summary>Months saved between decision and permit, by facility (INV-8).</summary>
    public double[] PermitMonthsSaved { get; private set; } = [];

    /// <summary>Factor on the return that owners ask for before they build, by facility (INV-1); one without a campaign.</summary>
    public double[] HurdleFactor { get; private set; } = [];

    /// <summary>Share of capacity by which the target of a state firm rises, by facility (OPS-8); it means nothing for a firm without one.</summary>
    public double[] TargetRise { get; private set; } = [];

    /// <summary>Months of cover that the law adds to what users of a market hold, by market (DEM-5).</summary>
    public double[] DutyMonths { get; private set; } = [];

    /// <summary>Share of what lies in the state's reserve that is sold this month, by market (LOG-7).</summary>
    public double[] ReserveSaleShare { get; private set; } = [];

    /// <summary>Whether any standard for processing stands.</summary>
    internal bool HasStandards { get; set; }

    /// <summary>Sum of the shares a year that are ordered to close, by facility: the key by which what is paid is told apart.</summary>
    internal double[] ClosingOrdered { get; private set; } = [];

    /// <summary>The same, each times the share of its capital cost that is to be paid.</summary>
    internal double[] CompensationOrdered { get; private set; } = [];

    /// <summary>Sum of the shares ordered to be sold, by market: the key by which proceeds are told apart.</summary>
    internal double[] SaleOrdered { get; private set; } = [];

    /// <summary>Who answers for a facility's price floor, as a place in the book of programmes; <see cref="Directive.OfCalendar"/> for nobody.</summary>
    internal int[] FloorOf { get; private set; } = [];

    /// <summary>Region of a facility.</summary>
    internal int RegionOf(int facility) => _layout.Facilities[facility].Region;

    private void LayOutSupply()
    {
        int facilities = _layout.Facilities.Length, markets = _layout.Markets.Length;
        (ClosedForGood, StandardCostFactor, StandardResidueFactor) = (new double[facilities], new double[facilities], new double[facilities]);
        (BuildingTimeFactor, PermitMonthsSaved, HurdleFactor) = (new double[facilities], new double[facilities], new double[facilities]);
        (TargetRise, ClosingOrdered, CompensationOrdered) = (new double[facilities], new double[facilities], new double[facilities]);
        (DutyMonths, ReserveSaleShare, SaleOrdered) = (new double[markets], new double[markets], new double[markets]);
        FloorOf = new int[facilities];
    }

    private void ClearSupply()
    {
        Array.Clear(ClosedForGood);
        Array.Fill(StandardCostFactor, 1.0);
        Array.Fill(StandardResidueFactor, 1.0);
        Array.Fill(BuildingTimeFactor, 1.0);
        Array.Clear(PermitMonthsSaved);
        Array.Fill(HurdleFactor, 1.0);
        Array.Clear(TargetRise);
        Array.Clear(DutyMonths);
        Array.Clear(ReserveSaleShare);
        HasStandards = false;
        Array.Clear(ClosingOrdered);
        Array.Clear(CompensationOrdered);
        Array.Clear(SaleOrdered);
        Array.Fill(FloorOf, Directive.OfCalendar);
    }
}
