using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Cities;

namespace Offtake.Laws.Tests.Twin;

/// <content>What is remembered from month to month, and where it starts.</content>
internal sealed partial class NaiveWalk
{
    private readonly Dictionary<NaiveMarket, double> _openingPrice = [];
    private readonly Dictionary<NaiveRoute, double> _tradeMargin = [];
    private readonly Dictionary<NaiveMarket, double> _expectedPrice = [];
    private readonly Dictionary<NaiveMarket, double> _trendPrice = [];
    private readonly Dictionary<NaiveMarket, double> _slowPrice = [];
    private readonly Dictionary<NaiveMarket, double> _costBasis = [];
    private readonly Dictionary<NaiveMarket, double> _expectedOrders = [];
    private readonly Dictionary<NaiveMarket, double> _precaution = [];
    private readonly Dictionary<NaiveMarket, double> _ownShare = [];
    private readonly Dictionary<NaiveMarket, double> _openingOwnShare = [];
    private readonly Dictionary<NaiveBuyer, double> _perceived = [];
    private readonly Dictionary<NaiveBuyer, double> _openingPerceived = [];
    private readonly Dictionary<NaiveBuyer, double> _normal = [];
    private readonly Dictionary<NaiveBuyer, double> _logLearned = [];
    private readonly Dictionary<NaiveBuyer, double> _intensity = [];
    private readonly Dictionary<NaiveBuyer, double> _openingInputRate = [];
    private readonly Dictionary<string, double> _fullCapacity = [];
    private readonly Dictionary<NaiveRoute, double> _habit = [];
    private readonly Dictionary<NaiveRoute, double> _smoothRent = [];
    private readonly Dictionary<NaiveRoute, List<double>> _dueIn = [];
    private readonly Dictionary<NaiveRoute, double> _exportQuotaLeft = [];
    private readonly Dictionary<NaiveSector, double> _openingCost = [];
    private readonly Dictionary<(NaiveSector, string Good), double> _openingYield = [];
    private readonly Dictionary<(NaiveSector, string Good), double> _made = [];
    private readonly Dictionary<NaiveSector, double> _sectorActivity = [];
    private readonly Dictionary<string, double> _referenceUse = [];
    private readonly Dictionary<string, double> _shock = [];
    private readonly Dictionary<string, double> _outage = [];
    private readonly Dictionary<string, double> _open = [];
    private readonly Dictionary<string, double> _deploymentShare = [];
    private readonly Dictionary<string, double> _openingRate = [];
    private readonly Dictionary<string, double> _openingMargin = [];
    private readonly Dictionary<string, double> _hurdle = [];
    private readonly Dictionary<string, double> _margin = [];
    private readonly Dictionary<string, int> _poorMonths = [];
    private readonly Dictionary<string, int> _goodMonths = [];
    private readonly Dictionary<string, double[]> _building = [];
    private readonly Dictionary<string, List<(Month Month, double Amount, Dictionary<string, double> Content)>> _vintages = [];

    private void ReadOpening(ChainState s)
    {
        ChainLayout layout = s.Layout;
        for (int a = 0; a < layout.AccountCount; a++)
        {
            string holder = layout.AccountOfGoodsName(a);
            Goods.Amount[holder] = s.Holdings.Amounts[a].Value;
            for (int lane = layout.LaneStart[a]; lane < layout.LaneStart[a + 1]; lane++)
                Goods.Content[(holder, _names.Elements[layout.ElementOfLane[lane]])] = s.Holdings.Contents[lane].Value;
        }

        for (int m = 0; m < _names.Markets.Count; m++) ReadMarket(s, _names.Markets[m], m);
        for (int q = 0; q < _names.Routes.Count; q++)
        {
            NaiveRoute route = _names.Routes[q];
            _tradeMargin[route] = s.TradeMargin[q];
            _habit[route] = s.HabitualFlow[q].Value;
            _smoothRent[route] = 0.0;
            Shipped[route] = s.Months.Shipped[q].Value;
            _dueIn[route] = [.. Enumerable.Repeat(Shipped[route], (int)Math.Round(N(_names.Of(route).TransitMonths)))];
        }

        foreach ((NaiveBuyer buyer, int b) in _names.Buyers.Select((buyer, b) => (buyer, b)))
        {
            _perceived[buyer] = s.PerceivedPrice[b].Value;
            _openingPerceived[buyer] = s.OpeningPerceivedPrice[b].Value;
            _normal[buyer] = s.NormalPrice[b].Value;
            _logLearned[buyer] = 0.0;
            _intensity[buyer] = 1.0;
            if (!buyer.IsUse) _openingInputRate[buyer] = s.InputRate[layout.Buyers[b].Sector][layout.Buyers[b].Input];
        }

        for (int i = 0; i < layout.Sectors.Length; i++) ReadSector(s, _names.Sectors[i], i);
        for (int k = 0; k < _names.Chain.Uses.Count; k++)
        {
            _referenceUse[_names.Chain.Uses[k].Id] = s.ReferenceUse[k].Value;
            _shock[_names.Chain.Uses[k].Id] = 0.0;
        }

        for (int c = 0; c < _names.Chain.Cities.Count; c++) _deploymentShare[_names.Chain.Cities[c].Id] = s.DeploymentShare[c];
        for (int f = 0; f < _names.Chain.Facilities.Count; f++) ReadFacility(s, _names.Chain.Facilities[f].Id, f);
        for (int a = 0; a < s.Money.Balance.Length; a++) Balance[s.Accounts.Name(a)] = s.Money.Balance[a].Value;
    }

