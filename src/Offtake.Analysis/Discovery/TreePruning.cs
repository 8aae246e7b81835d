namespace Offtake.Analysis.Discovery;

/// <summary>Cuts a tree back to the size that foretells rows it has not seen.</summary>
internal static class TreePruning
{
    // Branches that are worth the same but for the last bits fall together.
    private const double Slack = 1e-10;

    /// <summary>Prices of a leaf at which ever more branches go, in ascending order, beginning with zero.</summary>
    public static double[] Prices(TreeNode root)
    {
        List<double> prices = [0.0];
        TreeNode tree = Copy(root);
        while (!tree.IsLeaf)
        {
            double price = tree.Branches().Min(b => b.Worth());
            Cut(tree, price);
            if (price > prices[^1]) prices.Add(price);
        }

        return [.. prices];
    }

    /// <summary>Makes a leaf of every branch that is not worth more than the price of a leaf, weakest first.</summary>
    public static void Cut(TreeNode tree, double price)
    {
        while (!tree.IsLeaf)
        {
            TreeNode weakest = tree.Branches().MinBy(b => b.Worth())!;
            if (weakest.Worth() > price + (Slack * tree.Loss)) return;
            (weakest.Column, weakest.Left, weakest.Right, weakest.Words) = (-1, null, null, null);
        }
    }

    /// <summary>The price whose tree is the smallest with an error within one standard error of the best, by cross-validation; and these errors.</summary>
    public static CrossValidation Choose(TreeNode root, Column[] columns, TreeTarget target, int[][] order, TreeOptions options, int leastLeaf)
    {
        int rows = target.Values.Length;
        double[] prices = Prices(root);

        // Between two prices the tree is the same: their geometric mean stands for it.
        double[] middles = [.. prices.Select((p, k) => k + 1 < prices.Length ? Math.Sqrt(p * prices[k + 1]) : double.PositiveInfinity)];
        byte[] fold = Folds(rows, options);
        double[][] losses = [.. prices.Select(_ => new double[rows])];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Workers > 0 ? options.Workers : Environment.ProcessorCount };
        Parallel.For(0, Math.Min(options.Folds, rows), parallel, f =>
        {
            int[][] others = [.. order.Select(o => (int[])[.. o.Where(r => fold[r] != f)])];
            double share = (double)others[0].Length / rows;
            TreeNode tree = TreeGrowth.Grow(columns, target, others, leastLeaf, options.MostDepth);
            for (int k = 0; k < prices.Length; k++)
            {
                Cut(tree, double.IsInfinity(middles[k]) ? double.MaxValue : middles[k] * share);
                for (int r = 0; r < rows; r++)
                {
                    if (fold[r] != f) continue;
                    TreeNode node = tree;
                    while (!node.IsLeaf) node = node.Next(columns, r);
                    losses[k][r] = target.LossOf(r, node.Prediction);
                }
            }
        });

        double[] errors = [.. losses.Select(l => l.Average())];
        int best = Array.LastIndexOf(errors, errors.Min());
        double deviation = Math.Sqrt(losses[best].Sum(l => (l - errors[best]) * (l - errors[best])) / rows / rows);
        int chosen = Array.FindLastIndex(errors, e => e <= errors[best] + deviation);
        return new CrossValidation(prices[chosen], errors[chosen], deviation);
    }

    private static byte[] Folds(int rows, TreeOptions options)
    {
        // Each fold gets as many rows as the others, in random order.
        ulong[] keys = [.. Enumerable.Range(0, rows).Select(r => Mix.Word(options.Seed, (ulong)r))];
        byte[] fold = [.. Enumerable.Range(0, rows).Select(r => (byte)(r % options.Folds))];
        Array.Sort(keys, fold);
        return fold;
    }

    private static TreeNode Copy(TreeNode node) => new()
    {
        Tally = node.Tally, Rows = node.Rows, Loss = node.Loss, Prediction = node.Prediction, Depth = node.Depth,
        Column = node.Column, Bound = node.Bound, Words = node.Words,
        Left = node.Left is null ? null : Copy(node.Left), Right = node.Right is null ? null : Copy(node.Right),
    };
}

/// <summary>What cross-validation chose.</summary>
internal sealed record CrossValidation(double Price, double Error, double StandardError);
