namespace Offtake.Equilibrium.Assembly;

/// <summary>What a reader of an equilibrium should know beside the numbers.</summary>
internal static class EquilibriumNotes
{
    private const int NamesShown = 3;
    private const double BreakEven = 1e-9;

    public static IReadOnlyList<string> Of(SpatialEquilibrium found, SurplusAccount account)
    {
        List<string> notes = [];
        SpatialProblem problem = found.Problem;
        string[] ties = [.. problem.Routes.Where((route, i) => IsTie(found, route, i)).Select(problem.NameOfRoute)];
        if (ties.Length > 0)
            notes.Add($"Unused but just as cheap: {Some(ties)}. The same prices go with other flows, so single flows are not to be read as predictions.");
        IReadOnlyList<string> breaches = Monotonicity.Breaches(problem);
        if (breaches.Count > 0)
            notes.Add($"Cross terms outweigh own terms: {Some(breaches)}. There may be other equilibria; this is one.");
        if (account.Undefined.Count > 0)
            notes.Add($"No surplus is defined for {Some(account.Undefined)}: cross terms differ by direction, reach outside the curves, or the quantity is fixed.");
        string[] idle = [.. found.Markets.Select((m, i) => (m, i)).Where(m => !m.m.IsTraded && HasCurve(problem, m.i)).Select(m => problem.NameOfMarket(m.i))];
        if (idle.Length > 0) notes.Add($"Nothing is sold of {Some(idle)}: the price shown is one of many that would do.");
        if (found.Check.Method == "Newton")
            notes.Add("Lemke's method did not end at a point; Newton's did. There may be other equilibria.");
        return notes;
    }

    private static bool IsTie(SpatialEquilibrium found, Route route, int index)
    {
        int origin = found.Problem.Origin(route);
        MarketResult from = found.Markets[origin];
        MarketResult to = found.Markets[found.Problem.Destination(route)];
        RouteResult result = found.Routes[index];
        bool canServe = from.IsTraded || found.Problem.Supply.Any(c => found.Problem.Market(c.Region, c.Good) == origin);
        return result.Flow == 0.0 && canServe && to.IsTraded
            && result.Loss <= BreakEven * (Math.Abs(from.Price) + Math.Abs(to.Price) + Math.Abs(route.Freight))
            && !IsCappedAtZero(found.Problem, index);
    }

    private static bool IsCappedAtZero(SpatialProblem problem, int route) =>
        problem.Quotas.Any(q => q.Cap == 0.0 && q.Terms.Any(t => t.Route == route));

    private static bool HasCurve(SpatialProblem problem, int market) =>
        problem.Demand.Concat(problem.Supply).Any(c => problem.Market(c.Region, c.Good) == market);

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? $" and {names.Count - NamesShown} more" : "");
}
