namespace Offtake.Model.Evidence;

/// <summary>Five scores from 1 (best) to 5 (worst) that say how well a witness fits the number it vouches for.</summary>
/// <remarks>
/// Factors of Ciroth, Muller, Weidema and Lesage (2016), Int. J. Life Cycle Assess. 21:1338. The conversion of a source's kind into
/// scores is a choice of this project, written down in docs/decisions; an expert range in the tables overrides it.
/// </remarks>
public readonly record struct Pedigree(int Reliability, int Completeness, int Time, int Place, int Technology)
{
    private const double BasicUncertaintyFactor = 1.05;

    private static readonly double[] ReliabilityFactor = [1.00, 1.54, 1.61, 1.69, 1.69];
    private static readonly double[] CompletenessFactor = [1.00, 1.03, 1.04, 1.08, 1.08];
    private static readonly double[] TimeFactor = [1.00, 1.03, 1.10, 1.19, 1.29];
    private static readonly double[] PlaceFactor = [1.00, 1.04, 1.08, 1.11, 1.11];
    private static readonly double[] TechnologyFactor = [1.00, 1.18, 1.65, 2.08, 2.80];

    /// <summary>The scores a source of a kind starts from.</summary>
    /// <remarks>
    /// Second-hand kinds get a 2 for time, since they often report an earlier year, and estimates a 2 for place. A row cannot change its scores; it
    /// can state a range, which overrides them.
    /// </remarks>
    public static Pedigree Of(SourceKind kind) => kind switch
    {
        SourceKind.Measured => new Pedigree(1, 1, 1, 1, 1),
        SourceKind.Official => new Pedigree(1, 2, 1, 1, 1),
        SourceKind.Company => new Pedigree(1, 3, 2, 1, 1),
        SourceKind.Press => new Pedigree(2, 3, 2, 1, 1),
        SourceKind.StateMedia => new Pedigree(3, 4, 2, 1, 1),
        SourceKind.Estimate => new Pedigree(3, 3, 2, 2, 1),
        _ => new Pedigree(5, 5, 3, 3, 1),
    };

    /// <summary>The standard deviation of the natural logarithm that these scores imply.</summary>
    /// <remarks>Eq. EVI-1: GSD² = exp( √( Σ ln² Uᵢ + ln² U_basic ) ), σ = ln(GSD²) / 2.</remarks>
    public double SigmaOfLog
    {
        get
        {
            double sum = Square(Math.Log(BasicUncertaintyFactor))
                + Square(Math.Log(ReliabilityFactor[Reliability - 1]))
                + Square(Math.Log(CompletenessFactor[Completeness - 1]))
                + Square(Math.Log(TimeFactor[Time - 1]))
                + Square(Math.Log(PlaceFactor[Place - 1]))
                + Square(Math.Log(TechnologyFactor[Technology - 1]));
            return Math.Sqrt(sum) / 2.0;
        }
    }

    private static double Square(double value) => value * value;
}
