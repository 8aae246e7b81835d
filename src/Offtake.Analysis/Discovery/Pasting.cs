namespace Offtake.Analysis.Discovery;

/// <summary>Gives thin slices back to a box as long as that raises the share of interest in it.</summary>
internal static class Pasting
{
    public static PrimBox Extend(PrimSample sample, PrimBox start, PrimOptions options)
    {
        PrimBox box = start;
        while (options.Paste > 0.0)
        {
            PrimBox[] wider = [.. Wider(sample, box, options).Select(sample.Weigh).Where(b => b.Rows > box.Rows && b.Density > box.Density)];
            if (wider.Length == 0) break;
            box = wider.OrderByDescending(b => b.Density).ThenByDescending(b => b.Rows).First();
        }

        return box;
    }

    private static IEnumerable<Box> Wider(PrimSample sample, PrimBox box, PrimOptions options)
    {
        int wanted = Math.Max(1, (int)Math.Ceiling(options.Paste * box.Rows));
        foreach (Limit limit in box.Box.Limits)
        {
            Column column = sample.Columns.First(c => c.Name == limit.Column);
            if (limit.Allowed is { } words)
            {
                foreach (string word in column.Categories!.Except(words)) yield return sample.With(box.Box, limit with { Allowed = [.. words.Append(word).Order(StringComparer.Ordinal)] });
                continue;
            }

            if (double.IsFinite(limit.Low))
            {
                // Rows that only this bound keeps out, the nearest first.
                double[] below = [.. Outside(sample, box.Box, limit with { Low = double.NegativeInfinity }, column, x => x < limit.Low).OrderDescending()];
                yield return sample.With(box.Box, limit with { Low = Bound(below, wanted, double.NegativeInfinity) });
            }

            if (double.IsFinite(limit.High))
            {
                double[] above = [.. Outside(sample, box.Box, limit with { High = double.PositiveInfinity }, column, x => x >= limit.High).Order()];
                yield return sample.With(box.Box, limit with { High = Bound(above, wanted, double.PositiveInfinity) });
            }
        }
    }

    private static IEnumerable<double> Outside(PrimSample sample, Box box, Limit open, Column column, Func<double, bool> isOut)
    {
        bool[] inside = sample.With(box, open).Holds(sample.Columns);
        return column.Values.Where((x, r) => inside[r] && isOut(x));
    }

    // Behind the last of the wanted rows and its equals; open when none are left.
    private static double Bound(double[] away, int wanted, double open)
    {
        if (wanted >= away.Length) return open;
        double last = away[wanted - 1];
        int next = Array.FindIndex(away, wanted, x => x != last);
        return next < 0 ? open : Peeling.Between(Math.Min(last, away[next]), Math.Max(last, away[next]));
    }
}
