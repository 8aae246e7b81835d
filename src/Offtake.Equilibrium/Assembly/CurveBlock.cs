using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>Curves of one region and side that are joined by cross terms.</summary>
/// <param name="Indices">Their indices in the problem.</param>
/// <param name="Curves">The curves.</param>
internal sealed record CurveBlock(IReadOnlyList<int> Indices, IReadOnlyList<Curve> Curves)
{
    private const double Rounding = 1e-12;

    /// <summary>The region of the block.</summary>
    public int Region => Curves[0].Region;

    /// <summary>Whether every cross effect is the same both ways and stays inside the block, so that an area under the curves is well defined.</summary>
    public bool IsIntegrable =>
        Curves.All(c => c.Terms.All(t => t.Coefficient == 0.0 || Curves.Any(o => o.Good == t.Good)))
        && Enumerable.Range(0, Curves.Count).All(i => Enumerable.Range(0, i).All(j =>
            Math.Abs(Coefficient(i, j) - Coefficient(j, i)) <= Rounding * (Math.Abs(Coefficient(i, j)) + Math.Abs(Coefficient(j, i)))));

    /// <summary>The blocks of all curves of one side.</summary>
    public static IEnumerable<CurveBlock> Of(SpatialProblem problem, IReadOnlyList<Curve> curves)
    {
        Dictionary<int, int> at = [];
        for (int i = 0; i < curves.Count; i++) at.Add(problem.Market(curves[i].Region, curves[i].Good), i);
        List<SparseMatrix.Entry> links = [];
        for (int i = 0; i < curves.Count; i++)
        {
            foreach (CurveTerm term in curves[i].Terms)
            {
                if (at.TryGetValue(problem.Market(curves[i].Region, term.Good), out int other))
                    links.Add(new SparseMatrix.Entry(i, other, term.Coefficient == 0.0 ? 0.0 : 1.0));
            }
        }

        return new ComplementarityProblem(new SparseMatrix(curves.Count, links), new double[curves.Count])
            .Components().Select(members => new CurveBlock(members, [.. members.Select(m => curves[m])]));
    }

    /// <summary>What the good of one curve adds to another.</summary>
    public double Coefficient(int curve, int byCurve) => Curves[curve].Coefficient(Curves[byCurve].Good);

    /// <summary>The block in words.</summary>
    public string Name(SpatialProblem problem) =>
        $"{string.Join(" and ", Curves.Select(c => problem.Goods[c.Good].Name))} in {problem.Regions[Region]}";
}
