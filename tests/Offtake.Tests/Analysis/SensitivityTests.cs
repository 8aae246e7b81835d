using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class SensitivityTests
{
    private const int Pairs = 4096;

    [Fact]
    public void In_a_sum_each_input_explains_the_share_of_its_own_variance()
    {
        double[] weights = [1, 2, 3];
        SobolIndices found = Sobol.Indices(new PairDesign(3, Pairs), p => Dot(weights, p));

        // Unshifted points lie at the lower ends of their cells: half a cell an axis is missing.
        Assert.Equal(3.0, found.Mean, (6 * 0.5 / Pairs) + 1e-9);
        Assert.Equal(14.0 / 12.0, found.Variance, 3);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(weights[i] * weights[i] / 14.0, found.First[i], 2);
            Assert.Equal(weights[i] * weights[i] / 14.0, found.Total[i], 2);
        }
    }

    [Fact]
    public void A_pure_interaction_is_explained_by_no_input_alone()
    {
        // (x − ½)(y − ½): both means vanish.
        static double Product(ReadOnlySpan<double> p) => (p[0] - 0.5) * (p[1] - 0.5);
        PairDesign design = new(2, Pairs);
        SobolIndices found = Sobol.Indices(design, Product);

        Assert.All(found.First, s => Assert.Equal(0.0, s, 2));
        Assert.All(found.Total, s => Assert.Equal(1.0, s, 2));
        Assert.Equal(1.0, Sobol.ClosedIndex(design, Product, 0b11), 2);
        Assert.All(Shapley.Effects(design, Product), e => Assert.Equal(0.5, e, 2));
    }

    [Fact]
    public void Shapley_effects_by_set_sum_to_one_and_lie_between_first_and_total()
    {
        static double Mixed(ReadOnlySpan<double> p) => p[0] + (2.0 * p[1] * p[2]) + (p[0] * p[3] * p[3]);
        PairDesign design = new(5, Pairs);
        double[] effects = Shapley.EffectsBySet(design, Mixed);
        SobolIndices indices = Sobol.Indices(design, Mixed);

        Assert.Equal(1.0, effects.Sum(), 12);
        for (int i = 0; i < 5; i++) Assert.InRange(effects[i], indices.First[i] - 0.01, indices.Total[i] + 0.01);
        Assert.Equal(0.0, effects[4], 12);
    }

    [Fact]
    public void Effects_by_random_orders_agree_with_those_by_all_sets()
    {
        static double Mixed(ReadOnlySpan<double> p) => p[0] + (2.0 * p[1] * p[2]) + (p[0] * p[3] * p[3]);
        PairDesign design = new(4, 1 << 15);
        double[] bySet = Shapley.EffectsBySet(design, Mixed), byOrder = Shapley.EffectsByOrder(design, Mixed);

        for (int i = 0; i < 4; i++) Assert.Equal(bySet[i], byOrder[i], 0.01);
    }

    [Fact]
    public void Sixty_four_inputs_are_shared_out_by_random_orders()
    {
        double[] weights = [.. Enumerable.Range(1, PairDesign.MaxInputs).Select(i => (double)i)];
        double[] effects = Shapley.Effects(new PairDesign(weights.Length, Pairs, seed: 3), p => Dot(weights, p));
        double sum = weights.Sum(w => w * w);

        Assert.Equal(1.0, effects.Sum(), 0.03);
        Assert.All(effects.Select((e, i) => (e, i)), x => Assert.Equal(weights[x.i] * weights[x.i] / sum, x.e, 0.02));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        static double Curve(ReadOnlySpan<double> p) => p[0] * p[0] * p[1];

        Assert.Equal(Sobol.Indices(new PairDesign(2, 256, 5), Curve).First, Sobol.Indices(new PairDesign(2, 256, 5), Curve).First);
        Assert.NotEqual(Sobol.Indices(new PairDesign(2, 256, 5), Curve).First, Sobol.Indices(new PairDesign(2, 256, 6), Curve).First);
    }

    [Fact]
    public void A_result_that_never_varies_or_is_no_number_has_no_shares()
    {
        Assert.Throws<ArgumentException>(() => Sobol.Indices(new PairDesign(2, 64), _ => 3.0));
        Assert.Throws<ArgumentException>(() => Sobol.Indices(new PairDesign(2, 64), _ => double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairDesign(PairDesign.MaxInputs + 1, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SobolSequence(SobolSequence.MaxDimensions + 1));
    }

    private static double Dot(double[] weights, ReadOnlySpan<double> point)
    {
        double sum = 0.0;
        for (int i = 0; i < weights.Length; i++) sum += weights[i] * point[i];
        return sum;
    }
}
