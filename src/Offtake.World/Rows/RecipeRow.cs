using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>What a row of a recipe states.</summary>
internal enum Flow
{
    /// <summary>An amount taken in per unit of activity.</summary>
    In,

    /// <summary>A share of the entering content that leaves in a commodity.</summary>
    Share,

    /// <summary>An amount of a gross or counted commodity made per unit of activity.</summary>
    Yield,
}

/// <summary>One row of <c>recipes.csv</c>.</summary>
internal sealed record RecipeRow(
    int Process, Flow Flow, int Commodity, int? Element, Parameter Value, bool Closes, Parameter? Elasticity, Parameter? Thrift, Displacement? Displaces,
    Place At)
{
    public static IReadOnlyList<RecipeRow> ReadAll(WorldDraft world) => [.. world[WorldShapes.Recipes].Rows.Select(row => Read(row, world))];

    private static RecipeRow Read(Row row, WorldDraft world)
    {
        int process = row.Refer("process", world.ProcessNames);
        Flow flow = row.Choice<Flow>("flow");
        int commodity = row.Refer("commodity", world.CommodityNames);
        int? element = row.ReferOrNull("element", world.ElementNames);
        bool closes = row.Text("closes").Length > 0 && row.YesNo("closes");
        if (element is not null && flow != Flow.Share)
            world.Problems.Error(
                row.At, $"'element' is stated for a row of flow '{EnumText.Of(flow)}':", row.Text("element"), "share rows only",
                "leave it empty");
        if (closes && flow != Flow.In)
            world.Problems.Error(row.At, "'closes' is stated for a row of flow", EnumText.Of(flow), "in rows only", "leave it empty");
        Parameter value = world.Book.Number(row, "value", KindOf(flow, row));
        Parameter? elasticity = world.Book.NumberOrNull(row, "elasticity", NumberKind.AtLeastZero("1"));
        Parameter? thrift = world.Book.NumberOrNull(row, "thrift", NumberKind.AtLeastZero("multiple"));
        if ((elasticity is not null || thrift is not null) && flow != Flow.In)
            world.Problems.Error(row.At, "'elasticity' or 'thrift' is stated for a row of flow", EnumText.Of(flow), "in rows only", "leave it empty");
        return new RecipeRow(process, flow, commodity, element, value, closes, elasticity, thrift, ReadDisplacement(row, flow, world), row.At);
    }

    private static Displacement? ReadDisplacement(Row row, Flow flow, WorldDraft world)
    {
        int? other = row.ReferOrNull("instead_of", world.CommodityNames);
        Parameter? amount = world.Book.NumberOrNull(row, "displaces", NumberKind.AboveZero("amount per amount"));
        if (other is null != amount is null)
            world.Problems.Error(
                row.At, "a substitution is stated by half; empty is", other is null ? "instead_of" : "displaces", null, "fill instead_of and displaces, or neither");
        if ((other ?? NameList.Nowhere) == NameList.Nowhere || amount is null) return null;
        if (flow != Flow.In)
            world.Problems.Error(row.At, "'instead_of' is stated for a row of flow", EnumText.Of(flow), "in rows only", "leave it empty");
        return new Displacement(other!.Value, amount);
    }

    private static NumberKind KindOf(Flow flow, Row row)
    {
        string unit = row.Text("unit").Length > 0 ? row.Text("unit") : "per unit of activity";
        return flow == Flow.Share ? NumberKind.Share : NumberKind.AboveZero(unit);
    }
}
