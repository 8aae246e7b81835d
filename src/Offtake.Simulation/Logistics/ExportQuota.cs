using Offtake.Model.Quantities;

namespace Offtake.Simulation.Logistics;

/// <summary>An export quota is one cap on the tonnage of several routes, with one rent per unit that all of them share.</summary>
/// <remarks>
/// Eq. LOG-4: the rent λ ≥ 0 is found by bisection so that Σ over routes of F(λ) does not exceed what is left of the allowance. Allowances accrue
/// month by month and what is unused carries over to the end of the calendar year. A rent per tonne weighs far more on a cheap good than on a dear one.
/// Eq. LOG-5: the firms that hold the quota ask a rent, A' = max(λ, A (1 − 1/τ)), and what leaves is what is wished at A'. So part of a quota can
/// lie unused while prices outside stay high. With τ of one month the rent is the one that just fits.
/// </remarks>
internal static class ExportQuota
{
    // Forty halvings place the rent within a part in 10^12 of its bracket.
    private const int Halvings = 40;

    public static void Apply(ChainState state, ChainNumbers numbers, Month month)
    {
        for (int g = 0; g < state.Policies.ExportQuotaPerMonth.Length; g++)
        {
            Amount perMonth = state.Policies.ExportQuotaPerMonth[g];
            if (double.IsNaN(perMonth.Value) || month.OfYear == 1) state.ExportQuotaLeft[g] = Amount.Zero;
            if (double.IsNaN(perMonth.Value)) continue;
            state.ExportQuotaLeft[g] += perMonth * numbers.Behaviour.LicenceUsableShare;
            Bind(state, numbers, g, Amount.Max(state.ExportQuotaLeft[g], Amount.Zero));
        }

        double step = 1.0 / numbers.Behaviour.LandedAnchorMonths;
        Span<UsdPerUnit> rent = state.Rent;
        ReadOnlySpan<UsdPerUnit> now = state.RentNow.AsSpan(0, rent.Length);
        for (int q = 0; q < rent.Length; q++)
        {
            if (state.Policies.ExportQuotaGroup[q] < 0) state.RentNow[q] = UsdPerUnit.Zero;
            rent[q] += (now[q] - rent[q]) * step;
        }
    }

    private static void Bind(ChainState state, ChainNumbers numbers, int group, Amount allowance)
    {
        Span<int> all = stackalloc int[state.Rent.Length];
        int count = 0;
        for (int q = 0; q < all.Length; q++)
        {
            if (state.Policies.ExportQuotaGroup[q] == group) all[count++] = q;
        }

        ReadOnlySpan<int> routes = all[..count];
        UsdPerUnit asked = UsdPerUnit.Max(RentThatFits(state, numbers, routes, allowance), Faded(state, numbers, routes));
        Amount total = Total(state, numbers, routes, asked);
        double fit = total > allowance ? allowance / total : 1.0;
        foreach (int q in routes)
        {
            state.RentNow[q] = asked;
            if (asked.Value <= 0.0) continue;
            Amount wish = SpotTrade.Wish(state, numbers, q, asked);
            state.Months.Requested[q] = wish * (state.Policies.OpenShare(q) * fit);
            state.Months.HeldUp[q] = wish - state.Months.Requested[q];
        }
    }

    private static UsdPerUnit RentThatFits(ChainState state, ChainNumbers numbers, ReadOnlySpan<int> routes, Amount allowance)
    {
        if (Total(state, numbers, routes, UsdPerUnit.Zero) <= allowance) return UsdPerUnit.Zero;
        UsdPerUnit low = UsdPerUnit.Zero;
        UsdPerUnit high = HighestPrice(state, routes);
        for (int i = 0; i < Halvings; i++)
        {
            UsdPerUnit middle = (low + high) / 2.0;
            if (Total(state, numbers, routes, middle) > allowance) low = middle;
            else high = middle;
        }

        return high;
    }

    // Remembered by route, so that a quota that follows another on the same routes, however it groups them, inherits what their holders ask.
    private static UsdPerUnit Faded(ChainState state, ChainNumbers numbers, ReadOnlySpan<int> routes)
    {
        UsdPerUnit asked = UsdPerUnit.Zero;
        foreach (int q in routes) asked = UsdPerUnit.Max(asked, state.RentNow[q]);

        return asked * (1.0 - (1.0 / numbers.Behaviour.LicenceAskMonths));
    }

    private static Amount Total(ChainState state, ChainNumbers numbers, ReadOnlySpan<int> routes, UsdPerUnit rent)
    {
        Amount total = Amount.Zero;
        foreach (int q in routes)
        {
            total += SpotTrade.Wish(state, numbers, q, rent) * state.Policies.OpenShare(q);
        }

        return total;
    }

    // At this rent even a buyer of the dearest good would find its price doubled several times over.
    private static UsdPerUnit HighestPrice(ChainState state, ReadOnlySpan<int> routes)
    {
        UsdPerUnit high = UsdPerUnit.Zero;
        foreach (int q in routes) high = UsdPerUnit.Max(high, state.Price[state.Layout.RouteTo[q]]);

        return high * 12.0;
    }
}
