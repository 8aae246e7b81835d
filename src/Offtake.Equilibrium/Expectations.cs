namespace Offtake.Equilibrium;

/// <summary>What a file says should come out, to be compared with what does.</summary>
/// <param name="Tolerance">Largest accepted difference, as a share of the expected value or of one, whichever is larger.</param>
/// <param name="Items">The expected values.</param>
public sealed record Expectations(double Tolerance, IReadOnlyList<Expectation> Items)
{
    /// <summary>Compares an equilibrium of the same file with every expected value.</summary>
    public IReadOnlyList<Comparison> Compare(SpatialEquilibrium equilibrium) =>
        [.. Items.Select(item => item.CompareWith(equilibrium, Tolerance))];
}

/// <summary>One expected value.</summary>
/// <param name="What">What it is, in words.</param>
/// <param name="Line">Where the file states it.</param>
/// <param name="Expected">The value.</param>
/// <param name="Find">Finds it in an equilibrium; null where it is not defined.</param>
public sealed record Expectation(string What, int Line, double Expected, Func<SpatialEquilibrium, double?> Find)
{
    internal Comparison CompareWith(SpatialEquilibrium equilibrium, double tolerance)
    {
        double? found = Find(equilibrium);
        return new Comparison(What, Line, Expected, found, Math.Abs((found ?? double.NaN) - Expected) <= tolerance * Math.Max(1.0, Math.Abs(Expected)));
    }
}

/// <summary>An expected value beside what was found.</summary>
/// <param name="What">What it is.</param>
/// <param name="Line">Where the file states it.</param>
/// <param name="Expected">What the file says.</param>
/// <param name="Found">What came out; null where it is not defined.</param>
/// <param name="IsMet">Whether the two agree.</param>
public sealed record Comparison(string What, int Line, double Expected, double? Found, bool IsMet);
