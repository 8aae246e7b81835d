using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class MorrisTests
{
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly (double, double)[] Unit = [(0, 1), (0, 1), (0, 1)];

    [Fact]
    public void In_a_sum_the_effect_of_an_input_is_its_weight_times_its_range_everywhere()
    {
        double[][] points = Points(20, 7);
        double[][] table = [.. Columns(points).Select((c, i) => c.Select(x => 100.0 + ((i + 1) * x)).ToArray())];
        double[] y = [.. points.Select((_, r) => (2.0 * table[0][r]) - (5.0 * table[2][r]))];

        Trajectories walks = Trajectories.Find(Names, table, [(100, 101), (100, 102), (100, 103)], out _)!;
        IReadOnlyList<ElementaryEffects> found = Morris.Effects(walks, y, new Resampling(50));

        double[] mean = [2, 0, -15];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(mean[i], found[i].Mean, 9);
            Assert.Equal(Math.Abs(mean[i]), found[i].MeanSize.Value, 9);
            Assert.Equal(0.0, found[i].Deviation, 9);
            Assert.Equal(0.0, found[i].MeanSize.HalfWidth, 9);
        }
    }

    [Fact]
    public void On_four_levels_the_second_input_of_the_Ishigami_function_always_has_the_same_size_of_effect()
    {
        // sin² is 0 at the ends and ¾ at the inner levels: 7 · ¾ over a step of ⅔ is 7.875.
        double[][] points = Points(50, 3);
        IReadOnlyList<ElementaryEffects> found = Morris.Effects(Trajectories.Find(Names, Columns(points), Unit, out _)!, [.. points.Select(p => Samples.Ishigami(p))], Resampling.None);

        Assert.Equal(7.875, found[1].MeanSize.Value, 9);
        Assert.True(double.IsNaN(found[1].MeanSize.Low));
        Assert.True(found[1].Deviation > 5.0);
    }

    [Fact]
    public void Every_trajectory_stays_on_the_grid_and_changes_every_input_once()
    {
        double[][] points = Points(40, 5);

        Assert.All(points.SelectMany(p => p), x => Assert.Contains(x, new[] { 0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0 }));
        Assert.Equal(40, Trajectories.Find(Names, Columns(points), Unit, out _)!.Count);
    }

    [Fact]
    public void A_row_that_changes_nothing_or_two_inputs_is_refused()
    {
        foreach (int row in new[] { 1, 6, 11, 14 })
        {
            double[][] table = Columns(Points(5, 5));
            for (int i = 0; i < 3; i++) table[i][row] = 0.5 + (0.01 * i);

            Assert.Null(Trajectories.Find(Names, table, Unit, out DesignMisfit? misfit));
            Assert.InRange(misfit!.Row, row, row + 1);
        }
    }

    private static double[][] Points(int walks, ulong seed) => [.. Trajectories.Draw(3, walks, seed)];

    private static double[][] Columns(double[][] points) => [.. Enumerable.Range(0, 3).Select(i => points.Select(p => p[i]).ToArray())];
}
