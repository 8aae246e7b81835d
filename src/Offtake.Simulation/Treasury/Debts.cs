using Offtake.Model.Quantities;

namespace Offtake.Simulation.Treasury;

/// <summary>Who owes how much. With rules of money a debt is the negative balance of a loan account; without them it is the debtor's own negative balance.</summary>
public static class Debts
{
    /// <summary>What a city owes.</summary>
    public static Usd OfCity(ChainState state, int city) => Usd.Max(Usd.Zero, -state.Money.Balance[AccountOfCity(state, city)]);

    /// <summary>What the owners of a sector owe.</summary>
    public static Usd OfOwners(ChainState state, int sector) =>
        Usd.Max(Usd.Zero, -state.Money.Balance[state.Finance is null ? state.Accounts.Owners(sector) : state.Accounts.LoanOfOwners(sector)]);

    /// <summary>The account that carries a city's debt.</summary>
    internal static int AccountOfCity(ChainState state, int city) => state.Finance is null ? state.Accounts.City(city) : state.Accounts.LoanOfCity(city);
}
