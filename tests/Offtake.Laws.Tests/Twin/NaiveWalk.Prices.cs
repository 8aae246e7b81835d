using Offtake.Model.Chain;
using Offtake.Model.Scenarios;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phase 3: posted prices, formula prices, expectations.</content>
internal sealed partial class NaiveWalk
{
    private void PostPrices()
    {
        foreach (NaiveMarket market in _names.Markets.Where(_names.IsPosted)) Post(market);
        foreach (NaiveMarket pool in _names.Markets.Where(m => !_names.IsPosted(m) && Goods.Amount[m.Stock] > 0.0))
        {
            double amount = Goods.Amount[pool.Stock];
            Price[pool] = FormulaPrice(pool, Goods.In(pool.Stock).ToDictionary(c => c.Key, c => c.Value / amount));
        }

        FollowCosts();
        Dictionary<NaiveMarket, double> next = _names.Markets.Where(_names.IsPosted).ToDictionary(m => m, NextExpectation);
        foreach ((NaiveMarket market, double price) in next)
        {
            _expectedPrice[market] = price;
            _slowPrice[market] = Towards(_slowPrice[market], Price[market], Row("price.revenue-memory-months"));
        }
    }

    private void Post(NaiveMarket market)
    {
        Market of = _names.Of(market);
        double target = N(of.CoverMonths!) * (1.0 + (Row("precaution.seller-share") * Math.Max(0.0, _precaution.GetValueOrDefault(market)))) * _expectedOrders[market];
        double high = Row("price.cover-ratio-high");
        double ratio = target > 0.0 ? Math.Clamp(Goods.Amount[market.Stock] / target, Row("price.cover-ratio-low"), high) : high;
        bool isFlows = _scenario.PriceRule == PriceRule.Ratio;
        double flows = Math.Clamp(_supplyRatio.GetValueOrDefault(market, 1.0), Row("price.cover-ratio-low"), high);
        double wish = _expectedPrice[market] * (isFlows ? Math.Pow(flows, -N(of.Beta!) / N(of.CoverMonths!)) : Math.Pow(ratio, -N(of.Beta!)));
        double last = Price[market];
        double floor = N(of.FloorShare, 0.0) * _openingPrice[market];
        double limited = Math.Clamp(Math.Max(wish, floor), Row("price.monthly-fall-limit") * last, Row("price.monthly-rise-limit") * last);
        Price[market] = Math.Max(limited, floor);
        if (isFlows) _expectedPrice[market] = Price[market];
    }

    /// <summary>The sectors that separate a pool's material where it is valued, with their shares by capacity.</summary>
    private List<(NaiveSector Sector, double Share)> Valuers(NaiveMarket pool)
    {
        NaiveMarket at = new(pool.Good, _names.Of(pool).ValuesAt is { } r ? _names.Chain.Regions[r].Id : pool.Place);
        List<NaiveSector> sectors = [.. _names.Feeders(at)];
        double Of(NaiveSector s) => _names.FacilitiesOf(s).Sum(f => Capacity[f.Id]);
        double all = sectors.Sum(Of);
        return [.. sectors.Select(s => (s, all > 0.0 ? Of(s) / all : 1.0 / sectors.Count))];
    }

    /// <summary>What the products of a tonne of an element fetch, without tax.</summary>
    private double Worth(NaiveSector sector, string element) =>
        _names.OutputsOf(sector).Sum(o => Share(sector, o.Good, element) * Price[o]) / (1.0 + Vat(sector.Place));

    private double FormulaPrice(NaiveMarket pool, Dictionary<string, double> composition)
    {
        List<(NaiveSector Sector, double Share)> valuers = Valuers(pool);
        if (valuers.Count == 0) return 0.0;
        NaiveRoute? way = _names.Routes.FirstOrDefault(q => q.Origin == pool && q.To == valuers[0].Sector.Place);
        double freight = way is null ? 0.0 : N(_names.Of(way).FreightUsdPerUnit);
        double value = valuers.Sum(v => v.Share * (composition.Sum(c => c.Value * Worth(v.Sector, c.Key)) - ProcessingCost(v.Sector))) - freight;
        return Math.Max(0.0, N(_names.Of(pool).PayableShare!) * value);
    }

    /// <summary>Mean processing cost of a sector's facilities: by what they ran at last month, or by capacity when they stood still.</summary>
    private double ProcessingCost(NaiveSector sector)
    {
        List<Facility> facilities = [.. _names.FacilitiesOf(sector)];
        double activity = facilities.Sum(f => Activity[f.Id]);
        if (activity > 0.0) return facilities.Sum(f => N(f.UnitCostUsd) * Activity[f.Id]) / activity;
        double capacity = facilities.Sum(f => Capacity[f.Id]);
        return capacity > 0.0 ? facilities.Sum(f => N(f.UnitCostUsd) * Capacity[f.Id]) / capacity : 0.0;
    }

