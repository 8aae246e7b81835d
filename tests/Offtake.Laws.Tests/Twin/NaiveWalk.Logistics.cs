using Offtake.Model.Quantities;
using Offtake.Simulation;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phase 5: arrivals, requests, quotas, rationing, shipment.</content>
internal sealed partial class NaiveWalk
{
    private readonly Dictionary<NaiveRoute, double> _requested = [];
    private readonly Dictionary<NaiveRoute, double> _rent = [];
    private readonly Dictionary<NaiveBuyer, double> _delivered = [];
    private readonly Dictionary<NaiveMarket, double> _reserved = [];
    private readonly Dictionary<NaiveMarket, double> _supplyRatio = [];

    private void MoveGoods(Month month)
    {
        var arrived = _names.Markets.ToDictionary(m => m, _ => 0.0);
        foreach (NaiveRoute q in _names.Routes)
        {
            double due = Math.Min(_dueIn[q][0], Goods.Amount[q.UnderWay]);
            _dueIn[q].RemoveAt(0);
            Goods.Move(q.UnderWay, q.Destination.Stock, due);
            arrived[q.Destination] += due;
        }

        List<NaiveRoute> spot = [.. _names.Routes.Where(q => _names.IsPosted(q.Origin))];
        var asked = spot.ToDictionary(q => q, q => Wish(q, 0.0));
        foreach (NaiveRoute q in spot) _requested[q] = asked[q] * _law.Open(q);
        Dictionary<NaiveRoute, double> askedBefore = new(_rent);
        foreach (NaiveRoute q in _names.Routes) _rent[q] = 0.0;
        HashSet<NaiveRoute> standing = [.. _law.ExportQuotas.Select(x => x.Routes[0])];
        foreach (NaiveRoute ended in _exportQuotaLeft.Keys.Where(q => month.OfYear == 1 || !standing.Contains(q)).ToList()) _exportQuotaLeft.Remove(ended);
        foreach ((double perMonth, List<NaiveRoute> routes) in _law.ExportQuotas) BindQuota(perMonth, routes, asked, askedBefore);
        foreach (NaiveRoute q in _names.Routes) _smoothRent[q] += (_rent[q] - _smoothRent[q]) / Row("price.landed-anchor-months");
        foreach (NaiveRoute q in spot) _habit[q] += _law.Open(q) * (asked[q] - _habit[q]) / Row("trade.adjust-months");
        foreach (NaiveRoute q in _names.Routes) Smuggled[q] = _names.IsPosted(q.Origin) ? AskedBySmugglers(q) : 0.0;
        foreach (NaiveMarket m in _names.Markets.Where(_names.IsPosted)) Serve(m);
        foreach (NaiveRoute q in _names.Routes)
        {
            if (_names.IsPosted(q.Origin)) Goods.Move(q.Origin.Stock, q.UnderWay, Shipped[q] + Smuggled[q]);
            int months = (int)Math.Round(N(_names.Of(q).TransitMonths));
            while (_dueIn[q].Count < months) _dueIn[q].Add(0.0);
            _dueIn[q][months - 1] += Shipped[q] + Smuggled[q];
        }

        foreach ((double _, List<NaiveRoute> routes) in _law.ExportQuotas) _exportQuotaLeft[routes[0]] -= routes.Sum(q => Shipped[q]);
        foreach (NaiveMarket m in _names.Markets.Where(_names.IsPosted)) Learn(m, arrived[m]);
    }

    private double OrdersIn(NaiveMarket market) => _names.Buyers.Where(b => b.Market == market).Sum(b => _orders[b]);

    /// <summary>What importers ask of a route at a rent, before closures.</summary>
    private double Wish(NaiveRoute q, double rent)
    {
        double Target(NaiveMarket m) => N(_names.Of(m).CoverMonths!) * _expectedOrders[m];
        double from = Target(q.Origin);
        double to = Target(q.Destination);
        double flow = _habit[q];
        if (from > 0.0 && to > 0.0)
        {
            double slope = Slope(q.Destination) + Slope(q.Origin);
            double crowding = Math.Max(1.0, Math.Max(Crowding(q.Origin, q), Crowding(q.Destination, q)));
            flow += Row("trade.arbitrage-share") * Math.Log(Price[q.Destination] / Landed(q, rent)) / (slope * crowding);
        }

        double most = Math.Max(Row("order.maximum-share") * OrdersIn(q.Destination), _habit[q]);
        return Math.Clamp(flow, 0.0, most);
    }

    private double Slope(NaiveMarket m) => N(_names.Of(m).Beta!) / (N(_names.Of(m).CoverMonths!) * _expectedOrders[m]);

