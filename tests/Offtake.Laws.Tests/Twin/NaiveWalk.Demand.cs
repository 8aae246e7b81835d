using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phases 0 and 2: nature, perception, wants and orders.</content>
internal sealed partial class NaiveWalk
{
    private readonly Dictionary<NaiveBuyer, double> _demand = [];
    private readonly Dictionary<NaiveBuyer, double> _orders = [];
    private readonly Dictionary<NaiveBuyer, double> _logSubstitution = [];
    private readonly Dictionary<string, double> _wanted = [];
    private readonly Dictionary<string, double> _wished = [];

    private void Nature(Month month)
    {
        foreach (Facility f in _names.Chain.Facilities) Capacity[f.Id] = f.Driver is { } dated ? _fullCapacity[f.Id] * DriverValue(dated, month) : Capacity[f.Id];
        if (_chance is not { } chance || _scenario.Exogenous == Exogenous.Frozen) return;
        foreach (Use use in _names.Chain.Uses)
        {
            Driver driver = _names.Chain.Drivers[use.Driver];
            double epsilon = chance.Normal(month.Number, Chance.KeyOf(use.Id), Purpose.DemandShock);
            _shock[use.Id] = (N(driver.ShockPersistence) * _shock[use.Id]) + (N(driver.ShockSigma) * epsilon);
        }

        foreach (Facility mine in _names.Chain.Facilities.Where(f => _names.Chain.Processes[f.Process].Drive == Drive.Margin && f.Driver is null))
        {
            bool runs = _outage[mine.Id] == 0.0;
            double odds = runs ? Row("nature.outage-rate-per-year") / 12.0 : 1.0 / Row("nature.outage-months");
            double u = chance.Unit(month.Number, Chance.KeyOf(mine.Id), runs ? Purpose.Outage : Purpose.OutageEnd);
            if (u < odds) _outage[mine.Id] = runs ? Row("nature.outage-depth") : 0.0;
        }
    }

    private void FormDemand(Month month)
    {
        NaiveMarket[] posted = [.. _names.Markets.Where(_names.IsPosted)];
        Dictionary<NaiveMarket, double> rises = posted.ToDictionary(m => m, m => Math.Log(Price[m] / _trendPrice[m]));
        foreach (NaiveMarket market in posted) FeelAlarm(market, rises);
        foreach (NaiveBuyer buyer in _names.Buyers) Perceive(buyer);
        foreach (NaiveBuyer buyer in _names.Buyers.Where(b => !b.IsUse)) Substitute(buyer);
        foreach (Use use in _names.Chain.Uses)
        {
            NaiveBuyer buyer = _names.BuyerOf(use);
            double ratio = _perceived[buyer] * (1.0 - _law.Subsidy.GetValueOrDefault(use.Id)) / _openingPerceived[buyer];
            _demand[buyer] = _referenceUse[use.Id] * DriverIndex(use.Driver, month) * Math.Exp(_shock[use.Id]) * Response(N(use.Elasticity), ratio);
        }

        foreach (City city in _names.Chain.Cities) KeepToBudget(city);
        foreach (NaiveMarket market in _names.Markets.Where(m => _names.Makers(m).Any())) WantToMake(market);
        foreach (NaiveSector sector in _names.Sectors.Where(s => _names.Of(s).Drive == Drive.Orders))
        {
            double wanted = _names.FacilitiesOf(sector).Sum(f => _wanted[f.Id]);
            foreach (NaiveBuyer buyer in _names.BuyersOf(sector)) _demand[buyer] = wanted * InputRate(buyer);
        }

        foreach (NaiveBuyer buyer in _names.Buyers) Order(buyer);
    }

    private double InputRate(NaiveBuyer buyer) => _openingInputRate[buyer] * _intensity[buyer];

    private void FeelAlarm(NaiveMarket market, IReadOnlyDictionary<NaiveMarket, double> rises)
    {
        double rise = rises[market];
        double abroad = _names.Routes.Where(q => q.Origin == market || q.Destination == market)
            .Select(q => rises[q.Origin == market ? q.Destination : q.Origin]).Append(rise).Max();
        _trendPrice[market] = Towards(_trendPrice[market], Price[market], Row("precaution.trend-months"));
        double heard = rise + (Row("precaution.abroad-weight") * (abroad - rise));
        double signal = Math.Clamp(Outside(heard, Row("precaution.dead-band")), Row("precaution.trend-low"), Row("precaution.trend-high"));
        double risk = _names.Routes.Where(q => q.Destination == market)
            .Select(q => Math.Max(_law.HeldUp.GetValueOrDefault(q), _law.Closed.GetValueOrDefault(q))).DefaultIfEmpty(0.0).Max();
        double target = (Row("precaution.price-weight") * signal) + (Row("precaution.risk-weight") * risk);
        double next = _precaution[market] + ((target - _precaution[market]) / Row("precaution.memory-months"));
        _precaution[market] = Math.Min(next, Row("precaution.maximum"));
    }

