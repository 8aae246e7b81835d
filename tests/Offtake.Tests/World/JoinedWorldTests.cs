using System.Text.RegularExpressions;
using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>Two worlds walked as one: the tiny world beside a copy of it in which every good, plant and use has another name.</summary>
public class JoinedWorldTests
{
    private const string Both = "scenario: both\ntitle: Both\nworlds: [tiny, other]\ncalendar: none\n";

    private static readonly string[] Own =
    [
        "alpha-oxide", "beta-oxide", "mixture", "scrap", "motor-making", "motors-home", "motors-hill", "motor", "vein", "mining", "separation", "recycling",
        "beta-uses", "growth", "late-works", "works", "pit", "shop", "yard", "quota-2024", "quota-2026", "floor", "stop", "output-2025", "HC-01", "alpha", "beta",
    ];

    private static string Renamed(string table)
    {
        // The header stays: a column may be called like an entry.
        int head = table.IndexOf('\n', StringComparison.Ordinal);
        string rows = table[head..];
        foreach (string word in Own)
            rows = Regex.Replace(rows, $"(?<=^|[,;:/]){word}(?=[,;/]|$)", "x-" + word.ToLowerInvariant(), RegexOptions.Multiline);
        return table[..head] + rows;
    }

    private static TinyWorld Pair(Func<string, string, string>? edit = null)
    {
        TinyWorld world = new();
        string other = Directory.CreateDirectory(Path.Combine(world.Worlds, "other")).FullName;
        foreach ((string file, string text) in TinyTables.Files)
        {
            string made = file is "parameters.csv" or "sources.csv" or "assumptions.csv" or "datapackage.json" ? text : Renamed(text.Replace("\r", "", StringComparison.Ordinal));
            if (file == "world.yaml") made = text.Replace("world: tiny", "world: other", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(other, file), edit?.Invoke(file, made) ?? made);
        }

        return world.WriteScenario("both", Both).WriteScenario("one", Both.Replace("scenario: both", "scenario: one", StringComparison.Ordinal).Replace("worlds: [tiny, other]", "world: tiny", StringComparison.Ordinal));
    }

