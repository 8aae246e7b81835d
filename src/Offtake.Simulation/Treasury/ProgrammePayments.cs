using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Treasury;

/// <summary>Takes down what programmes bought and spent of what was delivered, and pays what no invoice carries: replicas of a city, and credits on inputs.</summary>
/// <remarks>
/// Eq. FIN-8: of what is delivered to a use, the share that programmes have in its wants is theirs, and so is what was paid for it. The city paid all of it on
/// delivery; its treasury gives back what the cities that do the same cost. Of several grants on one thing each has paid by its strength.
/// </remarks>
internal static class ProgrammePayments
{
    public static void Settle(ChainState state, ChainNumbers numbers)
    {
        PayInputCredits(state, numbers);
        if (state.Programmes is not { } programmes) return;
        RaiseFunds(state, programmes);
        TakeDownBought(state, programmes.Demand);
        foreach (Directive purchase in state.Policies.Purchases) PayReplicas(state, programmes, purchase);
        if (state.Policies.Subsidies.Count > 0) TakeDownSubsidies(state, programmes);
    }

    /// <summary>Eq. FIN-4: a fund raises what is realised of its announcement from the treasury, and private money by its leverage beside it.</summary>
    private static void RaiseFunds(ChainState state, ProgrammeBook programmes)
    {
        foreach (Directive fund in state.Policies.GuidanceFunds)
        {
            FundBook funds = programmes.Funds;
            int account = funds.AccountOf(fund);
            int region = funds.RegionOf(fund);
            Usd raised = Usd.Min(new Usd(fund.Strength / 12.0), programmes.BudgetLeft(fund));
            state.Money.Pay(state.Accounts.Treasury(region), account, raised);
            state.Money.Pay(state.Accounts.Shareholders(region), account, raised * fund.Terms.Leverage);
            programmes.Post(fund.Number, raised);
        }
    }

    private static void TakeDownBought(ChainState state, DemandBook book)
    {
        // Others may have crowded out part of what a subsidy lifted; programmes together have bought no more than all.
        Span<double> ordered = state.Months.Working(0, book.WantsWithout.Length);
        ordered.Clear();
        for (int lot = 0; lot < book.Ordered.Length; lot++) ordered[book.UseOf[lot]] += book.Ordered[lot].Value;
        for (int lot = 0; lot < book.Ordered.Length; lot++)
        {
            if (book.Ordered[lot].Value == 0.0) continue;
            int k = book.UseOf[lot];
            double all = Math.Max(ordered[k], state.Months.Wanting[k].Value);
            book.Bought[lot] = state.Months.Delivered[state.Layout.BuyerOfUse[k]] * (book.Ordered[lot].Value / all);
        }
    }

    private static void PayReplicas(ChainState state, ProgrammeBook programmes, Directive purchase)
    {
        DemandBook book = programmes.Demand;
        for (int i = 0; i < purchase.Targets.Count; i++)
        {
            int k = purchase.Targets[i].Index;
            int lot = book.FirstLot(purchase) + i;
            Usd paid = PriceOf(state, k) * book.Bought[lot] * (1.0 - state.Policies.Subsidy[k]);
            state.Money.Pay(state.Accounts.Treasury(state.Layout.Lists.RegionOfUse[k]), state.Accounts.City(state.Layout.Uses[k].City!.Value), paid * (1.0 - purchase.Terms.ShareOfFirstCity));
            programmes.Post(purchase.Number, paid);
            book.Outlay[lot] = paid;
        }
    }

    /// <summary>Subsidies were paid with the invoices; here they are attributed.</summary>
    private static void TakeDownSubsidies(ChainState state, ProgrammeBook programmes)
    {
        DemandBook book = programmes.Demand;
        Span<double> strengths = state.Months.Working(0, book.WantsWithout.Length);
        ReadOnlySpan<double> ofCalendar = state.Policies.SubsidyOfCalendar;
        ofCalendar.CopyTo(strengths);
        foreach (Directive subsidy in state.Policies.Subsidies)
        {
            for (int i = 0; i < subsidy.Targets.Count; i++) strengths[subsidy.Targets[i].Index] += subsidy.Strength;
        }

        foreach (Directive subsidy in state.Policies.Subsidies)
        {
            for (int i = 0; i < subsidy.Targets.Count; i++)
            {
                int k = subsidy.Targets[i].Index;
                Usd value = PriceOf(state, k) * state.Months.Delivered[state.Layout.BuyerOfUse[k]];
                Usd paid = value * (state.Policies.Subsidy[k] * (subsidy.Strength / strengths[k]));
                programmes.Post(subsidy.Number, paid);
                book.Outlay[book.FirstLot(subsidy) + i] = paid;
            }
        }
    }

    /// <summary>Gives makers back a share of what they paid, net of tax, for goods made in their region (DEM-14).</summary>
    private static void PayInputCredits(ChainState state, ChainNumbers numbers)
    {
        if (state.Policies.InputCredits.Count == 0) return;
        ChainLayout layout = state.Layout;
        Span<double> strengths = state.Months.Working(0, state.Price.Length);
        Span<double> paidOf = state.Months.Working(1, state.Price.Length);
        strengths.Clear();
        foreach (Directive credit in state.Policies.InputCredits)
        {
            for (int i = 0; i < credit.Targets.Count; i++) strengths[credit.Targets[i].Index] += credit.Strength;
        }

        for (int m = 0; m < paidOf.Length; m++)
        {
            paidOf[m] = 0.0;
            if (state.Policies.InputCredit[m] == 0.0) continue;
            UsdPerUnit price = state.Price[m] / (1.0 + numbers.Vat[layout.Lists.RegionOfMarket[m]]);
            foreach (int b in layout.BuyersOfMarket[m])
            {
                if (layout.Buyers[b].Use >= 0) continue;
                Usd credit = price * state.Months.Delivered[b] * (state.Policies.InputCredit[m] * state.OwnSupplyShare[m]);
                state.Money.Pay(state.Accounts.Treasury(layout.Lists.RegionOfMarket[m]), layout.Payments.Payer[b], credit);
                paidOf[m] += credit.Value;
            }
        }

        foreach (Directive credit in state.Policies.InputCredits)
        {
            for (int i = 0; i < credit.Targets.Count; i++)
            {
                int m = credit.Targets[i].Index;
                state.Programmes?.Post(credit.Number, new Usd(paidOf[m] * (credit.Strength / strengths[m])));
            }
        }
    }

    private static UsdPerUnit PriceOf(ChainState state, int use) => state.Price[state.Layout.Lists.MarketOfBuyer[state.Layout.BuyerOfUse[use]]];
}
