namespace Offtake.Equilibrium.Complementarity;

/// <summary>Solves complementarity problems: part by part, by Lemke's method, with Newton's method in reserve, and never without a check.</summary>
internal static class ComplementaritySolver
{
    /// <summary>A point with a larger residual (EQU-10) is no answer.</summary>
    public const double LargestResidual = 1e-8;

    /// <summary>Solves a problem.</summary>
    public static ComplementarityAnswer Solve(ComplementarityProblem problem)
    {
        double[] values = new double[problem.Size];
        ComplementarityAnswer whole = new(values, 0.0, 0, null, 0, false);
        foreach (int[] members in problem.Components())
        {
            ComplementarityAnswer part = new ComponentSolver(problem.Part(members)).Solve();
            whole = whole with { Pivots = whole.Pivots + part.Pivots, UsedNewton = whole.UsedNewton || part.UsedNewton };
            if (!(part.Residual <= whole.Residual)) whole = whole with { Residual = part.Residual, Where = members[part.Where] };
            if (part.Values is null) return whole with { Values = null, Proof = part.Proof is null ? null : Spread(part.Proof, members, problem.Size) };
            for (int i = 0; i < members.Length; i++) values[members[i]] = part.Values[i];
        }

        return whole;
    }

    private static double[] Spread(double[] part, int[] members, int size)
    {
        double[] whole = new double[size];
        for (int i = 0; i < members.Length; i++) whole[members[i]] = part[i];
        return whole;
    }
}
