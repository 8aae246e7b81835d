using System.Text.Json;
using Offtake.Results;

namespace Offtake.Tests.Results;

public class JsonWritersTests
{
    [Fact]
    public void The_summary_says_what_a_program_asks()
    {
        JsonElement summary = JsonDocument.Parse(SummaryWriter.Text(SampleRun.Of())).RootElement;

        Assert.Equal(SummaryWriter.SchemaVersion, summary.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("baseline", summary.GetProperty("manifest").GetProperty("scenario").GetString());
        Assert.Equal("2025-01", summary.GetProperty("manifest").GetProperty("from").GetString());
        Assert.Equal(3, summary.GetProperty("manifest").GetProperty("futuresDone").GetInt32());
        Assert.Equal(1e-13, summary.GetProperty("conservation").GetProperty("maxRelativeMassGap").GetDouble());
        Assert.Equal(2e-13, summary.GetProperty("conservation").GetProperty("maxRelativeMoneyGap").GetDouble());
        Assert.Equal("The gain is outside its bound.", summary.GetProperty("warnings")[0].GetString());
        Assert.Equal(1, summary.GetProperty("evidence").GetProperty("assumptions").GetInt32());
        Assert.Equal(3, summary.GetProperty("evidence").GetProperty("parametersByKind").GetProperty("survey").GetInt32());
        Assert.Equal("""{"mine-closed":1,"quota-bound":2}""", JsonSerializer.Serialize(summary.GetProperty("eventsByKind")));
    }

    [Theory]
    [InlineData(3, "min-max", 2, 1, 3)]
    [InlineData(101, "p5-p95", 51, 6, 96)]
    public void Few_futures_show_their_range_and_many_their_percentiles(int futures, string kind, double median, double low, double high)
    {
        JsonElement figure = JsonDocument.Parse(SummaryWriter.Text(SampleRun.Of(futures, months: 1))).RootElement.GetProperty("figures")[0];
        JsonElement modelled = figure.GetProperty("modelled");

        Assert.Equal(kind, modelled.GetProperty("rangeKind").GetString());
        Assert.Equal((median, low, high),
            (modelled.GetProperty("median").GetDouble(), modelled.GetProperty("low").GetDouble(), modelled.GetProperty("high").GetDouble()));
        Assert.Equal(2.5, figure.GetProperty("observed").GetDouble());
        Assert.Equal("predicted", figure.GetProperty("standing").GetString());
    }

    [Fact]
    public void What_does_not_exist_is_null_and_never_zero()
    {
        JsonElement figure = JsonDocument.Parse(SummaryWriter.Text(SampleRun.Of())).RootElement.GetProperty("figures")[1];

        Assert.Equal(JsonValueKind.Null, figure.GetProperty("modelled").GetProperty("median").ValueKind);
        Assert.Equal(0, figure.GetProperty("modelled").GetProperty("futures").GetInt32());
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(SummaryWriter.Text(SampleRun.Of())).RootElement
            .GetProperty("figures")[0].GetProperty("observedLow").ValueKind);
    }

    [Fact]
    public void Every_name_is_in_camel_case()
    {
        static IEnumerable<string> Names(JsonElement e) => e.ValueKind switch
        {
            JsonValueKind.Object => e.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => e.EnumerateArray().SelectMany(Names),
            _ => [],
        };
        string[] ids = ["mine-closed", "quota-bound"];

        JsonElement summary = JsonDocument.Parse(SummaryWriter.Text(SampleRun.Of())).RootElement;
        Assert.All(Names(summary).Except(ids), name => Assert.Matches("^[a-z][a-zA-Z0-9]*$", name));
    }

    [Fact]
    public void Equal_futures_give_equal_summaries_however_long_they_took()
    {
        RunResults run = SampleRun.Of();

        Assert.Equal(SummaryWriter.Text(run), SummaryWriter.Text(run with { Manifest = run.Manifest with { Workers = 1, RunSeconds = 99 } }));
    }

    [Fact]
    public void The_manifest_says_what_is_needed_to_run_it_again()
    {
        using ScratchFolder folder = new();
        ManifestWriter.Write(SampleRun.Of(), [new("z.csv", 3, "cc"), new("a.html", 2, "dd")], folder["manifest.json"]);
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(folder["manifest.json"])).RootElement;

        Assert.Equal("Offtake 0.1.0", manifest.GetProperty("version").GetString());
        Assert.Equal("aa", manifest.GetProperty("worldSha256").GetString());
        Assert.Equal("bb", manifest.GetProperty("scenarioSha256").GetString());
        Assert.Equal(7u, manifest.GetProperty("seed").GetUInt64());
        Assert.Equal(("2025-01", "2026-12"), (manifest.GetProperty("from").GetString(), manifest.GetProperty("to").GetString()));
        Assert.Equal((3, 3, 4),
            (manifest.GetProperty("futures").GetInt32(), manifest.GetProperty("futuresDone").GetInt32(), manifest.GetProperty("workers").GetInt32()));
        Assert.Equal(1.5, manifest.GetProperty("runSeconds").GetDouble());
        Assert.False(manifest.GetProperty("stopped").GetBoolean());
        Assert.Equal(["final0", "final1", "final2"], manifest.GetProperty("digests").EnumerateArray().Select(d => d.GetString()));
        Assert.Equal(["a.html dd", "z.csv cc"],
            manifest.GetProperty("files").EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("sha256").GetString()}"));
    }

    [Fact]
    public void A_manifest_lists_the_first_thousand_digests()
    {
        using ScratchFolder folder = new();
        ManifestWriter.Write(SampleRun.Of(futures: 1001, months: 1), [], folder["manifest.json"]);

        Assert.Equal(1000, JsonDocument.Parse(File.ReadAllText(folder["manifest.json"])).RootElement.GetProperty("digests").GetArrayLength());
    }
}
