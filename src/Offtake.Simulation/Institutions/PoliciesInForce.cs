using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>All measures as they stand in one month, as columns that the phases read. It holds law and cash, no outcomes.</summary>
public sealed partial class PoliciesInForce
{
    private readonly ChainLayout _layout;

    internal PoliciesInForce(ChainLayout layout)
    {
        _layout = layout;
        QuotaPerMonth = new Amount[layout.Facilities.Length];
        ProcessingCredit = new double[layout.Facilities.Length];
        PriceFloor = new UsdPerUnit[layout.Facilities.Length];
        PriceFloorCommodity = new int[layout.Facilities.Length];
        Tariff = new double[layout.Routes.Length];
        ExportDuty = new double[layout.Routes.Length];
        ClosedShare = new double[layout.Routes.Length];
        LicenceHeldShare = new double[layout.Routes.Length];
        ExportQuotaGroup = new int[layout.Routes.Length];
        ExportQuotaPerMonth = new Amount[layout.Routes.Length];
        ReservePurchase = new Amount[layout.Markets.Length];
        Subsidy = new double[layout.Uses.Length];
        ShutShare = new double[layout.Facilities.Length];
        SubsidyOfCalendar = new double[layout.Uses.Length];
        InputCredit = new double[layout.Markets.Length];
        CapacityGrant = new double[layout.Facilities.Length];
        Support = new InnovationSupport(layout.Chain.Regions.Count);
        LayOutSupply();
        Clear();
    }

    /// <summary>What services do for research and training.</summary>
    public InnovationSupport Support { get; }

    /// <summary>Quota a month by facility; infinite where there is none.</summary>
    public Amount[] QuotaPerMonth { get; }

    /// <summary>Share of processing cost the state pays, by facility.</summary>
    public double[] ProcessingCredit { get; }

    /// <summary>Price the state tops up to, by facility; NaN for none.</summary>
    public UsdPerUnit[] PriceFloor { get; }

    /// <summary>Commodity the price floor is about, by facility; -1 for none.</summary>
    public int[] PriceFloorCommodity { get; }

    /// <summary>Tariff as a share of landed value, by route.</summary>
    public double[] Tariff { get; }

    /// <summary>Export duty as a share of value, by route.</summary>
    public double[] ExportDuty { get; }

    /// <summary>Share of the route that is closed.</summary>
    public double[] ClosedShare { get; }

    /// <summary>Share of requests that licences hold up, by route.</summary>
    public double[] LicenceHeldShare { get; }

    /// <summary>Export quota that the route counts against; -1 for none.</summary>
    public int[] ExportQuotaGroup { get; }

    /// <summary>Allowance a month by export quota, which is numbered as the first of its routes in the order of the world; NaN where there is none.</summary>
    public Amount[] ExportQuotaPerMonth { get; }

    /// <summary>Amount a month that the state buys, by market.</summary>
    public Amount[] ReservePurchase { get; }

    /// <summary>Share of the price the state pays, by use.</summary>
    public double[] Subsidy { get; }

    /// <summary>Share of capacity that is shut, by facility.</summary>
    public double[] ShutShare { get; }

    /// <summary>No measure at all.</summary>
    internal void Clear()
    {
        Array.Fill(QuotaPerMonth, new Amount(double.PositiveInfinity));
        Array.Clear(ProcessingCredit);
        Array.Fill(PriceFloor, new UsdPerUnit(double.NaN));
        Array.Fill(PriceFloorCommodity, -1);
        Array.Clear(Tariff);
        Array.Clear(ExportDuty);
        Array.Clear(ClosedShare);
        Array.Clear(LicenceHeldShare);
        Array.Fill(ExportQuotaGroup, -1);
        Array.Fill(ExportQuotaPerMonth, new Amount(double.NaN));
        Array.Clear(ReservePurchase);
        Array.Clear(Subsidy);
        Array.Clear(ShutShare);
        Support.Clear();
        ClearSupply();
        ClearDemand();
    }

    /// <summary>What is left of a route after closures and licences, as a share.</summary>
    internal double OpenShare(int route) => (1.0 - ClosedShare[route]) * (1.0 - LicenceHeldShare[route]);

    /// <summary>The largest share that licences or closures hold up on the routes into a market: the risk its users see, however small the route.</summary>
    internal double LicenceRisk(int market)
    {
        double risk = 0.0;
        foreach (int q in _layout.RoutesIn[market]) risk = Math.Max(risk, Math.Max(LicenceHeldShare[q], ClosedShare[q]));
        return risk;
    }
}
