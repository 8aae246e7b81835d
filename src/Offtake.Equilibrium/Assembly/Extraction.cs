using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>Reads prices, quantities and rents off a solved complementarity problem.</summary>
internal sealed class Extraction
{
    // Less than this share of the largest quantity of the good is nothing.
    private const double Nothing = 1e-12;
    private const double Rounding = 1e-14;

    // What is left of terms that cancel to this share of them is nothing either.
    private const double Cancelled = 1e-13;

    // A market much smaller than the largest of its good is measured against a share of that.
    private const double LeastShareOfLargest = 1e-3;

    private readonly SpatialProblem _problem;
    private readonly SpatialSystem _system;
    private readonly double[] _values;
    private readonly double[] _conditions;
    private readonly double[] _price;
    private readonly double[] _supply;
    private readonly double[] _demand;
    private (double Share, int Market) _gap;

    private Extraction(SpatialProblem problem, SpatialSystem system, double[] values)
    {
        _problem = problem;
        _system = system;
        _values = values;
        _conditions = system.Complementarity.Conditions(values);
        _price = [.. Enumerable.Range(0, problem.MarketCount).Select(m => system.Equations.PriceAt(m, values).Price)];
        _demand = [.. system.Demand.Select(v => Quantity(v, double.PositiveInfinity))];
        _supply = [.. system.Supply.Select((v, i) => Quantity(v, problem.Supply[i].Capacity))];
    }

    /// <summary>The equilibrium, with the larger of the residual of the conditions and the gap of the market balances.</summary>
    public static SpatialEquilibrium Of(SpatialProblem problem, SpatialSystem system, ComplementarityAnswer answer)
    {
        Extraction e = new(problem, system, answer.Values!);
        MarketResult[] markets = e.Markets();
        ActivityResult[] activities = [.. problem.Activities.Select(e.ActivityOf)];
        QuotaResult[] quotas = [.. problem.Quotas.Select((q, k) => new QuotaResult(
            q.Terms.Sum(t => t.Weight * e._values[system.Flow[t.Route]]), e._values[system.QuotaRent[k]]))];
        double[] rents = e.RentsByRoute();
        RouteResult[] routes = [.. problem.Routes.Select((r, i) => e.RouteOf(r, i, rents[i]))];
        SurplusAccount account = new(problem, e._price, e._demand, e._supply, [.. system.Supply.Select(v => e.At(v.Rent))], [.. system.Supply.Select(v => e.At(v.Gap))]);
        bool isGap = e._gap.Share > Math.Max(answer.Residual, Rounding);
        string where = isGap ? $"balance of {problem.NameOfMarket(e._gap.Market)}" : system.Equations.Variables.Count > 0 ? system.Equations.Variables[answer.Where].Name(problem) : "";
        CheckResult check = new(isGap ? e._gap.Share : answer.Residual, where, e._values.Length, answer.Pivots, answer.UsedNewton ? "Newton" : "Lemke");
        SpatialEquilibrium result = new(problem, markets, routes, activities, quotas, account.Regions(markets, routes, activities, quotas), check, []);
        return result with { Notes = EquilibriumNotes.Of(result, account) };
    }

    private double At(int variable) => variable >= 0 ? _values[variable] : 0.0;

    // The quantity of a direct curve is the condition of its gap; where the gap or the rent is above zero it is known exactly.
    private double Quantity(CurveVariables variables, double capacity)
    {
        if (variables.Quantity >= 0) return _values[variables.Quantity];
        if (At(variables.Rent) > 0.0) return capacity;
        double quantity = _conditions[variables.Gap];
        return At(variables.Gap) > 0.0 || quantity <= Cancelled * Residual.GrossOf(_system.Complementarity, _values, variables.Gap) ? 0.0 : quantity;
    }

