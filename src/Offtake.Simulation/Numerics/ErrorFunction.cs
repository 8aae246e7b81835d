namespace Offtake.Simulation.Numerics;

/// <summary>The complementary error function, with the same bits on every machine.</summary>
/// <remarks>The rational approximations of FreeBSD's msun (s_erf.c, Sun Microsystems 1993) over four ranges; error below one unit in the last place of the exact result, times the error of the exponential.</remarks>
internal static class ErrorFunction
{
    private const double One = 8.45062911510467529297e-01;

    private static readonly double[] NearTop =
        [1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05];

    private static readonly double[] NearBottom =
        [1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06];

    private static readonly double[] AboutOneTop =
    [
        -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01,
        -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03,
    ];

    private static readonly double[] AboutOneBottom =
    [
        1.0, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
        1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02,
    ];

    private static readonly double[] MiddleTop =
    [
        -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01,
        -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00,
    ];

    private static readonly double[] MiddleBottom =
    [
        1.0, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02,
        4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02,
    ];

    private static readonly double[] FarTop =
    [
        -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02,
        -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02,
    ];

    private static readonly double[] FarBottom =
    [
        1.0, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
        3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01,
    ];

    /// <summary>2 / √π times the integral of exp(−t²) from a point to infinity.</summary>
    public static double Complement(double x)
    {
        double size = Math.Abs(x);
        if (size < 0.84375)
        {
            double near = Ratio(x * x, NearTop, NearBottom);
            return x < 0.25 ? 1.0 - (x + (x * near)) : 0.5 - (x - 0.5 + (x * near));
        }

        if (size < 1.25)
        {
            double about = Ratio(size - 1.0, AboutOneTop, AboutOneBottom);
            return x > 0.0 ? 1.0 - One - about : 1.0 + (One + about);
        }

        if (size >= 28.0) return x > 0.0 ? 0.0 : 2.0;
        double inverse = 1.0 / (size * size);
        double ratio = size < 1.0 / 0.35 ? Ratio(inverse, MiddleTop, MiddleBottom) : Ratio(inverse, FarTop, FarBottom);

        // The square of a number of half the length is exact, so that the exponential of a large square loses nothing.
        double half = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(size) & 0xFFFFFFFF00000000UL);
        double tail = Exponential.Of((-half * half) - 0.5625) * Exponential.Of(((half - size) * (half + size)) + ratio) / size;
        return x > 0.0 ? tail : 2.0 - tail;
    }

    private static double Ratio(double r, double[] top, double[] bottom)
    {
        double numerator = top[^1];
        for (int i = top.Length - 2; i >= 0; i--) numerator = (numerator * r) + top[i];
        double denominator = bottom[^1];
        for (int i = bottom.Length - 2; i >= 0; i--) denominator = (denominator * r) + bottom[i];
        return numerator / denominator;
    }
}
