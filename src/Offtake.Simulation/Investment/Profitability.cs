using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Investment;

/// <summary>What new capacity is expected to earn on the whole basket once it is built, capital included.</summary>
/// <remarks>
/// Eq. INV-1 (with capital): R = Σ over outputs y · p / (unit cost · (1 − credit) + Σ over inputs a · p + capital charge),
/// p = w · P + (1 − w) · Pe, w = exp(−(permit + lead) / τ): what today's price is above the expected one has faded by the time the capacity stands;
/// capital charge = capital · annuity(i + premium, life) / target utilisation.
/// Mines start by ln(R / max(hurdle, R at the opening · reopening ratio)), others what they lack times clamp(1 + ln(R / min(hurdle, R at the opening)) / band, 0, 1).
/// </remarks>
internal static class Profitability
{
    /// <summary>Forms the expected return of every facility that may expand.</summary>
    public static void Expect(ChainState state, ChainNumbers numbers, FinanceNumbers n)
    {
        FinanceState finance = state.Finance!;
        Netback.ValueElements(state, numbers, state.ExpectedPrice, finance.ExpectedElementValue);
        for (int s = 0; s < state.Layout.Sectors.Length; s++)
        {
            if (!MayExpand(state.Layout, s)) continue;
            double today = Math.Exp(-(n.PermitMonths[s] + numbers.LeadMonths[s]) / numbers.Behaviour.ExpectationMonths);
            bool mines = state.Layout.DriveOf(s) == Drive.Margin;
            (UsdPerUnit revenue, UsdPerUnit inputs) = mines ? default : UnitEarnings.Of(state, numbers, s, today);
            foreach (int f in state.Layout.FacilitiesOfSector[s])
            {
                if (mines) revenue = OfMine(state, numbers, finance, s, f, today);
                finance.Return[f] = UnitEarnings.Ratio(revenue, UnitEarnings.Processing(state, numbers, f) + inputs + n.CapitalCharge[s]);
            }
        }
    }

    /// <summary>Capacity on which work begins this month.</summary>
    public static Amount Start(ChainState state, ChainNumbers numbers, FinanceNumbers n, int facility, int sector)
    {
        double excess = Math.Log(Math.Max(state.Finance!.Return[facility], double.Epsilon) / state.Finance.HurdleReturn[facility]);
        if (state.Layout.DriveOf(sector) == Drive.Margin) return Pipeline.StartOfMine(state, numbers.Behaviour, sector, excess);
        double willing = double.IsNaN(excess) ? 0.0 : Math.Clamp(1.0 + (excess / n.HurdleBand), 0.0, 1.0);
        return Pipeline.StartOfOthers(state, numbers.Behaviour, facility, state.Pipeline.AsSpan(facility * Pipeline.Stages, Pipeline.Stages)) * willing;
    }

    private static UsdPerUnit OfMine(ChainState state, ChainNumbers numbers, FinanceState finance, int s, int f, double today)
    {
        UsdPerUnit expected = Netback.Price(state, numbers, state.Layout.OutputMarket(s), numbers.Basket[f], finance.ExpectedElementValue);
        return (MineMargin.Price(state, numbers, f) * today) + (expected * (1.0 - today)) + MineMargin.TopUp(state, numbers, f);
    }

    private static bool MayExpand(ChainLayout layout, int sector)
    {
        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            if (layout.Facilities[f].IsExpandable) return true;
        }

        return false;
    }
}
