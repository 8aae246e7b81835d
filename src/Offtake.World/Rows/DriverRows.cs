using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Numbers;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads drivers: a dated path each, and what is not known about it.</summary>
/// <remarks>
/// A value that a source states carries no spread of its own, unless a range stands beside it: what is not known about a path is the error of its
/// growth, which <c>driver_spread.csv</c> states, and values drawn year by year would shake demand instead of bending it. An assumption keeps its range.
/// </remarks>
internal static class DriverRows
{
    /// <summary>The ids in order of their first row.</summary>
    public static IEnumerable<string> Ids(Table table) => table.Rows.Select(r => r.Text("driver")).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal);

    public static IReadOnlyList<Driver> Read(WorldDraft world)
    {
        ILookup<string, Row> pathOf = world[WorldShapes.Drivers].Rows.ToLookup(r => r.Text("driver"));
        Dictionary<string, Row> spreadOf = [];
        foreach (Row row in world[WorldShapes.DriverSpread].Rows)
        {
            row.Refer("driver", world.DriverNames);
            spreadOf.TryAdd(row.Text("driver"), row);
        }

        return [.. world.DriverNames.Names.Select(id => ReadOne(id, [.. pathOf[id]], spreadOf.GetValueOrDefault(id), spreadOf.Keys, world))];
    }

    // Demand is interpolated in logarithms, which zero has none of; a capacity may be shut.
    private static NumberKind KindOf(string id, WorldDraft world) =>
        world[WorldShapes.Uses].Rows.All(r => r.Text("driver") != id) && world[WorldShapes.Facilities].Rows.Any(r => r.Text("driver") == id)
            && world[WorldShapes.CityFinance].Rows.All(r => r.Text("driver") != id)
            ? NumberKind.AtLeastZero("multiple of capacity")
            : NumberKind.AboveZero("index");

    private static Driver ReadOne(string id, IReadOnlyList<Row> path, Row? spread, IReadOnlyCollection<string> spreads, WorldDraft world)
    {
        NumberKind kind = KindOf(id, world);
        DriverValue[] values = [.. path.Select(row => ReadValue(row, kind, world)).OfType<DriverValue>()];
        if (spread is null)
        {
            if (world[WorldShapes.DriverSpread].IsComplete)
                world.Problems.Error(
                    path[0].At, "nothing is said about how uncertain a driver is:", id, null,
                    NearestName.Of(id, spreads) is { } near ? $"did you mean '{near}'? If not, add its row to driver_spread.csv" : "add its row to driver_spread.csv");
            return new Driver(id, values, WitnessBook.Unread, WitnessBook.Unread, WitnessBook.Unread);
        }

        return new Driver(
            id,
            values,
            world.Book.Number(spread, "growth_error", NumberKind.AtLeastZero("1/yr")),
            world.Book.Number(spread, "shock_sigma", NumberKind.AtLeastZero("log")),
            world.Book.Number(spread, "shock_rho", NumberKind.Share));
    }

    private static DriverValue? ReadValue(Row row, NumberKind kind, WorldDraft world)
    {
        string text = row.Required("when");
        if (row.Text("value").Length == 0) row.Required("value");
        WitnessedNumber? value = row.Text("value").Length == 0 ? null : NumberCell.Read(world.Book, row, "value", kind, world.Problems);
        bool isDated = TryDate(text, out Month from, out bool isOfYear);
        if (!isDated && text.Length > 0)
            world.Problems.Error(
                row.At, "'when' is neither a year nor a month:", text, "1900 to 2200", "write a year such as 2025 or a month such as 2025-04");
        return value is null || !isDated ? null : new DriverValue(from, isOfYear, world.Book.Register(ToParameter(value)));
    }

    private static bool TryDate(string text, out Month from, out bool isOfYear)
    {
        isOfYear = text.Length == 4;
        return Month.TryParse(isOfYear ? text + "-01" : text, out from) && from.Year is >= 1900 and <= 2200;
    }

    private static Parameter ToParameter(WitnessedNumber value) => value is { Range: null, Assumption: null }
        ? Parameter.Sourced(value.Id, value.Value, value.Kind.Unit, Spread.None(value.Value), value.Sources, value.At.ToString())
        : value.ToParameter();
}
