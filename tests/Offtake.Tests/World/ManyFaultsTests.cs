using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>Many faults in many files at once: every one of them is told, with where, what, value, bound and remedy.</summary>
public class ManyFaultsTests
{
    [Fact]
    public void Every_one_of_many_faults_in_many_files_is_told_at_once()
    {
        using TinyWorld world = new();
        (string File, string Old, string New, string Value, string? Bound, string? Meant)[] faults =
        [
            ("facilities.csv", "mining,vein", "minning,vein", "minning", null, "mining"),
            ("facilities.csv", "1000,800,@cost,0.5", "-1000,800,@cost,0.5", "-1000", "0 or more", null),
            ("routes.csv", "scrap,abroad,home,50,1", "scrap,abroad,hume,50,7", "hume", null, "home"),
            ("routes.csv", "scrap,abroad,hume,50,7", "scrap,abroad,hume,50,7", "7", "a whole number from 1 to 3", null),
            ("markets.csv", "50000", "fifty", "fifty", "a number such as 1250.5", null),
            ("processes.csv", "mixture,0.8", "mixture,1.8", "1.8", "above 0, up to 1", null),
            ("cities.csv", "hill,Hill,home,500000", "hill,Hill,hom,1e308", "hom", null, "home"),
            ("sources.csv", "bureau,Bureau,2024,official", "bureau,Bureau,20x4,offical", "offical", null, "official"),
            ("sources.csv", "Bureau,20x4", "Bureau,20x4", "20x4", "a year from 1500", null),
            ("world.yaml", "last: 2030-12", "last: 2030-13", "2030-13", "year and month", null),
            ("world.yaml", "title: A tiny world", "titel: A tiny world", "titel", null, "title"),
        ];
        foreach (var fault in faults.Where(f => f.Old != f.New)) world.Replace(fault.File, fault.Old, fault.New);

        Reading<ValueChain> reading = world.Read();

        Assert.False(reading.Succeeded);
        foreach (var fault in faults)
        {
            Problem? told = reading.Errors.FirstOrDefault(p => p.File.EndsWith("/" + fault.File, StringComparison.Ordinal) && p.Value == fault.Value);
            Assert.True(told is not null, $"{fault.File}: '{fault.Value}' is not told:\n{string.Join('\n', reading.Problems)}");
            Assert.Equal(world.LineOf(fault.File, fault.Value), told.Line);
            if (fault.Bound is { } bound) Assert.StartsWith(bound, told.Bound);
            if (fault.Meant is { } meant) Assert.Contains($"did you mean '{meant}'?", told.Remedy);
            Assert.NotEmpty(told.Remedy);
        }
    }

    [Fact]
    public void Faults_of_a_scenario_and_of_its_world_come_together()
    {
        using TinyWorld world = new();
        world.Replace("markets.csv", "50000", "fifty");
        world.WriteScenario("bad", "scenario: bad\ntitle: Bad\nworld: tiny\ncalendar: as-enactd\nfrom: 1901-01\nprice-rule: covr\n");

        Reading<Scenario> reading = world.ReadScenario("bad");

        Expect.Error(reading, "markets.csv", world.LineOf("markets.csv", "fifty"), "fifty");
        Expect.Error(reading, "scenario.yaml", 4, "did you mean 'as-enacted'?");
        Expect.Error(reading, "scenario.yaml", 5, "1901-01", "2025-01 to 2030-12");
        Expect.Error(reading, "scenario.yaml", 6, "did you mean 'cover'?");
    }

    [Theory]
    [InlineData("commodities.csv", "stage", "separation", "separatian")]
    public void A_word_that_differs_by_a_letter_from_one_that_stands_more_often_is_a_warning(string file, string column, string often, string slip)
    {
        using TinyWorld world = new();
        string[] lines = world.Text(file).Split('\n');
        int at = Array.FindLastIndex(lines, l => l.Contains($",{often},", StringComparison.Ordinal));
        Assert.True(lines.Count(l => l.Contains($",{often},", StringComparison.Ordinal)) > 1, world.Text(file));
        lines[at] = lines[at].Replace($",{often},", $",{slip},", StringComparison.Ordinal);
        world.Write(file, string.Join('\n', lines));

        Expect.Warning(world.Read(), file, at + 1, column, slip, $"did you mean '{often}'?");
    }

    [Fact]
    public void A_file_with_thousands_of_faults_is_cut_short_and_says_how_many_there_are()
    {
        using TinyWorld world = new();
        world.Write("claims.csv", world.Text("claims.csv").TrimEnd('\n') + "\n" + string.Concat(Enumerable.Repeat("x\n", 50_000)));

        Reading<ValueChain> reading = world.Read();

        Assert.InRange(reading.Problems.Count, 1000, 1100);
        Expect.Error(reading, "claims.csv", 0, "more problems than can be listed");
    }
}