    private void Perceive(NaiveBuyer buyer)
    {
        _perceived[buyer] = Towards(_perceived[buyer], Price[buyer.Market], Row("price.perception-months"));
        double dear = Math.Log(_perceived[buyer] / _normal[buyer]);
        _normal[buyer] = Towards(_normal[buyer], _perceived[buyer], Row("thrift.anchor-months"));
        ProcessInput? input = buyer.IsUse ? null : InputOf(buyer);
        double signal = Math.Clamp(Outside(dear, Row("thrift.dead-band")), Row("thrift.signal-low"), Row("thrift.signal-high"));
        double perYear = -Row("thrift.speed-per-year") * N(input?.Thrift, 0.0) * signal;
        if (perYear > 0.0) perYear *= Row("thrift.recovery-share");
        double limit = Row("thrift.limit-per-year");
        double learned = _logLearned[buyer] + (Math.Clamp(perYear, -limit, limit) / 12.0);
        _logLearned[buyer] = Math.Clamp(learned, Math.Log(Row("thrift.floor")), Math.Log(Row("thrift.ceiling")));
        double elasticity = N(input?.Elasticity, 0.0);
        _intensity[buyer] = Math.Exp(_logLearned[buyer]) * (elasticity > 0.0 ? Response(elasticity, _perceived[buyer] / _openingPerceived[buyer]) : 1.0);
    }

    /// <summary>The share of the work that a substitute does answers to relative prices; what the pair does together does not.</summary>
    private void Substitute(NaiveBuyer buyer)
    {
        if (InputOf(buyer).Displaces is not { } displaced) return;
        NaiveBuyer other = buyer with { Market = buyer.Market with { Good = _names.Chain.Commodities[displaced.Commodity].Id } };
        double dearer = Math.Log(_perceived[other] / _openingPerceived[other]) - Math.Log(_perceived[buyer] / _openingPerceived[buyer]);
        double before = _logSubstitution.GetValueOrDefault(buyer);
        double z = _logSubstitution[buyer] = before + (((Row("substitute.input-elasticity") * dearer) - before) / Row("substitute.input-months"));
        double own = _openingInputRate[buyer] * N(displaced.Amount);
        double total = own + _openingInputRate[other];
        double share = own * Math.Exp(z) / ((own * Math.Exp(z)) + _openingInputRate[other]);
        _intensity[buyer] *= share * total / own;
        _intensity[other] *= (1.0 - share) * total / _openingInputRate[other];
    }

    private ProcessInput InputOf(NaiveBuyer buyer) => _names.Of(_names.Sectors.Single(s => s.Name == buyer.Who))
        .Inputs.Single(i => _names.Chain.Commodities[i.Commodity].Id == buyer.Market.Good);

    private double Response(double elasticity, double ratio)
    {
        double held = Math.Clamp(Math.Log(ratio), Row("demand.signal-low"), Row("demand.signal-high"));
        double begin = Row("substitute.begin-ratio");
        double lost = Math.Clamp((ratio - begin) / (Row("substitute.end-ratio") - begin), 0.0, 1.0);
        return Math.Exp(-elasticity * held) * (1.0 - lost);
    }

    private void KeepToBudget(City city)
    {
        List<Use> uses = [.. UsesOf(city)];
        double cost = uses.Sum(k => _demand[_names.BuyerOf(k)] * Price[_names.BuyerOf(k).Market] * (1.0 - _law.Subsidy.GetValueOrDefault(k.Id)));
        double debt = Math.Max(0.0, -Balance[$"city {city.Id}"]);
        double budget = (_deploymentShare[city.Id] * N(city.RevenueUsdPerYear) / 12.0) - RunningCost(city) - (debt * Row("money.interest-rate-per-year") / 12.0);
        double affordable = debt > N(city.DebtCeilingShare) * N(city.RevenueUsdPerYear) ? 0.0 : Math.Max(0.0, budget);
        if (cost <= affordable) return;
        foreach (Use use in uses) _demand[_names.BuyerOf(use)] *= affordable / cost;
    }