    /// <summary>Cost of what is in a pool follows what it cost to mine and to bring.</summary>
    private void FollowCosts()
    {
        var next = new Dictionary<NaiveMarket, double>();
        foreach (NaiveMarket pool in _names.Markets.Where(m => !_names.IsPosted(m)))
        {
            List<Facility> mines = [.. _names.Sectors.Where(s => _names.Of(s).Drive == Drive.Margin && _names.ProductOf(s) == pool).SelectMany(_names.FacilitiesOf)];
            List<NaiveRoute> ways = [.. _names.Routes.Where(q => q.Destination == pool)];
            double amount = mines.Sum(f => Activity[f.Id]) + ways.Sum(q => Shipped[q]);
            double cost = mines.Sum(f => N(f.UnitCostUsd) * Activity[f.Id]) + ways.Sum(q => (_costBasis[q.Origin] + N(_names.Of(q).FreightUsdPerUnit)) * Shipped[q]);
            if (amount > 0.0) next[pool] = _costBasis[pool] + (((cost / amount) - _costBasis[pool]) / Row("price.revenue-memory-months"));
        }

        foreach ((NaiveMarket pool, double cost) in next) _costBasis[pool] = cost;
    }

    private double NextExpectation(NaiveMarket market)
    {
        double expected = _expectedPrice[market];
        double change = Math.Log(Price[market] / expected) / Row("price.expectation-months");
        bool isMadeToOrder = _names.Makers(market).Any();
        change += _ownShare[market] * OwnCostAnchor(market) / Row(isMadeToOrder ? "price.maker-anchor-months" : "price.anchor-months");
        List<NaiveRoute> ways = [.. _names.Routes.Where(q => q.Destination == market)];
        double habit = ways.Sum(q => _habit[q]);
        foreach (NaiveRoute q in ways.Where(_ => habit > 0.0))
        {
            double weight = (1.0 - _ownShare[market]) * _habit[q] / habit;
            change += weight * Math.Log(Landed(q, _smoothRent[q]) / expected) / Row("price.landed-anchor-months");
        }

        foreach (NaiveRoute q in _names.Routes.Where(q => q.Origin == market && _habit[q] > 0.0 && _expectedOrders[market] > 0.0))
        {
            double there = Price[q.Destination] / ((1.0 + _law.Tariff.GetValueOrDefault(q)) * (1.0 + Vat(q.To)) * _tradeMargin[q]);
            double here = (there - N(_names.Of(q).FreightUsdPerUnit)) / (1.0 + _law.Duty.GetValueOrDefault(q)) * (_names.Good(q.Good).VatRefunded ? 1.0 + Vat(q.From) : 1.0);
            if (here > 0.0) change += Row("price.export-anchor-share") * Math.Min(1.0, _habit[q] / _expectedOrders[market]) * Math.Log(here / expected) / Row("price.landed-anchor-months");
        }

        return expected * Math.Exp(change);
    }

    /// <summary>Log of what the good would cost at its makers' cost, over what is expected.</summary>
    private double OwnCostAnchor(NaiveMarket market)
    {
        double sum = 0.0;
        double weight = 0.0;
        foreach (NaiveSector sector in _names.Sectors.Where(s => _names.Of(s).AnchorsPrice && _names.Of(s).Drive != Drive.Margin))
        {
            if (!_made.TryGetValue((sector, market.Good), out double made) || sector.Place != market.Place) continue;
            if (double.IsNaN(_openingCost[sector]) || _sectorActivity[sector] <= 0.0) continue;
            double anchor = _names.Of(sector).Drive == Drive.Feed
                ? _slowPrice[market] * (FullCost(sector) / Revenue(sector, _slowPrice)) / (_openingCost[sector] / Revenue(sector, _openingPrice))
                : _openingPrice[market] * FullCost(sector) / _openingCost[sector];
            sum += made * Math.Log(anchor / _expectedPrice[market]);
            weight += made;
        }

        return weight > 0.0 ? sum / weight : 0.0;
    }

    private double FullCost(NaiveSector sector) => ProcessingCost(sector) + (_names.Of(sector).Drive == Drive.Feed
        ? _costBasis[_names.PoolOf(sector)]
        : _names.BuyersOf(sector).Sum(b => _perceived[b] * InputRate(b)));

    private double Revenue(NaiveSector sector, Dictionary<NaiveMarket, double> price) =>
        _names.OutputsOf(sector).Sum(o => price[o] * _openingYield[(sector, o.Good)]);

    /// <summary>Price at the origin without the tax that is given back.</summary>
    private double AtBorder(NaiveRoute q) => Price[q.Origin] / (_names.Good(q.Good).VatRefunded ? 1.0 + Vat(q.From) : 1.0);

    private double Landed(NaiveRoute q, double rent)
    {
        double value = AtBorder(q) * (1.0 + _law.Duty.GetValueOrDefault(q));
        return (value + N(_names.Of(q).FreightUsdPerUnit) + rent) * (1.0 + _law.Tariff.GetValueOrDefault(q)) * (1.0 + Vat(q.To)) * _tradeMargin[q];
    }
}
