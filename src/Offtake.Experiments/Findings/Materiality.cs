using Offtake.Results;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Whether a difference between two policies matters beside what is not known of the outcome anyway.</summary>
/// <remarks>Eq. DIS-8: two policies are alike when the whole interval of their mean difference (DIS-1) lies within 1 % of the outcome's range over futures under the first policy (5 to 95 %; smallest to largest with fewer than 20).</remarks>
internal static class Materiality
{
    private const double SmallShare = 0.01;

    /// <summary>Differences up to this size do not matter.</summary>
    /// <param name="reference">The outcome under the first policy, by future.</param>
    public static double Bound(double[] reference)
    {
        Band band = Band.Of(reference);
        return band.Futures == 0 ? 0.0 : SmallShare * (band.High - band.Low);
    }

    /// <summary>Who leads, by the mean of an advantage.</summary>
    public static Lead LeadOf(Interval advantage, double bound)
    {
        if (advantage.Low >= -bound && advantage.High <= bound) return Lead.Alike;
        return !advantage.IsClear ? Lead.TooClose : advantage.Value > 0.0 ? Lead.Ahead : Lead.Behind;
    }
}
