namespace Offtake.Model.Studies;

/// <summary>How values of the uncertainties are spread over the futures.</summary>
/// <param name="Method">The kind of points.</param>
/// <param name="Indices">Whether the points are laid out in pairs from which Sobol' indices can be computed.</param>
/// <param name="Levels">Levels of each uncertainty in a full factorial; 0 otherwise.</param>
public sealed record Sampling(SamplingMethod Method, IndexDesign Indices, int Levels = 0)
{
    /// <summary>Futures that belong together: 1 where points stand alone; otherwise a pair and what stands between, with one input for each uncertainty and one for chance.</summary>
    /// <param name="uncertainties">Number of uncertainties.</param>
    public int FuturesInBlock(int uncertainties) => Indices switch
    {
        IndexDesign.SecondOrder => (2 * (uncertainties + 1)) + 2,
        IndexDesign.Total => uncertainties + 3,
        _ => 1,
    };
}

/// <summary>The kinds of points.</summary>
public enum SamplingMethod
{
    /// <summary>Independent random points: future 17 of a study has the numbers of future 17 of a run with the same seed.</summary>
    MonteCarlo,

    /// <summary>As many strata of every uncertainty as there are futures, one point in each.</summary>
    LatinHypercube,

    /// <summary>A scrambled Sobol' sequence: evenly spread at any number of futures, best at powers of two.</summary>
    Sobol,

    /// <summary>Every combination of so many levels of every uncertainty.</summary>
    Factorial,
}

/// <summary>Layouts of points in pairs.</summary>
public enum IndexDesign
{
    /// <summary>Points that stand alone.</summary>
    None,

    /// <summary>Enough for first-order and total indices.</summary>
    Total,

    /// <summary>Enough for those of second order too.</summary>
    SecondOrder,
}
