namespace Offtake.Analysis;

/// <summary>A table whose rows are the points of pairs, one pair after the other: A, A with each input from B, for second order B with each input from A, and B.</summary>
/// <remarks>
/// Eq. SEN-9: rows of a pair = A, AB_1 … AB_d, [BA_1 … BA_d,] B, where AB_i is A with input i from B and BA_i is B with input i from A. The order in which common programs write such samples; Saltelli (2002).
/// The order of the inputs is found from the rows, not taken from the order of the columns.
/// </remarks>
public sealed class InterleavedDesign
{
    private readonly int[] _order;

    private InterleavedDesign(int[] order, int pairs, bool hasSecondOrder)
    {
        _order = order;
        Pairs = pairs;
        HasSecondOrder = hasSecondOrder;
    }

    /// <summary>Number of pairs.</summary>
    public int Pairs { get; }

    /// <summary>Whether B with each input from A is there too.</summary>
    public bool HasSecondOrder { get; }

    /// <summary>Rows of one pair.</summary>
    public int RowsPerPair => RowsOf(_order.Length, HasSecondOrder);

    /// <summary>The points of a design in this order, in the unit cube.</summary>
    public static IEnumerable<double[]> Rows(PairDesign design, bool secondOrder)
    {
        ArgumentNullException.ThrowIfNull(design);
        ulong[] inputs = [.. Enumerable.Range(0, design.Inputs).Select(i => 1UL << i)];
        ulong[] sets = [0, .. inputs, .. secondOrder ? inputs.Select(i => design.All & ~i) : [], design.All];
        for (int pair = 0; pair < design.Pairs; pair++)
        {
            foreach (ulong fromB in sets)
            {
                double[] point = new double[design.Inputs];
                design.Point(pair, fromB, point);
                yield return point;
            }
        }
    }

    /// <summary>Finds the design in a table, or the first row that does not fit.</summary>
    /// <param name="names">Of the inputs.</param>
    /// <param name="inputs">By input, its value in every row.</param>
    /// <param name="secondOrder">Whether B with each input from A must be there.</param>
    /// <param name="misfit">Why there is no design; null exactly when there is one.</param>
    public static InterleavedDesign? Find(IReadOnlyList<string> names, IReadOnlyList<double[]> inputs, bool secondOrder, out DesignMisfit? misfit)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        InterleavedDesign? design = Find(names, inputs, secondOrder, Form(inputs, secondOrder), out misfit);
        if (design is not null || secondOrder) return design;

        // A table made for second order serves the others as well.
        return Find(names, inputs, true, Form(inputs, true), out DesignMisfit? other) is { } richer ? Accept(richer, out misfit) : Later(misfit!, other!, out misfit);
    }

    /// <summary>A column of outputs, put in order for the analysis.</summary>
    public SobolOutputs Outputs(double[] column)
    {
        ArgumentNullException.ThrowIfNull(column);
        int d = _order.Length, last = RowsPerPair - 1;
        double[][] ab = new double[d][], ba = new double[d][];
        for (int k = 0; k < d; k++)
        {
            ab[_order[k]] = Every(1 + k);
            if (HasSecondOrder) ba[_order[k]] = Every(1 + d + k);
        }

        return new SobolOutputs(Every(0), Every(last), ab, HasSecondOrder ? ba : null);

        double[] Every(int row) => [.. Enumerable.Range(0, Pairs).Select(n => column[(n * RowsPerPair) + row])];
    }

    internal static int RowsOf(int inputs, bool secondOrder) => secondOrder ? (2 * inputs) + 2 : inputs + 2;

    private static InterleavedDesign Accept(InterleavedDesign design, out DesignMisfit? misfit)
    {
        misfit = null;
        return design;
    }

    // The reading that fits longer is the one that was meant.
    private static InterleavedDesign? Later(DesignMisfit one, DesignMisfit other, out DesignMisfit misfit)
    {
        misfit = other.Row > one.Row ? other : one;
        return null;
    }

    private static string Form(IReadOnlyList<double[]> inputs, bool secondOrder) =>
        $"{RowsOf(inputs.Count, secondOrder)} rows a pair for {inputs.Count} inputs: A, A with each input from B, {(secondOrder ? "B with each input from A, " : "")}B";

    private static InterleavedDesign? Find(IReadOnlyList<string> names, IReadOnlyList<double[]> inputs, bool secondOrder, string form, out DesignMisfit? misfit)
    {
        int d = inputs.Count, size = RowsOf(d, secondOrder), rows = inputs[0].Length;
        int[] order = new int[d];
        Array.Fill(order, -1);
        misfit = null;
        for (int start = 0; start + size <= rows && misfit is null; start += size) misfit = Place(names, inputs, start, size, order, form);
        if (misfit is not null) return null;
        if (rows < 2 * size || rows % size != 0)
        {
            misfit = new DesignMisfit(Math.Min(rows - 1, rows / size * size), $"the table has {rows} rows, which is not a number of whole pairs, at least 2, of {form}");
            return null;
        }

        int[] never = [.. Enumerable.Range(0, d).Where(i => !order.Contains(i))];
        for (int k = 0, n = 0; k < d; k++) order[k] = order[k] < 0 ? never[n++] : order[k];
        return new InterleavedDesign(order, rows / size, secondOrder);
    }

    private static DesignMisfit? Place(IReadOnlyList<string> names, IReadOnlyList<double[]> inputs, int start, int size, int[] order, string form)
    {
        int d = inputs.Count, end = start + size - 1;
        for (int row = start + 1; row < end; row++)
        {
            bool fromB = row - start <= d;
            int k = (row - start - 1) % d, home = fromB ? start : end, other = fromB ? end : start;
            for (int i = 0; i < d; i++)
            {
                double[] x = inputs[i];
                bool isHome = x[row] == x[home], isOther = x[row] == x[other];
                if (isHome && (isOther || order[k] != i)) continue;
                if (isOther && !isHome && order[k] < 0 && !order.Contains(i)) order[k] = i;
                if (isOther && order[k] == i) continue;
                string[] differ = [.. Enumerable.Range(0, d).Where(j => inputs[j][row] != inputs[j][home]).Select(j => names[j])];
                string from = fromB ? "A" : "B", rest = fromB ? "B" : "A";
                return new DesignMisfit(row, $"this row should be the {from} of its pair (data row {home + 1}) with one input from {rest} (data row {other + 1}), but differs from it in {(differ.Length == 0 ? "none" : string.Join(", ", differ))}; expected are {form}");
            }
        }

        return null;
    }
}

/// <summary>Why a table is not the design it is taken for.</summary>
/// <param name="Row">The first row that does not fit, from 0.</param>
/// <param name="What">In words.</param>
public sealed record DesignMisfit(int Row, string What);
