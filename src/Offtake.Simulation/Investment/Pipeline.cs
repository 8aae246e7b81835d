using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Investment;

/// <summary>Capacity on its way: started when it promises to pay, added when permits and building are done.</summary>
/// <remarks>
/// Eq. INV-1: mines start rate · ln(R / max(hurdle, R at the opening × reopening ratio)) of their sector's capacity a year, shared evenly by those that may expand, while that is positive; others start what the wished rate lacks
/// at target utilisation (or at the opening one, where that was higher), within a year. Eq. INV-2: three stages in a row (an Erlang-3 lead time); a stage never gives more than it holds.
/// </remarks>
internal static class Pipeline
{
    public const int Stages = 3;

    /// <summary>Takes down the capacity of every sector, so that the order of facilities does not matter.</summary>
    public static void Measure(ChainState state)
    {
        Array.Clear(state.Months.SectorCapacity);
        for (int f = 0; f < state.Capacity.Length; f++) state.Months.SectorCapacity[state.Layout.SectorOf[f]] += state.Capacity[f];
    }

    public static void Advance(ChainState state, ChainNumbers numbers, int facility, int sector)
    {
        BehaviourNumbers b = numbers.Behaviour;
        Span<Amount> stage = state.Pipeline.AsSpan(facility * Stages, Stages);
        double outflow = BuildingTime.StageOutflow(state, numbers, facility, sector);
        Amount moving = state.Layout.DriveOf(sector) == Drive.Margin
            ? StartOfMine(state, b, facility, sector)
            : StartOfOthers(state, b, facility, stage);
        for (int i = 0; i < Stages; i++)
        {
            Amount leaving = stage[i] * outflow;
            stage[i] += moving - leaving;
            moving = leaving;
        }

        state.Capacity[facility] += moving;
    }

    private static Amount StartOfMine(ChainState state, BehaviourNumbers b, int facility, int sector)
    {
        return StartOfMine(state, b, sector, Math.Log(Math.Max(state.Margin[facility], double.Epsilon) / (state.HurdleMargin[facility] * state.Policies.HurdleFactor[facility])));
    }

    /// <summary>What a mine starts at a given log of what it earns above the hurdle.</summary>
    public static Amount StartOfMine(ChainState state, BehaviourNumbers b, int sector, double excess)
    {
        if (!(excess > 0.0)) return Amount.Zero;
        int builders = 0;
        foreach (int f in state.Layout.FacilitiesOfSector[sector]) builders += state.Layout.Facilities[f].IsExpandable ? 1 : 0;
        return state.Months.SectorCapacity[sector] * (b.InvestRatePerYear / 12.0 * excess / builders);
    }

    /// <summary>What makers and separators start: what the wished rate lacks, within a year.</summary>
    public static Amount StartOfOthers(ChainState state, BehaviourNumbers b, int facility, ReadOnlySpan<Amount> stage)
    {
        Amount built = state.Capacity[facility];
        if (state.Finance is { } finance) built += finance.Permits[facility] + finance.Ramping[facility];
        foreach (Amount amount in stage) built += amount;
        double rate = Math.Max(b.InvestTargetUtilisation, state.OpeningRate[facility]);
        Amount lacking = (state.Months.Wished[facility] / rate) - built;
        return Amount.Max(lacking, Amount.Zero) / 12.0;
    }
}
