namespace Offtake.Equilibrium;

/// <summary>Which side of a curve is given as a function of the other.</summary>
public enum CurveForm
{
    /// <summary>Price as a function of quantities: the inverse curve. The slope may be zero: any quantity at one price.</summary>
    Price,

    /// <summary>Quantity as a function of prices: the direct curve. The slope may be zero: one quantity at any price.</summary>
    Quantity,
}

/// <summary>A straight demand or supply curve: value = intercept + Σ coefficient × argument.</summary>
/// <remarks>
/// Eq. EQU-1 to EQU-3. Quantities never go below zero. Coefficients of other goods need not be symmetric. The coefficient of the good itself is at
/// most zero for demand and at least zero for supply.
/// </remarks>
/// <param name="Region">Where.</param>
/// <param name="Good">Of what.</param>
/// <param name="Form">What is a function of what.</param>
/// <param name="Intercept">Value where all arguments are zero.</param>
/// <param name="Terms">Coefficients by good; a good that is absent has none.</param>
public sealed record Curve(int Region, int Good, CurveForm Form, double Intercept, IReadOnlyList<CurveTerm> Terms)
{
    /// <summary>The most that can be supplied; infinite when there is no such limit. Not for demand.</summary>
    public double Capacity { get; init; } = double.PositiveInfinity;

    /// <summary>The coefficient of a good, zero when it is not in the curve.</summary>
    public double Coefficient(int good)
    {
        foreach (CurveTerm term in Terms)
        {
            if (term.Good == good) return term.Coefficient;
        }

        return 0.0;
    }
}

/// <summary>What one more unit of a quantity, or of a price, adds to the value of a curve.</summary>
/// <param name="Good">Whose quantity or price, in the region of the curve.</param>
/// <param name="Coefficient">What it adds.</param>
public readonly record struct CurveTerm(int Good, double Coefficient);
