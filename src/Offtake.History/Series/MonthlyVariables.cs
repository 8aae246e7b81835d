using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.History.Series;

/// <summary>How months make up a longer period.</summary>
public enum OverMonths
{
    /// <summary>A level, such as a price: the mean.</summary>
    Mean,

    /// <summary>A flow: the sum.</summary>
    Sum,
}

/// <summary>One number of every month, read off the state at its end.</summary>
/// <param name="Over">How months make up a longer period.</param>
/// <param name="Unit">Unit of one month's number.</param>
/// <param name="Of">Reads it; allocates nothing.</param>
internal sealed record MonthlyReading(OverMonths Over, string Unit, Func<ChainState, double> Of);

/// <summary>The variables a backtest can compare, by the names <c>observed.csv</c> uses.</summary>
internal static class MonthlyVariables
{
    private delegate MonthlyReading? Reader(ChainLayout layout, SeriesName name, Found found);

    private static readonly Dictionary<string, Reader> Known = new(StringComparer.Ordinal)
    {
        ["price"] = Price,
        ["mine-output"] = (layout, name, found) => Activity(layout, found.Mines(name.Subject, r => name.Region == SeriesName.World || r == found.Region(name.Region))),
        ["mine-output-outside"] = (layout, name, found) => Activity(layout, found.Mines("", r => r != found.Region(name.Subject))),
        ["output"] = (layout, name, found) => OfMarkets(found.Markets(name), s => s.Months.Produced, OverMonths.Sum, "amount per month"),
        ["orders"] = (layout, name, found) => OfMarkets(found.Markets(name), s => s.Months.OrdersOfMarket, OverMonths.Sum, "amount per month"),
        ["reserve-purchase"] = (layout, name, found) => OfMarkets(found.Markets(name), s => s.Months.Reserved, OverMonths.Sum, "amount per month"),
        ["stock"] = (layout, name, found) => OfMarkets(found.Markets(name), s => s.Holdings.Amounts, OverMonths.Mean, "amount"),
        ["export"] = (layout, name, found) => OfRoutes(found.RoutesFrom(name), s => s.Months.Shipped),
        ["export-asked"] = (layout, name, found) => OfRoutes(found.RoutesFrom(name), s => s.Months.Requested),
        ["export-quota"] = ExportQuota,
        ["production-quota"] = ProductionQuota,
        ["use"] = (layout, name, found) => OfUses(found.Uses(name), s => s.Months.Used),
        ["sales"] = (layout, name, found) => OfUses(found.Uses(name), s => s.Months.Used),
        ["demand"] = (layout, name, found) => OfUses(found.Uses(name), s => s.Months.Wanting),
    };

    /// <summary>The names of the variables.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The reading of a series, or null and problems that say what in its name is unknown.</summary>
    public static MonthlyReading? Find(ChainLayout layout, SeriesName name, string address, List<Problem> problems)
    {
        Found found = new(layout, address, problems);
        int before = problems.Count;
        if (!Known.TryGetValue(name.Variable, out Reader? reader))
        {
            found.Report("unknown variable", name.Variable, Known.Keys);
            return null;
        }

        MonthlyReading? reading = reader(layout, name, found);
        return problems.Count == before ? reading : null;
    }

    private static MonthlyReading? Price(ChainLayout layout, SeriesName name, Found found)
    {
        int[] markets = found.Markets(name);
        if (markets.Length == 1)
        {
            int market = markets[0];
            return new MonthlyReading(OverMonths.Mean, "USD of 2024 per unit", s => s.Price[market].Value);
        }

        if (markets.Length > 1) found.Report("a price needs one commodity and one region:", $"{name}", []);
        return null;
    }

    private static MonthlyReading Activity(ChainLayout layout, int[] facilities) => OfAmounts(facilities, s => s.Months.Activity, OverMonths.Sum, "amount per month");

    private static MonthlyReading OfMarkets(int[] markets, Func<ChainState, Amount[]> column, OverMonths over, string unit) => OfAmounts(markets, column, over, unit);

    private static MonthlyReading OfRoutes(int[] routes, Func<ChainState, Amount[]> column) => OfAmounts(routes, column, OverMonths.Sum, "amount per month");

    private static MonthlyReading OfUses(int[] uses, Func<ChainState, Amount[]> column) => OfAmounts(uses, column, OverMonths.Sum, "amount per month");

    private static MonthlyReading OfAmounts(int[] members, Func<ChainState, Amount[]> column, OverMonths over, string unit) => new(over, unit, s =>
    {
        Amount[] amounts = column(s);
        double sum = 0.0;
        foreach (int i in members) sum += amounts[i].Value;
        return sum;
    });

    /// <summary>The allowance of all export quotas on the routes of a series, counted once each; NaN in a month without one.</summary>
    private static MonthlyReading ExportQuota(ChainLayout layout, SeriesName name, Found found)
    {
        int[] routes = found.RoutesFrom(name);
        return new MonthlyReading(OverMonths.Sum, "amount per month", s =>
        {
            double sum = double.NaN;
            for (int g = 0; g < s.Policies.ExportQuotaPerMonth.Length; g++)
            {
                double allowance = s.Policies.ExportQuotaPerMonth[g].Value;
                if (double.IsNaN(allowance)) continue;
                foreach (int q in routes)
                {
                    if (s.Policies.ExportQuotaGroup[q] != g) continue;
                    sum = double.IsNaN(sum) ? allowance : sum + allowance;
                    break;
                }
            }

            return sum;
        });
    }

    /// <summary>The quotas of the mines of a series; NaN in a month without one.</summary>
    private static MonthlyReading ProductionQuota(ChainLayout layout, SeriesName name, Found found)
    {
        int[] mines = found.Mines(name.Subject, r => name.Region == SeriesName.World || r == found.Region(name.Region));
        return new MonthlyReading(OverMonths.Sum, "amount per month", s =>
        {
            double sum = double.NaN;
            foreach (int f in mines)
            {
                double quota = s.Policies.QuotaPerMonth[f].Value;
                if (double.IsFinite(quota)) sum = double.IsNaN(sum) ? quota : sum + quota;
            }

            return sum;
        });
    }
}