    private void ReadMarket(ChainState s, NaiveMarket market, int m)
    {
        Price[market] = s.Price[m].Value;
        _openingPrice[market] = s.OpeningPrice[m].Value;
        _expectedPrice[market] = s.ExpectedPrice[m].Value;
        _trendPrice[market] = s.TrendPrice[m].Value;
        _slowPrice[market] = s.SlowPrice[m].Value;
        _costBasis[market] = s.CostBasis[m].Value;
        _expectedOrders[market] = s.ExpectedOrders[m].Value;
        _precaution[market] = s.Precaution[m];
        _ownShare[market] = s.OwnSupplyShare[m];
        _openingOwnShare[market] = s.OpeningOwnShare[m];
    }

    private void ReadSector(ChainState s, NaiveSector sector, int i)
    {
        _openingCost[sector] = s.OpeningUnitCost[i].Value;
        _sectorActivity[sector] = s.Months.SectorActivity[i].Value;
        foreach ((NaiveMarket output, int o) in _names.OutputsOf(sector).Select((output, o) => (output, o)))
        {
            _openingYield[(sector, output.Good)] = s.OpeningYieldPerActivity[i][o];
            _made[(sector, output.Good)] = s.Months.ProducedFrom[i][o].Value;
        }
    }

    private void ReadFacility(ChainState s, string id, int f)
    {
        Capacity[id] = s.Capacity[f].Value;
        _fullCapacity[id] = s.FullCapacity[f].Value;
        Activity[id] = s.Months.Activity[f].Value;
        _outage[id] = 0.0;
        _open[id] = 1.0;
        _openingRate[id] = s.OpeningRate[f];
        _openingMargin[id] = s.OpeningMargin[f];
        _hurdle[id] = s.HurdleMargin[f];
        _margin[id] = s.Margin[f];
        _poorMonths[id] = _goodMonths[id] = 0;
        _building[id] = new double[3];
    }

    /// <summary>Goods in use were deployed along the driver, in the composition of the opening.</summary>
    private void ReadVintages()
    {
        foreach (Use use in _names.Chain.Uses.Where(k => k.Life is not null))
        {
            NaiveMarket market = _names.BuyerOf(use).Market;
            double[] left = LeftByAge(use);
            var content = Goods.In(market.Stock).ToDictionary(c => c.Key, c => c.Value / Goods.Amount[market.Stock]);
            _vintages[use.Id] = [];
            for (int age = left.Length - 2; age >= 0; age--)
            {
                Month month = _scenario.Chain.Opening + -age;
                double deployed = _referenceUse[use.Id] * DriverIndex(use.Driver, month);
                _vintages[use.Id].Add((month, deployed, content.ToDictionary(c => c.Key, c => c.Value * deployed)));
            }
        }
    }

    /// <summary>Share in use by age in months: normal life, one at age nothing, none beyond four standard deviations.</summary>
    private double[] LeftByAge(Use use)
    {
        double mean = N(use.Life!.MeanYears);
        double sd = N(use.Life.SdYears);
        int last = (int)Math.Ceiling((mean + (4.0 * sd)) * 12.0);
        return [.. Enumerable.Range(0, last + 1).Select(a => a == 0 ? 1.0 : a == last ? 0.0 : Survival.At(a / 12.0, mean, sd))];
    }
}
