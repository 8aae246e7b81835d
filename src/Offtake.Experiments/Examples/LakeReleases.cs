namespace Offtake.Experiments.Examples;

/// <summary>What a plan of yearly releases is worth to the town, whatever the lake does.</summary>
/// <remarks>Eq. LAK-4: utility = Σ α a(t) δ^t with t from 0; inertia = share of the changes from year to year that are below 0.02, up or down.</remarks>
internal static class LakeReleases
{
    private const double Abrupt = 0.02;

    public static double Utility(ReadOnlySpan<double> releases, double benefit, double discount)
    {
        double utility = 0.0, factor = 1.0;
        foreach (double release in releases)
        {
            utility += benefit * release * factor;
            factor *= discount;
        }

        return utility;
    }

    public static double Inertia(ReadOnlySpan<double> releases)
    {
        int calm = 0;
        for (int t = 1; t < releases.Length; t++) calm += Math.Abs(releases[t] - releases[t - 1]) < Abrupt ? 1 : 0;
        return calm / (releases.Length - 1.0);
    }
}
