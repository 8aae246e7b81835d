using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.Cli;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;
using Offtake.World;

namespace Offtake.Tests.Evidence;

/// <summary>What reports say they rest on is what a count of the files by hand gives.</summary>
public sealed partial class EvidenceBoxTests
{
    private static readonly string[] Aspects = ["said", "done", "caused"];
    private static readonly string Worlds = FileFinder.Worlds(AppContext.BaseDirectory)!;

    [Theory]
    [InlineData("baseline", "rare-earths", "2025-01")]
    [InlineData("rice-wine", "rice-wine", "2025-01")]
    [InlineData("history", "rare-earths-2007", "2007-01")]
    public void The_evidence_box_of_a_run_is_right_against_a_count_of_the_files_by_hand(string scenario, string world, string until)
    {
        using Shell shell = new();
        Said said = shell.Run("run", scenario, "--futures", "1", "--to", until, "--out", "out");
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        string folder = Path.Combine(Worlds, world), page = TextOf(shell["out/report.html"]);
        HandCount hand = HandCount.OfWorld(folder);
        JsonElement box = shell.Json("out/summary.json").GetProperty("evidence");

        Equal(hand.ByKind, box.GetProperty("parametersByKind"));
        Assert.Equal(hand.Publishers, box.GetProperty("publishers").GetInt32());
        Assert.Contains($"Who vouches for the {Count(hand.Numbers)} numbers of this run", page, StringComparison.Ordinal);
        Assert.Contains($"of {Count(hand.Numbers)} numbers are assumptions", page, StringComparison.Ordinal);
        Assert.Contains($"{Count(hand.Publishers)} independent publishers.", page, StringComparison.Ordinal);
        foreach ((_, int count) in hand.ByKind) Assert.Matches($@"\b{Count(count)} \(\d", page);
        foreach (string aspect in Aspects)
        {
            IReadOnlyDictionary<string, int> claims = HandCount.Claims(folder, aspect);
            Equal(claims, box.GetProperty("claimsByVerdict").GetProperty(aspect));
            foreach ((_, int count) in claims.Where(c => c.Key != "n/a")) Assert.Matches($@"\b{Count(count)} \(\d", page);
        }
    }

    [Fact]
    public void Institutions_add_to_the_evidence_box_what_their_files_hold()
    {
        using Shell shell = new();
        foreach (string scenario in new[] { "two-chains", "yuecheng" })
        {
            Said said = shell.Run("run", scenario, "--futures", "1", "--to", "2025-01", "--out", scenario);
            Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        }

        HandCount hand = HandCount.OfInstitutions(Path.Combine(Path.GetDirectoryName(Worlds)!, "institutions"), Path.Combine(Worlds, "rare-earths"), "yuecheng-low-altitude", "yuecheng-medical-devices", "yuecheng-integrated-circuits", "yuecheng-rice-wine");
        Dictionary<string, int> without = Counts("two-chains"), with = Counts("yuecheng");
        Assert.All(with, k => Assert.Equal(without[k.Key] + hand.ByKind.GetValueOrDefault(k.Key), k.Value));

        Dictionary<string, int> Counts(string folder) =>
            shell.Json($"{folder}/summary.json").GetProperty("evidence").GetProperty("parametersByKind").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());
    }

    [Fact]
    public void The_evidence_of_a_comparison_and_of_a_weighing_is_right_against_a_count_by_hand()
    {
        using Shell shell = WineComparison.In(new Shell());
        Said compared = shell.Run("compare", "rice-wine", "stop", "--futures", "2", "--out", "compared"), weighed = shell.Run("evidence", "weigh", "rice-wine", "--futures", "2", "--outcome", "drunk", "--out", "weighed");
        Assert.True(compared.ExitCode == ExitCodes.Done && weighed.ExitCode == ExitCodes.Done, compared.Error + weighed.Error);
        HandCount hand = HandCount.OfWorld(Path.Combine(shell["worlds"], "rice-wine"));
        int assumed = hand.ByKind["assumption"];

        // The stop adds the one number of its one measure, which has a publication behind it.
        JsonElement[] found = [.. shell.Json("compared/compare.json").GetProperty("evidence").EnumerateArray()];
        Assert.Equal([(hand.Numbers, assumed, 0, 0), (hand.Numbers + 1, assumed, 1, 0)], found.Select(e => (Of(e, "numbers"), Of(e, "assumptions"), Of(e, "ownNumbers"), Of(e, "ownAssumptions"))));
        string page = TextOf(shell["compared/report.html"]);
        Assert.Matches($@"\b{hand.Numbers} {assumed} 0 0\b", page);
        Assert.Matches($@"\b{hand.Numbers + 1} {assumed} 1 0\b", page);

        Equal(hand.ByKind, shell.Json("weighed/evidence/rice-wine.json").GetProperty("numbersByKind"));
        Assert.All(hand.ByKind, k => Assert.Contains($"{k.Key} {Count(k.Value)}", weighed.Out, StringComparison.Ordinal));

        static int Of(JsonElement e, string name) => e.GetProperty(name).GetInt32();
    }

    private static void Equal(IReadOnlyDictionary<string, int> hand, JsonElement found)
    {
        Dictionary<string, int> counted = found.EnumerateObject().Where(p => p.Value.GetInt32() > 0).ToDictionary(p => p.Name, p => p.Value.GetInt32());
        Assert.Equal(hand.OrderBy(k => k.Key, StringComparer.Ordinal), counted.OrderBy(k => k.Key, StringComparer.Ordinal));
    }

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string TextOf(string file) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(File.ReadAllText(file), " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
