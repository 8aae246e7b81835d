namespace Offtake.Reporting.Figures;

/// <summary>Moves labels along a line until none overlaps, as little as possible.</summary>
internal static class LabelLayout
{
    /// <summary>Gives every label a centre. If they need more room than there is, they are spread evenly.</summary>
    /// <param name="wanted">Where each label would like its centre.</param>
    /// <param name="sizes">How long each label is, gap included.</param>
    /// <param name="low">Start of the room.</param>
    /// <param name="high">End of the room.</param>
    /// <param name="keepOrder">Whether labels stay in the order given, whatever they want.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, IReadOnlyList<double> sizes, double low, double high, bool keepOrder = false)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count)];
        if (!keepOrder) order = [.. order.OrderBy(i => wanted[i])];
        var centres = new double[wanted.Count];
        double total = sizes.Sum();
        double squeeze = total > high - low && total > 0 ? (high - low) / total : 1;

        // Blocks of touching labels, each at the mean of what its members want.
        List<(double Start, double Length, List<int> Members)> blocks = [];
        foreach (int i in order)
        {
            double length = sizes[i] * squeeze;
            (double Start, double Length, List<int> Members) block = (Clamp(wanted[i] - (length / 2), length, low, high), length, [i]);
            while (blocks.Count > 0 && blocks[^1].Start + blocks[^1].Length > block.Start + 1e-9)
            {
                (double Start, double Length, List<int> Members) before = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                List<int> members = [.. before.Members, .. block.Members];
                block = (Clamp(BestStart(members, wanted, sizes, squeeze), before.Length + block.Length, low, high), before.Length + block.Length, members);
            }

            blocks.Add(block);
        }

        foreach ((double start, _, List<int> members) in blocks)
        {
            double at = start;
            foreach (int i in members)
            {
                centres[i] = at + (sizes[i] * squeeze / 2);
                at += sizes[i] * squeeze;
            }
        }

        return centres;
    }

    private static double BestStart(List<int> members, IReadOnlyList<double> wanted, IReadOnlyList<double> sizes, double squeeze)
    {
        double sum = 0, before = 0;
        foreach (int i in members)
        {
            sum += wanted[i] - before - (sizes[i] * squeeze / 2);
            before += sizes[i] * squeeze;
        }

        return sum / members.Count;
    }

    private static double Clamp(double start, double length, double low, double high) => Math.Max(low, Math.Min(start, high - length));
}
