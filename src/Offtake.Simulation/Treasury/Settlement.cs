using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Treasury;

/// <summary>Phase 7: everything that moved is invoiced, taxed, subsidised and paid.</summary>
/// <remarks>
/// Eq. FIN-1: merchants buy what is made at the price net of tax and sell it at the posted price; value-added tax goes to the treasury and
/// makers get back what they paid; duty, tariff and freight are paid by the importer. Eq. FIN-2: owners and cities pay interest on negative balances.
/// </remarks>
internal static class Settlement
{
    public static void Settle(ChainState state, ChainNumbers numbers)
    {
        PayOwners(state, numbers);
        for (int q = 0; q < state.Months.Shipped.Length; q++) PayForTrade(state, numbers, q);
        for (int m = 0; m < state.Price.Length; m++) PayForReserve(state, m);
        CityAccounts.Settle(state, numbers);
        if (state.Finance is { } finance) Borrowing.Settle(state, numbers, finance);
        else PayInterest(state, numbers);
    }

    /// <summary>What owners receive and pay for what they make and what is delivered, and what users pay.</summary>
    internal static void PayOwners(ChainState state, ChainNumbers numbers)
    {
        for (int s = 0; s < state.Layout.Sectors.Length; s++) PayForMaking(state, numbers, s);
        for (int b = 0; b < state.Layout.Buyers.Length; b++) PayForDelivery(state, numbers, b);
    }

    private static void PayForMaking(ChainState state, ChainNumbers numbers, int s)
    {
        ChainLayout layout = state.Layout;
        MoneyAccounts accounts = state.Accounts;
        MoneyBook money = state.Money;
        int region = layout.Sectors[s].Region;
        SectorRecipe recipe = layout.Recipes[s];
        bool mines = layout.DriveOf(s) == Drive.Margin;
        for (int o = 0; o < recipe.OutputMarkets.Length && !mines; o++)
        {
            int m = recipe.OutputMarkets[o];
            UsdPerUnit price = layout.IsPosted[m] ? state.Price[m] / (1.0 + numbers.Vat[region]) : state.Price[m];
            money.Pay(MoneyAccounts.Merchants(m), accounts.Owners(s), price * state.Months.ProducedFrom[s][o]);
        }

        if (layout.DriveOf(s) == Drive.Feed)
            money.Pay(accounts.Owners(s), MoneyAccounts.Merchants(layout.FeedMarket(s)), state.Price[layout.FeedMarket(s)] * state.Months.SectorActivity[s]);

        foreach (int f in layout.FacilitiesOfSector[s])
        {
            Amount activity = state.Months.Activity[f];
            Usd cost = state.UnitCost[f] * activity;
            money.Pay(accounts.Owners(s), accounts.Suppliers(region), cost);
            money.Pay(accounts.Treasury(region), accounts.Owners(s), cost * state.Policies.ProcessingCredit[f]);
            if (!mines) continue;
            money.Pay(MoneyAccounts.Merchants(layout.OutputMarket(s)), accounts.Owners(s), MineMargin.Price(state, numbers, f) * activity);
            money.Pay(accounts.Treasury(region), accounts.Owners(s), MineMargin.TopUp(state, numbers, f) * activity);
        }
    }

    private static void PayForDelivery(ChainState state, ChainNumbers numbers, int b)
    {
        BuyerLink buyer = state.Layout.Buyers[b];
        int region = state.Layout.Markets[buyer.Market].Region;
        Usd value = state.Price[buyer.Market] * state.Months.Delivered[b];
        Usd tax = value * (numbers.Vat[region] / (1.0 + numbers.Vat[region]));
        int merchants = MoneyAccounts.Merchants(buyer.Market);
        int treasury = state.Accounts.Treasury(region);
        state.Money.Pay(merchants, treasury, tax);
        if (buyer.Sector >= 0)
        {
            state.Money.Pay(state.Accounts.Owners(buyer.Sector), merchants, value);
            state.Money.Pay(treasury, state.Accounts.Owners(buyer.Sector), tax);
            return;
        }

        int payer = state.Layout.Uses[buyer.Use].City is { } city ? state.Accounts.City(city) : state.Accounts.Users(buyer.Use);
        state.Money.Pay(payer, merchants, value);
        state.Money.Pay(treasury, payer, value * state.Policies.Subsidy[buyer.Use]);
    }

