using System.Globalization;
using System.Text;

namespace Offtake.Equilibrium.Report;

/// <summary>Writes an equilibrium for a person.</summary>
internal static class TextReport
{
    public static string Of(SpatialEquilibrium found, Expectations? expected)
    {
        StringBuilder to = new();
        if (found.Problem.Title.Length > 0) to.Append(TextTable.Plain(found.Problem.Title)).Append("\n\n");
        for (int good = 0; good < found.Problem.Goods.Count; good++) Good(found, good, to);
        Trade(found, to);
        Activities(found, to);
        Quotas(found, to);
        Surplus(found, to);
        Check(found, to);
        foreach (string note in found.Notes) to.Append("Note: ").Append(note).Append('\n');
        if (expected is not null) Expected(found, expected, to);
        return to.ToString();
    }

    private static void Good(SpatialEquilibrium found, int good, StringBuilder to)
    {
        SpatialProblem p = found.Problem;
        Good g = p.Goods[good];
        to.Append(g.Name).Append(g.Unit.Length > 0 ? $" (unit: {TextTable.Plain(g.Unit)}; price: {TextTable.Plain(p.Money)} per unit)\n" : "\n");
        TextTable table = new(1, "region", "price", "supply", "demand", "made", "used", "exports", "imports", "disposed", "bought at floor", "capacity rent");
        for (int r = 0; r < p.Regions.Count; r++)
        {
            MarketResult m = found.Markets[p.Market(r, good)];
            table.Add([p.Regions[r]], m.Price, m.Supply, m.Demand, m.Made, m.Used, m.Exports, m.Imports, m.Disposed, m.BoughtAtFloor, m.CapacityRent);
        }

        table.Write(to);
        to.Append('\n');
    }

    private static void Trade(SpatialEquilibrium found, StringBuilder to)
    {
        TextTable table = new(4, "good", "from", "to", "route", "quantity", "export tax", "tariff", "quota rent");
        int used = 0;
        for (int i = 0; i < found.Routes.Count; i++)
        {
            RouteResult result = found.Routes[i];
            if (result.Flow <= 0.0) continue;
            Route route = found.Problem.Routes[i];
            used++;
            table.Add([found.Problem.Goods[route.Good].Name, found.Problem.Regions[route.From], found.Problem.Regions[route.To], route.Name], result.Flow, result.ExportTax, result.Tariff, result.Rent);
        }

        if (found.Routes.Count == 0) return;
        to.Append(CultureInfo.InvariantCulture, $"Trade (routes in use: {used} of {found.Routes.Count}; taxes and rents are totals)\n");
        if (used > 0) table.Write(to);
        to.Append('\n');
    }

    private static void Activities(SpatialEquilibrium found, StringBuilder to)
    {
        if (found.Activities.Count == 0) return;
        TextTable table = new(2, "activity", "region", "level", "capacity rent", "profit");
        for (int i = 0; i < found.Activities.Count; i++)
        {
            Activity activity = found.Problem.Activities[i];
            ActivityResult result = found.Activities[i];
            table.Add([activity.Name, found.Problem.Regions[activity.Region]], result.Level, result.CapacityRent, result.Profit);
        }

        table.Write(to);
        to.Append('\n');
    }

    private static void Quotas(SpatialEquilibrium found, StringBuilder to)
    {
        if (found.Quotas.Count == 0) return;
        TextTable table = new(1, "quota", "cap", "used", "rent per unit", "rent");
        for (int k = 0; k < found.Quotas.Count; k++)
            table.Add([found.Problem.Quotas[k].Name], found.Problem.Quotas[k].Cap, found.Quotas[k].Used, found.Quotas[k].Rent, found.Quotas[k].Revenue);
        table.Write(to);
        to.Append('\n');
    }

    private static void Surplus(SpatialEquilibrium found, StringBuilder to)
    {
        to.Append("Surplus in ").Append(TextTable.Plain(found.Problem.Money)).Append('\n');
        TextTable table = new(1, "region", "total", "consumers", "producers", "activities", "quota rents", "tariffs", "export taxes", "floor purchases");
        for (int r = 0; r < found.Surplus.Count; r++)
        {
            RegionSurplus s = found.Surplus[r];
            table.Add([found.Problem.Regions[r]], s.Total, s.Consumers, s.Producers, s.Activities, s.QuotaRents, s.Tariffs, s.ExportTaxes, -s.FloorPurchases);
        }

        if (found.Surplus.Count > 1)
        {
            table.Add(
                ["all"], found.TotalSurplus, Sum(s => s.Consumers), Sum(s => s.Producers), Sum(s => s.Activities), Sum(s => s.QuotaRents), Sum(s => s.Tariffs),
                Sum(s => s.ExportTaxes), Sum(s => -s.FloorPurchases));
        }

        table.Write(to);
        to.Append('\n');

        double? Sum(Func<RegionSurplus, double?> part) => found.Surplus.Aggregate((double?)0.0, (sum, s) => sum + part(s));
    }

    private static void Check(SpatialEquilibrium found, StringBuilder to)
    {
        CheckResult c = found.Check;
        string where = c.Residual > 0.0 ? $" ({c.Where})" : "";
        to.Append(CultureInfo.InvariantCulture, $"Check: no condition is broken by more than {c.Residual:0.0e+0} of what it adds up{where}; accepted up to {SpatialSolver.LargestResidual:0e+0}. ");
        to.Append(CultureInfo.InvariantCulture, $"{c.Variables} variables, {c.Pivots} pivots, method of {c.Method}.\n");
    }

    private static void Expected(SpatialEquilibrium found, Expectations expected, StringBuilder to)
    {
        IReadOnlyList<Comparison> all = expected.Compare(found);
        to.Append(CultureInfo.InvariantCulture, $"Expected: {all.Count(c => c.IsMet)} of {all.Count} values are met within {expected.Tolerance:0.##e+0}.\n");
        foreach (Comparison c in all.Where(c => !c.IsMet))
            to.Append(CultureInfo.InvariantCulture, $"  line {c.Line}: {c.What} should be {c.Expected:R} and is {c.Found?.ToString("R", CultureInfo.InvariantCulture) ?? "not defined"}\n");
    }
}
