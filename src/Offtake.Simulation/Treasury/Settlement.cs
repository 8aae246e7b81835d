using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;
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
        InvoiceOwners(state, numbers);
        InvoiceTrade(state, numbers);
        InvoiceReserves(state);
        state.Money.SettleInvoices();
        Administration.Pay(state);
        ProgrammePayments.Settle(state, numbers);
        CityAccounts.Settle(state, numbers);
        if (state.Finance is { } finance) Borrowing.Settle(state, numbers, finance);
        else PayInterest(state, numbers);
    }

    /// <summary>What owners receive and pay for what they make and what is delivered, and what users pay.</summary>
    internal static void InvoiceOwners(ChainState state, ChainNumbers numbers)
    {
        for (int s = 0; s < state.Layout.Sectors.Length; s++) InvoiceMaking(state, numbers, s);
        InvoiceDeliveries(state, numbers);
    }

    // Invoices are added up in two columns and paid all at once: half of them concern a treasury or a carrier, whose balance would be written again and again.
    private static void InvoiceMaking(ChainState state, ChainNumbers numbers, int s)
    {
        ChainLayout layout = state.Layout;
        Usd[] payable = state.Money.Payable;
        Usd[] receivable = state.Money.Receivable;
        UsdPerUnit[] price = state.Price;
        int region = layout.Payments.RegionOfSector[s];
        Usd sales = Usd.Zero;
        Usd costs = Usd.Zero;
        Usd credits = Usd.Zero;
        if (layout.Payments.Mines[s])
        {
            int pool = layout.OutputMarket(s);
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                Amount activity = state.Months.Activity[f];
                state.Months.FloorPaid[f] = Usd.Zero;
                if (activity.Value == 0.0) continue;
                Usd value = MineMargin.Price(state, numbers, f) * activity;
                payable[MoneyAccounts.Merchants(pool)] += value;
                sales += value;
                Usd toppedUp = MineMargin.TopUp(state, numbers, f) * activity;
                state.Months.FloorPaid[f] = toppedUp;
                credits += toppedUp;
            }
        }
        else
        {
            double net = 1.0 / (1.0 + numbers.Vat[region]);
            int[] markets = layout.Recipes[s].OutputMarkets;
            Amount[] made = state.Months.ProducedFrom[s];
            bool[] isPosted = layout.IsPosted;
            for (int o = 0; o < markets.Length; o++)
            {
                int m = markets[o];
                Usd value = price[m] * (isPosted[m] ? net : 1.0) * made[o];
                payable[MoneyAccounts.Merchants(m)] += value;
                sales += value;
            }

            if (layout.FeedMarket(s) is >= 0 and var feed)
            {
                Usd value = price[feed] * state.Months.SectorActivity[s];
                receivable[MoneyAccounts.Merchants(feed)] += value;
                costs += value;
            }
        }

        UsdPerUnit[] unitCost = state.UnitCost;
        Amount[] activityOf = state.Months.Activity;
        double[] credit = state.Policies.ProcessingCredit;
        int suppliers = state.Accounts.Suppliers(region);
        foreach (int f in layout.FacilitiesOfSector[s])
        {
            Usd cost = unitCost[f] * activityOf[f];
            receivable[suppliers] += cost;
            costs += cost;
            credits += cost * credit[f];
        }

        payable[state.Accounts.Treasury(region)] += credits;
        receivable[state.Accounts.Owners(s)] += sales + credits;
        payable[state.Accounts.Owners(s)] += costs;
    }

    private static void InvoiceDeliveries(ChainState state, ChainNumbers numbers)
    {
        PaymentLists lists = state.Layout.Payments;
        Usd[] payable = state.Money.Payable;
        Usd[] receivable = state.Money.Receivable;
        ReadOnlySpan<UsdPerUnit> price = state.Price;
        ReadOnlySpan<Amount> delivered = state.Months.Delivered;
        ReadOnlySpan<int> market = state.Layout.Lists.MarketOfBuyer.AsSpan(0, delivered.Length);
        ReadOnlySpan<int> payer = lists.Payer.AsSpan(0, delivered.Length);
        ReadOnlySpan<int> use = lists.UseOfBuyer.AsSpan(0, delivered.Length);
        ReadOnlySpan<int> region = lists.RegionOfBuyer.AsSpan(0, delivered.Length);
        Span<double> taxShare = stackalloc double[numbers.Vat.Length];
        for (int r = 0; r < taxShare.Length; r++) taxShare[r] = numbers.Vat[r] / (1.0 + numbers.Vat[r]);
        ReadOnlySpan<double> subsidy = state.Policies.Subsidy;
        int treasuries = state.Accounts.Treasury(0);
        for (int b = 0; b < delivered.Length; b++)
        {
            Usd value = price[market[b]] * delivered[b];
            Usd tax = value * taxShare[region[b]];

            // A treasury gives makers the tax back, and users what it subsidises.
            Usd back = use[b] < 0 ? tax : value * subsidy[use[b]];
            receivable[market[b]] += value;
            payable[market[b]] += tax;
            payable[payer[b]] += value;
            receivable[payer[b]] += back;
            receivable[treasuries + region[b]] += tax;
            payable[treasuries + region[b]] += back;
        }
    }

    private static void InvoiceTrade(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        Usd[] payable = state.Money.Payable;
        Usd[] receivable = state.Money.Receivable;
        ReadOnlySpan<UsdPerUnit> price = state.Price;
        ReadOnlySpan<Amount> shipped = state.Months.Shipped;
        int[] routeFrom = layout.RouteFrom;
        int[] routeTo = layout.RouteTo;
        int[] origins = layout.Lists.Origin;
        int[] destinations = layout.Lists.Destination;
        bool[] refunded = layout.Lists.IsRefunded;
        bool[] isPosted = layout.IsPosted;
        double[] vats = numbers.Vat;
        UsdPerUnit[] rent = state.RentNow;
        UsdPerUnit[] freightOf = numbers.Freight;
        double[] dutyShare = state.Policies.ExportDuty;
        double[] tariffShare = state.Policies.Tariff;
        ReadOnlySpan<Amount> smuggled = state.Months.Smuggled.AsSpan(0, shipped.Length);
        int treasuries = state.Accounts.Treasury(0);
        Usd freights = Usd.Zero;
        for (int q = 0; q < shipped.Length; q++)
        {
            if (smuggled[q].Value != 0.0) InvoiceSmuggling(state, numbers, q);
            if (shipped[q].Value == 0.0) continue;
            int seller = routeFrom[q];
            int buyer = routeTo[q];
            int origin = origins[q];
            double vat = vats[origin];
            bool isRefunded = refunded[q];
            Usd value = (isRefunded ? price[seller] / (1.0 + vat) : price[seller]) * shipped[q];
            Usd paid = value + (rent[q] * shipped[q]);
            Usd tax = isRefunded || !isPosted[seller] ? Usd.Zero : value * (vat / (1.0 + vat));
            Usd duty = value * dutyShare[q];
            Usd freight = freightOf[q] * shipped[q];
            Usd tariff = (paid + duty + freight) * tariffShare[q];
            payable[buyer] += paid + duty + freight + tariff;
            receivable[seller] += paid;
            payable[seller] += tax;
            receivable[treasuries + origin] += tax + duty;
            receivable[treasuries + destinations[q]] += tariff;
            freights += freight;
        }

        receivable[state.Accounts.Carriers] += freights;
    }

    /// <summary>Goods that pass no customs cost what they cost inside, tax included; the merchants who land them keep the gap.</summary>
    private static void InvoiceSmuggling(ChainState state, ChainNumbers numbers, int q)
    {
        Usd[] payable = state.Money.Payable;
        Usd[] receivable = state.Money.Receivable;
        int seller = state.Layout.RouteFrom[q];
        int origin = state.Layout.Lists.Origin[q];
        Usd value = state.Price[seller] * state.Months.Smuggled[q];
        Usd tax = value * (numbers.Vat[origin] / (1.0 + numbers.Vat[origin]));
        Usd freight = numbers.Freight[q] * state.Months.Smuggled[q];
        Usd tariff = (value + freight) * state.Policies.Tariff[q];
        payable[state.Layout.RouteTo[q]] += value + freight + tariff;
        receivable[seller] += value;
        payable[seller] += tax;
        receivable[state.Accounts.Treasury(origin)] += tax;
        receivable[state.Accounts.Carriers] += freight;
        receivable[state.Accounts.Treasury(state.Layout.Lists.Destination[q])] += tariff;
    }

    private static void InvoiceReserves(ChainState state)
    {
        ReadOnlySpan<Amount> reserved = state.Months.Reserved;
        for (int m = 0; m < reserved.Length; m++)
        {
            if (state.Reserves.Sold[m].Value != 0.0)
            {
                Usd proceeds = state.Price[m] * state.Reserves.Sold[m];
                state.Money.Payable[MoneyAccounts.Merchants(m)] += proceeds;
                state.Money.Receivable[state.Accounts.Treasury(state.Layout.Markets[m].Region)] += proceeds;
            }

            if (reserved[m].Value == 0.0) continue;
            Usd value = state.Price[m] * reserved[m];
            state.Money.Payable[state.Accounts.Treasury(state.Layout.Markets[m].Region)] += value;
            state.Money.Receivable[MoneyAccounts.Merchants(m)] += value;
        }
    }

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