    private static void PayForTrade(ChainState state, ChainNumbers numbers, int q)
    {
        ChainLayout layout = state.Layout;
        Route route = layout.Routes[q];
        int from = layout.RouteFrom[q];
        Amount shipped = state.Months.Shipped[q];
        int seller = MoneyAccounts.Merchants(from);
        int buyer = MoneyAccounts.Merchants(layout.RouteTo[q]);
        bool posted = layout.IsPosted[from];
        double vat = posted ? numbers.Vat[route.From] : 0.0;
        bool refunded = layout.Commodities[route.Commodity].VatRefunded;
        Usd value = Landed.AtBorder(state, numbers, q) * shipped;
        Usd duty = value * state.Policies.ExportDuty[q];
        Usd freight = numbers.Freight[q] * shipped;
        Usd rent = state.RentNow[q] * shipped;
        state.Money.Pay(buyer, seller, value + rent);
        if (!refunded) state.Money.Pay(seller, state.Accounts.Treasury(route.From), value * (vat / (1.0 + vat)));
        state.Money.Pay(buyer, state.Accounts.Treasury(route.From), duty);
        state.Money.Pay(buyer, state.Accounts.Carriers, freight);
        state.Money.Pay(buyer, state.Accounts.Treasury(route.To), (value + duty + freight + rent) * state.Policies.Tariff[q]);
        PayForSmuggling(state, numbers, q);
    }

    /// <summary>Goods that pass no customs cost what they cost inside, tax included; the merchants who land them keep the gap.</summary>
    private static void PayForSmuggling(ChainState state, ChainNumbers numbers, int q)
    {
        if (state.Months.Smuggled[q].Value == 0.0) return;
        Route route = state.Layout.Routes[q];
        int seller = MoneyAccounts.Merchants(state.Layout.RouteFrom[q]);
        int buyer = MoneyAccounts.Merchants(state.Layout.RouteTo[q]);
        Usd value = state.Price[state.Layout.RouteFrom[q]] * state.Months.Smuggled[q];
        Usd freight = numbers.Freight[q] * state.Months.Smuggled[q];
        state.Money.Pay(buyer, seller, value);
        state.Money.Pay(seller, state.Accounts.Treasury(route.From), value * (numbers.Vat[route.From] / (1.0 + numbers.Vat[route.From])));
        state.Money.Pay(buyer, state.Accounts.Carriers, freight);
        state.Money.Pay(buyer, state.Accounts.Treasury(route.To), (value + freight) * state.Policies.Tariff[q]);
    }

    private static void PayForReserve(ChainState state, int m) => state.Money.Pay(
        state.Accounts.Treasury(state.Layout.Markets[m].Region), MoneyAccounts.Merchants(m), state.Price[m] * state.Months.Reserved[m]);

    private static void PayInterest(ChainState state, ChainNumbers numbers)
    {
        double rate = numbers.Behaviour.InterestRatePerYear / 12.0;
        for (int s = 0; s < state.Layout.Sectors.Length; s++) PayInterest(state, state.Accounts.Owners(s), rate);
        for (int c = 0; c < state.Layout.Cities.Length; c++) PayInterest(state, state.Accounts.City(c), rate);
    }

    private static void PayInterest(ChainState state, int account, double ratePerMonth)
    {
        Usd balance = state.Money.Balance[account];
        if (balance.Value < 0.0) state.Money.Pay(account, state.Accounts.Bank, -balance * ratePerMonth);
    }
}
