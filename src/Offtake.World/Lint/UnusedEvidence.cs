using System.Text.RegularExpressions;
using Offtake.Model.Evidence;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Every source and every assumption vouches for something. A source may do so as <c>[see id; id]</c> in the reason of an assumption.</summary>
internal static partial class UnusedEvidence
{
    public static void Check(WorldDraft world)
    {
        for (int i = 0; i < world[WorldShapes.Assumptions].Rows.Count; i++) Mention(world.Book.Assumptions[i], world.PlaceOf(WorldShapes.Assumptions, i), world);
        for (int i = 0; i < world[WorldShapes.Sources].Rows.Count; i++)
        {
            Source source = world.Book.Sources[i];
            if (!world.Book.IsUsed(source))
                world.Problems.Warn(
                    world.PlaceOf(WorldShapes.Sources, i), "no number rests on the source", source.Id, null, "cite it or remove it");
        }

        for (int i = 0; i < world[WorldShapes.Assumptions].Rows.Count; i++)
        {
            Assumption assumption = world.Book.Assumptions[i];
            if (!world.Book.IsUsed(assumption))
                world.Problems.Warn(
                    world.PlaceOf(WorldShapes.Assumptions, i), "no number rests on the assumption", assumption.Id, null,
                    "use it or remove it");
        }
    }

    /// <summary>Counts the sources that the reason of an assumption names as used; those that are not known have been reported.</summary>
    public static void Mention(Assumption assumption, Place at, WorldDraft world)
    {
        IEnumerable<string> names = Reference().Matches(assumption.Reason)
            .SelectMany(m => m.Groups["ids"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        foreach (string name in names)
        {
            if (world.Book.SourceNames.Contains(name)) world.Book.Mention(name);
            else if (world[WorldShapes.Sources].IsComplete)
                world.Problems.Warn(
                    at, "the reason refers to an unknown source", name, null, NearestName.Remedy(name, world.Book.SourceNames.Names));
        }
    }

    [GeneratedRegex(@"\[see (?<ids>[^\]]+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
