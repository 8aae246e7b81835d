using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.Model.Chain;

namespace Offtake.World.Lint;

/// <summary>Where behaviour has a lower and an upper limit, they are the right way round.</summary>
internal static class BehaviourPairs
{
    public static void Check(WorldDraft world)
    {
        Behaviour b = world.Behaviour;
        Compare(b.OrderMinimumShare, b.OrderMaximumShare, "order.minimum-share", "order.maximum-share", world.Problems);
        Compare(b.MineCloseRatio, b.MineReopenRatio, "mine.close-ratio", "mine.reopen-ratio", world.Problems);
        Compare(b.PrecautionTrendLow, b.PrecautionTrendHigh, "precaution.trend-low", "precaution.trend-high", world.Problems);
        Compare(b.ThriftSignalLow, b.ThriftSignalHigh, "thrift.signal-low", "thrift.signal-high", world.Problems);
        Compare(b.DemandSignalLow, b.DemandSignalHigh, "demand.signal-low", "demand.signal-high", world.Problems);
        Compare(b.CoverRatioLow, b.CoverRatioHigh, "price.cover-ratio-low", "price.cover-ratio-high", world.Problems);
        Compare(b.SubstituteBeginRatio, b.SubstituteEndRatio, "substitute.begin-ratio", "substitute.end-ratio", world.Problems);
        Compare(b.ThriftFloor, b.ThriftCeiling, "thrift.floor", "thrift.ceiling", world.Problems);
    }

    private static void Compare(Parameter low, Parameter high, string lowName, string highName, ProblemList problems)
    {
        if (low == WitnessBook.Unread || high == WitnessBook.Unread || low.Value < high.Value) return;
        problems.Error(
            Place.Of(low.Address), $"'{lowName}' is not below '{highName}':", $"{low.Value}", $"below {high.Value}", "correct one of them");
    }
}
