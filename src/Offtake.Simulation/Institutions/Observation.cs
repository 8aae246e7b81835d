namespace Offtake.Simulation.Institutions;

/// <summary>What reaches an institution when it decides: the shortfalls of its mandate by figures that come late and distorted. The state of the chain is not in it, and cannot be reached from it.</summary>
/// <remarks>Eq. INS-2 (shortfall): s = (target − seen) / |target| where the target is to be attained, (seen − target) / |target| where it is to be held below; absolute where the target is zero.</remarks>
internal readonly ref struct Observation
{
    /// <summary>Shortfalls by target; NaN for a figure that has not arrived yet.</summary>
    public Observation(ReadOnlySpan<double> shortfalls) => Shortfalls = shortfalls;

    /// <summary>Relative shortfall by target of the mandate, below zero where it is more than met; NaN where nothing is known.</summary>
    public ReadOnlySpan<double> Shortfalls { get; }

    /// <summary>The largest shortfall that is known; NaN when none is.</summary>
    public double Largest
    {
        get
        {
            double largest = double.NaN;
            foreach (double s in Shortfalls)
            {
                if (!double.IsNaN(s)) largest = double.IsNaN(largest) ? s : Math.Max(largest, s);
            }

            return largest;
        }
    }
}
