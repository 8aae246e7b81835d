using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>
/// Looks at an equilibrium as an economist would, from the problem alone: nobody gains by one unit more or less, every market balances,
/// and money goes round. It shares no line with the solver.
/// </summary>
internal static class Referee
{
    private const double Accepted = 2e-7;

    public static void Require(SpatialEquilibrium e)
    {
        SpatialProblem p = e.Problem;
        double money = Math.Max(1e-9, p.Demand.Concat(p.Supply).Select(c => c.Form == CurveForm.Price ? Math.Abs(c.Intercept) : 0.0)
            .Concat(e.Markets.Where(m => m.IsTraded).Select(m => Math.Abs(m.Price))).Concat(p.Routes.Select(r => Math.Abs(r.Freight))).DefaultIfEmpty().Max());
        double[] amount = [.. p.Goods.Select((_, g) => Math.Max(1e-9, e.Markets.Where((_, m) => m % p.Goods.Count == g).Max(m => m.Supply + m.Made + m.Imports)))];

        Curves(e, p.Demand, isDemand: true, money, amount);
        Curves(e, p.Supply, isDemand: false, money, amount);
        for (int m = 0; m < e.Markets.Count; m++) Market(e, m, amount[m % p.Goods.Count]);
        for (int i = 0; i < p.Routes.Count; i++) Route(e, i, money, amount[p.Routes[i].Good]);
        for (int i = 0; i < p.Activities.Count; i++) Activity(e, i, money);
        for (int k = 0; k < p.Quotas.Count; k++)
        {
            double used = p.Quotas[k].Terms.Sum(t => t.Weight * e.Routes[t.Route].Flow);
            Near(used, e.Quotas[k].Used, Math.Max(used, 1e-9), "use of a quota");
            Pair(p.Quotas[k].Cap - used, e.Quotas[k].Rent, Math.Max(p.Quotas[k].Cap, 1e-9), money, $"quota {p.Quotas[k].Name}");
        }

        if (e.TotalSurplus is { } total) Near(Gains(e), total, Math.Max(1e-9, Gross(e)), "sum of surplus");
    }

    private static void Curves(SpatialEquilibrium e, IReadOnlyList<Curve> curves, bool isDemand, double money, double[] amount)
    {
        SpatialProblem p = e.Problem;
        foreach (Curve c in curves)
        {
            int market = p.Market(c.Region, c.Good);
            double q = Quantity(market);
            double p0 = e.Markets[market].Price;
            double rent = isDemand ? 0.0 : e.Markets[market].CapacityRent;
            if (!isDemand && !double.IsInfinity(c.Capacity)) Pair(c.Capacity - q, rent, Math.Max(c.Capacity, amount[c.Good]), money, $"capacity of {p.NameOfMarket(market)}");
            if (c.Form == CurveForm.Price)
            {
                double onCurve = c.Intercept + c.Terms.Sum(t => t.Coefficient * Quantity(p.Market(c.Region, t.Good)));
                Pair(isDemand ? p0 - onCurve : onCurve + rent - p0, q, money, amount[c.Good], $"{(isDemand ? "demand" : "supply")} of {p.NameOfMarket(market)}");
            }
            else if (q > 1e-9 * amount[c.Good] && c.Terms.All(t => Quantity(p.Market(c.Region, t.Good)) > 1e-9 * amount[t.Good]))
            {
                double onCurve = c.Intercept + c.Terms.Sum(t => t.Coefficient * (e.Markets[p.Market(c.Region, t.Good)].Price - (isDemand ? 0.0 : e.Markets[p.Market(c.Region, t.Good)].CapacityRent)));
                Near(onCurve, q, Math.Max(Math.Abs(c.Intercept), amount[c.Good]), $"quantity of {p.NameOfMarket(market)}");
            }
        }

        double Quantity(int market) => isDemand ? e.Markets[market].Demand : e.Markets[market].Supply;
    }

    private static void Market(SpatialEquilibrium e, int m, double amount)
    {
        MarketResult r = e.Markets[m];
        MarketRule? rule = e.Problem.Rules.FirstOrDefault(x => e.Problem.Market(x.Region, x.Good) == m);
        Near(r.Supply + r.Made + r.Imports, r.Demand + r.Used + r.Exports + r.Disposed + r.BoughtAtFloor, amount, $"balance of {e.Problem.NameOfMarket(m)}");
        double lowest = rule is null ? 0.0 : rule.PriceFloor ?? (rule.CanDispose ? -rule.DisposalCost : double.NegativeInfinity);
        Assert.True(r.Price >= lowest - 1e-9, $"price {r.Price} below {lowest}");
        Assert.True(r.Disposed >= 0.0 && r.BoughtAtFloor >= 0.0);
        if (r.Disposed + r.BoughtAtFloor > 1e-9 * amount) Near(lowest, r.Price, Math.Max(1.0, Math.Abs(r.Price)), $"price where {e.Problem.NameOfMarket(m)} is left over");
    }

