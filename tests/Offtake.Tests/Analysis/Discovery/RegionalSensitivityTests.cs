using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Tests.Analysis.Discovery;

public class RegionalSensitivityTests
{
    [Fact]
    public void The_distance_is_the_largest_gap_between_the_two_distributions()
    {
        // Of interest: 1, 2, 5; others: 3, 4, 6, 7. After 2 the gap is 2/3 − 0.
        Separation found = RegionalSensitivity.Of([Column.OfNumbers("x", [1, 2, 3, 4, 5, 6, 7])], [true, true, false, false, true, false, false])[0];

        Assert.Equal(2.0 / 3.0, found.Distance, 12);
        Assert.Equal(2.0, found.At);
    }

    [Fact]
    public void Equal_values_are_seen_at_once() =>
        Assert.Equal(0.0, RegionalSensitivity.Of([Column.OfNumbers("x", [1, 1, 2, 2])], [true, false, true, false])[0].Distance);

    [Fact]
    public void Tails_are_those_of_the_tables()
    {
        Assert.Equal(0.05, Tails.ChiSquare(3.841459, 1), 6);
        Assert.Equal(0.05, Tails.ChiSquare(18.307038, 10), 6);
        Assert.Equal(0.01, Tails.ChiSquare(6.634897, 1), 6);
        Assert.Equal(0.05, Tails.Kolmogorov(1.3581 / Math.Sqrt(5e7), 1e8, 1e8), 4);
        Assert.Equal(1.0 / 1024.0, Tails.Binomial(10, 10, 0.5), 14);
        Assert.Equal(56.0 / 1024.0, Tails.Binomial(8, 10, 0.5), 14);
        Assert.Equal(1023.0 / 1024.0, Tails.Binomial(1, 10, 0.5), 14);
        Assert.Equal(1.0 - Math.Pow(0.999, 1000), Tails.Binomial(1, 1000, 0.001), 12);
    }

    [Fact]
    public void An_input_that_has_nothing_to_do_with_it_is_rarely_called_significant()
    {
        int called = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            bool[] cases = [.. Samples.Uniform(300, 7000 + seed).Select(u => u < 0.3)];
            Column words = Column.OfWords("w", [.. Samples.Uniform(300, 9000 + seed).Select(u => u < 0.4 ? "p" : "q")]);
            called += RegionalSensitivity.Of([.. Samples.Columns(300, 4, seed), words], cases).Any(s => s.ChanceAmongAll < 0.05) ? 1 : 0;
        }

        Assert.InRange(called, 0, 20);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_a_bent_scale_matters()
    {
        Column[] inputs = Samples.Columns(400, 3, 1);
        bool[] cases = [.. inputs[1].Values.Select(x => x > 0.7)];
        int[] order = Samples.Shuffled(400, 1);
        Column bent = Column.OfNumbers("x1", [.. inputs[1].Values.Select(x => x * x * x)]);

        Assert.Equal(RegionalSensitivity.Of(inputs, cases), RegionalSensitivity.Of([.. inputs.Select(c => c.At(order))], [.. order.Select(r => cases[r])]));
        Assert.Equal(1.0, RegionalSensitivity.Of([bent], cases)[0].Distance, 12);
    }

    [Fact]
    public void All_or_none_of_interest_is_refused() =>
        Assert.Throws<ArgumentException>(() => RegionalSensitivity.Of([Column.OfNumbers("x", [1, 2])], [true, true]));
}
