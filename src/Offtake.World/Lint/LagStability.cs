using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Lint;

/// <summary>Warns of rules that answer a gap faster than their lag allows, so that the model would swing without end where the world does not.</summary>
/// <remarks>
/// A proportional answer x' = x - k x(t - d) settles only while 0 &lt; k &lt; 2 cos(d π / (2d + 1)), with k per month and a lag of d months.
/// The bound is that of the linear rule: it says nothing of swings that come from elsewhere.
/// </remarks>
public static class LagStability
{
    private const string TradeRemedy = "raise trade.adjust-months or lower trade.arbitrage-share";

    /// <summary>The gain, per month, below which an answer with a lag settles.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lag is negative.</exception>
    public static double Bound(int lagMonths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lagMonths);
        return 2.0 * Math.Cos(lagMonths * Math.PI / ((2 * lagMonths) + 1));
    }

    /// <summary>A warning for every rule of a chain whose gain is not inside its bound.</summary>
    public static IReadOnlyList<Problem> Warnings(ValueChain chain)
    {
        ProblemList problems = new();
        IEnumerable<(int, string)> routes = chain.Routes
            .Where(r => chain.Commodities[r.Commodity].Pricing == Pricing.Posted)
            .Select(r => (Lag(r), $"{chain.Commodities[r.Commodity].Id}/{chain.Regions[r.From].Id}/{chain.Regions[r.To].Id}"));
        Look(chain.Behaviour, routes, problems);
        return problems.Sorted();
    }

    internal static void Check(WorldDraft world) => Look(
        world.Behaviour,
        world.Routes.Select((route, index) => (Route: route, Name: world.RouteNames.Names[index]))
            .Where(r => world.PricingOf(r.Route.Commodity) == Pricing.Posted && r.Route.TransitMonths != WitnessBook.Unread)
            .Select(r => (Lag(r.Route), r.Name)),
        world.Problems);

    private static void Look(Behaviour behaviour, IEnumerable<(int Lag, string Name)> routes, ProblemList problems)
    {
        Compare("users' restocking", 0, behaviour.OrderAdjustMonths, 1.0 / behaviour.OrderAdjustMonths.Value, "raise order.adjust-months", problems);
        Compare("makers' restocking", 1, behaviour.MakeAdjustMonths, 1.0 / behaviour.MakeAdjustMonths.Value, "raise make.adjust-months", problems);
        if (behaviour.ArbitrageShare == WitnessBook.Unread || behaviour.TradeAdjustMonths == WitnessBook.Unread) return;
        double share = behaviour.ArbitrageShare.Value;
        foreach (IGrouping<int, (int Lag, string Name)> group in routes.GroupBy(r => r.Lag).OrderBy(g => g.Key))
        {
            string more = group.Count() > 1 ? $" and {group.Count() - 1} more" : "";
            Compare($"trade on {group.First().Name}{more}", group.Key, behaviour.TradeAdjustMonths, share, TradeStability.Bound(behaviour.TradeAdjustMonths.Value, group.Key), TradeRemedy, problems);
        }
    }

    private static void Compare(string rule, int lag, Parameter at, double gain, string remedy, ProblemList problems) =>
        Compare(rule, lag, at, gain, Bound(lag), remedy, problems);

    private static void Compare(string rule, int lag, Parameter at, double gain, double bound, string remedy, ProblemList problems)
    {
        if (at == WitnessBook.Unread || (gain > 0.0 && gain < bound)) return;
        string what = $"{rule} answers too fast for its lag of {lag} months and may swing without end: gain per month is";
        problems.Warn(Place.Of(at.Address), what, $"{gain:0.###}", $"above 0, below {bound:0.######}", remedy);
    }

    private static int Lag(Route route) => (int)Math.Round(route.TransitMonths.Value);
}
