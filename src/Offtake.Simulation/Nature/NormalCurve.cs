using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Nature;

/// <summary>The standard normal distribution: its area and its quantile.</summary>
public static class NormalCurve
{
    /// <summary>The area below a point.</summary>
    /// <remarks>By the complementary error function; absolute error below 1e-15 (checked against tables in tests).</remarks>
    public static double Area(double z) => 0.5 * ErrorFunction.Complement(-z / Math.Sqrt(2.0));

    /// <summary>The point below which an area in (0, 1) lies.</summary>
    /// <remarks>Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37:477; relative accuracy about 1e-16.</remarks>
    public static double Quantile(double area)
    {
        double q = area - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - (q * q);
            return q * Ratio(r, CentreTop, CentreBottom);
        }

        double tail = Math.Sqrt(-Logarithm.Of(q < 0 ? area : 1.0 - area));
        double value = tail <= 5.0 ? Ratio(tail - 1.6, MiddleTop, MiddleBottom) : Ratio(tail - 5.0, FarTop, FarBottom);
        return q < 0 ? -value : value;
    }

    private static double Ratio(double r, double[] top, double[] bottom)
    {
        double numerator = top[7];
        double denominator = bottom[7];
        for (int i = 6; i >= 0; i--)
        {
            numerator = (numerator * r) + top[i];
            denominator = (denominator * r) + bottom[i];
        }

        return numerator / denominator;
    }

    private static readonly double[] CentreTop =
    [
        3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ];

    private static readonly double[] CentreBottom =
    [
        1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
    ];

    private static readonly double[] MiddleTop =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] MiddleBottom =
    [
        1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarTop =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarBottom =
    [
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
