using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;

namespace Offtake.Simulation.Treasury;

/// <summary>A city's month: revenue comes in, other services and running costs go out; purchases were paid on delivery.</summary>
/// <remarks>Eq. FIN-3: balance' = balance + revenue − (1 − deployment share) · revenue − running cost − purchases − interest; a negative balance is debt.</remarks>
internal static class CityAccounts
{
    public static void Settle(ChainState state, ChainNumbers numbers)
    {
        MoneyAccounts accounts = state.Accounts;
        for (int c = 0; c < state.CityRevenue.Length; c++)
        {
            int region = state.Layout.Cities[c].Region;
            Usd revenue = state.CityRevenue[c];
            state.Money.Pay(accounts.Suppliers(region), accounts.City(c), revenue);
            state.Money.Pay(accounts.City(c), accounts.Suppliers(region), revenue * (1.0 - state.DeploymentShare[c]));
            state.Months.RunningCost[c] = CityBudget.RunningCost(state, numbers, c);
            state.Money.Pay(accounts.City(c), accounts.Suppliers(region), state.Months.RunningCost[c]);
        }
    }
}
