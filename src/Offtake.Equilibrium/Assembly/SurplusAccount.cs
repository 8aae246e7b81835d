using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>Areas under demand and supply curves.</summary>
/// <remarks>
/// Eq. EQU-12. With q the quantities of curves joined by symmetric cross terms, price = a + C q or quantity = a + B p:
/// inverse demand a·q + ½ q·C q − p·q; direct demand −½ q·B⁻¹q; inverse supply p·q − a·q − ½ q·C q;
/// direct supply r·q + ½ v·(a + q) where a ≥ 0, the area from price zero, and r·q + ½ q·B⁻¹q otherwise, the area from no supply; v is the
/// price the curve is read at: less the capacity rent r, and no lower than where supply reaches zero.
/// </remarks>
internal sealed class SurplusAccount(
    SpatialProblem problem, double[] price, double[] demand, double[] supply, double[] supplyRent, double[] supplyGap)
{
    private readonly List<string> _undefined = [];

    /// <summary>What has no surplus, in words.</summary>
    public IReadOnlyList<string> Undefined => _undefined;

    /// <summary>The accounts of all regions.</summary>
    public RegionSurplus[] Regions(MarketResult[] markets, RouteResult[] routes, ActivityResult[] activities, QuotaResult[] quotas)
    {
        _undefined.Clear();
        double?[] consumers = Sum(problem.Demand, "demand for", b => AreaUnderDemand(b));
        double?[] producers = Sum(problem.Supply, "supply of", b => AreaOverSupply(b));
        double[] profits = new double[problem.Regions.Count];
        double[] rents = new double[problem.Regions.Count];
        double[] tariffs = new double[problem.Regions.Count];
        double[] exportTaxes = new double[problem.Regions.Count];
        double[] floors = new double[problem.Regions.Count];
        for (int i = 0; i < activities.Length; i++) profits[problem.Activities[i].Region] += activities[i].Profit;
        for (int m = 0; m < markets.Length; m++) floors[m / problem.Goods.Count] += markets[m].BoughtAtFloor * markets[m].Price;
        for (int i = 0; i < routes.Length; i++)
        {
            tariffs[problem.Routes[i].To] += routes[i].Tariff;
            exportTaxes[problem.Routes[i].From] += routes[i].ExportTax;
        }

        for (int k = 0; k < quotas.Length; k++)
        {
            foreach (QuotaTerm term in problem.Quotas[k].Terms)
            {
                Route route = problem.Routes[term.Route];
                rents[problem.Quotas[k].Holder == QuotaHolder.Exporter ? route.From : route.To] += term.Weight * routes[term.Route].Flow * quotas[k].Rent;
            }
        }

        return [.. problem.Regions.Select((_, r) => new RegionSurplus(consumers[r], producers[r], profits[r], rents[r], tariffs[r], exportTaxes[r], floors[r]))];
    }

    private double?[] Sum(IReadOnlyList<Curve> curves, string noun, Func<CurveBlock, double?> area)
    {
        double?[] sums = new double?[problem.Regions.Count];
        Array.Fill(sums, 0.0);
        foreach (CurveBlock block in CurveBlock.Of(problem, curves))
        {
            double? one = block.IsIntegrable ? area(block) : null;
            if (one is null) _undefined.Add($"{noun} {block.Name(problem)}");
            sums[block.Region] += one;
        }

        return sums;
    }

    private double? AreaUnderDemand(CurveBlock block)
    {
        double[] q = [.. block.Indices.Select(i => demand[i])];
        if (block.Curves[0].Form == CurveForm.Quantity) return -HalfInverse(block, q);
        double area = 0.0;
        for (int i = 0; i < q.Length; i++) area += q[i] * (block.Curves[i].Intercept + (0.5 * Cross(block, i, q)) - PriceOf(block, i));
        return area;
    }

    private double? AreaOverSupply(CurveBlock block)
    {
        double[] q = [.. block.Indices.Select(i => supply[i])];
        if (block.Curves[0].Form == CurveForm.Price)
        {
            double area = 0.0;
            for (int i = 0; i < q.Length; i++) area += q[i] * (PriceOf(block, i) - block.Curves[i].Intercept - (0.5 * Cross(block, i, q)));
            return area;
        }

        double rents = block.Indices.Select((s, i) => q[i] * supplyRent[s]).Sum();
        if (block.Curves.Any(c => c.Intercept < 0.0)) return HalfInverse(block, q) + rents;
        double fromZero = 0.0;
        for (int i = 0; i < q.Length; i++)
            fromZero += 0.5 * (PriceOf(block, i) + supplyGap[block.Indices[i]] - supplyRent[block.Indices[i]]) * (block.Curves[i].Intercept + q[i]);
        return fromZero + rents;
    }

    private double PriceOf(CurveBlock block, int i) => price[problem.Market(block.Region, block.Curves[i].Good)];

    private static double Cross(CurveBlock block, int i, double[] q) => q.Select((amount, j) => block.Coefficient(i, j) * amount).Sum();

    // ½ q·B⁻¹q, or null where B is singular and the area has no end.
    private static double? HalfInverse(CurveBlock block, double[] q)
    {
        if (q.All(amount => amount == 0.0)) return 0.0;
        double[][] rows = [.. q.Select((_, i) => q.Select((_, j) => block.Coefficient(i, j)).ToArray())];
        return DenseLu.Factor(rows)?.Solve(q) is { } solved ? 0.5 * solved.Zip(q, (a, b) => a * b).Sum() : null;
    }
}
