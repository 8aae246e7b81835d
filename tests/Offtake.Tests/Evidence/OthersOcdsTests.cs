using System.Text;
using Offtake.World;
using Offtake.World.Records;

namespace Offtake.Tests.Evidence;

/// <summary>Shapes in which others publish: made-up files with the members, kinds and gaps of theirs.</summary>
public sealed class OthersOcdsTests : IDisposable
{
    private readonly RecordFolder _records = new();

    public void Dispose() => _records.Dispose();

    private RecordContent Read(string json)
    {
        Reading<RecordContent> reading = _records.Ocds(json);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value!;
    }

    private RecordRow Only(string members) => Assert.Single(Read($$"""{"ocid":"o-1","id":"1","date":"2026-05-04T10:00:00.000000Z","tag":["award"],{{members}}}""").Rows);

    [Fact]
    public void Where_awards_list_no_items_they_are_about_what_their_tender_is_about()
    {
        RecordRow row = Only("""
            "tender":{"id":"t","title":"Systems","classification":{"scheme":"CPV","id":"42967000","description":"Controller"},"items":[{"id":"1","deliveryAddresses":[{"postalCode":"X"}]}]},
            "awards":[{"id":"a","status":"active","date":"2026-04-20T00:00:00Z","value":{"amount":25239.58,"currency":"GBP"}}]
            """);
        Assert.Contains("CPV:42967000", row.What);
        Assert.Equal((25239.58, "2026-04", "award"), (row.Value, row.Months.ToString(), row.Stage));
    }

    [Fact]
    public void Of_several_awards_without_items_none_is_taken_for_all_that_was_tendered()
    {
        RecordContent content = Read("""{"ocid":"o-1","id":"1","date":"2026-05-04","tender":{"id":"t","items":[{"id":"1","description":"Desks"},{"id":"2","description":"Lamps"}]},"awards":[{"id":"a","title":"Part 1"},{"id":"b","title":"Part 2"}]}""");
        Assert.All(content.Rows, r => Assert.DoesNotContain("Lamps", r.What));
        Assert.All(content.Rows, r => Assert.Contains("Lamps", r.Titles));
    }

    [Theory]
    [InlineData("\"buyer\":{\"name\":\"Office\"},\"parties\":[{\"id\":\"B\",\"name\":\"Other\",\"roles\":[\"supplier\"]}]")]
    [InlineData("\"parties\":[{\"id\":\"B\",\"name\":\"Office\",\"roles\":[\"buyer\"]}]")]
    [InlineData("\"buyer\":{},\"parties\":[{\"id\":\"B\",\"name\":\"Office\",\"roles\":[\"procuringEntity\",\"buyer\"]}]")]
    [InlineData("\"buyer\":{\"id\":7},\"parties\":[{\"id\":7,\"name\":null,\"identifier\":{\"legalName\":\"Office\"}}]")]
    [InlineData("\"buyer\":null,\"tender\":{\"id\":\"t\",\"procuringEntity\":{\"id\":\"B\"}},\"parties\":[{\"id\":\"B\",\"name\":\"Office\",\"roles\":[\"procuringEntity\"]}]")]
    [InlineData("\"buyer\":{\"id\":\"B\",\"name\":\"Buró\",\"name_en\":\"Office\"}")]
    public void A_buyer_is_found_wherever_it_is_named(string named) => Assert.Contains("Office", Only(named + ",\"awards\":[{\"id\":\"a\"}]").Who);

    [Fact]
    public void The_place_of_a_buyer_is_also_read_where_version_1_0_has_it() =>
        Assert.Equal(["Town", "Land"], Only("""
            "buyer":{"name":"Office","identifier":{"scheme":"NIT","id":"8"},"address":{"locality":"Town","countryName":"Land"}},"awards":[{"id":517087}]
            """).Where);

    [Fact]
    public void Members_that_are_not_read_may_be_of_any_kind()
    {
        RecordRow row = Only("""
            "buyer":{"name":"Office","details":3},"planning":[{"notAFM":true}],"tender":{"id":1,"date":"soon","milestones":[{"date":"","value":"high","unit":"mm"}],"tenderers":"none","amendment":{"date":null}},
            "awards":[{"id":"a","suppliers":{"name":"one"},"relatedLots":[{"lotId":"x"}],"items":[{"id":1,"description":null,"quantity":2.50,"attributes":[{"value":12}],"relatedLot":null}]}],
            "contracts":[{"id":"c","awardID":"a","items":null,"lots":[{"items":["x"]}],"implementation":{"transactions":[{"amount":{"amount":5,"currency":"XXXX"},"date":"?"}]}}]
            """);
        Assert.Equal(2.5, row.Quantity);
    }

    [Fact]
    public void A_unit_value_of_zero_does_not_hide_the_value_of_the_contract() =>
        Assert.Equal(157080.0, Only("""
            "contracts":[{"id":"c","awardID":"a","value":{"amount":157080.0,"currency":"AMD"},"items":[{"id":"1","quantity":1.0,"unit":{"name":"dram","value":{"amount":0.0,"currency":"AMD"}}}]}]
            """).Value);

    [Fact]
    public void An_amount_that_is_null_gives_way_to_that_of_the_award() =>
        Assert.Equal((9.0, "EUR"), Only("""
            "awards":[{"id":"a","value":{"amount":9,"currency":"EUR"}}],"contracts":[{"id":"c","awardID":"a","value":{"amount":null,"currency":"EUR"}}]
            """) is var row ? (row.Value, row.Currency) : default);

