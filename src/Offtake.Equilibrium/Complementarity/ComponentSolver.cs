namespace Offtake.Equilibrium.Complementarity;

/// <summary>Solves one connected problem, starting without the variables that may wait and letting them in as their conditions break.</summary>
/// <remarks>
/// Eq. EQU-9: routes are many and few are used. A solution without some of them solves the whole problem once none of them would gain;
/// on a ray those enter that break its proof (EQU-13).
/// </remarks>
internal sealed class ComponentSolver
{
    // Below this size everything takes part at once.
    private const int Small = 200;
    private const int LargestForNewton = 1200;
    private const int MostRefreshes = 2;
    private const double GoodEnough = 1e-11;
    private const double Broken = 1e-11;
    private const int MoreStarts = 8;

    // Its multiples, modulo one, fill the unit interval evenly: chance without a random number.
    private const double GoldenRatio = 0.6180339887498949;

    private readonly ComplementarityProblem _plain;
    private readonly Scaling _scaling;
    private readonly ComplementarityProblem _scaled;
    private ComplementarityAnswer _best = ComplementarityAnswer.None;
    private double[] _lastPoint;
    private int _pivots;

    public ComponentSolver(ComplementarityProblem problem)
    {
        _plain = problem;
        _scaling = Scaling.Of(problem);
        _scaled = _scaling.Problem;
        _lastPoint = new double[problem.Size];
    }

    /// <summary>Tries Lemke's method with several covers, asks for a proof that there is no answer, tries Newton's method from several starts.</summary>
    public ComplementarityAnswer Solve()
    {
        foreach (Func<int, double> cover in Covers())
        {
            double[]? proof = RunLemke(cover);
            if (proof is not null) return _best with { Values = null, Proof = proof, Pivots = _pivots };
            if (_best.Residual <= ComplementaritySolver.LargestResidual) return Conclude();
        }

        if (_plain.Size > LargestForNewton) return Conclude();
        if (FeasibilityTest.Disprove(_plain, _scaling) is { } disproof) return _best with { Values = null, Proof = disproof, Pivots = _pivots };
        RunNewton();
        return Conclude();
    }

    private ComplementarityAnswer Conclude() =>
        _best.Residual <= ComplementaritySolver.LargestResidual
            ? _best with { Values = _scaling.Unscale(_best.Values!), Pivots = _pivots }
            : _best with { Values = null, Pivots = _pivots };

    private IEnumerable<Func<int, double>> Covers()
    {
        yield return _ => 1.0;
        yield return member => 0.1 + Math.Abs(_scaled.Constant[member]);
        yield return member => 1.0 / (0.1 + Math.Abs(_scaled.Constant[member]));
        for (int seed = 1; seed <= 3; seed++)
        {
            int s = seed;
            yield return member => 0.05 + (((member + 1) * GoldenRatio * s) % 1.0);
        }
    }

