using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phases 6 and 8: use, retirement, scrap; margins, closures, projects, building.</content>
internal sealed partial class NaiveWalk
{
    private void UseGoods(Month month)
    {
        foreach (Use use in _names.Chain.Uses)
        {
            NaiveBuyer buyer = _names.BuyerOf(use);
            double before = Math.Max(0.0, Goods.Amount[buyer.Stock] - _delivered[buyer]);
            double used = Math.Min(_demand[buyer], Row("order.usable-stock-share") * before);
            if (use.Life is null)
            {
                Goods.Lose(buyer.Stock, NaiveNames.SinkOf(Sink.Dissipated, buyer.Market.Place), used);
                continue;
            }

            Dictionary<string, double> content = Goods.Take(buyer.Stock, used);
            Goods.Put(_names.InUse(use), used, content);
            _vintages[use.Id].Add((month, used, content));
        }

        foreach (Use use in _names.Chain.Uses.Where(k => k.Life is not null)) Retire(use, month);
    }

    private void Retire(Use use, Month month)
    {
        double[] left = LeftByAge(use);
        string place = _names.Chain.Regions[use.Region].Id;
        string scrapGood = _names.Chain.Commodities[use.Life!.Scrap].Id;
        double amount = 0.0;
        var content = new Dictionary<string, double>();
        foreach ((Month deployed, double vintage, Dictionary<string, double> of) in _vintages[use.Id])
        {
            int age = month - deployed;
            if (age < 1 || age >= left.Length) continue;
            double drop = left[age - 1] - left[age];
            amount += vintage * drop;
            foreach ((string element, double tonnes) in of) content[element] = content.GetValueOrDefault(element) + (tonnes * drop);
        }

        Goods.Amount[_names.InUse(use)] -= amount;
        double scrap = 0.0;
        foreach ((string element, double tonnes) in content)
        {
            double kept = _names.ElementsOf(scrapGood).Contains(element) ? N(use.Life.CollectedShare) * tonnes : 0.0;
            Goods.PutContent(_names.InUse(use), element, -tonnes);
            Goods.PutContent(NaiveNames.SinkOf(Sink.Landfill, place), element, tonnes - kept);
            if (kept != 0.0) Goods.PutContent(new NaiveMarket(scrapGood, place).Stock, element, kept);
            scrap += kept;
        }

        Goods.Amount[new NaiveMarket(scrapGood, place).Stock] += scrap;
    }

    private void Build(Month month)
    {
        var before = new Dictionary<string, double>(Capacity);
        foreach (Facility mine in _names.Chain.Facilities.Where(f => _names.Of(_names.SectorOf(f)).Drive == Drive.Margin)) Mothball(mine);
        foreach (Facility f in _names.Chain.Facilities)
        {
            NaiveSector sector = _names.SectorOf(f);
            bool isMine = _names.Of(sector).Drive == Drive.Margin;
            Capacity[f.Id] += Project(f, month);
            if (f.Ends == month && _scenario.Exogenous != Exogenous.Frozen) Capacity[f.Id] = 0.0;
            if (f.IsExpandable) Expand(f, sector, isMine, before);
        }
    }

    /// <summary>Revenue over cost of a mine's own basket, with what the state adds.</summary>
    private double MarginOf(Facility mine)
    {
        double cost = N(mine.UnitCostUsd) * (1.0 - _law.Credit.GetValueOrDefault(mine.Id));
        return (FormulaPrice(_names.ProductOf(_names.SectorOf(mine)), Basket(mine)) + TopUp(mine)) / cost;
    }

    private double TopUp(Facility mine)
    {
        if (!_law.Floor.TryGetValue(mine.Id, out (double Price, string Good) floor)) return 0.0;
        double sum = 0.0;
        foreach ((NaiveSector sector, double share) in Valuers(_names.ProductOf(_names.SectorOf(mine))).Where(v => _names.OutputsOf(v.Sector).Any(o => o.Good == floor.Good)))
        {
            double contained = Basket(mine).Sum(c => c.Value * Share(sector, floor.Good, c.Key));
            sum += share * Math.Max(0.0, floor.Price - (Price[new NaiveMarket(floor.Good, sector.Place)] / (1.0 + Vat(sector.Place)))) * contained;
        }

        return sum;
    }

    private void Mothball(Facility mine)
    {
        _margin[mine.Id] += (MarginOf(mine) - _margin[mine.Id]) / Row("mine.margin-memory-months");
        double ratio = _margin[mine.Id] / Math.Min(1.0, _openingMargin[mine.Id]);
        _poorMonths[mine.Id] = ratio < Row("mine.close-ratio") ? _poorMonths[mine.Id] + 1 : 0;
        _goodMonths[mine.Id] = ratio > Row("mine.reopen-ratio") ? _goodMonths[mine.Id] + 1 : 0;
        double months = Row("mine.close-months");
        if (_poorMonths[mine.Id] >= months) _open[mine.Id] = Math.Max(N(mine.TargetPressure), _open[mine.Id] - (1.0 / months));
        else if (_goodMonths[mine.Id] >= months) _open[mine.Id] = Math.Min(1.0, _open[mine.Id] + (1.0 / months));
    }

    /// <summary>Capacity of a dated project that comes on in a month. Whether and when it comes is drawn once, under keys of its own.</summary>
    private double Project(Facility f, Month month)
    {
        if (f.Starts is not { } announced || _scenario.Exogenous == Exogenous.Frozen) return 0.0;
        bool isTold = announced <= _scenario.Chain.First;
        ulong key = Chance.KeyOf(f.Id);
        if (!isTold && _chance is { } built && built.Unit(1, key, Purpose.Project) > Row("project.realised-share")) return 0.0;
        double late = isTold ? 0.0 : (_chance is { } delay ? delay.Unit(2, key, Purpose.Project) : 0.5) * Row("project.delay-months");
        Month first = announced + (int)Math.Round(late);
        int ramp = Math.Max(1, (int)Math.Round(Row("invest.ramp-months")));
        return month >= first && month - first < ramp ? N(f.CapacityPerYear) / 12.0 / ramp : 0.0;
    }

    private void Expand(Facility f, NaiveSector sector, bool isMine, Dictionary<string, double> before)
    {
        double[] stage = _building[f.Id];
        double start;
        if (isMine)
        {
            double excess = Math.Max(0.0, Math.Log(Math.Max(_margin[f.Id], double.Epsilon) / _hurdle[f.Id]));
            start = Row("invest.rate-per-year") / 12.0 * excess * _names.FacilitiesOf(sector).Sum(x => before[x.Id]) / _names.FacilitiesOf(sector).Count(x => x.IsExpandable);
        }
        else
        {
            double rate = Math.Max(Row("invest.target-utilisation"), _openingRate[f.Id]);
            start = Math.Max(0.0, (_wished[f.Id] / rate) - Capacity[f.Id] - stage.Sum()) / 12.0;
        }

        double lead = N(_names.Of(sector).LeadMonths, Row("invest.lead-months"));
        double pass = Math.Min(1.0, 3.0 / lead);
        double[] leaving = [.. stage.Select(held => held * pass)];
        for (int i = 0; i < 3; i++) stage[i] += (i == 0 ? start : leaving[i - 1]) - leaving[i];
        Capacity[f.Id] += leaving[2];
    }
}
