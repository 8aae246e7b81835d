namespace Offtake.Simulation.Labour;

/// <summary>Phase 8: skilled workers are trained and leave, and capacity without them stands idle.</summary>
/// <remarks>
/// Eq. INV-5: need = Σ over facilities of open capacity · workers per unit; target = (1 + slack) · need;
/// N' = N + (target − N) within [−leaving · N / 12, (growth · N + entry places) / 12]; staffed share = min(1, N / need), by which usable capacity is
/// multiplied (OPS-2). The opening has its target, so that nobody is short of anybody at rest.
/// </remarks>
internal static class Training
{
    /// <summary>Gives every region the pool its opening needs.</summary>
    public static void Open(ChainState state, OptionalNumbers numbers)
    {
        if (state.Skills is not { } skills) return;
        skills.CountNeed(state);
        for (int r = 0; r < skills.Pool.Length; r++) skills.Pool[r] = (1.0 + numbers.SlackShare[r]) * skills.Need[r];
    }

    /// <summary>Moves the pools on by a month.</summary>
    public static void Train(ChainState state, OptionalNumbers numbers)
    {
        if (state.Skills is not { } skills) return;
        skills.CountNeed(state);
        for (int r = 0; r < skills.Pool.Length; r++)
        {
            double leaving = numbers.LeavingPerYear[r] / 12.0 * skills.Pool[r];
            double most = ((numbers.NetGrowthPerYear[r] * skills.Pool[r]) + numbers.EntryPlacesPerYear[r]) / 12.0 * state.Policies.Support.TrainingFactor[r];
            double change = Math.Clamp(((1.0 + numbers.SlackShare[r]) * skills.Need[r]) - skills.Pool[r], -leaving, most);
            skills.Trained[r] = leaving + change;
            skills.Pool[r] += change;
            skills.StaffedShare[r] = skills.Pool[r] < skills.Need[r] ? skills.Pool[r] / skills.Need[r] : 1.0;
        }

        for (int f = 0; f < state.StaffedShare.Length; f++) state.StaffedShare[f] = skills.StaffedShareOf(f);
    }
}