    [Fact]
    public void Every_contract_of_an_award_keeps_its_money_and_the_items_of_the_award_count_once()
    {
        RecordContent content = Read("""
            {"ocid":"o-1","id":"1","date":"2026-05-04","awards":[{"id":"a","items":[{"id":"1","description":"Motor","quantity":6,"unit":{"name":"piece"}}]}],
             "contracts":[{"id":"c1","awardID":"a","value":{"amount":10,"currency":"USD"}},{"id":"c2","awardID":"a","value":{"amount":30,"currency":"USD"}}]}
            """);
        Assert.Equal((40.0, 6.0), (content.Rows.Sum(r => r.Value), content.Rows.Sum(r => r.Quantity)));
        Assert.All(content.Rows, r => Assert.Contains("Motor", r.What));
    }

    [Fact]
    public void A_contract_that_names_no_award_is_not_counted_beside_it()
    {
        const string Items = "\"items\":[{\"id\":\"1\",\"description\":\"Motor\",\"quantity\":6}]";
        Assert.Equal(6.0, Only($$"""
            "awards":[{"id":"a",{{Items}}}],"contracts":[{"id":"c",{{Items}}}]
            """).Quantity);
        RecordContent several = Read($$"""{"ocid":"o-1","id":"1","date":"2026-05-04","awards":[{"id":"a",{{Items}}},{"id":"b",{{Items}}}],"contracts":[{"id":"c",{{Items}}}]}""");
        Assert.Equal(6.0, several.Rows.Where(r => r.Standing == Standing.Good).Sum(r => r.Quantity));
        Assert.Equal(3, several.Rows.Count);
    }

    [Fact]
    public void The_day_of_a_compiled_release_is_that_of_its_last_change_and_dates_no_purchase()
    {
        const string Compiled = """{"ocid":"o-1","id":"x","date":"2027-02-01T00:00:00Z","tag":["compiled"],"awards":[{"id":"a"}]}""";
        Assert.Null(Assert.Single(Read($$"""{"records":[{"ocid":"o-1","compiledRelease":{{Compiled}}}]}""").Rows).Months);
        Assert.Null(Assert.Single(Read(Compiled).Rows).Months);
        Assert.Equal("2027-02", Assert.Single(Read($$"""{"records":[{"ocid":"o-1","compiledRelease":{{Compiled}},"releases":[{"url":"u","date":"2027-02-01T00:00:00Z"}]}]}""").Rows).Months.ToString());
    }

    [Fact]
    public void What_is_not_dated_stands_in_the_month_in_which_it_was_first_published()
    {
        RecordRow row = Assert.Single(Read("""
            [{"ocid":"o-1","id":"1","date":"2026-03-04","awards":[{"id":"a"}]},{"ocid":"o-1","id":"2","date":"2026-12-04","contracts":[{"id":"c","awardID":"b"}],"awards":[{"id":"a","title":"x"}],"tag":["awardUpdate"]}]
            """).Rows, r => r.Stage == "award");
        Assert.Equal("2026-03", row.Months.ToString());
    }

    [Fact]
    public void A_record_alone_is_read_with_or_without_its_ocid()
    {
        const string Release = """{"ocid":"o-1","id":"1","date":"2026-05-04","awards":[{"id":"a"}]}""";
        Assert.Single(Read($$"""{"publisher":{"name":"P"},"releases":[{{Release}}],"compiledRelease":{{Release}},"versionedRelease":{"ocid":"o-1","awards":[{"id":"a"}] } }""").Rows);
        RecordContent linked = Read($$"""{"ocid":"o-1","releases":[{"url":"u","date":"2026-05-04","tag":["award"]}],"compiledRelease":{{Release}}}""");
        Assert.Single(linked.Rows);
        Assert.Empty(linked.Gaps);
        Assert.Single(Read("""{"records":[{"ocid":"o-1","releases":[],"versionedRelease":{"ocid":"o-1"}}]}""").Gaps);
    }

    [Theory]
    [InlineData("2026-03-31T10:00:00.123456789012Z")]
    [InlineData("2026-03-31T10:00:00+0300")]
    [InlineData("2026-03-31 10:00")]
    [InlineData("2026-03-31")]
    [InlineData("2026-03-31T23:59:59.999-05:00")]
    public void A_date_is_read_with_or_without_time_fraction_and_zone(string day) => Assert.Equal("2026-03", Only($$"""
        "awards":[{"id":"a","date":"{{day}}"}]
        """).Months.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void A_date_that_stands_for_none_is_none(string day) => Assert.Equal("2026-05", Only($$"""
        "awards":[{"id":"a","date":"{{day}}"}]
        """).Months.ToString());

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "gzip archive")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "zip archive")]
    public void A_packed_file_is_refused_as_such(byte[] bytes, string told) => Assert.Contains(told, _records.Write("r.json", bytes).Read("r.json").Problems[0].Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html>{}</html>", "a page of HTML or XML")]
    [InlineData("ocid,id,date\no-1,1,2026-01-01\n", "a table such as CSV")]
    public void Another_kind_of_file_is_refused_as_such(string text, string told) => Assert.Contains(told, _records.Write("r.json", Encoding.UTF8.GetBytes(text)).Read("r.json").Problems[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void Columns_of_another_publisher_are_refused_with_the_names_of_ours()
    {
        const string Comtrade = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,cmdCode,cmdDesc,netWgt,cifvalue,fobvalue,primaryValue\nC,A,20240101,2024,52,2024,1,A,Aland,X,Export,2,B,Beland,850511,Magnets,1000,,,5\n";
        Problem problem = Assert.Single(_records.Table(Comtrade, RecordForm.Trade).Problems);
        Assert.Equal(1, problem.Line);
        Assert.Contains("reporter,partner,hs,flow,period,tonnes,usd,source", problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("netWgt to tonnes (kg / 1000)", problem.Sentence, StringComparison.Ordinal);
    }
}
