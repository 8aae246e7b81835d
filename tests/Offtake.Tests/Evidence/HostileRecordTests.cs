using System.Text;
using Offtake.World;
using Offtake.World.Records;
using static Offtake.Tests.Evidence.RecordFolder;

namespace Offtake.Tests.Evidence;

/// <summary>Broken and hostile records are refused with line and reason, and never half read.</summary>
public sealed class HostileRecordTests : IDisposable
{
    private readonly RecordFolder _records = new();

    public void Dispose() => _records.Dispose();

    [Fact]
    public void A_package_cut_off_anywhere_is_refused()
    {
        string whole = $$"""{"releases":[{{Release("o-1", "r1", "2026-03-01", "1")}}]}""";
        for (int length = 1; length < whole.Length; length += 7)
        {
            Reading<RecordContent> reading = _records.Ocds(whole[..length]);
            Assert.False(reading.Succeeded, whole[..length]);
            Assert.All(reading.Errors, p => Assert.True(p.Line > 0));
        }
    }

    [Theory]
    [InlineData("{\"releases\":[{}{}]}", "a comma is missing")]
    [InlineData("{\"releases\":[{\"ocid\":\"o\",\"date\":\"2026-01-01\"},]}", "a comma too many")]
    [InlineData("{\"releases\":[3]}", "is not an object")]
    [InlineData("{\"releases\":[null]}", "is not an object")]
    [InlineData("{\"releases\":[{\"ocid\":\"o\",\"ocid\":\"p\",\"date\":\"2026-01-01\"}]}", "this is not JSON")]
    [InlineData("{\"releases\":[{\"ocid\" \"o\"}]}", "this is not JSON")]
    [InlineData("{\"releases\":[{\"ocid\":\"o\",\"date\":\"2026-01-01\",\"buyer\":{\"name\":\"\\ud800\"}}]}", "half of a character")]
    [InlineData("{\"releases\":[{\"ocid\":\"\\ud800\",\"date\":\"2026-01-01\"}]}", "half of a character")]
    [InlineData("{\"releases\":[}]", "closed that was not opened")]
    [InlineData("hello", "outside of any object")]
    [InlineData("\"text\"", "outside of any object")]
    [InlineData(" \n ", "no JSON object")]
    public void Broken_JSON_is_refused_with_its_reason(string text, string told)
    {
        Reading<RecordContent> reading = _records.Ocds(text);
        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Problems, p => p.Sentence.Contains(told, StringComparison.Ordinal) && p.Line > 0);
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("nested too deeply", _records.Ocds("{\"releases\":[{\"tender\":" + new string('[', 100_000)).Problems[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void Another_encoding_is_refused()
    {
        string text = $$"""{"releases":[{{Release("o-1", "r1", "2026-03-01", "1")}}]}""";
        Assert.Contains("not UTF-8", _records.Write("r.json", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()).Read("r.json").Problems[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("not UTF-8", _records.Write("r.json", Encoding.Latin1.GetBytes(text.Replace("Hill", "H\u00fcl", StringComparison.Ordinal))).Read("r.json").Problems[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../r.json")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../r.json")]
    [InlineData("C:\\r.json")]
    [InlineData("")]
    public void A_record_outside_the_folder_is_refused(string name) => Assert.Contains("outside the folder", _records.Read(name).Problems[0].Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        string outside = Path.Combine(Path.GetTempPath(), $"offtake-{Guid.NewGuid():N}.json");
        File.WriteAllText(outside, "{}");
        try
        {
            File.CreateSymbolicLink(Path.Combine(_records.Path, "l.json"), outside);
            Assert.Contains("behind, a link", _records.Read("l.json").Problems[0].Sentence, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Theory]
    [InlineData("a,b,850511,export,2024,-5,,s", "'tonnes' is negative")]
    [InlineData("a,b,magnets,export,2024,5,,s", "'hs' is not a code")]
    [InlineData("a,b,850511,export,lately,5,,s", "'period' is not a period")]
    [InlineData("a,b,850511,export,2024,5 t,,s", "'tonnes' is not a number")]
    [InlineData("a,b,850511,export,2024,5,,", "'source' is empty")]
    [InlineData("a,b,850511,export,2024,5,,s\na,b,850511,export,2024,6,,s", "repeated reporter, partner, hs, flow, period")]
    [InlineData("a,b,850511,export,2024,5", "does not fit the header")]
    public void A_wrong_row_of_trade_is_refused_with_its_line(string rows, string told)
    {
        Reading<RecordContent> reading = _records.Table("reporter,partner,hs,flow,period,tonnes,usd,source\n" + rows + "\n", RecordForm.Trade);
        Assert.False(reading.Succeeded);
        Assert.Contains(reading.Problems, p => p.Sentence.Contains(told, StringComparison.Ordinal) && p.Line >= 2);
    }
}
