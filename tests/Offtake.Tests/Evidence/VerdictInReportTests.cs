using System.Net;
using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Cli;
using Offtake.Tests.Weighing;
using static Offtake.Tests.Evidence.RecordFolder;

namespace Offtake.Tests.Evidence;

/// <summary>From a procurement package on disk to what the next reports say: nothing is laid over in memory.</summary>
public sealed class VerdictInReportTests : IDisposable
{
    private const string Claim = "YC-10";

    private readonly Shell _shell = WineWeighing.WithCommittee(new Shell());

    public VerdictInReportTests()
    {
        Directory.CreateDirectory(_shell["records"]);
        Directory.CreateDirectory(_shell["checks"]);
        File.WriteAllText(_shell["checks/lines.yaml"], $"check: lines\ntitle: Were bottling lines bought?\nworld: rice-wine\nclaim: {Claim}\naspect: done\nrecord: r.json\nform: ocds\nwho: [Hill Works*]\nwhat: [\"CPV:3111*\"]\nperiod: 2026-01..2026-06\ncount: quantity\nunit: piece\nconfirmed-at: 10\n");
    }

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("none", "disputed")]
    [InlineData("4", "partly")]
    [InlineData("12", "confirmed")]
    public void A_procurement_package_moves_the_reports_that_come_after_it(string quantity, string verdict)
    {
        (JsonElement before, string plain) = Run("before");
        string chairs = Release("o-1", "r", "2026-01-10", "5").Replace("31110000", "39110000", StringComparison.Ordinal), later = chairs.Replace("o-1", "o-2", StringComparison.Ordinal).Replace("2026-01-10", "2026-06-20", StringComparison.Ordinal);
        File.WriteAllText(_shell["records/r.json"], $$"""{"releases":[{{(quantity == "none" ? $"{chairs},{later}" : Release("o-3", "r", "2026-02-01", quantity))}}]}""");
        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "check", "lines", "--set").ExitCode);
        (JsonElement after, string changed) = Run("after");

        Assert.DoesNotContain("Checks against records", plain, StringComparison.Ordinal);
        Assert.Contains("Checks against records", changed, StringComparison.Ordinal);
        Assert.Equal(2, Count(before, "done", "unverified"));
        Assert.Equal(1, Count(after, "done", "unverified"));
        Assert.Equal(1, Count(after, "done", verdict));
        Assert.Equal(Raw(before, "said"), Raw(after, "said"));
        Assert.Equal(Raw(before, "caused"), Raw(after, "caused"));
        JsonElement line = Assert.Single(after.GetProperty("verifications").EnumerateArray());
        Assert.Equal((Claim, "done", verdict, "lines"), (Text(line, "claim"), Text(line, "aspect"), Text(line, "verdict"), Text(line, "check")));
        Assert.Contains(Text(line, "arithmetic"), changed, StringComparison.Ordinal);

        // A number of the run rests on nothing else than before: a verdict is no part of the fingerprint.
        Assert.Equal(_shell.Digests("before"), _shell.Digests("after"));
        Said compared = _shell.Run("compare", "rice-wine", "committee", "--futures", "1", "--out", "compared");
        Assert.True(compared.ExitCode == ExitCodes.Done, compared.Error);
        Assert.Contains($"done: {verdict} (checked {Text(line, "date")})", File.ReadAllText(_shell["compared/report.html"]), StringComparison.Ordinal);
    }

    private (JsonElement Evidence, string Page) Run(string folder)
    {
        Said said = _shell.Run("run", "committee", "--futures", "1", "--to", "2025-02", "--out", folder);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        return (_shell.Json($"{folder}/summary.json").GetProperty("evidence"), WebUtility.HtmlDecode(File.ReadAllText(_shell[$"{folder}/report.html"])));
    }

    private static string Raw(JsonElement evidence, string aspect) => evidence.GetProperty("claimsByVerdict").GetProperty(aspect).GetRawText();

    private static int Count(JsonElement evidence, string aspect, string verdict) => evidence.GetProperty("claimsByVerdict").GetProperty(aspect).TryGetProperty(verdict, out JsonElement count) ? count.GetInt32() : 0;

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
