using Offtake.Experiments.Exploring;
using Offtake.Experiments.Sampling;
using Offtake.Model.Evidence;
using Offtake.Model.Studies;
using Offtake.Simulation.Nature;
using Offtake.Tests.Cli;
using Offtake.World;

namespace Offtake.Tests.Exploring;

/// <summary>Where the futures of a study lie among its uncertainties.</summary>
public class FutureSampleTests
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(3, 4)]
    [InlineData(6, 2)]
    public void A_factorial_meets_every_combination_of_levels_once(int inputs, int levels)
    {
        int all = (int)Math.Pow(levels, inputs);
        FutureSample sample = SampleOf(SamplingMethod.Factorial, IndexDesign.None, inputs, levels);

        string[] combinations = [.. Enumerable.Range(0, all).Select(f => string.Join(' ', Point(sample, f, inputs).Select(u => (int)(u * levels))))];

        Assert.Equal(all, combinations.Distinct().Count());
        Assert.All(Point(sample, all - 1, inputs), u => Assert.Equal((levels - 0.5) / levels, u, 15));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_pair_for_total_indices_is_A_then_A_with_one_input_from_B_each_then_B(int inputs)
    {
        foreach (bool[] fromB in RowsOf(inputs, IndexDesign.Total, inputs + 3)) Assert.Equal(inputs + 1, fromB.Length);
        bool[][] rows = RowsOf(inputs, IndexDesign.Total, inputs + 3);

        Assert.DoesNotContain(true, rows[0]);
        for (int i = 0; i <= inputs; i++) Assert.Equal([i], Where(rows[1 + i], true));
        Assert.DoesNotContain(false, rows[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_pair_of_second_order_has_also_B_with_one_input_from_A_each(int inputs)
    {
        bool[][] rows = RowsOf(inputs, IndexDesign.SecondOrder, (2 * (inputs + 1)) + 2);

        Assert.DoesNotContain(true, rows[0]);
        for (int i = 0; i <= inputs; i++)
        {
            Assert.Equal([i], Where(rows[1 + i], true));
            Assert.Equal([i], Where(rows[inputs + 2 + i], false));
        }

        Assert.DoesNotContain(false, rows[^1]);
    }

    [Fact]
    public void No_two_pairs_share_a_point_or_a_chance()
    {
        const int inputs = 3;
        int block = new Sampling(SamplingMethod.Sobol, IndexDesign.Total).FuturesInBlock(inputs);
        FutureSample sample = SampleOf(SamplingMethod.Sobol, IndexDesign.Total, inputs);
        int[] ends = [.. Enumerable.Range(0, 8).SelectMany(p => new[] { p * block, (p * block) + block - 1 })];

        Assert.Equal(16, ends.Select(sample.ChanceOf).Distinct().Count());
        Assert.Equal(16, ends.Select(f => Point(sample, f, inputs)[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_random_future_of_a_study_has_the_numbers_of_the_same_future_of_a_run(int attempt)
    {
        using Shell shell = WineStudy.In(new Shell(), WineStudy.Text.Replace("policies:", """
              - {id: memory, title: Memory of prices, of: parameters/price.revenue-memory-months/value}
              - {id: anchor, title: Anchor, of: parameters/price.anchor-months/value}
            policies:
            """, StringComparison.Ordinal));
        Study study = Study(shell);
        FutureSample sample = FutureSample.Of(study);
        double[] u = new double[study.Uncertainties.Count];
        EvidenceLedger ledger = study.Policies[0].Scenario!.Chain.Evidence;
        foreach (int future in new[] { 0, 1, 11 })
        {
            Assert.Equal(future, sample.ChanceOf(future));
            sample.Point(future, attempt, u);
            ParameterDraw run = ParameterDraw.InFuture(ledger, new Chance(study.Seed, future), attempt);
            for (int i = 0; i < u.Length; i++)
            {
                Uncertainty uncertainty = study.Uncertainties[i];
                Parameter parameter = ledger.Parameters.First(p => NumberSlots.NamesOf(p).Any(n => n.Name == uncertainty.Sets.Names[0]));
                Assert.Equal(run.Of(parameter), ParameterDraw.Quantile(uncertainty.Central, uncertainty.Spread, u[i]));
            }
        }
    }

    [Theory]
    [InlineData(SamplingMethod.LatinHypercube)]
    [InlineData(SamplingMethod.Sobol)]
    [InlineData(SamplingMethod.MonteCarlo)]
    public void Another_seed_is_another_sample(SamplingMethod method) =>
        Assert.NotEqual(Point(SampleOf(method, IndexDesign.None, 2, seed: 1), 3, 2), Point(SampleOf(method, IndexDesign.None, 2, seed: 2), 3, 2));

    // By row, by input and last chance: whether it is that of B.
    private static bool[][] RowsOf(int inputs, IndexDesign design, int block)
    {
        Assert.Equal(block, new Sampling(SamplingMethod.Sobol, design).FuturesInBlock(inputs));
        FutureSample sample = SampleOf(SamplingMethod.Sobol, design, inputs);
        int first = 5 * block;
        double[] a = [.. Point(sample, first, inputs), sample.ChanceOf(first)], b = [.. Point(sample, first + block - 1, inputs), sample.ChanceOf(first + block - 1)];
        Assert.All(a.Zip(b), pair => Assert.NotEqual(pair.First, pair.Second));
        return [.. Enumerable.Range(first, block).Select(Row)];

        bool[] Row(int future)
        {
            double[] row = [.. Point(sample, future, inputs), sample.ChanceOf(future)];
            for (int i = 0; i < row.Length; i++) Assert.True(row[i] == a[i] || row[i] == b[i], $"row {future}, input {i} is neither that of A nor that of B");
            return [.. row.Select((v, i) => v == b[i])];
        }
    }

    private static int[] Where(bool[] row, bool is_) => [.. Enumerable.Range(0, row.Length).Where(i => row[i] == is_)];

    private static double[] Point(FutureSample sample, int future, int inputs)
    {
        double[] u = new double[inputs];
        sample.Point(future, 0, u);
        return u;
    }

    private static FutureSample SampleOf(SamplingMethod method, IndexDesign design, int inputs, int levels = 0, ulong seed = 1) => FutureSample.Of(new Study(
        "made-up", "", "", "lake", seed, 64, new Offtake.Model.Studies.Sampling(method, design, levels), false,
        [.. Enumerable.Range(1, inputs).Select(i => new Uncertainty($"x{i}", "", "", 0.5, Spread.Uniform(0, 1), new NumberChoice(["b"], false), false))], [], [], [], [], [], [], ""));

    private static Study Study(Shell shell)
    {
        Reading<Study> reading = StudyModels.Read(shell["studies"], WineStudy.Id, shell["scenarios"], shell["worlds"]);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value;
    }
}
