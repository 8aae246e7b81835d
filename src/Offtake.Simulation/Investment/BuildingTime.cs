namespace Offtake.Simulation.Investment;

/// <summary>How fast permits and building go under bans on technology and on a fast track.</summary>
/// <remarks>
/// Eq. INV-8: permit outflow = 1 / max(1, permit · φ − saved), stage outflow = min(1, 3 / (lead · φ)), with φ the product of the factors of all bans and saved the
/// sum of the months that fast tracks save. What is on its way moves on at the new pace; owners do not reckon with it when they decide (INV-1).
/// </remarks>
internal static class BuildingTime
{
    /// <summary>Share of what waits for a permit that gets it this month.</summary>
    public static double PermitOutflow(ChainState state, FinanceNumbers n, int facility, int sector)
    {
        double slower = state.Policies.BuildingTimeFactor[facility];
        double saved = state.Policies.PermitMonthsSaved[facility];
        return slower == 1.0 && saved == 0.0 ? n.PermitOutflow[sector] : 1.0 / Math.Max(1.0, (n.PermitMonths[sector] * slower) - saved);
    }

    /// <summary>Share of a stage of building that is done this month.</summary>
    public static double StageOutflow(ChainState state, ChainNumbers numbers, int facility, int sector) =>
        Math.Min(1.0, Pipeline.Stages / (numbers.LeadMonths[sector] * state.Policies.BuildingTimeFactor[facility]));
}