    // Null when it ended at a point, good or not; the proof when there is no solution.
    private double[]? RunLemke(Func<int, double> cover)
    {
        bool isSmall = _scaled.Size <= Small;
        List<int> members = [.. Enumerable.Range(0, _scaled.Size).Where(i => isSmall || _scaled.WaitingGroup[i] == ComplementarityProblem.NotWaiting)];
        Tableau tableau = new(_scaled, members);
        int refreshes = 0;

        // Each may be sent back to wait once, so that this ends.
        HashSet<int> sentBack = [];
        while (true)
        {
            Lemke run = Lemke.Run(tableau, [.. Enumerable.Range(0, tableau.Count).Select(i => cover(tableau.MemberOf(tableau.BasicIn(i))))]);
            _pivots += run.Pivots;
            if (run.End == LemkeEnd.Limit) return null;
            if (run.End == LemkeEnd.Ray)
            {
                _lastPoint = tableau.Values();
                double[] direction = _scaling.Unscale(run.Direction(_scaled.Size));
                List<int> breaking = Worst(tableau, i => InfeasibilityProof.Gain(_plain, direction, i));
                if (breaking.Count == 0) return InfeasibilityProof.Holds(_plain, direction) ? direction : null;
                tableau = new Tableau(_scaled, [.. tableau.Members, .. breaking]);
                continue;
            }

            double[] values = tableau.Values();
            double[] conditions = _scaled.Conditions(values);
            double[] gross = Residual.Gross(_scaled, values);
            List<int> entering = Worst(tableau, i => -conditions[i] / gross[i]);
            if (!isSmall && entering.Count > 0) tableau.RemoveIdle(i => _scaled.WaitingGroup[i] != ComplementarityProblem.NotWaiting && sentBack.Add(i));
            foreach (int member in entering) tableau.Add(member);
            if (entering.Count > 0) continue;
            if (Keep(tableau.BasicMembers(), values, false) <= GoodEnough || refreshes++ == MostRefreshes) return null;
            tableau = Refreshed(tableau);
        }
    }

    // Of each waiting group the one that gains most from taking part.
    private List<int> Worst(Tableau tableau, Func<int, double> gain)
    {
        HashSet<int> present = [.. tableau.Members];
        return [.. Enumerable.Range(0, _scaled.Size)
            .Where(i => _scaled.WaitingGroup[i] != ComplementarityProblem.NotWaiting && !present.Contains(i))
            .Select(i => (Member: i, Gain: gain(i)))
            .Where(c => c.Gain > Broken)
            .GroupBy(c => _scaled.WaitingGroup[c.Member])
            .Select(g => g.MaxBy(c => c.Gain).Member)
            .Order()];
    }

    // The same basis, reached in one go from the problem itself, without the errors of the way there.
    private Tableau Refreshed(Tableau old)
    {
        int[] basic = old.BasicMembers();
        Tableau tableau = new(_scaled, old.Members);
        List<int> rows = [.. basic.Select(member => tableau.RowOf(Tableau.Complement(tableau.CodeOf(member))))];
        foreach (int member in basic)
        {
            int column = tableau.ColumnOf(tableau.CodeOf(member));
            int row = rows.MaxBy(r => Math.Abs(tableau.Rows[r][column]));
            if (Math.Abs(tableau.Rows[row][column]) < Broken) return new Tableau(_scaled, old.Members);
            rows.Remove(row);
            tableau.Exchange(row, column);
        }

        return tableau;
    }

    private void RunNewton()
    {
        foreach (double[] start in NewtonStarts())
        {
            double[] point = SemismoothNewton.Run(_scaled, start);
            double[] conditions = _scaled.Conditions(point);
            if (Keep([.. Enumerable.Range(0, _scaled.Size).Where(i => point[i] > conditions[i])], point, true) <= ComplementaritySolver.LargestResidual) return;
        }
    }

    private IEnumerable<double[]> NewtonStarts()
    {
        yield return _lastPoint;
        yield return new double[_scaled.Size];
        for (int k = 1; k <= (_scaled.Size <= Small ? MoreStarts : 1); k++)
            yield return [.. Enumerable.Range(1, _scaled.Size).Select(i => 3.0 * ((i * k * GoldenRatio) % 1.0))];
    }

    // Takes the better of a point and the polished point of its basis, if it is the best so far; gives the residual of the best.
    private double Keep(int[] above, double[] point, bool isNewton)
    {
        foreach (double[]? values in new[] { BasisPolish.Solve(_scaled, above), point })
        {
            if (values is null) continue;
            double[] feasible = [.. values.Select(v => Math.Max(v, 0.0))];
            (double residual, int where) = Residual.Of(_scaled, feasible);
            if (residual < _best.Residual) _best = new ComplementarityAnswer(feasible, residual, where, null, 0, isNewton);
            if (residual <= GoodEnough) break;
        }

        return _best.Residual;
    }
}
