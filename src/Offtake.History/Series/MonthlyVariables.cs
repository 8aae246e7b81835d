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
/// <param name="Unit">Unit of the number; a flow is that much a month.</param>
/// <param name="Of">Reads it; allocates nothing.</param>
internal sealed record MonthlyReading(OverMonths Over, string Unit, Func<ChainState, double> Of);

/// <summary>The variables a backtest can compare, by the names <c>observed.csv</c> uses.</summary>
internal static class MonthlyVariables
{
    private delegate MonthlyReading? Reader(ChainLayout layout, SeriesName name, Found found);

    private static readonly Dictionary<string, Reader> Known = new(StringComparer.Ordinal)
    {
        ["price"] = Price,
        ["mine-output"] = (layout, name, found) => Activity(found.Mines(name.Subject, r => name.Region == SeriesName.World || r == found.Region(name.Region))),
        ["mine-output-outside"] = (layout, name, found) => Activity(found.Mines("", r => r != found.Region(name.Subject))),
        ["output"] = (layout, name, found) => OfMarkets(layout, found.Markets(name), s => s.Months.Produced, OverMonths.Sum),
        ["orders"] = (layout, name, found) => OfMarkets(layout, found.Markets(name), s => s.Months.OrdersOfMarket, OverMonths.Sum),
        ["reserve-purchase"] = (layout, name, found) => OfMarkets(layout, found.Markets(name), s => s.Months.Reserved, OverMonths.Sum),
        ["stock"] = (layout, name, found) => OfMarkets(layout, found.Markets(name), s => s.Holdings.Amounts, OverMonths.Mean),
        ["export"] = (layout, name, found) => OfRoutes(layout, found.RoutesFrom(name), s => s.Months.Shipped),
        ["export-asked"] = (layout, name, found) => OfRoutes(layout, found.RoutesFrom(name), s => s.Months.Requested),
        ["smuggled"] = (layout, name, found) => OfRoutes(layout, found.RoutesFrom(name), s => s.Months.Smuggled),
        ["export-quota"] = ExportQuota,
        ["production-quota"] = ProductionQuota,
        ["use"] = (layout, name, found) => OfUses(layout, found.Uses(name), s => s.Months.Used),
        ["sales"] = (layout, name, found) => OfUses(layout, found.Uses(name), s => s.Months.Used),
        ["demand"] = (layout, name, found) => OfUses(layout, found.Uses(name), s => s.Months.Wanting),
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
            return new MonthlyReading(OverMonths.Mean, $"USD/{layout.Commodities[layout.Markets[market].Commodity].Unit}", s => s.Price[market].Value);
        }

        if (markets.Length > 1) found.Report("a price needs one commodity and one region:", $"{name}", []);
        return null;
    }

    private static MonthlyReading Activity(int[] mines) => OfAmounts(mines, s => s.Months.Activity, OverMonths.Sum, "t REO");

    private static MonthlyReading OfMarkets(ChainLayout layout, int[] markets, Func<ChainState, Amount[]> column, OverMonths over) =>
        OfAmounts(markets, column, over, UnitOf(layout, markets.Select(m => layout.Markets[m].Commodity)));

    private static MonthlyReading OfRoutes(ChainLayout layout, int[] routes, Func<ChainState, Amount[]> column) =>
        OfAmounts(routes, column, OverMonths.Sum, UnitOf(layout, routes.Select(q => layout.Routes[q].Commodity)));

    private static MonthlyReading OfUses(ChainLayout layout, int[] uses, Func<ChainState, Amount[]> column) =>
        OfAmounts(uses, column, OverMonths.Sum, UnitOf(layout, uses.Select(k => layout.Uses[k].Commodity)));

    /// <summary>The unit the commodities share. Where they are counted in several, a sum of them means nothing to a reader.</summary>
    private static string UnitOf(ChainLayout layout, IEnumerable<int> commodities) =>
        string.Join(" and ", commodities.Select(c => layout.Commodities[c].Unit).Distinct());

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
        return new MonthlyReading(OverMonths.Sum, "t", s =>
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
        return new MonthlyReading(OverMonths.Sum, "t", s =>
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