    private static void Route(SpatialEquilibrium e, int i, double money, double amount)
    {
        Route r = e.Problem.Routes[i];
        double fob = (e.Markets[e.Problem.Origin(r)].Price * (1.0 + r.ExportTaxShare)) + r.ExportTaxPerUnit;
        double duty = (r.TariffShare * (fob + (r.IsFreightDutiable ? r.Freight : 0.0))) + r.TariffPerUnit;
        double rent = e.Problem.Quotas.Select((q, k) => e.Quotas[k].Rent * q.Terms.Where(t => t.Route == i).Sum(t => t.Weight)).Sum();
        double scale = money * (1.0 + Math.Abs(r.TariffShare)) * (1.0 + Math.Abs(r.ExportTaxShare));
        Pair(fob + r.Freight + duty + rent - e.Markets[e.Problem.Destination(r)].Price, e.Routes[i].Flow, scale, amount, e.Problem.NameOfRoute(r));
        Near(duty * e.Routes[i].Flow, e.Routes[i].Tariff, Math.Max(1e-9, Math.Abs(duty * e.Routes[i].Flow)), "tariff revenue");
    }

    private static void Activity(SpatialEquilibrium e, int i, double money)
    {
        Activity a = e.Problem.Activities[i];
        double level = e.Activities[i].Level;
        double value = a.Flows.Sum(f => f.PerLevel * e.Markets[e.Problem.Market(a.Region, f.Good)].Price);
        double gross = Math.Max(money, a.Flows.Sum(f => Math.Abs(f.PerLevel * e.Markets[e.Problem.Market(a.Region, f.Good)].Price)));
        Pair(a.CostIntercept + (a.CostSlope * level) + e.Activities[i].CapacityRent - value, level, gross, Math.Max(1.0, level), a.Name);
        if (!double.IsInfinity(a.Capacity)) Pair(a.Capacity - level, e.Activities[i].CapacityRent, Math.Max(a.Capacity, 1e-9), gross, $"capacity of {a.Name}");
    }

    /// <summary>Benefit less cost without any price in it: what trade, taxes and rents only redistribute must cancel.</summary>
    private static double Gains(SpatialEquilibrium e)
    {
        SpatialProblem p = e.Problem;
        double gains = 0.0;
        for (int r = 0; r < p.Regions.Count; r++)
        {
            // Benefit and cost of curves are known only through the areas the account gives; prices times quantities turn areas back into them.
            gains += e.Surplus[r].Consumers!.Value + e.Surplus[r].Producers!.Value;
            for (int g = 0; g < p.Goods.Count; g++)
            {
                MarketResult m = e.Markets[p.Market(r, g)];
                gains += m.Price * (m.Demand - m.Supply);
            }
        }

        for (int i = 0; i < p.Activities.Count; i++)
            gains -= (p.Activities[i].CostIntercept + (0.5 * p.Activities[i].CostSlope * e.Activities[i].Level)) * e.Activities[i].Level;
        for (int i = 0; i < p.Routes.Count; i++) gains -= p.Routes[i].Freight * e.Routes[i].Flow;
        foreach (MarketRule rule in p.Rules.Where(x => x.PriceFloor is null)) gains -= rule.DisposalCost * e.Markets[p.Market(rule.Region, rule.Good)].Disposed;
        return gains;
    }

    private static double Gross(SpatialEquilibrium e) => e.Markets.Sum(m => Math.Abs(m.Price) * (m.Supply + m.Made + m.Imports)) + Math.Abs(e.TotalSurplus!.Value);

    /// <summary>Both at least zero, and one of them zero.</summary>
    private static void Pair(double left, double right, double leftScale, double rightScale, string what)
    {
        Assert.True(left >= -Accepted * leftScale && right >= -Accepted * rightScale, $"{what}: {left} and {right} should not be negative");
        Assert.True(left <= Accepted * leftScale || right <= Accepted * rightScale, $"{what}: {left} and {right} should not both be positive");
    }

    private static void Near(double expected, double actual, double scale, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Accepted * scale, $"{what}: {actual} should be {expected}");
}
