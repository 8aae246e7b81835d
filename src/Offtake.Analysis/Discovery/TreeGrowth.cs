namespace Offtake.Analysis.Discovery;

/// <summary>Grows a tree: each set of rows is parted by the question that makes its parts purest together, until they are too small or too deep.</summary>
/// <remarks>Columns are sorted once; a question parts every order without disturbing it, so that growing costs rows × columns × depth.</remarks>
internal sealed class TreeGrowth
{
    private const double LeastGain = 1e-12;

    private readonly Column[] _columns;
    private readonly TreeTarget _target;
    private readonly int[][] _order;
    private readonly bool[] _goesLeft;
    private readonly int[] _spare;
    private readonly int _leastLeaf;
    private readonly int _mostDepth;

    private TreeGrowth(Column[] columns, TreeTarget target, int[][] order, int leastLeaf, int mostDepth)
    {
        _columns = columns;
        _target = target;
        _order = order;
        _goesLeft = new bool[target.Values.Length];
        _spare = new int[order[0].Length];
        _leastLeaf = leastLeaf;
        _mostDepth = mostDepth;
    }

    /// <summary>Rows by column in ascending order; for words by word.</summary>
    public static int[][] Orders(Column[] columns) => [.. columns.Select(c =>
    {
        double[] keys = [.. c.Values];
        int[] rows = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, rows);

        // Equal values in order of rows: sums do not depend on how the sorting went.
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            if (end - start > 1) Array.Sort(rows, start, end - start);
            start = end;
        }

        return rows;
    })];

    public static TreeNode Grow(Column[] columns, TreeTarget target, int[][] order, int leastLeaf, int mostDepth)
    {
        TreeGrowth growth = new(columns, target, order, leastLeaf, mostDepth);
        TreeNode root = growth.NodeOf(0, growth._spare.Length, 0);
        growth.Part(root, 0, growth._spare.Length);
        return root;
    }

    private TreeNode NodeOf(int start, int end, int depth)
    {
        double[] tally = new double[_target.TallyLength];
        for (int n = start; n < end; n++) _target.Add(_order[0][n], 1.0, tally);
        double rows = end - start;
        return new TreeNode { Tally = tally, Rows = rows, Loss = _target.Loss(tally, rows), Prediction = _target.Prediction(tally), Depth = depth };
    }

    private void Part(TreeNode node, int start, int end)
    {
        double impurity = _target.Impurity(node.Tally, node.Rows);
        if (node.Depth >= _mostDepth || end - start < 2 * _leastLeaf || impurity <= LeastGain) return;
        double best = impurity - (LeastGain * impurity);
        for (int c = 0; c < _columns.Length; c++)
        {
            if (_columns[c].Categories is null) Numbers(node, c, start, end, ref best);
            else Words(node, c, start, end, ref best);
        }

        if (node.IsLeaf) return;
        double[] x = _columns[node.Column].Values;
        int left = 0;
        for (int n = start; n < end; n++)
        {
            int row = _order[0][n];
            if (_goesLeft[row] = node.GoesLeft(x[row])) left++;
        }

        foreach (int[] order in _order) Stable(order, start, end);
        node.Left = NodeOf(start, start + left, node.Depth + 1);
        node.Right = NodeOf(start + left, end, node.Depth + 1);
        Part(node.Left, start, start + left);
        Part(node.Right, start + left, end);
    }

    private void Numbers(TreeNode node, int c, int start, int end, ref double best)
    {
        double[] x = _columns[c].Values, left = new double[node.Tally.Length], right = [.. node.Tally];
        int[] order = _order[c];
        for (int n = start; n < end - _leastLeaf; n++)
        {
            _target.Add(order[n], 1.0, left);
            _target.Add(order[n], -1.0, right);
            if (n + 1 - start < _leastLeaf || x[order[n]] == x[order[n + 1]]) continue;
            double impurity = _target.Impurity(left, n + 1 - start) + _target.Impurity(right, end - n - 1);
            if (impurity >= best) continue;
            best = impurity;
            (node.Column, node.Bound, node.Words) = (c, Peeling.Between(x[order[n]], x[order[n + 1]]), null);
        }
    }

    // Numbers and two classes: words in order of their mean hold the best parting (Breiman et al., theorem 4.5). More classes: one word against the rest.
    private void Words(TreeNode node, int c, int start, int end, ref double best)
    {
        int kinds = _columns[c].Categories!.Count;
        double[][] tallies = [.. Enumerable.Range(0, kinds).Select(_ => new double[node.Tally.Length])];
        double[] rows = new double[kinds], x = _columns[c].Values;
        foreach (int row in _order[c].AsSpan(start, end - start))
        {
            _target.Add(row, 1.0, tallies[(int)x[row]]);
            rows[(int)x[row]]++;
        }

        int[] present = [.. Enumerable.Range(0, kinds).Where(k => rows[k] > 0).OrderBy(k => tallies[k][1] / rows[k])];
        bool inOrder = _target.Classes is null || _target.Classes.Count == 2;
        for (int cut = 1; cut < present.Length + (inOrder ? 0 : 1); cut++)
        {
            int[] group = inOrder ? present[..cut] : [present[cut - 1]];
            double[] left = new double[node.Tally.Length], right = [.. node.Tally];
            double count = 0.0;
            foreach (int k in group)
            {
                count += rows[k];
                for (int t = 0; t < left.Length; t++)
                {
                    left[t] += tallies[k][t];
                    right[t] -= tallies[k][t];
                }
            }

            if (count < _leastLeaf || node.Rows - count < _leastLeaf) continue;
            double impurity = _target.Impurity(left, count) + _target.Impurity(right, node.Rows - count);
            if (impurity >= best) continue;
            best = impurity;
            bool[] words = new bool[kinds];
            foreach (int k in group) words[k] = true;
            (node.Column, node.Bound, node.Words) = (c, double.NaN, words);
        }
    }

    private void Stable(int[] order, int start, int end)
    {
        int left = start, right = 0;
        for (int n = start; n < end; n++)
        {
            if (_goesLeft[order[n]]) order[left++] = order[n];
            else _spare[right++] = order[n];
        }

        Array.Copy(_spare, 0, order, left, right);
    }
}
