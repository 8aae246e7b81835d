namespace Offtake.Equilibrium.Complementarity;

/// <summary>Find z ≥ 0 with F = q + M z ≥ 0 and z · F = 0: for each variable, it is zero or its condition holds exactly.</summary>
/// <remarks>Eq. EQU-8. Free variables are split in two by the writer of the problem, so that all are at least zero.</remarks>
internal sealed class ComplementarityProblem
{
    /// <summary>The variable takes part from the start.</summary>
    public const int NotWaiting = -1;

    /// <summary>States the problem.</summary>
    /// <param name="matrix">M.</param>
    /// <param name="constant">q.</param>
    /// <param name="waitingGroup">
    /// Eq. EQU-9: a variable in a group from 0 up may be left out until its condition is broken; of each group the worst one enters at a time.
    /// </param>
    public ComplementarityProblem(SparseMatrix matrix, double[] constant, int[]? waitingGroup = null)
    {
        Matrix = matrix;
        Constant = constant;
        WaitingGroup = waitingGroup ?? [.. constant.Select(_ => NotWaiting)];
    }

    /// <summary>M.</summary>
    public SparseMatrix Matrix { get; }

    /// <summary>q.</summary>
    public double[] Constant { get; }

    /// <summary>Group of a variable that may wait, or <see cref="NotWaiting"/>.</summary>
    public int[] WaitingGroup { get; }

    /// <summary>Number of variables.</summary>
    public int Size => Constant.Length;

    /// <summary>F at a point.</summary>
    public double[] Conditions(ReadOnlySpan<double> values) => Matrix.Apply(values, Constant);

    /// <summary>The problem of some of its variables, the others being zero.</summary>
    /// <param name="members">Their indices; they are renumbered in this order.</param>
    public ComplementarityProblem Part(IReadOnlyList<int> members)
    {
        int[] place = new int[Size];
        Array.Fill(place, -1);
        for (int i = 0; i < members.Count; i++) place[members[i]] = i;
        List<SparseMatrix.Entry> entries = [];
        for (int i = 0; i < members.Count; i++)
        {
            SparseMatrix.Line row = Matrix.Row(members[i]);
            for (int k = 0; k < row.Index.Length; k++)
            {
                if (place[row.Index[k]] >= 0) entries.Add(new SparseMatrix.Entry(i, place[row.Index[k]], row.Value[k]));
            }
        }

        return new ComplementarityProblem(
            new SparseMatrix(members.Count, entries), [.. members.Select(m => Constant[m])], [.. members.Select(m => WaitingGroup[m])]);
    }

    /// <summary>The groups of variables that have nothing to do with each other, each in ascending order.</summary>
    public IReadOnlyList<int[]> Components()
    {
        int[] leader = [.. Enumerable.Range(0, Size)];
        foreach (SparseMatrix.Entry entry in Matrix.Entries()) leader[Lead(entry.Row)] = Lead(entry.Column);
        return [.. Enumerable.Range(0, Size).GroupBy(Lead).Select(g => g.ToArray()).OrderBy(g => g[0])];

        int Lead(int i)
        {
            while (leader[i] != i) i = leader[i] = leader[leader[i]];
            return i;
        }
    }
}
