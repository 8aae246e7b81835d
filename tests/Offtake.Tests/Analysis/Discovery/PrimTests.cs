using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Tests.Analysis.Discovery;

public class PrimTests
{
    private static readonly PrimOptions Usual = new();

    [Fact]
    public void Peeling_one_to_a_hundred_takes_a_twentieth_off_the_end_without_cases()
    {
        // Worked by hand: of n rows the place (n − 1) / 20 lies between two rows, and those up to it go.
        double[] x = [.. Enumerable.Range(1, 100).Select(n => (double)n)];
        PrimResult found = Prim.Find([Column.OfNumbers("x", x)], [.. x.Select(v => v > 90)], new BoxRule(1.0), Usual);

        Assert.Equal([100, 95, 90, 85, 80, 76, 72, 68, 64, 60, 57], found.Trajectory.Take(11).Select(s => s.Rows));
        Assert.Equal(5.5, found.Trajectory[1].Box.Limits[0].Low);
        Assert.Equal(10.0 / 95.0, found.Trajectory[1].Density, 15);
        Assert.Equal("x ≥ 90.5", found.Chosen.Box.Words);
        Assert.Equal((1.0, 1.0, 0.1), (found.Chosen.Coverage, found.Chosen.Density, found.Chosen.Mass));
        Assert.True(found.Chances[0].Chance < 1e-8);
    }

    [Fact]
    public void The_trajectory_is_that_of_a_plain_peeling()
    {
        Column[] inputs = Samples.Columns(1000, 5, 3);
        bool[] cases = [.. Samples.Uniform(1000, 77).Select((u, n) => u < (inputs[0].Values[n] > 0.6 && inputs[2].Values[n] < 0.4 ? 0.9 : 0.1))];

        IReadOnlyList<PrimBox> found = Prim.Find(inputs, cases, new BoxRule(), Usual).Trajectory;

        Assert.Equal(Plain(inputs, cases), found.Select(s => (s.Rows, s.Cases)));
    }

    [Fact]
    public void A_box_is_found_again()
    {
        PrimResult found = Prim.Find(InBox(out bool[] cases), cases, new BoxRule(0.95), Usual);

        Assert.Equal(["x0", "x2"], found.Chosen.Box.Limits.Select(l => l.Column));
        Assert.Equal(0.7, found.Chosen.Box.Limits[0].Low, 0.03);
        Assert.Equal(0.4, found.Chosen.Box.Limits[1].High, 0.03);
        Assert.True(found.Chosen.Density >= 0.95 && found.Chosen.Coverage > 0.9);
        Assert.True(found.MeetsRule);
    }

