using Offtake.Analysis;

namespace Offtake.Validation;

/// <summary>A function whose shares of variance are known: sin x₁ + a sin² x₂ + b x₃⁴ sin x₁, all between −π and π.</summary>
/// <remarks>Ishigami and Homma (1990), First International Symposium on Uncertainty Modeling and Analysis, 398.</remarks>
internal sealed class Ishigami(double a, double b, int pairs)
{
    private const ulong FirstAndThird = 0b101;

    private readonly PairDesign _design = new(3, pairs);

    public static Ishigami Of(Inputs inputs) => new(inputs.Number("a"), inputs.Number("b"), inputs.Whole("pairs"));

    public double[] First() => [.. Sobol.Indices(_design, Value).First];

    public double[] Total() => [.. Sobol.Indices(_design, Value).Total];

    public double Interaction13()
    {
        IReadOnlyList<double> first = Sobol.Indices(_design, Value).First;
        return Sobol.ClosedIndex(_design, Value, FirstAndThird) - first[0] - first[2];
    }

    public double[] Shapley() => Analysis.Shapley.EffectsBySet(_design, Value);

    public double[] ShapleyByOrder() => Analysis.Shapley.EffectsByOrder(_design, Value);

    private double Value(ReadOnlySpan<double> point)
    {
        double x1 = Angle(point[0]), sine = Math.Sin(Angle(point[1])), x3 = Angle(point[2]);
        return Math.Sin(x1) + (a * sine * sine) + (b * x3 * x3 * x3 * x3 * Math.Sin(x1));
    }

    private static double Angle(double share) => Math.PI * ((2.0 * share) - 1.0);
}
