using Offtake.Model.Chain;

namespace Offtake.Laws.Tests.Twin;

/// <content>Phase 7: invoices, taxes, budgets and interest.</content>
internal sealed partial class NaiveWalk
{
    private void Settle()
    {
        foreach (NaiveSector sector in _names.Sectors) SettleMaking(sector);
        foreach (NaiveBuyer buyer in _names.Buyers) SettleDelivery(buyer);
        foreach (NaiveRoute q in _names.Routes) SettleTrade(q);
        foreach ((NaiveMarket market, double amount) in _reserved) Pay(Treasury(market.Place), Merchants(market), Price[market] * amount);
        foreach (City city in _names.Chain.Cities) SettleCity(city);
        foreach (string debtor in Balance.Keys.Where(a => a.StartsWith("owners of ", StringComparison.Ordinal) || a.StartsWith("city ", StringComparison.Ordinal)).ToList())
        {
            if (Balance[debtor] < 0.0) Pay(debtor, "bank", -Balance[debtor] * Row("money.interest-rate-per-year") / 12.0);
        }
    }

    private void SettleMaking(NaiveSector sector)
    {
        string owners = $"owners of {sector.Name}";
        Drive drive = _names.Of(sector).Drive;
        if (drive != Drive.Margin)
        {
            foreach (NaiveMarket o in _names.OutputsOf(sector))
                Pay(Merchants(o), owners, Price[o] / (_names.IsPosted(o) ? 1.0 + Vat(sector.Place) : 1.0) * _made[(sector, o.Good)]);
        }

        if (drive == Drive.Feed) Pay(owners, Merchants(_names.PoolOf(sector)), Price[_names.PoolOf(sector)] * _sectorActivity[sector]);
        foreach (Facility f in _names.FacilitiesOf(sector))
        {
            double cost = N(f.UnitCostUsd) * Activity[f.Id];
            Pay(owners, Suppliers(sector.Place), cost);
            Pay(Treasury(sector.Place), owners, cost * _law.Credit.GetValueOrDefault(f.Id));
            if (drive != Drive.Margin) continue;
            Pay(Merchants(_names.ProductOf(sector)), owners, FormulaPrice(_names.ProductOf(sector), Basket(f)) * Activity[f.Id]);
            Pay(Treasury(sector.Place), owners, TopUp(f) * Activity[f.Id]);
        }
    }

    private void SettleDelivery(NaiveBuyer buyer)
    {
        NaiveMarket market = buyer.Market;
        double value = Price[market] * _delivered[buyer];
        double tax = value * Vat(market.Place) / (1.0 + Vat(market.Place));
        Pay(Merchants(market), Treasury(market.Place), tax);
        if (!buyer.IsUse)
        {
            Pay($"owners of {buyer.Who}", Merchants(market), value);
            Pay(Treasury(market.Place), $"owners of {buyer.Who}", tax);
            return;
        }

        Use use = _names.Chain.Uses.Single(k => k.Id == buyer.Who);
        string payer = use.City is { } c ? $"city {_names.Chain.Cities[c].Id}" : $"users {use.Id}";
        Pay(payer, Merchants(market), value);
        Pay(Treasury(market.Place), payer, value * _law.Subsidy.GetValueOrDefault(use.Id));
    }

    private void SettleTrade(NaiveRoute q)
    {
        double shipped = Shipped[q];
        double value = AtBorder(q) * shipped;
        double duty = _law.Duty.GetValueOrDefault(q) * value;
        double freight = N(_names.Of(q).FreightUsdPerUnit) * shipped;
        double rent = _rent[q] * shipped;
        Pay(Merchants(q.Destination), Merchants(q.Origin), value + rent);
        if (_names.IsPosted(q.Origin) && !_names.Good(q.Good).VatRefunded) Pay(Merchants(q.Origin), Treasury(q.From), value * Vat(q.From) / (1.0 + Vat(q.From)));
        Pay(Merchants(q.Destination), Treasury(q.From), duty);
        Pay(Merchants(q.Destination), "carriers", freight);
        Pay(Merchants(q.Destination), Treasury(q.To), _law.Tariff.GetValueOrDefault(q) * (value + duty + freight + rent));
        double hidden = Price[q.Origin] * Smuggled[q];
        double hiddenFreight = N(_names.Of(q).FreightUsdPerUnit) * Smuggled[q];
        Pay(Merchants(q.Destination), Merchants(q.Origin), hidden);
        Pay(Merchants(q.Origin), Treasury(q.From), hidden * Vat(q.From) / (1.0 + Vat(q.From)));
        Pay(Merchants(q.Destination), "carriers", hiddenFreight);
        Pay(Merchants(q.Destination), Treasury(q.To), _law.Tariff.GetValueOrDefault(q) * (hidden + hiddenFreight));
    }

    private void SettleCity(City city)
    {
        string place = _names.Chain.Regions[city.Region].Id;
        double revenue = N(city.RevenueUsdPerYear) / 12.0;
        Pay(Suppliers(place), $"city {city.Id}", revenue);
        Pay($"city {city.Id}", Suppliers(place), (1.0 - _deploymentShare[city.Id]) * revenue);
        Pay($"city {city.Id}", Suppliers(place), RunningCost(city));
    }

    private void Pay(string from, string to, double amount)
    {
        Balance[from] -= amount;
        Balance[to] += amount;
    }

    private static string Merchants(NaiveMarket market) => $"merchants of {market.Good} in {market.Place}";

    private static string Treasury(string place) => $"treasury of {place}";

    private static string Suppliers(string place) => $"suppliers of {place}";
}
