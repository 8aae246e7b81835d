using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium.Assembly;

/// <summary>A spatial problem written as a complementarity problem: which variable is which, and all conditions.</summary>
internal sealed class SpatialSystem
{
    private readonly SpatialProblem _problem;

    public SpatialSystem(SpatialProblem problem)
    {
        _problem = problem;
        Equations = new EquationSystem(problem);
        Demand = CurveEquations.WriteDemand(problem, Equations);
        Supply = CurveEquations.WriteSupply(problem, Equations);
        Flow = [.. problem.Routes.Select((route, i) => Equations.New(VariableKind.Flow, i, problem.Destination(route)))];
        for (int i = 0; i < Flow.Length; i++) WriteRoute(problem.Routes[i], Flow[i]);
        Level = new int[problem.Activities.Count];
        LevelRent = new int[problem.Activities.Count];
        for (int i = 0; i < Level.Length; i++) WriteActivity(problem.Activities[i], i);
        QuotaRent = [.. problem.Quotas.Select((_, i) => Equations.New(VariableKind.QuotaRent, i))];
        for (int i = 0; i < QuotaRent.Length; i++) WriteQuota(problem.Quotas[i], QuotaRent[i]);
        Complementarity = Equations.Build();
    }

    /// <summary>Variables and prices.</summary>
    public EquationSystem Equations { get; }

    /// <summary>The problem to be solved.</summary>
    public ComplementarityProblem Complementarity { get; }

    /// <summary>By demand curve: its variable.</summary>
    public CurveVariables[] Demand { get; }

    /// <summary>By supply curve: its variables.</summary>
    public CurveVariables[] Supply { get; }

    /// <summary>By route: the variable of its flow.</summary>
    public int[] Flow { get; }

    /// <summary>By activity: the variable of its level.</summary>
    public int[] Level { get; }

    /// <summary>By activity: the variable of its capacity rent, or −1.</summary>
    public int[] LevelRent { get; }

    /// <summary>By quota: the variable of its rent.</summary>
    public int[] QuotaRent { get; }

    /// <summary>
    /// Eq. EQU-5: 0 ≤ x ⟂ (1 + t)((1 + e) p_o + E + f) + T + Σ weight × rent − p_d ≥ 0, with f outside the bracket when freight is not dutiable.
    /// </summary>
    private void WriteRoute(Route route, int flow)
    {
        double dutied = 1.0 + route.TariffShare;
        Equations.AddPrice(flow, _problem.Origin(route), dutied * (1.0 + route.ExportTaxShare));
        Equations.AddPrice(flow, _problem.Destination(route), -1.0);
        Equations.AddConstant(
            flow, (dutied * route.ExportTaxPerUnit) + ((route.IsFreightDutiable ? dutied : 1.0) * route.Freight) + route.TariffPerUnit);
        Equations.Bring(_problem.Origin(route), flow, -1.0);
        Equations.Bring(_problem.Destination(route), flow, 1.0);
    }

    /// <summary>Eq. EQU-7: 0 ≤ y ⟂ a + b y + rent − Σ flow × p ≥ 0 and 0 ≤ rent ⟂ capacity − y ≥ 0.</summary>
    private void WriteActivity(Activity activity, int index)
    {
        int level = Level[index] = Equations.New(VariableKind.Level, index);
        Equations.AddConstant(level, activity.CostIntercept);
        Equations.Add(level, level, activity.CostSlope);
        foreach (ActivityFlow flow in activity.Flows)
        {
            int market = _problem.Market(activity.Region, flow.Good);
            Equations.AddPrice(level, market, -flow.PerLevel);
            Equations.Bring(market, level, flow.PerLevel);
        }

        LevelRent[index] = -1;
        if (double.IsInfinity(activity.Capacity)) return;
        int rent = LevelRent[index] = Equations.New(VariableKind.LevelRent, index);
        Equations.Add(level, rent, 1.0);
        Equations.Add(rent, level, -1.0);
        Equations.AddConstant(rent, activity.Capacity);
    }

    /// <summary>Eq. EQU-6: 0 ≤ rent ⟂ cap − Σ weight × flow ≥ 0.</summary>
    private void WriteQuota(Quota quota, int rent)
    {
        Equations.AddConstant(rent, quota.Cap);
        foreach (QuotaTerm term in quota.Terms)
        {
            Equations.Add(rent, Flow[term.Route], -term.Weight);
            Equations.Add(Flow[term.Route], rent, term.Weight);
        }
    }
}
