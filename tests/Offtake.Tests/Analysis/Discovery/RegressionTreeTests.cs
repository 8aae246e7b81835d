using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Tests.Analysis.Discovery;

public class RegressionTreeTests
{
    [Fact]
    public void The_irises_are_told_apart_as_in_the_textbook()
    {
        RegressionTree tree = RegressionTree.Grow(Samples.Iris(out Column species), species, new TreeOptions());

        Assert.Equal(["petal_length < 2.45", "petal_length ≥ 2.45 and petal_width < 1.75", "petal_length ≥ 2.45 and petal_width ≥ 1.75"], tree.Leaves.Select(l => l.Box.Words));
        Assert.Equal(["setosa", "versicolor", "virginica"], tree.Leaves.Select(l => l.Class));
        Assert.Equal([50, 54, 46], tree.Leaves.Select(l => l.Rows));
        Assert.Equal([0, 49, 5], tree.Leaves[1].RowsByClass!);
        Assert.Equal(6.0 / 150.0, tree.Error, 12);
        Assert.Equal(2.0 / 3.0, tree.RootError, 12);
    }

    [Fact]
    public void A_step_is_found_where_it_is_and_its_heights_are_the_means()
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(n => (double)n)];
        RegressionTree tree = RegressionTree.Grow([Column.OfNumbers("x", x), Column.OfNumbers("z", Samples.Uniform(100, 1))], Column.OfNumbers("y", [.. x.Select(v => v < 37 ? 1e6 : 1e6 + 5)]), new TreeOptions());

        Assert.Equal(["x < 36.5", "x ≥ 36.5"], tree.Leaves.Select(l => l.Box.Words));
        Assert.Equal([1e6, 1e6 + 5], tree.Leaves.Select(l => Math.Round(l.Value, 6)));
        Assert.Equal(0.0, tree.Error, 9);
    }

    [Fact]
    public void Noise_is_cut_back_to_the_root()
    {
        RegressionTree tree = RegressionTree.Grow(Samples.Columns(400, 4, 1), Column.OfNumbers("y", Samples.Uniform(400, 99)), new TreeOptions());

        Assert.Single(tree.Leaves);
        Assert.True(RegressionTree.Grow(Samples.Columns(400, 4, 1), Column.OfNumbers("y", Samples.Uniform(400, 99)), new TreeOptions(Folds: 0)).Leaves.Count > 5);
    }

    [Fact]
    public void Words_are_parted_by_what_they_lead_to()
    {
        string[] words = [.. Enumerable.Range(0, 400).Select(n => new[] { "p", "q", "r", "s" }[n % 4])];
        RegressionTree tree = RegressionTree.Grow([Column.OfWords("w", words)], Column.OfNumbers("y", [.. words.Select(w => w is "q" or "r" ? 1.0 : 0.0)]), new TreeOptions());

        Assert.Equal(["w is p or s", "w is q or r"], tree.Leaves.Select(l => l.Box.Words));
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_of_columns_nor_workers_matter()
    {
        Column[] inputs = Samples.Columns(600, 4, 1);
        Column y = Column.OfNumbers("y", [.. inputs[0].Values.Select((x, n) => (x > 0.5 ? 3.0 : 0.0) + inputs[1].Values[n])]);
        int[] order = Samples.Shuffled(600, 4);
        RegressionTree one = RegressionTree.Grow(inputs, y, new TreeOptions(Workers: 1));
        RegressionTree other = RegressionTree.Grow([.. inputs.Reverse().Select(c => c.At(order))], y.At(order), new TreeOptions(Workers: 4));

        Assert.Equal(one.Leaves.Select(l => (l.Box.Words, l.Rows, l.Value, l.Deviation)), other.Leaves.Select(l => (l.Box.Words, l.Rows, l.Value, l.Deviation)));
        Assert.Equal(one.ValidatedError, other.ValidatedError);
    }

    [Fact]
    public void Leaves_share_out_all_rows_and_none_is_too_small()
    {
        Column[] inputs = Samples.Columns(1000, 3, 5);
        RegressionTree tree = RegressionTree.Grow(inputs, Column.OfNumbers("y", [.. inputs[0].Values.Select((x, n) => Math.Sin(9.0 * x) * inputs[1].Values[n])]), new TreeOptions(LeastLeaf: 25, MostDepth: 6));

        Assert.Equal(1000, tree.Leaves.Sum(l => l.Rows));
        Assert.All(tree.Leaves, l =>
        {
            Assert.True(l.Rows >= 25);
            Assert.Equal(l.Rows, l.Box.Holds(inputs).Count(i => i));
        });
    }

    [Fact]
    public void Cutting_back_never_keeps_a_branch_worth_less_than_one_it_cut()
    {
        Column[] inputs = [.. Samples.Columns(500, 3, 2).OrderBy(c => c.Name, StringComparer.Ordinal)];
        TreeTarget target = TreeTarget.Of(Column.OfNumbers("y", [.. inputs[0].Values.Select((x, n) => x + (0.3 * inputs[1].Values[n]))]));
        TreeNode root = TreeGrowth.Grow(inputs, target, TreeGrowth.Orders(inputs), 10, 6);
        double[] prices = TreePruning.Prices(root);

        Assert.Equal(prices.Order(), prices);
        int before = int.MaxValue;
        foreach (double price in prices)
        {
            TreePruning.Cut(root, price);
            Assert.True(root.Below().Leaves < before);
            before = root.Below().Leaves;
            Assert.True(root.IsLeaf || root.Branches().Min(b => b.Worth()) > price);
        }

        Assert.True(root.IsLeaf);
    }

    [Fact]
    public void An_outcome_that_never_varies_is_refused() =>
        Assert.Throws<ArgumentException>(() => RegressionTree.Grow(Samples.Columns(50, 2, 1), Column.OfNumbers("y", new double[50]), new TreeOptions()));
}
