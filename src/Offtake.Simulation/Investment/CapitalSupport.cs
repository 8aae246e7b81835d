using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Investment;

/// <summary>What grants and guidance funds pay of new capacity, in place of shareholders and the bank.</summary>
/// <remarks>
/// Eq. FIN-4: raised = announced · realised from the treasury, and leverage · raised from shareholders; share of a fund φ = min(1, balance / (unpaid cost of
/// what its facilities build + cost of a twelfth of their capacity)), the twelfth being the most that is begun in a month; of a cost the grant g is paid first,
/// of the rest funds pay 1 − Π(1 − φ), each by its φ. Owners must earn back what is left.
/// </remarks>
internal static class CapitalSupport
{
    private const double MostBegunInMonth = 1.0 / 12.0;

    /// <summary>Measures how far the money of each fund reaches this month, before anything is built.</summary>
    public static void Reach(ChainState state, FinanceNumbers n)
    {
        if (state.Programmes?.Funds is not { } funds) return;
        Array.Clear(funds.Paid);
        for (int i = 0; i < funds.Share.Length; i++)
        {
            Usd needed = Usd.Zero;
            foreach (int f in funds.Facilities[i])
            {
                needed += n.CapitalCost[state.Layout.SectorOf[f]] * (Unpaid(state, f) + (state.Capacity[f] * MostBegunInMonth));
            }

            Usd held = Usd.Max(Usd.Zero, funds.Balance(i));
            funds.Share[i] = held.Value == 0.0 ? 0.0 : held >= needed ? 1.0 : held / needed;
        }
    }

    /// <summary>Share of the cost of new capacity that is left to owners.</summary>
    public static double LeftToPay(ChainState state, int facility) => (1.0 - state.Policies.CapacityGrant[facility]) * (1.0 - OfFunds(state, facility, out _));

    /// <summary>Pays what grants and funds pay of a cost, to the owners.</summary>
    /// <returns>How much that was.</returns>
    public static Usd Pay(ChainState state, int facility, int owners, Usd cost)
    {
        if (state.Policies.CapacityGrant[facility] == 0.0 && state.Programmes is null) return Usd.Zero;
        Usd granted = cost * state.Policies.CapacityGrant[facility];
        if (granted.Value != 0.0) PayGrants(state, facility, owners, granted);
        return granted + PayFunds(state, facility, owners, cost - granted);
    }

    private static void PayGrants(ChainState state, int facility, int owners, Usd granted)
    {
        state.Money.Pay(state.Accounts.Treasury(state.Layout.Facilities[facility].Region), owners, granted);
        double strengths = 0.0;
        foreach (Directive grant in state.Policies.CapacityGrants) strengths += StrengthOn(grant, facility);
        foreach (Directive grant in state.Policies.CapacityGrants)
        {
            double strength = StrengthOn(grant, facility);
            if (strength != 0.0) state.Programmes?.Post(grant.Number, granted * (strength / strengths));
        }
    }

    private static Usd PayFunds(ChainState state, int facility, int owners, Usd left)
    {
        double together = OfFunds(state, facility, out double shares);
        if (together == 0.0) return Usd.Zero;
        FundBook funds = state.Programmes!.Funds;
        Usd all = Usd.Zero;
        for (int i = 0; i < funds.Share.Length; i++)
        {
            if (funds.Share[i] == 0.0 || Array.IndexOf(funds.Facilities[i], facility) < 0) continue;
            Usd paid = Usd.Min(left * (together * (funds.Share[i] / shares)), Usd.Max(Usd.Zero, funds.Balance(i)));
            state.Money.Pay(state.Accounts.Fund(i), owners, paid);
            funds.Paid[i] += paid;
            all += paid;
        }

        return all;
    }

    /// <summary>Share that all funds of a facility pay together, and the sum of their shares.</summary>
    private static double OfFunds(ChainState state, int facility, out double shares)
    {
        double left = 1.0;
        shares = 0.0;
        if (state.Programmes?.Funds is not { } funds) return 0.0;
        for (int i = 0; i < funds.Share.Length; i++)
        {
            if (funds.Share[i] == 0.0 || Array.IndexOf(funds.Facilities[i], facility) < 0) continue;
            shares += funds.Share[i];
            left *= 1.0 - funds.Share[i];
        }

        return 1.0 - left;
    }

    /// <summary>Capacity that is on its way and not paid for: what waits for a permit in full, what is being built by the stages still before it.</summary>
    private static Amount Unpaid(ChainState state, int facility)
    {
        Amount unpaid = state.Finance!.Permits[facility];
        for (int i = 0; i < Pipeline.Stages; i++) unpaid += state.Pipeline[(facility * Pipeline.Stages) + i] * ((double)(Pipeline.Stages - i) / Pipeline.Stages);
        return unpaid;
    }

    private static double StrengthOn(Directive grant, int facility)
    {
        for (int i = 0; i < grant.Targets.Count; i++)
        {
            if (grant.Targets[i].Index == facility) return grant.Strength;
        }

        return 0.0;
    }
}
