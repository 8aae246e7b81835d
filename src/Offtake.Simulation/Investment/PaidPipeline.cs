using Offtake.Model.Quantities;

namespace Offtake.Simulation.Investment;

/// <summary>Capacity on its way where it has to be paid for: permit, three stages of building, ramp.</summary>
/// <remarks>
/// Eq. INV-2 (with capital): permits pass on 1 / permit months of what they hold, three stages min(1, 3 / lead), the ramp 1 / (half the ramp months).
/// A third of the capital is paid when capacity leaves each of the three stages, so that what is added has been paid for in full.
/// </remarks>
internal static class PaidPipeline
{
    public static void Advance(ChainState state, ChainNumbers numbers, FinanceNumbers n, int facility, int sector)
    {
        FinanceState finance = state.Finance!;
        Span<Amount> stage = state.Pipeline.AsSpan(facility * Pipeline.Stages, Pipeline.Stages);
        double outflow = Math.Min(1.0, Pipeline.Stages / numbers.LeadMonths[sector]);
        Amount moving = Pass(ref finance.Permits[facility], Profitability.Start(state, numbers, n, facility, sector), n.PermitMonths[sector]);
        for (int i = 0; i < Pipeline.Stages; i++)
        {
            Amount leaving = stage[i] * outflow;
            stage[i] += moving - leaving;
            moving = leaving;
            Construction.Pay(state, n, facility, leaving / Pipeline.Stages);
        }

        state.Capacity[facility] += Pass(ref finance.Ramping[facility], moving, numbers.Behaviour.InvestRampMonths / 2.0);
    }

    /// <summary>What leaves a stage in a month, this month's arrivals among it; a stage shorter than a month passes everything on.</summary>
    private static Amount Pass(ref Amount stage, Amount arriving, double months)
    {
        stage += arriving;
        Amount leaving = stage * (1.0 / Math.Max(1.0, months));
        stage -= leaving;
        return leaving;
    }
}