    [Fact]
    public void Joining_is_the_union_of_what_is_own_and_one_of_what_is_shared()
    {
        using TinyWorld world = Pair();
        ValueChain one = world.Chain(), both = world.Scenario("both").Chain;
        Assert.Equal("tiny+other", both.Id);
        Assert.Equal(2 * one.Commodities.Count, both.Commodities.Count);
        Assert.Equal(2 * one.Facilities.Count, both.Facilities.Count);
        Assert.Equal(2 * one.Uses.Count, both.Uses.Count);
        Assert.Equal(one.Regions.Count, both.Regions.Count);
        Assert.Equal(one.Cities.Count, both.Cities.Count);
        Assert.All(both.Ores, ore => Assert.Equal(both.Elements.Count, ore.Shares.Count));
        Assert.All(both.Ores, ore => Assert.Equal(1.0, ore.Shares.Sum(s => s.Value), 12));
        Assert.Equal(both.Evidence.Parameters.Count, both.Evidence.Parameters.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public void A_region_or_city_that_says_something_else_is_refused_with_both_lines()
    {
        using TinyWorld world = Pair((file, text) => file == "cities.csv" ? text.Replace("500000", "600000", StringComparison.Ordinal) : text);
        Expect.Error(world.ReadScenario("both"), "other/cities.csv", 2, "'hill'", "'population'", "'600000'", "'500000' in worlds/tiny/cities.csv:2", "make both rows say the same");
    }

    [Fact]
    public void A_number_may_be_written_differently_if_it_is_the_same()
    {
        using TinyWorld world = Pair((file, text) => file == "cities.csv" ? text.Replace("500000,", "5e5,", StringComparison.Ordinal) : text);
        world.Scenario("both");
    }

    [Theory]
    [InlineData("facilities.csv", "x-shop,", "shop,")]
    [InlineData("uses.csv", "x-motors-home,", "motors-home,")]
    [InlineData("calendar.csv", "x-floor,", "floor,")]
    public void An_id_that_belongs_to_two_worlds_is_refused_with_both_lines(string file, string old, string by)
    {
        using TinyWorld world = Pair((f, text) => f == file ? text.Replace("\n" + old, "\n" + by, StringComparison.Ordinal) : text);
        Problem found = Assert.Single(world.ReadScenario("both").Errors);
        Assert.EndsWith($"other/{file}", found.File, StringComparison.Ordinal);
        Assert.Contains($"'{by.TrimEnd(',')}'", found.Sentence, StringComparison.Ordinal);
        Assert.Contains($"worlds/tiny/{file}:", found.Sentence, StringComparison.Ordinal);
        Assert.Contains("rename one", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_world_joined_with_a_copy_of_itself_shares_no_good()
    {
        using TinyWorld world = Pair();
        foreach (string file in new[] { "commodities.csv", "processes.csv", "ores.csv", "facilities.csv", "uses.csv", "drivers.csv", "calendar.csv", "markets.csv", "routes.csv", "recipes.csv", "driver_spread.csv", "elements.csv" })
            File.Copy(world.PathOf(file), Path.Combine(world.Worlds, "other", file), overwrite: true);
        string[] named = [.. world.ReadScenario("both").Errors.Select(p => Path.GetFileName(p.File)).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["calendar.csv", "commodities.csv", "drivers.csv", "facilities.csv", "ores.csv", "processes.csv", "uses.csv"], named);
    }

    [Fact]
    public void Behaviour_must_agree_or_the_scenario_says_whose_holds()
    {
        static string Slower(string file, string text) => file == "parameters.csv" ? text.Replace("order.adjust-months,6,", "order.adjust-months,7,", StringComparison.Ordinal) : text;
        using TinyWorld world = Pair(Slower);
        Problem found = Assert.Single(world.ReadScenario("both").Errors);
        Assert.Contains("'order.adjust-months'", found.Sentence, StringComparison.Ordinal);
        Assert.Contains("behaviour-of: tiny", found.Remedy, StringComparison.Ordinal);
        world.WriteScenario("theirs", Both.Replace("both", "theirs", StringComparison.Ordinal) + "behaviour-of: other\n");
        Assert.Equal(7.0, world.Scenario("theirs").Chain.Behaviour.OrderAdjustMonths.Value);
    }

    [Fact]
    public void Worlds_that_open_in_different_months_are_refused()
    {
        using TinyWorld world = Pair((file, text) => file == "world.yaml" ? text.Replace("2024-12", "2025-01", StringComparison.Ordinal).Replace("first: 2025-01", "first: 2025-02", StringComparison.Ordinal) : text);
        Expect.Error(world.ReadScenario("both"), "other/world.yaml", 0, "open in different months", "2025-01", "2024-12");
    }

    [Theory]
    [InlineData("worlds: [tiny, tiny]", "repeated world 'tiny'")]
    [InlineData("worlds: [tiny, othr]", "did you mean 'other'?")]
    [InlineData("worlds: [tiny, other]\nworld: tiny", "both 'world' and 'worlds'")]
    [InlineData("world: tiny\nbehaviour-of: tiny", "for one world only")]
    [InlineData("worlds: [tiny, other]\nbehaviour-of: tinny", "did you mean 'tiny'?")]
    [InlineData("worlds: [tiny, ../other]", "not a plain id")]
    public void What_cannot_be_joined_is_refused_in_a_sentence(string keys, string fragment)
    {
        using TinyWorld world = Pair();
        world.WriteScenario("both", Both.Replace("worlds: [tiny, other]", keys, StringComparison.Ordinal));
        Reading<Scenario> reading = world.ReadScenario("both");
        Assert.Null(reading.Value);
        Assert.Contains(reading.Errors, p => p.ToString().Contains(fragment, StringComparison.Ordinal));
    }

    [Fact]
    public void The_fingerprint_depends_on_every_world_that_is_joined()
    {
        using TinyWorld world = Pair();
        string before = world.Scenario("both").Fingerprint.WorldSha256;
        File.AppendAllText(Path.Combine(world.Worlds, "other", "claims.csv"), "\n");
        Assert.NotEqual(before, world.Scenario("both").Fingerprint.WorldSha256);
    }
}
