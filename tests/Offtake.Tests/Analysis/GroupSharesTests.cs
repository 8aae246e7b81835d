using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

/// <summary>SEN-18: shares of groups of inputs.</summary>
public sealed class GroupSharesTests
{
    private static readonly Resampling Intervals = new(100, 3, 1);

    // Ishigami with a = 7, b = 0.1: V₁ = ½ (1 + b π⁴ / 5)², V₂ = a² / 8, V₁₃ = 8 b² π⁸ / 225.
    private static readonly double V1 = 0.5 * Math.Pow(1.0 + (0.1 * Math.Pow(Math.PI, 4) / 5.0), 2), V2 = 49.0 / 8.0, V13 = 8.0 * 0.01 * Math.Pow(Math.PI, 8) / 225.0;

    [Fact]
    public void Groups_of_the_Ishigami_function_get_the_shares_that_are_known()
    {
        // One group of the first and second input, one of the third.
        GroupEstimates found = GroupShares.Of(Pairs(3, 4096, Samples.Ishigami, [0b011, 0b100], []), Intervals)!;
        double v = V1 + V2 + V13;

        Near((V1 + V2) / v, found.First[0]);
        Near(0.0, found.First[1]);
        Near(1.0, found.Total[0]);
        Near(V13 / v, found.Total[1]);
        Near((V1 + V2 + (V13 / 2.0)) / v, found.Shapley[0]);
        Near(V13 / 2.0 / v, found.Shapley[1]);
    }

    [Fact]
    public void In_a_sum_every_group_gets_the_variance_of_its_inputs_by_every_measure()
    {
        GroupEstimates found = GroupShares.Of(Pairs(4, 4096, p => p[0] + (2.0 * p[1]) + (3.0 * p[2]) + p[3], [0b0011, 0b0100, 0b1000], [0b1001]), Intervals)!;
        double[] known = [5.0 / 15.0, 9.0 / 15.0, 1.0 / 15.0];

        for (int g = 0; g < known.Length; g++)
        {
            Near(known[g], found.First[g]);
            Near(known[g], found.Total[g]);
            Near(known[g], found.Shapley[g]);
        }

        Near(2.0 / 15.0, found.Others[0]);
        Near(1.0, found.FirstSum);
        Near(1.0, found.TotalSum);
    }

    [Fact]
    public void Shares_alone_sum_to_one_at_most_shares_with_others_to_one_at_least_and_Shapley_effects_to_one()
    {
        foreach (int pairs in new[] { 16, 64, 1024 })
        {
            GroupEstimates found = GroupShares.Of(Pairs(3, pairs, Samples.Ishigami, [1, 2, 4], []), Intervals)!;

            Assert.Equal(1.0, found.Shapley.Sum(s => s.Value), 12);
            Assert.True(found.FirstSum.Low <= 1.0, $"{found.FirstSum}");
            Assert.True(found.TotalSum.High >= 1.0, $"{found.TotalSum}");
            Assert.Equal(found.First.Sum(s => s.Value), found.FirstSum.Value, 12);
            Assert.Equal(found.Total.Sum(s => s.Value), found.TotalSum.Value, 12);
        }
    }

    [Fact]
    public void Groups_of_one_input_get_what_the_indices_of_inputs_are()
    {
        PairOutputs[] pairs = Pairs(3, 4096, Samples.Ishigami, [1, 2, 4], []);
        GroupEstimates found = GroupShares.Of(pairs, Intervals)!;
        SobolIndices known = Sobol.Indices([.. pairs.Select(p => p.A)], [.. pairs.Select(p => p.B)], [.. Enumerable.Range(0, 3).Select(g => pairs.Select(p => p.AB[g]).ToArray())]);

        for (int g = 0; g < 3; g++)
        {
            Near(known.First[g], found.First[g]);
            Near(known.Total[g], found.Total[g]);
        }
    }

    [Fact]
    public void Another_unit_or_zero_of_the_outcome_changes_no_share()
    {
        GroupEstimates one = GroupShares.Of(Pairs(3, 64, Samples.Ishigami, [1, 2, 4], []), Intervals)!, other = GroupShares.Of(Pairs(3, 64, p => 1000.0 + (7.0 * Samples.Ishigami(p)), [1, 2, 4], []), Intervals)!;

        for (int g = 0; g < 3; g++)
        {
            Assert.Equal(one.First[g].Value, other.First[g].Value, 9);
            Assert.Equal(one.Total[g].High, other.Total[g].High, 9);
            Assert.Equal(one.Shapley[g].Low, other.Shapley[g].Low, 9);
        }
    }

    [Fact]
    public void A_group_that_does_nothing_gets_exactly_nothing()
    {
        GroupEstimates found = GroupShares.Of(Pairs(3, 64, p => p[0] * p[1], [1, 2, 4], []), Intervals)!;

        Assert.Equal(0.0, found.First[2].Value);
        Assert.Equal(0.0, found.Total[2].Value);
        Assert.Equal(0.0, found.Shapley[2].Value);
    }

    [Fact]
    public void What_does_not_vary_has_no_shares() => Assert.Null(GroupShares.Of(Pairs(2, 8, _ => 3.0, [1, 2], []), Intervals));

    [Fact]
    public void Every_group_is_taken_once_in_an_order_that_depends_on_the_pair()
    {
        int[][] orders = [.. Enumerable.Range(0, 40).Select(n => GroupShares.Order(7, 5, n))];

        Assert.All(orders, o => Assert.Equal([0, 1, 2, 3, 4, 5, 6], o.Order()));
        Assert.True(orders.Select(o => o[0]).Distinct().Count() > 4);
        Assert.Equal(orders[7], GroupShares.Order(7, 5, 7));
    }

    // Within a tenth of the whole and within twice the interval, which is that of random pairs.
    private static void Near(double known, Estimate found) => Assert.True(Math.Abs(known - found.Value) <= 0.03 && Math.Abs(known - found.Value) <= (2.0 * found.HalfWidth) + 1e-9, $"{known} {found}");

    private static PairOutputs[] Pairs(int inputs, int pairs, Response response, ulong[] groups, ulong[] others)
    {
        PairDesign design = new(inputs, pairs, 11);
        return [.. Enumerable.Range(0, pairs).Select(n => Pair(design, n, response, groups, others))];
    }

    private static PairOutputs Pair(PairDesign design, int n, Response response, ulong[] groups, ulong[] others)
    {
        int[] order = GroupShares.Order(groups.Length, 2, n);
        List<double> along = [At(0)];
        ulong taken = 0;
        foreach (int g in order) along.Add(At(taken |= groups[g]));
        return new PairOutputs(At(0), At(design.All), [.. groups.Select(At)], order, [.. along], [.. others.Select(At)]);

        double At(ulong fromB)
        {
            double[] point = new double[design.Inputs];
            design.Point(n, fromB, point);
            return response(point);
        }
    }
}
