namespace Offtake.Tests.World;

/// <summary>Whatever is done to the files, the reader answers with problems and not with an exception.</summary>
public class RobustnessTests
{
    private static readonly string[] Splinters =
        ["", ",", "\"", "\n", ";", "@", "@share", "-1", "0", "1e308", "alpha", "home", "pit", "observed/output-2025", "\u0001", "ü", "= 1", "yes", "2025-01", ": {", "- [", "&a", "%"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_world_with_random_damage_is_read_or_refused_and_never_throws(int seed)
    {
        Random random = new(seed);
        using TinyWorld world = new();
        string[] files = [.. TinyTables.Files.Keys];
        for (int i = 0; i < 150; i++)
        {
            string file = files[random.Next(files.Length)];
            string whole = world.Text(file);
            world.Write(file, Damaged(whole, random));
            Exception? failure = Record.Exception(() => Assert.Equal(world.Read().Succeeded, !world.Read().Errors.Any()));
            Assert.True(failure is null, $"{file}:\n{world.Text(file)}\n{failure}");
            if (random.Next(3) > 0) world.Write(file, whole);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_scenario_with_random_damage_is_read_or_refused_and_never_throws(int seed)
    {
        const string Whole = """
            scenario: x
            title: X
            extends: baseline
            calendar: none
            without: [floor]
            measures:
              - {id: m, title: M, instrument: embargo, on: [route:alpha-oxide/home/abroad], strength: 0.5, unit: share, enacted: 2026-01, start: 2026-02, source: paper}
            from: 2025-02
            until: 2029-12

            """;
        Random random = new(seed);
        using TinyWorld world = new();
        for (int i = 0; i < 300; i++)
        {
            string text = Damaged(Whole, random);
            Exception? failure = Record.Exception(() => world.WriteScenario("x", text).ReadScenario("x"));
            Assert.True(failure is null, $"{text}\n{failure}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_world_without_one_of_its_files_is_refused_by_that_name_alone(string file)
    {
        using TinyWorld world = new();
        world.Delete(file);

        Expect.OnlyError(world.Read(), file, 0, "the file is missing");
    }

    public static TheoryData<string> Files => [.. TinyTables.Files.Keys.Where(f => f != "datapackage.json")];

    private static string Damaged(string text, Random random)
    {
        for (int n = random.Next(1, 4); n > 0 && text.Length > 0; n--)
        {
            int at = random.Next(text.Length), length = Math.Min(random.Next(12), text.Length - at);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
                _ => text.Remove(at, length).Insert(at, Splinters[random.Next(Splinters.Length)]),
            };
        }

        return text;
    }
}
