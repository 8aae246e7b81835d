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
        ref Amount permits = ref finance.Permits[facility];
        ref Amount ramping = ref finance.Ramping[facility];
        Amount started = Profitability.Start(state, numbers, n, facility, sector);
        bool isIdle = started.Value == 0.0 && permits.Value == 0.0 && ramping.Value == 0.0
            && stage[0].Value == 0.0 && stage[1].Value == 0.0 && stage[2].Value == 0.0;
        if (isIdle) return;
        double outflow = BuildingTime.StageOutflow(state, numbers, facility, sector);
        Amount moving = Pass(ref permits, started, BuildingTime.PermitOutflow(state, n, facility, sector));
        for (int i = 0; i < Pipeline.Stages; i++)
        {
            Amount leaving = stage[i] * outflow;
            stage[i] += moving - leaving;
            moving = leaving;
            Construction.Pay(state, n, facility, sector, leaving / Pipeline.Stages);
        }

        state.Capacity[facility] += Pass(ref ramping, moving, 1.0 / Math.Max(1.0, numbers.Behaviour.InvestRampMonths / 2.0));
    }

    /// <summary>What leaves a stage in a month, this month's arrivals among it; a stage shorter than a month passes everything on.</summary>
    private static Amount Pass(ref Amount stage, Amount arriving, double outflow)
    {
        stage += arriving;
        Amount leaving = stage * outflow;
        stage -= leaving;
        return leaving;
    }
}
