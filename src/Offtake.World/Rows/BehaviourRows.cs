using Offtake.Model.Chain;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads <c>parameters.csv</c> into <see cref="Behaviour"/>: one row a property.</summary>
internal static class BehaviourRows
{
    /// <summary>The ids of all rows there must be.</summary>
    public static IReadOnlyList<string> Ids => RuleRows<Behaviour>.Ids;

    public static Behaviour Read(WorldDraft world) => RuleRows<Behaviour>.Read(world, WorldShapes.Parameters, BehaviourKinds.Of);
}
