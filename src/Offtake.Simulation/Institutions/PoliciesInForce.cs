using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions;

/// <summary>All measures as they stand in one month, as columns that the phases read. It holds law and cash, no outcomes.</summary>
public sealed class PoliciesInForce
{
    private readonly ChainLayout _layout;

    internal PoliciesInForce(ChainLayout layout)
    {
        _layout = layout;
        QuotaPerMonth = new Amount[layout.Chain.Facilities.Count];
        ProcessingCredit = new double[layout.Chain.Facilities.Count];
        PriceFloor = new UsdPerUnit[layout.Chain.Facilities.Count];
        PriceFloorCommodity = new int[layout.Chain.Facilities.Count];
        Tariff = new double[layout.Chain.Routes.Count];
        ExportDuty = new double[layout.Chain.Routes.Count];
        ClosedShare = new double[layout.Chain.Routes.Count];
        LicenceHeldShare = new double[layout.Chain.Routes.Count];
        ExportQuotaGroup = new int[layout.Chain.Routes.Count];
        ExportQuotaPerMonth = new Amount[layout.Chain.Routes.Count];
        ReservePurchase = new Amount[layout.Chain.Markets.Count];
        Subsidy = new double[layout.Chain.Uses.Count];
        Clear();
    }

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

    /// <summary>Allowance a month by export quota group.</summary>
    public Amount[] ExportQuotaPerMonth { get; }

    /// <summary>Number of export quotas in force.</summary>
    public int ExportQuotaCount { get; internal set; }

    /// <summary>Amount a month that the state buys, by market.</summary>
    public Amount[] ReservePurchase { get; }

    /// <summary>Share of the price the state pays, by use.</summary>
    public double[] Subsidy { get; }

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
        Array.Clear(ExportQuotaPerMonth);
        ExportQuotaCount = 0;
        Array.Clear(ReservePurchase);
        Array.Clear(Subsidy);
    }

    /// <summary>What is left of a route after closures and licences, as a share.</summary>
    internal double OpenShare(int route) => (1.0 - ClosedShare[route]) * (1.0 - LicenceHeldShare[route]);

    /// <summary>The largest share that licences hold up on the routes into a market: the risk its users see.</summary>
    internal double LicenceRisk(int market)
    {
        double risk = 0.0;
        foreach (int q in _layout.RoutesIn[market]) risk = Math.Max(risk, Math.Max(LicenceHeldShare[q], ClosedShare[q]));
        return risk;
    }
}
