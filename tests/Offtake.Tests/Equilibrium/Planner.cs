using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>
/// Where cross terms are symmetric and taxes are per unit, an equilibrium is what a planner would choose: the most benefit less cost. This climbs
/// that hill one coordinate at a time under multipliers, and knows nothing of pivots.
/// </summary>
internal sealed class Planner
{
    private const int Rounds = 400;
    private const int SweepsPerRound = 400;

    private readonly SpatialProblem _problem;
    private readonly List<double> _linear = [];
    private readonly List<Dictionary<int, double>> _curvature = [];
    private readonly List<(Dictionary<int, double> Terms, double Least)> _constraints = [];
    private readonly List<List<(int Constraint, double By)>> _touches = [];
    private double[] _value = [];
    private double[] _slack = [];

    private Planner(SpatialProblem problem) => _problem = problem;

    /// <summary>Quantities demanded and supplied by market, prices by market, and the height of the hill.</summary>
    public sealed record Plan(double[] Demand, double[] Supply, double[] Price, double Height);

    /// <summary>Plans for inverse curves, routes with freight and taxes per unit, quotas, activities and capacities.</summary>
    public static Plan Of(SpatialProblem problem, double penalty = 3.0)
    {
        Planner p = new(problem);
        int[] demand = p.Curves(problem.Demand, -1.0);
        int[] supply = p.Curves(problem.Supply, 1.0);
        int[] flow = [.. problem.Routes.Select(r => p.New(r.Freight + r.TariffPerUnit + r.ExportTaxPerUnit))];
        int[] level = [.. problem.Activities.Select(a => p.New(a.CostIntercept, a.CostSlope))];
        Dictionary<int, double>[] balance = [.. Enumerable.Range(0, problem.MarketCount).Select(_ => new Dictionary<int, double>())];
        for (int i = 0; i < demand.Length; i++) balance[problem.Market(problem.Demand[i].Region, problem.Demand[i].Good)][demand[i]] = -1.0;
        for (int i = 0; i < supply.Length; i++) balance[problem.Market(problem.Supply[i].Region, problem.Supply[i].Good)][supply[i]] = 1.0;
        for (int i = 0; i < flow.Length; i++)
        {
            balance[problem.Origin(problem.Routes[i])][flow[i]] = -1.0;
            balance[problem.Destination(problem.Routes[i])][flow[i]] = 1.0;
        }

        for (int i = 0; i < level.Length; i++)
        {
            foreach (ActivityFlow f in problem.Activities[i].Flows) balance[problem.Market(problem.Activities[i].Region, f.Good)][level[i]] = f.PerLevel;
        }

        foreach (Dictionary<int, double> b in balance) p._constraints.Add((b, 0.0));
        foreach (Quota q in problem.Quotas) p._constraints.Add((q.Terms.ToDictionary(t => flow[t.Route], t => -t.Weight), -q.Cap));
        for (int i = 0; i < supply.Length; i++) p.Cap(supply[i], problem.Supply[i].Capacity);
        for (int i = 0; i < level.Length; i++) p.Cap(level[i], problem.Activities[i].Capacity);
        double[] multipliers = p.Climb(penalty);
        double height = 0.0;
        for (int i = 0; i < p._value.Length; i++) height -= p._value[i] * (p._linear[i] + (0.5 * p._curvature[i].Sum(c => c.Value * p._value[c.Key])));
        return new Plan([.. demand.Select(i => p._value[i])], [.. supply.Select(i => p._value[i])], multipliers[..problem.MarketCount], height);
    }

    private int[] Curves(IReadOnlyList<Curve> curves, double sign)
    {
        int[] at = [.. curves.Select(c => New(sign * c.Intercept))];
        for (int i = 0; i < at.Length; i++)
        {
            foreach (CurveTerm t in curves[i].Terms)
            {
                int other = Enumerable.Range(0, at.Length).First(j => curves[j].Region == curves[i].Region && curves[j].Good == t.Good);
                _curvature[at[i]][at[other]] = sign * t.Coefficient;
            }
        }

        return at;
    }

    private int New(double linear, double curvature = 0.0)
    {
        _linear.Add(linear);
        _curvature.Add(curvature > 0.0 ? new() { [_linear.Count - 1] = curvature } : []);
        return _linear.Count - 1;
    }

    private void Cap(int variable, double capacity)
    {
        if (!double.IsInfinity(capacity)) _constraints.Add((new() { [variable] = -1.0 }, -capacity));
    }

    private double[] Climb(double penalty)
    {
        int n = _linear.Count;
        _value = new double[n];
        _slack = [.. _constraints.Select(c => -c.Least)];
        for (int i = 0; i < n; i++) _touches.Add([.. _constraints.Select((c, k) => (k, c.Terms.GetValueOrDefault(i))).Where(t => t.Item2 != 0.0)]);
        double[] multipliers = new double[_constraints.Count];
        double[] steepest = [.. Enumerable.Range(0, n).Select(i => _curvature[i].GetValueOrDefault(i) + (penalty * _touches[i].Sum(t => t.By * t.By)) + 1e-12)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int sweep = 0; sweep < SweepsPerRound; sweep++)
            {
                double moved = 0.0;
                for (int i = 0; i < n; i++) moved = Math.Max(moved, Move(i, multipliers, penalty, steepest[i]));
                if (moved < 1e-13) break;
            }

            for (int k = 0; k < multipliers.Length; k++) multipliers[k] = Math.Max(0.0, multipliers[k] - (penalty * _slack[k]));
        }

        return multipliers;
    }

    private double Move(int i, double[] multipliers, double penalty, double steepest)
    {
        double gradient = _linear[i];
        foreach ((int j, double c) in _curvature[i]) gradient += c * _value[j];
        foreach ((int k, double by) in _touches[i]) gradient -= by * Math.Max(0.0, multipliers[k] - (penalty * _slack[k]));
        double next = Math.Max(0.0, _value[i] - (gradient / steepest));
        double step = next - _value[i];
        _value[i] = next;
        foreach ((int k, double by) in _touches[i]) _slack[k] += by * step;
        return Math.Abs(step);
    }
}
