namespace Offtake.Analysis;

/// <summary>Walks through the space of inputs on which every step changes one input and every input changes once.</summary>
/// <remarks>Eq. SEN-11: from a point of the grid 0, 1/(p − 1), …, 1, each input in random order by ± p / (2 (p − 1)). Morris (1991), section 3.</remarks>
public sealed class Trajectories
{
    private readonly int[] _stepped;
    private readonly double[] _steps;

    private Trajectories(int inputs, int[] stepped, double[] steps)
    {
        Inputs = inputs;
        _stepped = stepped;
        _steps = steps;
    }

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Number of walks.</summary>
    public int Count => _stepped.Length / Inputs;

    /// <summary>The points of random walks in the unit cube, walk after walk.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="count">Number of walks.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="levels">Points of the grid on each axis, p; an even number.</param>
    public static IEnumerable<double[]> Draw(int inputs, int count, ulong seed, int levels = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (levels < 2 || levels % 2 != 0) throw new ArgumentOutOfRangeException(nameof(levels), levels, "An even number of at least 2 is needed.");
        return Walks(inputs, count, seed, levels);
    }

    /// <summary>Finds the walks in a table, or the first row that does not fit.</summary>
    /// <param name="names">Of the inputs.</param>
    /// <param name="inputs">By input, its value in every row.</param>
    /// <param name="ranges">Lowest and highest value of every input, to which steps are related.</param>
    /// <param name="misfit">Why there are no walks; null exactly when there are.</param>
    public static Trajectories? Find(IReadOnlyList<string> names, IReadOnlyList<double[]> inputs, IReadOnlyList<(double Low, double High)> ranges, out DesignMisfit? misfit)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(ranges);
        int d = inputs.Count, rows = inputs[0].Length;
        string form = $"walks of {d + 1} rows for {d} inputs, each row changing one input that has not changed before";
        int[] stepped = new int[rows / (d + 1) * d];
        double[] steps = new double[stepped.Length];
        for (int n = 0; n < stepped.Length; n++)
        {
            int row = (n / d * (d + 1)) + (n % d) + 1;
            int[] changed = [.. Enumerable.Range(0, d).Where(i => inputs[i][row] != inputs[i][row - 1])];
            if (changed.Length != 1 || stepped.AsSpan(n / d * d, n % d).Contains(changed[0]))
            {
                string which = changed.Length == 0 ? "no input" : string.Join(", ", changed.Select(i => names[i]));
                misfit = new DesignMisfit(row, $"this row changes {which} against the row before{(changed.Length == 1 ? ", which has changed before on this walk" : "")}; expected are {form}");
                return null;
            }

            stepped[n] = changed[0];
            steps[n] = (inputs[changed[0]][row] - inputs[changed[0]][row - 1]) / (ranges[changed[0]].High - ranges[changed[0]].Low);
        }

        misfit = rows < 2 * (d + 1) || rows % (d + 1) != 0
            ? new DesignMisfit(Math.Min(rows - 1, rows / (d + 1) * (d + 1)), $"the table has {rows} rows, which is not a number, at least 2, of {form}")
            : null;
        return misfit is null ? new Trajectories(d, stepped, steps) : null;
    }

    internal double[][] Effects(double[] column)
    {
        double[][] effects = [.. Enumerable.Range(0, Inputs).Select(_ => new double[Count])];
        for (int n = 0; n < _stepped.Length; n++)
        {
            int walk = n / Inputs, row = (walk * (Inputs + 1)) + (n % Inputs) + 1;
            effects[_stepped[n]][walk] = (column[row] - column[row - 1]) / _steps[n];
        }

        return effects;
    }

    private static IEnumerable<double[]> Walks(int inputs, int count, ulong seed, int levels)
    {
        int half = levels / 2;
        for (int walk = 0; walk < count; walk++)
        {
            ulong key = Mix.Word(seed, (ulong)walk);
            int[] level = new int[inputs], step = new int[inputs], order = [.. Enumerable.Range(0, inputs)];
            for (int i = 0; i < inputs; i++)
            {
                // A step of half the levels, up from the lower half of the grid or down from the upper half.
                level[i] = (int)(Mix.Word(key, (ulong)i) % (ulong)levels);
                step[i] = level[i] < half ? half : -half;
            }

            for (int i = inputs - 1; i > 0; i--)
            {
                int j = (int)(Mix.Word(key, (ulong)(inputs + i)) % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            yield return Point();
            foreach (int i in order)
            {
                level[i] += step[i];
                yield return Point();
            }

            double[] Point() => [.. level.Select(l => (double)l / (levels - 1))];
        }
    }
}