    private IEnumerable<Use> UsesOf(City city) => _names.Chain.Uses.Where(k => k.City is { } c && _names.Chain.Cities[c].Id == city.Id);

    private double RunningCost(City city) => UsesOf(city).Where(k => k.Service is not null)
        .Sum(k => N(k.Service!.RunningCostUsdPerUnitYear) / 12.0 * Goods.Amount[_names.InUse(k)]);

    private void WantToMake(NaiveMarket market)
    {
        List<Facility> plants = [.. _names.Makers(market).SelectMany(_names.FacilitiesOf)];
        double Of(Facility f) => Yield(_names.SectorOf(f), market.Good);
        double usual = plants.Sum(f => _openingRate[f.Id] * Usable(f) * Of(f));
        double expected = _expectedOrders[market];
        double gap = ((N(_names.Of(market).CoverMonths!) * expected) - Goods.Amount[market.Stock]) / Row("make.adjust-months");
        double held = _openingOwnShare[market];
        double want = Math.Max(0.0, Math.Min(expected, Math.Max(usual, held * expected)) + (gap > 0.0 ? gap : held * gap));
        foreach (Facility f in plants)
        {
            _wished[f.Id] = usual > 0.0 ? want * _openingRate[f.Id] * Usable(f) / usual : 0.0;
            _wanted[f.Id] = Math.Min(_wished[f.Id], Usable(f));
        }

        double left = want - plants.Sum(f => _wanted[f.Id] * Of(f));
        double spare = plants.Sum(f => (Usable(f) - _wanted[f.Id]) * Of(f));
        double more = spare > 0.0 ? Math.Clamp(left / spare, 0.0, 1.0) : 0.0;
        foreach (Facility f in plants) _wanted[f.Id] += (Usable(f) - _wanted[f.Id]) * more;
    }

    private void Order(NaiveBuyer buyer)
    {
        double normal = buyer.IsUse ? N(_names.Chain.Uses.Single(k => k.Id == buyer.Who).CoverMonths) : Row("order.maker-cover-months");
        double cover = normal * Math.Max(Row("precaution.minimum-cover"), 1.0 + _precaution[buyer.Market]);
        double demand = _demand[buyer];
        double wish = demand + (((cover * demand) - Goods.Amount[buyer.Stock]) / Row("order.adjust-months"));
        _orders[buyer] = Math.Min(Math.Max(wish, Row("order.minimum-share") * demand), Row("order.maximum-share") * demand);
    }

    /// <summary>The driver as an index, one in the opening month.</summary>
    private double DriverIndex(int driver, Month month)
    {
        if (_scenario.Exogenous == Exogenous.Frozen) return 1.0;
        Driver of = _names.Chain.Drivers[driver];
        double At(double year)
        {
            if (of.Values.Count == 1) return Math.Log(N(of.Values[0].Value));
            int right = Enumerable.Range(1, of.Values.Count - 1).FirstOrDefault(i => of.Values[i].Middle >= year, of.Values.Count - 1);
            (DriverValue a, DriverValue b) = (of.Values[right - 1], of.Values[right]);
            double slope = Math.Log(N(b.Value) / N(a.Value)) / (b.Middle - a.Middle);
            return Math.Log(N(a.Value)) + (slope * (year - a.Middle));
        }

        return Math.Exp(At(month.YearPosition) - At(_scenario.Chain.Opening.YearPosition) + OutlookError(of, month));
    }

    private double OutlookError(Driver of, Month month)
    {
        double years = Math.Max(0.0, month.YearPosition - _scenario.Chain.Opening.YearPosition);
        double fade = Row("demand.growth-error-years");
        double error = _chance is { } chance ? N(of.GrowthError) * chance.Normal(Chance.KeyOf(of.Id), Purpose.DriverGrowth) : 0.0;
        return error * fade * (1.0 - Math.Exp(-years / fade));
    }

    /// <summary>The value of a driver that was listed last.</summary>
    private double DriverValue(int driver, Month month)
    {
        Driver of = _names.Chain.Drivers[driver];
        bool frozen = _scenario.Exogenous == Exogenous.Frozen;
        Month asOf = frozen ? _scenario.Chain.Opening : month;
        return N(of.Values.Last(v => v.From <= asOf).Value) * (frozen ? 1.0 : Math.Exp(OutlookError(of, month)));
    }
}
