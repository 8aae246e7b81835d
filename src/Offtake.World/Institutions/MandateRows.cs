using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>Reads what an institution answers for. A target must be in sight: nobody steers by what he does not see.</summary>
internal static class MandateRows
{
    private const string Attain = "attain";
    private const string HoldBelow = "hold-below";

    /// <summary>Reads the mandate; what is wrong has been reported.</summary>
    public static Mandate Read(YamlMap file, SightRows sight, FileNumbers numbers, ProblemList problems)
    {
        if (file.Map("mandate", InstitutionFormat.Root.At("mandate")) is not { } mandate) return new Mandate("", []);
        List<MandateTarget> targets = [];
        foreach (YamlMap map in mandate.Maps("targets", InstitutionFormat.Root.At("mandate").At("targets")))
        {
            int statistic = StatisticOf(map, sight, problems);
            if (SideOf(map, problems) is not { } side) continue;
            string measure = map.TextOrNull("measure") ?? "", key = side == TargetSide.Attain ? Attain : HoldBelow;
            NumberKind kind = statistic >= 0 ? StatisticRule.For(sight.Seen[statistic].Statistic).Value : new NumberKind("", double.NegativeInfinity, double.PositiveInfinity);
            Parameter value = numbers.Number(map, key, $"mandate/{measure}/{key}", kind, isUnitStated: true);
            if (statistic >= 0 && targets.Exists(t => t.Statistic == statistic && t.Side == side))
                problems.Error(map.PlaceOf("measure"), "repeated target", measure, null, "keep one value for each side of a statistic");
            if (statistic >= 0 && value != WitnessBook.Unread && targets.Find(t => t.Statistic == statistic && t.Side != side) is { Value: var other } && other != WitnessBook.Unread
                && (side == TargetSide.Attain ? value.Value > other.Value : other.Value > value.Value))
                problems.Error(map.PlaceOf(key), "no figure meets both targets: to attain more than to hold below:", map.TextOrNull(key), $"{(side == TargetSide.Attain ? "up to" : "at least")} {other.Value}", "correct one of the two");
            targets.Add(new MandateTarget(statistic, side, value));
        }

        return new Mandate(mandate.TextOrNull("chain") ?? "", targets);
    }

    private static int StatisticOf(YamlMap map, SightRows sight, ProblemList problems)
    {
        if (map.TextOrNull("measure") is not { } measure) return -1;
        string[] known = [.. sight.Ids.Where(i => i.Length > 0)];
        int index = sight.Ids.ToList().IndexOf(measure);
        if (index < 0 && known.Length == sight.Ids.Count)
            problems.Error(map.PlaceOf("measure"), "the target is on a statistic that the institution does not see:", measure, null, known.Length == 0 ? "name it under 'sight' with its lag, noise and reporting bias" : NearestName.Remedy(measure, known));
        return index;
    }

    private static TargetSide? SideOf(YamlMap map, ProblemList problems)
    {
        if (map.Has(Attain) != map.Has(HoldBelow)) return map.Has(Attain) ? TargetSide.Attain : TargetSide.HoldBelow;
        problems.Error(map.At, map.Has(Attain) ? "the target states both 'attain' and 'hold-below'" : "the target states no value", map.TextOrNull("measure"), $"one of {Attain}, {HoldBelow}", "write exactly one of the two");
        return null;
    }
}