    [Fact]
    public void What_a_box_is_said_to_hold_it_holds()
    {
        Column[] inputs = InBox(out bool[] cases);
        foreach (PrimBox step in Prim.Find(inputs, cases, new BoxRule(), Usual).Trajectory)
        {
            bool[] inside = step.Box.Holds(inputs);
            Assert.Equal(step.Rows, inside.Count(i => i));
            Assert.Equal(step.Cases, inside.Zip(cases).Count(p => p.First && p.Second));
            Assert.Equal(step.Coverage, (double)step.Cases / cases.Count(c => c), 12);
        }
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_of_columns_matters()
    {
        Column[] inputs = InBox(out bool[] cases);
        int[] order = Samples.Shuffled(cases.Length, 4);
        PrimResult one = Prim.Find(inputs, cases, new BoxRule(), Usual);
        PrimResult other = Prim.Find([.. inputs.Reverse().Select(c => c.At(order))], [.. order.Select(r => cases[r])], new BoxRule(), Usual);

        Assert.Equal(one.Trajectory.Select(s => (s.Box.Words, s.Rows, s.Cases)), other.Trajectory.Select(s => (s.Box.Words, s.Rows, s.Cases)));
        Assert.Equal(one.Chances, other.Chances);
    }

    [Fact]
    public void Words_that_never_lead_there_are_peeled_off()
    {
        string[] words = [.. Enumerable.Range(0, 900).Select(n => new[] { "p", "q", "r" }[n % 3])];
        PrimResult found = Prim.Find([Column.OfWords("w", words), Column.OfNumbers("x", Samples.Uniform(900, 1))], [.. words.Select(w => w == "q")], new BoxRule(1.0), Usual);

        Assert.Equal("w is q", found.Chosen.Box.Words);
    }

    [Fact]
    public void Two_boxes_are_found_one_after_the_other()
    {
        double[] x = Samples.Uniform(3000, 1), z = Samples.Uniform(3000, 2);
        bool[] cases = [.. x.Select((v, n) => (v > 0.8 && z[n] > 0.8) || (v < 0.15 && z[n] < 0.15))];
        IReadOnlyList<PrimResult> found = Prim.Cover([Column.OfNumbers("x", x), Column.OfNumbers("z", z)], cases, new BoxRule(0.9), new PrimOptions(LeastMass: 0.01), 5);

        Assert.True(found.Count >= 2);
        Assert.True(found.Take(2).Sum(f => f.Chosen.Coverage) > 0.9);
        Assert.NotEqual(double.IsFinite(found[0].Chosen.Box.Limits[0].Low), double.IsFinite(found[1].Chosen.Box.Limits[0].Low));
    }

    [Fact]
    public void Limits_that_matter_come_again_when_rows_are_drawn_anew_and_workers_change_nothing()
    {
        Column[] inputs = InBox(out bool[] cases);
        IReadOnlyList<double> one = Prim.Reproducibility(inputs, cases, 0.95, Usual, new Resampling(20, 1, 1)), many = Prim.Reproducibility(inputs, cases, 0.95, Usual, new Resampling(20, 1, 4));

        Assert.Equal(one, many);
        Assert.Equal((1.0, 1.0), (one[0], one[2]));
        Assert.True(one[1] < 0.5);
    }

    [Fact]
    public void Limits_of_a_box_that_holds_every_case_come_again_too()
    {
        Column[] inputs = InBox(out _);
        bool[] cases = [.. Enumerable.Range(0, inputs[0].Values.Length).Select(n => inputs[0].Values[n] > 0.5 && inputs[2].Values[n] > 0.5)];

        IReadOnlyList<double> found = Prim.Reproducibility(inputs, cases, 1.0, Usual, new Resampling(20, 1, 1));

        Assert.Equal((1.0, 1.0), (found[0], found[2]));
    }

    [Fact]
    public void Pasting_gives_back_only_what_raises_density()
    {
        Column[] inputs = InBox(out bool[] cases);
        PrimResult without = Prim.Find(inputs, cases, new BoxRule(0.8), Usual with { Paste = 0.0 }), with = Prim.Find(inputs, cases, new BoxRule(0.8), Usual);

        Assert.True(with.Chosen.Rows >= without.Chosen.Rows);
        Assert.True(with.Chosen.Density >= without.Chosen.Density);
    }

    [Fact]
    public void A_density_that_no_box_reaches_is_said()
    {
        double[] x = Samples.Uniform(500, 1);
        PrimResult found = Prim.Find([Column.OfNumbers("x", x)], [.. Samples.Uniform(500, 2).Select(u => u < 0.3)], new BoxRule(0.99), Usual);

        Assert.False(found.MeetsRule);
    }

    [Fact]
    public void A_box_speaks()
    {
        Box box = new([new Limit("a", 3, double.PositiveInfinity), new Limit("b", double.NegativeInfinity, 2), new Limit("c", 1, 4), new Limit("d", double.NegativeInfinity, double.PositiveInfinity, ["x", "y"])]);

        Assert.Equal("a ≥ 3 and b < 2 and 1 ≤ c < 4 and d is x or y", box.Words);
        Assert.Equal("in 83 % of futures where anywhere, y > 3; they are less than 1 % of all futures and hold more than 99 % of those with y > 3", Box.Whole.Sentence(0.83, 0.999, 0.001, "y > 3"));
    }

    private static Column[] InBox(out bool[] cases)
    {
        Column[] inputs = Samples.Columns(2000, 4, 1);
        cases = [.. inputs[0].Values.Select((x, n) => x > 0.7 && inputs[2].Values[n] < 0.4)];
        return inputs;
    }

    // Peeling as one would write it first: everything sorted and counted anew at every step.
    private static IEnumerable<(int Rows, int Cases)> Plain(Column[] inputs, bool[] cases)
    {
        int[] rows = [.. Enumerable.Range(0, cases.Length)];
        while (true)
        {
            int found = rows.Count(r => cases[r]);
            yield return (rows.Length, found);
            if (found == rows.Length) yield break;
            int[]? best = null;
            double most = double.NegativeInfinity;
            foreach (Column column in inputs)
            {
                double[] x = [.. rows.Select(r => column.Values[r]).Order()];
                double low = (x[(int)Math.Floor((x.Length - 1) * 0.05)] + x[(int)Math.Floor((x.Length - 1) * 0.05) + 1]) / 2.0;
                double place = (x.Length - 1) * 0.95, high = (x[(int)Math.Ceiling(place)] + x[(int)Math.Ceiling(place) - 1]) / 2.0;
                foreach (int[] left in new[] { rows.Where(r => column.Values[r] >= low).ToArray(), rows.Where(r => column.Values[r] < high).ToArray() })
                {
                    double gain = (((double)left.Count(r => cases[r]) / left.Length) - ((double)found / rows.Length)) / (rows.Length - left.Length);
                    if (left.Length >= 0.05 * cases.Length && (gain > most || (gain == most && left.Length > best!.Length))) (most, best) = (gain, left);
                }
            }

            if (best is null) yield break;
            rows = best;
        }
    }
}
