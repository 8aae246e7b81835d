using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.World;
using Offtake.World.Tables;

namespace Offtake.Tests.World;

/// <summary>The worlds and scenarios that are shipped, read as they are and with one cell spoilt at a time.</summary>
public class ShippedWorldTests
{
    private static readonly string Worlds = FileFinder.Worlds(AppContext.BaseDirectory)!;
    private static readonly string Scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;

    public static TheoryData<string> WorldIds => [.. Directory.GetDirectories(Worlds).Select(d => Path.GetFileName(d)!)];

    public static TheoryData<string> ScenarioIds => [.. ScenarioReader.Ids(Scenarios)];

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void A_shipped_world_has_no_problems(string id)
    {
        Reading<ValueChain> reading = WorldReader.Read(Path.Combine(Worlds, id));

        Assert.True(reading.Problems.Count == 0, string.Join('\n', reading.Problems));
    }

    [Theory]
    [MemberData(nameof(ScenarioIds))]
    public void A_shipped_scenario_has_no_problems_and_a_story(string id)
    {
        Reading<Scenario> reading = ScenarioReader.Read(Scenarios, id, Worlds);

        Assert.True(reading.Problems.Count == 0, string.Join('\n', reading.Problems));
        Assert.NotEqual("", reading.Value!.Story);
    }

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void A_letter_in_any_column_of_numbers_is_an_error_in_its_line(string id) =>
        SpoilEvery(id, (shape, column) => shape.NumberSet.Contains(column) || IsPlainNumber(shape, column), "abc");

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void A_number_that_is_not_finite_in_any_column_is_an_error_in_its_line(string id) =>
        SpoilEvery(id, (shape, column) => shape.NumberSet.Contains(column) || IsPlainNumber(shape, column), "NaN");

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void An_unknown_name_in_any_column_of_references_is_an_error_in_its_line(string id) =>
        SpoilEvery(id, (shape, column) => IsReference(shape, column), "no-such-thing");

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void An_emptied_cell_in_any_column_that_must_be_filled_is_an_error_in_its_line(string id) =>
        SpoilEvery(id, (shape, column) => shape.Required.Contains(column) && (shape.Name, column) != ("claims", "checked_by") && !IsEmptySomewhere(id, shape, column), "");

    [Theory]
    [MemberData(nameof(WorldIds))]
    public void Without_its_source_column_every_row_with_a_number_is_an_error(string id)
    {
        foreach (TableShape shape in WorldShapes.All.Where(s => s.Numbers.Count > 0 && IsThere(id, s)))
        {
            using SpoiltWorld world = new(Path.Combine(Worlds, id), shape.File);
            string[] witnesses = [.. world.Columns.Where(c => c == "source" || c.EndsWith("_source", StringComparison.Ordinal))];
            int[] lines = [.. world.Lines.Where(l => shape.Numbers.Any(n => char.IsAsciiDigit((world.Cell(l, n) + " ")[0])))];

            Reading<ValueChain> reading = world.Without(witnesses);

            foreach (int line in lines) Expect.Error(reading, shape.File, line, "without a witness");
        }
    }

    private static void SpoilEvery(string id, Func<TableShape, string, bool> isMeant, string text)
    {
        int spoilt = 0;
        foreach (TableShape shape in WorldShapes.All.Where(s => IsThere(id, s)))
        {
            using SpoiltWorld world = new(Path.Combine(Worlds, id), shape.File);
            foreach (string column in world.Columns.Where(c => isMeant(shape, c)))
            {
                int line = world.Lines.FirstOrDefault(l => world.Cell(l, column).Length > 0);
                if (line == 0) continue;
                Expect.Error(world.With(line, column, text), shape.File, line);
                spoilt++;
            }
        }

        Assert.True(spoilt > 10, $"Only {spoilt} columns were found to spoil.");
    }

    private static bool IsThere(string id, TableShape shape) => !shape.IsOptional || File.Exists(Path.Combine(Worlds, id, shape.File));

    private static bool IsPlainNumber(TableShape shape, string column) => (shape.Name, column) switch
    {
        ("assumptions" or "parameters" or "research" or "observed", "value" or "low" or "high") => true,
        ("drivers", "when") => true,
        _ => false,
    };

    private static bool IsReference(TableShape shape, string column) => column switch
    {
        "source" => shape != WorldShapes.Claims,
        "process" or "ore" or "city" or "place" or "closes" or "driver" or "scrap" or "values_at" or "commodity" or "element" or "elements"
            or "output" or "from" or "to" or "on" or "instrument" or "region" or "aims_at" => !(shape == WorldShapes.Ores && column == "ore") && !(shape == WorldShapes.Drivers),
        _ => column.EndsWith("_source", StringComparison.Ordinal),
    };

    private static bool IsEmptySomewhere(string id, TableShape shape, string column)
    {
        using SpoiltWorld world = new(Path.Combine(Worlds, id), shape.File);
        return world.Lines.Any(l => world.Cell(l, column).Length == 0);
    }
}
