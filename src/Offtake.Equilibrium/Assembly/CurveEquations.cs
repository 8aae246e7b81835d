namespace Offtake.Equilibrium.Assembly;

/// <summary>The variables of one curve; −1 where it has none of the kind.</summary>
/// <param name="Quantity">Quantity, of an inverse curve.</param>
/// <param name="Gap">Distance of the market price from the price the curve is read at, of a direct curve.</param>
/// <param name="Rent">Capacity rent.</param>
internal readonly record struct CurveVariables(int Quantity, int Gap, int Rent);

/// <summary>Writes the conditions of demand and supply curves.</summary>
internal static class CurveEquations
{
    /// <summary>
    /// Eq. EQU-1, inverse: 0 ≤ q ⟂ p − (a + Σ c q) ≥ 0.
    /// Eq. EQU-2, direct: 0 ≤ s ⟂ q = a + Σ c (p − s) ≥ 0: demand that has reached zero is read at its choke price p − s, not at the price beyond it.
    /// </summary>
    public static CurveVariables[] WriteDemand(SpatialProblem problem, EquationSystem to)
    {
        CurveVariables[] variables = [.. problem.Demand.Select((c, i) => New(c, i, to, VariableKind.Demand, VariableKind.DemandGap))];
        Dictionary<int, int> curveOf = CurveOf(problem, problem.Demand);
        for (int i = 0; i < variables.Length; i++)
        {
            Curve curve = problem.Demand[i];
            int market = problem.Market(curve.Region, curve.Good);
            if (curve.Form == CurveForm.Quantity)
            {
                WriteDirect(problem, curve, variables[i].Gap, market, -1.0, curveOf, variables, to);
                continue;
            }

            int quantity = variables[i].Quantity;
            to.AddPrice(quantity, market, 1.0);
            WriteInverse(problem, curve, quantity, -1.0, curveOf, variables, to);
            to.Bring(market, quantity, -1.0);
        }

        return variables;
    }

    /// <summary>
    /// Eq. EQU-3, inverse: 0 ≤ q ⟂ a + Σ c q + rent − p ≥ 0; direct: 0 ≤ s ⟂ q = a + Σ c (p + s − rent) ≥ 0;
    /// capacity: 0 ≤ rent ⟂ capacity − q ≥ 0.
    /// </summary>
    public static CurveVariables[] WriteSupply(SpatialProblem problem, EquationSystem to)
    {
        CurveVariables[] variables = [.. problem.Supply.Select((c, i) => New(c, i, to, VariableKind.Supply, VariableKind.SupplyGap))];
        for (int i = 0; i < variables.Length; i++)
        {
            if (double.IsInfinity(problem.Supply[i].Capacity)) continue;
            variables[i] = variables[i] with { Rent = to.New(VariableKind.SupplyRent, i) };
        }

        Dictionary<int, int> curveOf = CurveOf(problem, problem.Supply);
        for (int i = 0; i < variables.Length; i++)
        {
            Curve curve = problem.Supply[i];
            int market = problem.Market(curve.Region, curve.Good);
            if (variables[i].Rent >= 0) to.AddConstant(variables[i].Rent, curve.Capacity);
            if (curve.Form == CurveForm.Quantity)
            {
                WriteDirect(problem, curve, variables[i].Gap, market, 1.0, curveOf, variables, to);
                if (variables[i].Rent >= 0) WriteQuantity(problem, curve, variables[i].Rent, -1.0, 1.0, curveOf, variables, to);
                continue;
            }

            int quantity = variables[i].Quantity;
            to.AddPrice(quantity, market, -1.0);
            WriteInverse(problem, curve, quantity, 1.0, curveOf, variables, to);
            to.Bring(market, quantity, 1.0);
            if (variables[i].Rent < 0) continue;
            to.Add(quantity, variables[i].Rent, 1.0);
            to.Add(variables[i].Rent, quantity, -1.0);
        }

        return variables;
    }

    private static CurveVariables New(Curve curve, int index, EquationSystem to, VariableKind quantity, VariableKind gap) =>
        curve.Form == CurveForm.Price
            ? new CurveVariables(to.New(quantity, index), -1, -1)
            : new CurveVariables(-1, to.New(gap, index), -1);

    private static Dictionary<int, int> CurveOf(SpatialProblem problem, IReadOnlyList<Curve> curves)
    {
        Dictionary<int, int> curveOf = [];
        for (int i = 0; i < curves.Count; i++) curveOf.Add(problem.Market(curves[i].Region, curves[i].Good), i);
        return curveOf;
    }

    // Adds sign × the value of an inverse curve to a condition.
    private static void WriteInverse(
        SpatialProblem problem, Curve curve, int condition, double sign, Dictionary<int, int> curveOf, CurveVariables[] variables, EquationSystem to)
    {
        to.AddConstant(condition, sign * curve.Intercept);
        foreach (CurveTerm term in curve.Terms)
            to.Add(condition, variables[curveOf[problem.Market(curve.Region, term.Good)]].Quantity, sign * term.Coefficient);
    }

    // The condition of a direct curve is its quantity, which it also brings to (+1) or takes from (−1) its market.
    private static void WriteDirect(
        SpatialProblem problem, Curve curve, int gap, int market, double side, Dictionary<int, int> curveOf, CurveVariables[] variables, EquationSystem to)
    {
        WriteQuantity(problem, curve, gap, 1.0, side, curveOf, variables, to);
        to.BringConstant(market, side * curve.Intercept);
        foreach (CurveTerm term in curve.Terms)
        {
            double brought = side * term.Coefficient;
            int other = problem.Market(curve.Region, term.Good);
            to.BringPrice(market, other, brought);
            foreach ((int variable, double sign) in Offsets(other, side, curveOf, variables)) to.Bring(market, variable, brought * sign);
        }
    }

    // Adds sign × the quantity of a direct curve to a condition; side tells demand (−1) from supply (+1).
    private static void WriteQuantity(
        SpatialProblem problem, Curve curve, int condition, double sign, double side, Dictionary<int, int> curveOf, CurveVariables[] variables,
        EquationSystem to)
    {
        to.AddConstant(condition, sign * curve.Intercept);
        foreach (CurveTerm term in curve.Terms)
        {
            int other = problem.Market(curve.Region, term.Good);
            to.AddPrice(condition, other, sign * term.Coefficient);
            foreach ((int variable, double offset) in Offsets(other, side, curveOf, variables))
                to.Add(condition, variable, sign * term.Coefficient * offset);
        }
    }

    // What stands between the market price and the price a direct curve is read at.
    private static IEnumerable<(int Variable, double Sign)> Offsets(int market, double side, Dictionary<int, int> curveOf, CurveVariables[] variables)
    {
        if (!curveOf.TryGetValue(market, out int curve)) yield break;
        if (variables[curve].Gap >= 0) yield return (variables[curve].Gap, side);
        if (variables[curve].Rent >= 0) yield return (variables[curve].Rent, -1.0);
    }
}
