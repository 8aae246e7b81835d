namespace Offtake.Equilibrium;

/// <summary>Refuses problems put together in code that mean nothing. Files are checked while they are read, with line and column.</summary>
internal static class ProblemCheck
{
    /// <summary>Passes a problem that can be solved or at least tried.</summary>
    /// <exception cref="ArgumentException">A number is not finite or out of range, an index points nowhere, or something is stated twice.</exception>
    public static void Require(SpatialProblem problem)
    {
        Each(problem.Demand, "demand", c => CurveIsSound(c, problem.Demand, problem, isDemand: true));
        Each(problem.Supply, "supply", c => CurveIsSound(c, problem.Supply, problem, isDemand: false));
        Each(problem.Routes, "route", r => RouteIsSound(r, problem));
        Each(problem.Activities, "activity", a => ActivityIsSound(a, problem));
        Each(problem.Rules, "market rule", r => Exists(r.Region, r.Good, problem) && double.IsFinite(r.DisposalCost) && double.IsFinite(r.PriceFloor ?? 0.0));
        Each(problem.Quotas, "quota", q => q.Cap is >= 0.0 and < double.PositiveInfinity
            && q.Terms.All(t => t.Route >= 0 && t.Route < problem.Routes.Count && t.Weight is > 0.0 and < double.PositiveInfinity)
            && q.Terms.DistinctBy(t => t.Route).Count() == q.Terms.Count);
        Once(problem.Demand.Select(c => problem.Market(c.Region, c.Good)), "demand curve");
        Once(problem.Supply.Select(c => problem.Market(c.Region, c.Good)), "supply curve");
        Once(problem.Rules.Select(r => problem.Market(r.Region, r.Good)), "market rule");
        Once(problem.Routes.Select(r => (r.From, r.To, r.Good, r.Name)), "route");
    }

    private static bool CurveIsSound(Curve curve, IReadOnlyList<Curve> all, SpatialProblem problem, bool isDemand) =>
        Exists(curve.Region, curve.Good, problem) && double.IsFinite(curve.Intercept) && curve.Capacity >= 0.0
        && (!isDemand || double.IsPositiveInfinity(curve.Capacity))
        && curve.Terms.All(t => Exists(curve.Region, t.Good, problem) && double.IsFinite(t.Coefficient))
        && curve.Terms.DistinctBy(t => t.Good).Count() == curve.Terms.Count
        && curve.Coefficient(curve.Good) * (isDemand ? -1.0 : 1.0) >= 0.0
        && curve.Terms.Where(t => t.Good != curve.Good).All(t => IsReadable(curve, t.Good, all));

    // A quantity can only be asked of an inverse curve; a price is there without any curve.
    private static bool IsReadable(Curve curve, int good, IReadOnlyList<Curve> all)
    {
        Curve? other = all.FirstOrDefault(c => c.Region == curve.Region && c.Good == good);
        return other?.Form == curve.Form || (other is null && curve.Form == CurveForm.Quantity);
    }

    private static bool RouteIsSound(Route route, SpatialProblem problem) =>
        Exists(route.From, route.Good, problem) && Exists(route.To, route.Good, problem) && route.From != route.To
        && double.IsFinite(route.Freight + route.ExportTaxPerUnit + route.TariffPerUnit)
        && route.TariffShare is > -1.0 and < double.PositiveInfinity && route.ExportTaxShare is > -1.0 and < double.PositiveInfinity;

    private static bool ActivityIsSound(Activity activity, SpatialProblem problem) =>
        activity.Flows.All(f => Exists(activity.Region, f.Good, problem) && double.IsFinite(f.PerLevel))
        && activity.Flows.DistinctBy(f => f.Good).Count() == activity.Flows.Count
        && double.IsFinite(activity.CostIntercept) && activity.CostSlope is >= 0.0 and < double.PositiveInfinity && activity.Capacity >= 0.0;

    private static bool Exists(int region, int good, SpatialProblem problem) =>
        region >= 0 && region < problem.Regions.Count && good >= 0 && good < problem.Goods.Count;

    private static void Each<T>(IReadOnlyList<T> items, string noun, Func<T, bool> isSound)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (!isSound(items[i]))
                throw new ArgumentException($"The {noun} at index {i} is not sound: {items[i]}. An index points nowhere, or a number is not finite or out of range.");
        }
    }

    private static void Once<T>(IEnumerable<T> keys, string noun)
    {
        HashSet<T> seen = [];
        foreach (T key in keys)
        {
            if (!seen.Add(key)) throw new ArgumentException($"There are two of the same {noun}: {key}.");
        }
    }
}
