using Offtake.Model.Chain;
using Offtake.Simulation;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phase 4: pools, separation, mines, makers, disposal.</content>
internal sealed partial class NaiveWalk
{
    private readonly Dictionary<NaiveMarket, double> _released = [];
    private readonly Dictionary<NaiveMarket, double> _producedFor = [];

    private void Operate()
    {
        _producedFor.Clear();
        foreach (NaiveMarket m in _names.Markets) _released[m] = _names.IsPosted(m) ? 0.0 : Row("pool.release-share") * Goods.Amount[m.Stock];
        foreach (NaiveSector s in _names.Sectors.Where(s => _names.Of(s).Drive == Drive.Feed)) Separate(s);
        foreach (NaiveRoute q in _names.Routes.Where(q => !_names.IsPosted(q.Origin)))
        {
            Shipped[q] = ByContract(q);
            Goods.Move(q.Origin.Stock, q.UnderWay, Shipped[q]);
        }

        foreach (NaiveSector s in _names.Sectors.Where(s => _names.Of(s).Drive == Drive.Margin)) Mine(s);
        foreach (NaiveSector s in _names.Sectors.Where(s => _names.Of(s).Drive == Drive.Orders)) Make(s);
        foreach (NaiveMarket m in _names.Markets.Where(_names.IsPosted)) Dispose(m);
    }

    private double ByContract(NaiveRoute q) => N(_names.Of(q).Weight) * _law.Open(q) * _released[q.Origin];

    private void Separate(NaiveSector sector)
    {
        NaiveMarket pool = _names.PoolOf(sector);
        double local = _released[pool] - _names.Routes.Where(q => q.Origin == pool).Sum(ByContract);
        double room = _names.Feeders(pool).SelectMany(_names.FacilitiesOf).Sum(Usable);
        double rate = room > 0.0 ? local / room : 0.0;
        foreach (Facility f in _names.FacilitiesOf(sector))
        {
            _wished[f.Id] = Usable(f) * Math.Max(0.0, rate);
            Activity[f.Id] = Usable(f) * Math.Clamp(rate, 0.0, 1.0);
        }

        _sectorActivity[sector] = _names.FacilitiesOf(sector).Sum(f => Activity[f.Id]);
        Convert(sector, Goods.Take(pool.Stock, _sectorActivity[sector]));
    }

    private void Mine(NaiveSector sector)
    {
        NaiveMarket pool = _names.ProductOf(sector);
        double recovery = N(_names.Of(sector).ExtractionRecovery!);
        foreach (Facility f in _names.FacilitiesOf(sector))
        {
            double usual = _openingRate[f.Id];
            double relative = _margin[f.Id] / _openingMargin[f.Id];
            double rate = relative > 0.0 ? usual * Math.Pow(relative, Row("mine.margin-elasticity")) : 0.0;
            rate = Math.Min(1.0, Math.Max(rate, Math.Min(Row("mine.minimum-rate"), usual)));
            double quota = _law.Quota.GetValueOrDefault(f.Id, double.PositiveInfinity);
            double wanted = Usable(f) * rate;
            double target = f.Driver is null ? quota : Math.Min(quota, Usable(f));
            if (!double.IsInfinity(target)) wanted = Math.Max(wanted, N(f.TargetPressure) * target);
            Activity[f.Id] = Math.Min(Math.Min(wanted, Usable(f)), quota);
            foreach ((string element, double share) in Basket(f))
            {
                if (!_names.ElementsOf(pool.Good).Contains(element)) continue;
                double content = share * Activity[f.Id];
                Goods.PutContent(NaiveNames.SinkOf(Sink.Nature, sector.Place), element, -content / recovery);
                Goods.PutContent(NaiveNames.SinkOf(Sink.Tailings, sector.Place), element, (content / recovery) - content);
                Goods.PutContent(pool.Stock, element, content);
            }
        }

        _sectorActivity[sector] = _names.FacilitiesOf(sector).Sum(f => Activity[f.Id]);
        Produce(sector, pool, _sectorActivity[sector], []);
    }

    private void Make(NaiveSector sector)
    {
        double wanted = _names.FacilitiesOf(sector).Sum(f => _wanted[f.Id]);
        double feed = 1.0;
        foreach (NaiveBuyer buyer in _names.BuyersOf(sector))
        {
            double need = wanted * InputRate(buyer);
            if (need > 0.0) feed = Math.Min(feed, Row("order.usable-stock-share") * Goods.Amount[buyer.Stock] / need);
        }

        foreach (Facility f in _names.FacilitiesOf(sector)) Activity[f.Id] = _wanted[f.Id] * feed;
        _sectorActivity[sector] = _names.FacilitiesOf(sector).Sum(f => Activity[f.Id]);
        var entering = new Dictionary<string, double>();
        foreach (NaiveBuyer buyer in _names.BuyersOf(sector))
        {
            foreach ((string element, double tonnes) in Goods.Take(buyer.Stock, _sectorActivity[sector] * InputRate(buyer)))
                entering[element] = entering.GetValueOrDefault(element) + tonnes;
        }

        Convert(sector, entering);
    }

    /// <summary>Content that enters leaves in products; the rest is lost.</summary>
    private void Convert(NaiveSector sector, Dictionary<string, double> entering)
    {
        var lost = new Dictionary<string, double>(entering);
        foreach (NaiveMarket output in _names.OutputsOf(sector))
        {
            Dictionary<string, double> content = _names.ElementsOf(output.Good)
                .ToDictionary(e => e, e => Share(sector, output.Good, e) * entering.GetValueOrDefault(e));
            foreach ((string element, double tonnes) in content) lost[element] = lost.GetValueOrDefault(element) - tonnes;
            double amount = _names.Good(output.Good).Basis == Basis.Reo ? content.Values.Sum() : Yield(sector, output.Good) * _sectorActivity[sector];
            Produce(sector, output, amount, content);
        }

        foreach ((string element, double tonnes) in lost) Goods.PutContent(NaiveNames.SinkOf(Sink.ProcessLoss, sector.Place), element, tonnes);
    }

    private void Produce(NaiveSector sector, NaiveMarket market, double amount, Dictionary<string, double> content)
    {
        Goods.Put(market.Stock, amount, content);
        _made[(sector, market.Good)] = amount;
        _producedFor[market] = _producedFor.GetValueOrDefault(market) + amount;
    }

    private void Dispose(NaiveMarket market)
    {
        if (_names.Good(market.Good).DisposalCoverMonths is not { } cover) return;
        double excess = Goods.Amount[market.Stock] - (N(cover) * _expectedOrders[market]);
        if (excess > 0.0) Goods.Lose(market.Stock, NaiveNames.SinkOf(Sink.Disposed, market.Place), Row("dispose.share-per-month") * excess);
    }
}