    private MarketResult[] Markets()
    {
        MarketResult[] markets = [.. _price.Select(p => new MarketResult(p, true, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0))];
        for (int i = 0; i < _supply.Length; i++)
        {
            ref MarketResult market = ref markets[_problem.Market(_problem.Supply[i].Region, _problem.Supply[i].Good)];
            market = market with { Supply = _supply[i], CapacityRent = At(_system.Supply[i].Rent) };
        }

        for (int i = 0; i < _demand.Length; i++)
        {
            ref MarketResult market = ref markets[_problem.Market(_problem.Demand[i].Region, _problem.Demand[i].Good)];
            market = market with { Demand = _demand[i] };
        }

        for (int i = 0; i < _problem.Routes.Count; i++)
        {
            double flow = _values[_system.Flow[i]];
            ref MarketResult origin = ref markets[_problem.Origin(_problem.Routes[i])];
            origin = origin with { Exports = origin.Exports + flow };
            ref MarketResult destination = ref markets[_problem.Destination(_problem.Routes[i])];
            destination = destination with { Imports = destination.Imports + flow };
        }

        for (int i = 0; i < _problem.Activities.Count; i++)
        {
            double level = _values[_system.Level[i]];
            foreach (ActivityFlow flow in _problem.Activities[i].Flows)
            {
                ref MarketResult market = ref markets[_problem.Market(_problem.Activities[i].Region, flow.Good)];
                market = flow.PerLevel > 0.0
                    ? market with { Made = market.Made + (flow.PerLevel * level) }
                    : market with { Used = market.Used - (flow.PerLevel * level) };
            }
        }

        return Close(markets);
    }

    // What is left over goes where the rule of the market says, if the price is at its lowest.
    private MarketResult[] Close(MarketResult[] markets)
    {
        HashSet<int> floors = [.. _problem.Rules.Where(r => r.PriceFloor is not null).Select(r => _problem.Market(r.Region, r.Good))];
        double[] most = [.. Enumerable.Range(0, _problem.Goods.Count).Select(g => markets.Where((_, m) => m % _problem.Goods.Count == g).Max(Throughput))];
        MarketResult[] closed = [.. markets];
        for (int m = 0; m < closed.Length; m++)
        {
            double largest = most[m % _problem.Goods.Count];
            ref MarketResult market = ref closed[m];
            double left = market.Supply + market.Made + market.Imports - market.Demand - market.Used - market.Exports;
            bool isLeft = _system.Equations.PriceAt(m, _values).IsLowest && left > Nothing * largest;
            market = market with
            {
                IsTraded = Throughput(market) > Nothing * largest,
                Disposed = isLeft && !floors.Contains(m) ? left : 0.0,
                BoughtAtFloor = isLeft && floors.Contains(m) ? left : 0.0,
            };
            double gap = isLeft || largest == 0.0 ? 0.0 : Math.Abs(left) / Math.Max(Throughput(market), LeastShareOfLargest * largest);
            if (!(gap <= _gap.Share)) _gap = (gap, m);
        }

        return closed;
    }

    private static double Throughput(MarketResult market) =>
        Math.Max(market.Supply + market.Made + market.Imports, market.Demand + market.Used + market.Exports);

    private double[] RentsByRoute()
    {
        double[] rents = new double[_problem.Routes.Count];
        for (int k = 0; k < _problem.Quotas.Count; k++)
        {
            foreach (QuotaTerm term in _problem.Quotas[k].Terms) rents[term.Route] += term.Weight * _values[_system.QuotaRent[k]];
        }

        return rents;
    }

    private RouteResult RouteOf(Route route, int index, double rent)
    {
        double flow = _values[_system.Flow[index]];
        double exportTax = (route.ExportTaxShare * _price[_problem.Origin(route)]) + route.ExportTaxPerUnit;
        double customsValue = _price[_problem.Origin(route)] + exportTax + (route.IsFreightDutiable ? route.Freight : 0.0);
        double tariff = (route.TariffShare * customsValue) + route.TariffPerUnit;
        double loss = flow > 0.0 ? 0.0 : Math.Max(0.0, _conditions[_system.Flow[index]]);
        return new RouteResult(flow, loss, exportTax * flow, tariff * flow, rent * flow);
    }

    private ActivityResult ActivityOf(Activity activity, int index)
    {
        double level = _values[_system.Level[index]];
        double margin = activity.Flows.Sum(f => f.PerLevel * _price[_problem.Market(activity.Region, f.Good)]);
        double cost = (activity.CostIntercept + (0.5 * activity.CostSlope * level)) * level;
        return new ActivityResult(level, At(_system.LevelRent[index]), (margin * level) - cost);
    }
}
