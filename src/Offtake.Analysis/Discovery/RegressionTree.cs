namespace Offtake.Analysis.Discovery;

/// <summary>Parts the space of inputs by yes-or-no questions, so that the result is as alike as possible within each part: a classification tree for words, a regression tree for numbers.</summary>
/// <remarks>
/// Eq. SEN-16: a question lowers Σ over both parts of rows × (1 − Σ over classes of share²), or of squared deviations, the most; branches are cut whose (loss as a leaf − loss of their leaves) / (leaves − 1) is at most the price of a leaf,
/// and the price is that of the smallest tree whose cross-validated error lies within one standard error of the least. Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees, chapters 2 to 4, 8.
/// </remarks>
public sealed class RegressionTree
{
    private RegressionTree(IReadOnlyList<Leaf> leaves, IReadOnlyList<string>? classes, double error, double rootError, double? validated, double? validatedError)
    {
        Leaves = leaves;
        Classes = classes;
        Error = error;
        RootError = rootError;
        ValidatedError = validated;
        ValidatedErrorStandardError = validatedError;
    }

    /// <summary>The parts, from left to right.</summary>
    public IReadOnlyList<Leaf> Leaves { get; }

    /// <summary>What is foretold; null when it is a number.</summary>
    public IReadOnlyList<string>? Classes { get; }

    /// <summary>Share of rows of another class than foretold, or mean squared deviation, on the rows it was grown on.</summary>
    public double Error { get; }

    /// <summary>The same without any question.</summary>
    public double RootError { get; }

    /// <summary>The error on rows not seen, by cross-validation; null without it.</summary>
    public double? ValidatedError { get; }

    /// <summary>Standard error of the least such error.</summary>
    public double? ValidatedErrorStandardError { get; }

    /// <summary>Grows a tree and cuts it back.</summary>
    /// <param name="inputs">Numbers or words. Their order does not matter.</param>
    /// <param name="outcome">Words for classes, or numbers. The order of rows does not matter.</param>
    /// <param name="options">How large.</param>
    /// <exception cref="ArgumentException">There is no input, or the outcome does not vary.</exception>
    public static RegressionTree Grow(IReadOnlyList<Column> inputs, Column outcome, TreeOptions options)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(options);
        options.MustBeUsable();
        if (inputs.Count == 0) throw new ArgumentException("There is no input.", nameof(inputs));
        if (outcome.Values.All(v => v == outcome.Values[0])) throw new ArgumentException($"{outcome.Name} does not vary.", nameof(outcome));
        int[] rows = Canonical(inputs, outcome);
        Column[] columns = [.. inputs.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => c.At(rows))];
        TreeTarget target = TreeTarget.Of(Centred(outcome.At(rows), out double mean));
        int[][] order = TreeGrowth.Orders(columns);
        int leastLeaf = options.LeastLeafOf(rows.Length);
        TreeNode root = TreeGrowth.Grow(columns, target, [.. order.Select(o => (int[])[.. o])], leastLeaf, options.MostDepth);
        CrossValidation? checkedBy = options.Folds == 0 ? null : TreePruning.Choose(root, columns, target, order, options, leastLeaf);
        if (checkedBy is not null) TreePruning.Cut(root, checkedBy.Price);
        return new RegressionTree(
            [.. LeavesOf(root, columns, Box.Whole, target, rows.Length, mean)], target.Classes,
            root.Below().Loss / rows.Length, root.Loss / rows.Length, checkedBy?.Error, checkedBy?.StandardError);
    }

    // Rows by outcome, then by every input: whatever order they came in, sums are the same to the last bit.
    private static int[] Canonical(IReadOnlyList<Column> inputs, Column outcome)
    {
        Column[] keys = [outcome, .. inputs.OrderBy(c => c.Name, StringComparer.Ordinal)];
        int[] rows = [.. Enumerable.Range(0, outcome.Values.Length)];
        Array.Sort(rows, (a, b) =>
        {
            foreach (Column key in keys)
            {
                int order = key.Values[a].CompareTo(key.Values[b]);
                if (order != 0) return order;
            }

            return 0;
        });
        return rows;
    }

    private static Column Centred(Column outcome, out double mean)
    {
        mean = outcome.Categories is null ? outcome.Values.Average() : 0.0;
        double centre = mean;
        return outcome.Categories is null ? Column.OfNumbers(outcome.Name, [.. outcome.Values.Select(v => v - centre)]) : outcome;
    }

    private static IEnumerable<Leaf> LeavesOf(TreeNode node, Column[] columns, Box box, TreeTarget target, int rows, double mean)
    {
        if (node.IsLeaf)
        {
            double value = target.Classes is null ? node.Prediction + mean : node.Tally[(int)node.Prediction] / node.Rows;
            double? deviation = target.Classes is null ? Math.Sqrt(node.Loss / node.Rows) : null;
            return [new Leaf(box, (int)node.Rows, node.Rows / rows, target.Classes?[(int)node.Prediction], value, deviation, target.Classes is null ? null : [.. node.Tally.Select(n => (int)n)])];
        }

        return LeavesOf(node.Left!, columns, Narrow(box, columns[node.Column], node, true), target, rows, mean)
            .Concat(LeavesOf(node.Right!, columns, Narrow(box, columns[node.Column], node, false), target, rows, mean));
    }

    private static Box Narrow(Box box, Column column, TreeNode node, bool left)
    {
        Limit now = box.Limits.FirstOrDefault(l => l.Column == column.Name) ?? new Limit(column.Name, double.NegativeInfinity, double.PositiveInfinity, column.Categories);
        Limit next = now.Allowed is { } words ? now with { Allowed = [.. words.Where(w => node.Words![column.Categories!.ToList().IndexOf(w)] == left)] }
            : left ? now with { High = node.Bound } : now with { Low = node.Bound };
        return new Box([.. box.Limits.Where(l => l.Column != column.Name).Append(next).OrderBy(l => l.Column, StringComparer.Ordinal)]);
    }
}

/// <summary>A part of the space of inputs in which a tree foretells one thing.</summary>
/// <param name="Box">Its limits; a bound that goes left or right lies halfway between two rows.</param>
/// <param name="Rows">Rows inside.</param>
/// <param name="Mass">Share of all rows.</param>
/// <param name="Class">The most frequent class; null when a number is foretold.</param>
/// <param name="Value">Share of that class, or the mean.</param>
/// <param name="Deviation">Standard deviation inside; null for classes.</param>
/// <param name="RowsByClass">In the order of the classes; null for numbers.</param>
public sealed record Leaf(Box Box, int Rows, double Mass, string? Class, double Value, double? Deviation, IReadOnlyList<int>? RowsByClass);
