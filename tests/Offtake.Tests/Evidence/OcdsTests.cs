using System.Text;
using Offtake.World;
using Offtake.World.Records;
using static Offtake.Tests.Evidence.RecordFolder;

namespace Offtake.Tests.Evidence;

/// <summary>Releases of the Open Contracting Data Standard: what the standard allows is read, in every wrapping; what it does not is named with line and path.</summary>
public sealed class OcdsTests : IDisposable
{
    private readonly RecordFolder _records = new();

    public void Dispose() => _records.Dispose();

    private static string Package(params string[] releases) => $$"""{"uri":"x","version":"1.1","releases":[{{string.Join(",\n", releases)}}]}""";

    private RecordContent Read(string json)
    {
        Reading<RecordContent> reading = _records.Ocds(json);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value!;
    }

    public static TheoryData<string> Wrappings
    {
        get
        {
            string one = Release("o-1", "r1", "2026-03-01T00:00:00Z", "3").ReplaceLineEndings(""), two = Release("o-2", "r1", "2026-04-01", "4").ReplaceLineEndings("");
            return
            [
                Package(one, two),
                "\uFEFF" + Package(one, two),
                $"[{one},{two}]",
                $"{one}\n{two}\n",
                $"{Package(one)}\r\n{Package(two)}",
                $$"""{"version":"1.1","records":[{"ocid":"o-1","releases":[{{one}}]},{"ocid":"o-2","compiledRelease":{{two}}}]}""",
                $$"""{"records":[{"ocid":"o-1","compiledRelease":{{one}},"releases":[{"url":"https://example.org/r1","date":"2026-03-01T00:00:00Z","tag":["award"]}]},{"ocid":"o-2","compiledRelease":{{two}}}],"uri":"x"}""",
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Wrappings))]
    public void Every_wrapping_of_the_same_releases_gives_the_same_rows(string json)
    {
        RecordContent content = Read(json);
        Assert.Equal([3.0, 4.0], content.Rows.Select(r => r.Quantity!.Value));
        Assert.All(content.Rows, r => Assert.Contains("Hill Works Office", r.Who));
        Assert.All(content.Rows, r => Assert.Contains("CPV:31110000", r.What));
        Assert.Equal(["2026-03", "2026-04"], content.Rows.Select(r => r.Months.ToString()));
        Assert.Equal([500.0, 500.0], content.Rows.Select(r => r.Value!.Value));
    }

    [Fact]
    public void Of_releases_with_the_same_ocid_and_id_the_latest_counts_wherever_it_stands()
    {
        string early = Release("o-1", "r1", "2026-03-01", "3"), late = Release("o-1", "r1", "2026-05-01", "9");
        Assert.Equal(9.0, Assert.Single(Read(Package(late, early)).Rows).Quantity);
        RecordContent content = Read(Package(early, late));
        Assert.Equal(9.0, Assert.Single(content.Rows).Quantity);
        Assert.Contains(content.Remarks, r => r.Contains("repeat an ocid and id", StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_release_amends_what_it_names_and_leaves_the_rest()
    {
        const string Amendment = """{"ocid":"o-1","id":"r2","date":"2026-06-01","tag":["awardUpdate"],"awards":[{"id":"a1","items":[{"id":1,"quantity":7}]}]}""";
        RecordRow row = Assert.Single(Read(Package(Amendment, Release("o-1", "r1", "2026-03-01", "3"))).Rows);
        Assert.Equal(7.0, row.Quantity);
        Assert.Equal("piece", row.Unit);
        Assert.Equal("2026-03", row.Months.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    public void A_quantity_that_is_absent_is_not_nothing(string quantity)
    {
        double? read = Assert.Single(Read(Package(Release("o-1", "r1", "2026-03-01", quantity))).Rows).Quantity;
        Assert.Equal(quantity == "null" ? null : 0.0, read);
    }

    [Fact]
    public void What_was_cancelled_is_no_purchase()
    {
        string cancelled = Release("o-1", "r1", "2026-03-01", "3").Replace("\"active\"", "\"cancelled\"", StringComparison.Ordinal);
        Assert.Equal((Standing.Void, "award cancelled"), Assert.Single(Read(Package(cancelled)).Rows) is var award ? (award.Standing, award.Status) : default);
        string contract = Release("o-1", "r1", "2026-03-01", "3").TrimEnd()[..^1] + ""","contracts":[{"id":"c1","awardID":"a1","status":"cancelled"}]}""";
        Assert.Equal((Standing.Void, "contract cancelled"), Assert.Single(Read(Package(contract)).Rows) is var row ? (row.Standing, row.Status) : default);
    }

    [Fact]
    public void A_signed_contract_is_counted_once_and_not_beside_its_award()
    {
        string contract = Release("o-1", "r1", "2026-03-01", "3").TrimEnd()[..^1]
            + ""","contracts":[{"id":"c1","awardID":"a1","status":"active","dateSigned":"2026-04-02T10:00:00+08:00","value":{"amount":480,"currency":"USD"},"items":[{"id":"1","description":"Motor","quantity":2}]}]}""";
        RecordRow row = Assert.Single(Read(Package(contract)).Rows);
        Assert.Equal(("contract", 2.0, 480.0, "2026-04"), (row.Stage, row.Quantity, row.Value, row.Months.ToString()));
    }

    [Fact]
    public void The_value_of_several_items_together_is_not_split()
    {
        RecordContent content = Read(Package(Release("o-1", "r1", "2026-03-01", "3").Replace("[{\"id\":1,", "[{\"id\":2,\"quantity\":1},{\"id\":1,", StringComparison.Ordinal)));
        Assert.Equal(2, content.Rows.Count);
        Assert.All(content.Rows, r => Assert.Null(r.Value));
        Assert.Contains(content.Remarks, r => r.Contains("not split", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-3", "releases/0/awards/0/items/0/quantity is negative: '-3'")]
    [InlineData("1e400", "releases/0/awards/0/items/0/quantity cannot be meant")]
    [InlineData("\"3\"", "releases/0/awards/0/items/0/quantity is not a number")]
    public void A_quantity_that_cannot_be_is_refused_with_its_path(string quantity, string told) => Refused(Package(Release("o-1", "r1", "2026-03-01", quantity)), told, 1);

    [Fact]
    public void The_line_of_a_fault_is_that_of_its_release() =>
        Refused(Package(Release("o-1", "r1", "2026-03-01", "1").ReplaceLineEndings(""), Release("o-2", "r1", "spring", "1").ReplaceLineEndings("")), "releases/1/date is not a date: 'spring'", 2);

    [Fact]
    public void A_release_without_ocid_or_date_is_refused()
    {
        Refused(Package("""{"id":"r1","date":"2026-03-01"}"""), "releases/0 has no 'ocid'", 1);
        Refused(Package("""{"ocid":"o-1","id":"r1"}"""), "has no 'date'", 1);
        Refused("""{"name":"something else"}""", "this is neither a release package", 1);
    }

    private void Refused(string json, string told, int line)
    {
        Reading<RecordContent> reading = _records.Ocds(json);
        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Problems, p => p.Sentence.Contains(told, StringComparison.Ordinal) && p.Line == line);
    }

    [Fact]
    public void A_large_package_is_read_piece_by_piece()
    {
        StringBuilder text = new("{\"releases\":[");
        for (int i = 0; i < 20_000; i++) text.Append(i == 0 ? "" : ",").Append(Release($"o-{i}", "r", "2026-03-01", "1"));
        RecordContent content = Read(text.Append("]}").ToString());
        Assert.Equal(20_000.0, content.Rows.Sum(r => r.Quantity));
    }
}
