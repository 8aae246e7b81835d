using Offtake.Model.Quantities;

namespace Offtake.Simulation.Logistics;

/// <summary>An export quota is one cap on the tonnage of several routes, with one rent per unit that all of them share.</summary>
/// <remarks>
/// Eq. LOG-4: the rent λ ≥ 0 is found by bisection so that Σ over routes of F(λ) does not exceed what is left of the allowance. Allowances accrue
/// month by month and what is unused carries over to the end of the calendar year. A rent per tonne weighs far more on a cheap good than on a dear one.
/// </remarks>
internal static class ExportQuota
{
    // Forty halvings place the rent within a part in 10^12 of its bracket.
    private const int Halvings = 40;

    public static void Apply(ChainState state, ChainNumbers numbers, Month month)
    {
        Array.Clear(state.RentNow);
        for (int g = 0; g < state.Policies.ExportQuotaPerMonth.Length; g++)
        {
            if (double.IsNaN(state.Policies.ExportQuotaPerMonth[g].Value)) continue;
            if (month.OfYear == 1) state.ExportQuotaUsed[g] = Amount.Zero;
            Amount left = (state.Policies.ExportQuotaPerMonth[g] * month.OfYear) - state.ExportQuotaUsed[g];
            Bind(state, numbers, g, Amount.Max(left, Amount.Zero));
        }

        for (int q = 0; q < state.Rent.Length; q++)
            state.Rent[q] += (state.RentNow[q] - state.Rent[q]) / numbers.Behaviour.LandedAnchorMonths;
    }

    private static void Bind(ChainState state, ChainNumbers numbers, int group, Amount allowance)
    {
        if (Total(state, numbers, group, UsdPerUnit.Zero) <= allowance) return;
        UsdPerUnit low = UsdPerUnit.Zero;
        UsdPerUnit high = HighestPrice(state, group);
        for (int i = 0; i < Halvings; i++)
        {
            UsdPerUnit middle = (low + high) / 2.0;
            if (Total(state, numbers, group, middle) > allowance) low = middle;
            else high = middle;
        }

        Amount total = Total(state, numbers, group, high);
        double fit = total > allowance ? allowance / total : 1.0;
        for (int q = 0; q < state.Rent.Length; q++)
        {
            if (state.Policies.ExportQuotaGroup[q] != group) continue;
            state.RentNow[q] = high;
            Amount wish = SpotTrade.Wish(state, numbers, q, high);
            state.Months.Requested[q] = wish * (state.Policies.OpenShare(q) * fit);
            state.Months.HeldUp[q] = wish - state.Months.Requested[q];
        }
    }

    private static Amount Total(ChainState state, ChainNumbers numbers, int group, UsdPerUnit rent)
    {
        Amount total = Amount.Zero;
        for (int q = 0; q < state.Rent.Length; q++)
        {
            if (state.Policies.ExportQuotaGroup[q] == group)
                total += SpotTrade.Wish(state, numbers, q, rent) * state.Policies.OpenShare(q);
        }

        return total;
    }

    // At this rent even a buyer of the dearest good would find its price doubled several times over.
    private static UsdPerUnit HighestPrice(ChainState state, int group)
    {
        UsdPerUnit high = UsdPerUnit.Zero;
        for (int q = 0; q < state.Rent.Length; q++)
        {
            if (state.Policies.ExportQuotaGroup[q] == group) high = UsdPerUnit.Max(high, state.Price[state.Layout.RouteTo[q]]);
        }

        return high * 12.0;
    }
}