    /// <summary>What a market's price does to the gaps between it and each partner it trades with, and the other end of one more route.</summary>
    private double Crowding(NaiveMarket market, NaiveRoute also)
    {
        bool InUse(NaiveRoute q) => _habit[q] > 0.01 * Math.Min(_expectedOrders[q.Origin], _expectedOrders[q.Destination]);
        return _names.Routes
            .Where(q => _names.IsPosted(q.Origin) && (q.Origin == market || q.Destination == market) && _expectedOrders[q.Origin] > 0.0 && _expectedOrders[q.Destination] > 0.0)
            .Where(q => q == also || InUse(q))
            .Select(q => q.Origin == market ? q.Destination : q.Origin).Distinct()
            .Sum(partner => Slope(market) / (Slope(market) + Slope(partner)));
    }

    /// <summary>
    /// One rent for all routes of a quota: the one that fits, found by forty halvings below twelve times the dearest price, or what the holders still
    /// ask from the month before, if that is more. What has accrued and is not used is counted under its first route.
    /// </summary>
    private void BindQuota(double perMonth, List<NaiveRoute> routes, Dictionary<NaiveRoute, double> asked, Dictionary<NaiveRoute, double> askedBefore)
    {
        _exportQuotaLeft[routes[0]] = _exportQuotaLeft.GetValueOrDefault(routes[0]) + (perMonth * Row("licence.usable-share"));
        double left = Math.Max(0.0, _exportQuotaLeft[routes[0]]);
        double Total(double rent) => routes.Sum(q => Wish(q, rent) * _law.Open(q));
        double low = 0.0;
        double high = Total(0.0) <= left ? 0.0 : 12.0 * routes.Max(q => Price[q.Destination]);
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2.0;
            if (Total(middle) > left) low = middle;
            else high = middle;
        }

        double rent = Math.Max(high, routes.Max(q => askedBefore.GetValueOrDefault(q)) * (1.0 - (1.0 / Row("licence.ask-months"))));
        if (rent <= 0.0) return;
        double fit = Math.Min(1.0, left / Total(rent));
        foreach (NaiveRoute q in routes)
        {
            _rent[q] = rent;
            asked[q] = Wish(q, rent);
            _requested[q] = asked[q] * _law.Open(q) * fit;
        }
    }

    private double AskedBySmugglers(NaiveRoute q)
    {
        bool isBarred = _law.Duty.GetValueOrDefault(q) > 0.0 || _law.ExportQuotas.Any(x => x.Routes.Contains(q));
        double landed = (Price[q.Origin] + N(_names.Of(q).FreightUsdPerUnit)) * (1.0 + _law.Tariff.GetValueOrDefault(q)) * (1.0 + Vat(q.To)) * _tradeMargin[q];
        return isBarred ? Row("trade.smuggled-share") * OrdersIn(q.Destination) * Math.Clamp(Math.Log(Price[q.Destination] / landed), 0.0, 1.0) : 0.0;
    }

    private void Serve(NaiveMarket market)
    {
        double available = Row("trade.deliverable-share") * Goods.Amount[market.Stock];
        List<NaiveRoute> ways = [.. _names.Routes.Where(q => q.Origin == market)];
        double exports = ways.Sum(q => _requested[q] + Smuggled[q]);
        double limit = Row("trade.export-limit-share") * available;
        double exportShare = exports > limit ? limit / exports : 1.0;
        double reserve = _law.Reserve.GetValueOrDefault(market);
        double claims = OrdersIn(market) + (exports * exportShare) + reserve;
        double share = claims > available ? available / claims : 1.0;
        foreach (NaiveBuyer buyer in _names.Buyers.Where(b => b.Market == market))
        {
            _delivered[buyer] = share * _orders[buyer];
            Goods.Move(market.Stock, buyer.Stock, _delivered[buyer]);
        }

        foreach (NaiveRoute q in ways)
        {
            Shipped[q] = _requested[q] * exportShare * share;
            Smuggled[q] *= exportShare * share;
        }

        _reserved[market] = share * reserve;
        Goods.Lose(market.Stock, NaiveNames.SinkOf(Sink.Reserve, market.Place), _reserved[market]);
    }

    private void Learn(NaiveMarket market, double arrived)
    {
        double asked = OrdersIn(market) + _names.Routes.Where(q => q.Origin == market).Sum(q => _requested[q] + Smuggled[q]);
        _expectedOrders[market] += (asked - _expectedOrders[market]) / Row("order.expectation-months");
        double made = _producedFor.GetValueOrDefault(market);
        double claims = asked + _law.Reserve.GetValueOrDefault(market);
        _supplyRatio[market] = claims > 0.0 ? (made + arrived) / claims : made + arrived > 0.0 ? double.PositiveInfinity : 1.0;
        if (made + arrived > 0.0) _ownShare[market] += ((made / (made + arrived)) - _ownShare[market]) / Row("price.revenue-memory-months");
    }
}
