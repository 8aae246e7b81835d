using Offtake.Model.Governance;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Treasury;

namespace Offtake.Simulation.Institutions.Statistics;

/// <summary>One statistic as its office counts it: right, and at the end of the month. What becomes of it on its way to those who decide is not its matter.</summary>
/// <remarks>Growth compares twelve months with the twelve before; before there are so many, the first month stands for those not seen.</remarks>
internal sealed class PublishedFigure
{
    private const int Year = 12;

    private readonly StatisticKind _kind;
    private readonly int[] _rows;
    private readonly Trailing _months = new(2 * Year);
    private double _base = double.NaN;

    public PublishedFigure(StatisticKind kind, IReadOnlyList<Target> of)
    {
        _kind = kind;
        _rows = [.. of.Select(t => t.Index)];
    }

    /// <summary>The figure for the month that just ended; NaN where it has no value, as a share of nothing.</summary>
    public double Count(ChainState state) => _kind switch
    {
        StatisticKind.Utilisation => Utilisation(state),
        StatisticKind.UnsoldStock => UnsoldStock(state),
        StatisticKind.PriceRatio => PriceRatio(state),
        StatisticKind.OutputGrowth => Growth(Sum(state.Months.Activity)),
        StatisticKind.OrdersGrowth => Growth(Sum(state.Months.OrdersOfMarket)),
        StatisticKind.DemandMet => Sum(state.Months.Used) / Sum(state.Months.Wanting),
        StatisticKind.Coverage => Coverage(state),
        StatisticKind.ImportReliance => Sum(state.Months.Arrived) / (Sum(state.Months.Arrived) + Sum(state.Months.Produced)),
        StatisticKind.DebtRatio => DebtRatio(state),
        StatisticKind.ResearchOutlay => ResearchOutlay(state),
        StatisticKind.ProjectsDeployed => SinceOpening(Deployed(state)),
        StatisticKind.SkilledWorkers => OverOpening(Pool(state)),
        StatisticKind.CapacityRatio => OverOpening(Sum(state.Capacity)),
        StatisticKind.TradeBarrier => Barrier(state.Policies),
        _ => throw new InvalidOperationException($"The statistic {_kind} is not counted; add it here."),
    };

    private double Utilisation(ChainState state) => Sum(state.Months.Activity) / Sum(state.Capacity);

    private double UnsoldStock(ChainState state)
    {
        double stock = 0.0, orders = 0.0;
        foreach (int m in _rows)
        {
            stock += state.Holdings.Amounts[ChainLayout.Seller(m)].Value;
            orders += (state.Layout.IsPosted[m] ? state.ExpectedOrders[m] : state.Months.Released[m]).Value;
        }

        return stock / orders;
    }

    private double PriceRatio(ChainState state)
    {
        double log = 0.0;
        foreach (int m in _rows) log += Math.Log(state.Price[m] / state.OpeningPrice[m]);
        return Math.Exp(log / _rows.Length);
    }

    private double Coverage(ChainState state)
    {
        double least = double.NaN;
        foreach (int k in _rows) least = double.IsNaN(least) ? state.ServiceCoverage[k] : Math.Min(least, state.ServiceCoverage[k]);
        return least;
    }

    private double DebtRatio(ChainState state)
    {
        double debt = 0.0, revenue = 0.0;
        foreach (int c in _rows)
        {
            debt += Debts.OfCity(state, c).Value;
            revenue += state.CityRevenue[c].Value * Year;
        }

        return debt / revenue;
    }

    private double ResearchOutlay(ChainState state)
    {
        if (state.Projects is not { } projects) return double.NaN;
        double now = 0.0, before = 0.0;
        foreach (int r in _rows)
        {
            before += projects.Research.OutlayPerMonthUsd[r];
            now += projects.Research.OutlayPerMonthUsd[r] * state.Policies.Support.OutlayFactor[r];
        }

        return now / before;
    }

    private double Deployed(ChainState state)
    {
        if (state.Projects is not { } projects) return double.NaN;
        int count = 0;
        foreach (ref readonly Project p in projects.Projects) count += p.IsDeployed && Array.IndexOf(_rows, projects.Innovations[p.Innovation].Region) >= 0 ? 1 : 0;
        return count;
    }

    private double Pool(ChainState state)
    {
        if (state.Skills is not { } skills) return double.NaN;
        double pool = 0.0;
        foreach (int r in _rows) pool += skills.Pool[r];
        return pool;
    }

    private double Barrier(PoliciesInForce law)
    {
        double most = 0.0;
        foreach (int q in _rows) most = Math.Max(most, law.Tariff[q] + RuledOut(law, q));
        return most;
    }

    private static double RuledOut(PoliciesInForce law, int route)
    {
        double share = 0.0;
        foreach (Directive rule in law.ContentRules)
        {
            foreach (Target target in Instruments.Instrument.Each(rule.Targets)) share += target.Index == route ? rule.Strength : 0.0;
        }

        return share;
    }

    private double Growth(double now)
    {
        _months.Add(now);
        return (_months.Sum(Year) / _months.Sum(Year, Year)) - 1.0;
    }

    private double OverOpening(double now)
    {
        if (double.IsNaN(_base)) _base = now;
        return now / _base;
    }

    private double SinceOpening(double now)
    {
        if (double.IsNaN(_base)) _base = now;
        return now - _base;
    }

    private double Sum(Model.Quantities.Amount[] column)
    {
        double sum = 0.0;
        foreach (int row in _rows) sum += column[row].Value;
        return sum;
    }
}
