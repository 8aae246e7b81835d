using Offtake.World.Numbers;

namespace Offtake.World.Rows;

/// <summary>Which values a rule of behaviour can have at all, by the id of its row.</summary>
internal static class BehaviourKinds
{
    // A logarithm of a ratio may be negative.
    private static readonly (double Least, double Most, bool IsLeastExcluded) Logarithm = (double.NegativeInfinity, double.PositiveInfinity, false);

    private static readonly Dictionary<string, (double Least, double Most, bool IsLeastExcluded)> BoundOf = new(StringComparer.Ordinal)
    {
        ["price.monthly-fall-limit"] = (0.0, 1.0, true),
        ["price.monthly-rise-limit"] = (1.0, double.PositiveInfinity, false),
        ["thrift.recovery-share"] = (0.0, 1.0, false),
        ["thrift.floor"] = (0.0, 1.0, false),
        ["order.minimum-share"] = (0.0, 1.0, false),
        ["order.maximum-share"] = (1.0, double.PositiveInfinity, false),
        ["trade.arbitrage-share"] = (0.0, 1.0, false),
        ["trade.deliverable-share"] = (0.0, 1.0, true),
        ["trade.export-limit-share"] = (0.0, 1.0, true),
        ["pool.release-share"] = (0.0, 1.0, true),
        ["mine.minimum-rate"] = (0.0, 1.0, false),
        ["dispose.share-per-month"] = (0.0, 1.0, false),
        ["order.usable-stock-share"] = (0.0, 1.0, true),
        ["project.realised-share"] = (0.0, 1.0, false),
        ["project.delay-months"] = (0.0, double.PositiveInfinity, false),
        ["nature.outage-depth"] = (0.0, 1.0, false),
        ["precaution.trend-low"] = Logarithm,
        ["precaution.trend-high"] = Logarithm,
        ["thrift.signal-low"] = Logarithm,
        ["thrift.signal-high"] = Logarithm,
        ["demand.signal-low"] = Logarithm,
        ["demand.signal-high"] = Logarithm,
        ["price.cover-ratio-low"] = (0.0, double.PositiveInfinity, true),
        ["price.cover-ratio-high"] = (0.0, double.PositiveInfinity, true),
        ["licence.ask-months"] = (1.0, double.PositiveInfinity, false),
        ["licence.usable-share"] = (0.0, 1.0, true),
        ["trade.smuggled-share"] = (0.0, 1.0, false),
        ["precaution.abroad-weight"] = (0.0, 1.0, false),
        ["price.export-anchor-share"] = (0.0, 1.0, false),
        ["quota.review-months"] = (1.0, double.PositiveInfinity, false),
    };

    /// <summary>Listed bounds; for times in months more than none; for everything else nothing below zero.</summary>
    public static NumberKind Of(string id, string unit)
    {
        if (BoundOf.TryGetValue(id, out (double Least, double Most, bool IsLeastExcluded) bound))
            return new NumberKind(unit, bound.Least, bound.Most, bound.IsLeastExcluded);
        return id.EndsWith("-months", StringComparison.Ordinal) ? NumberKind.AboveZero(unit) : NumberKind.AtLeastZero(unit);
    }
}
