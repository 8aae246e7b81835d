using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Cli;
using static Offtake.Tests.Evidence.RecordFolder;

namespace Offtake.Tests.Evidence;

/// <summary><c>offtake evidence record</c>: what a record holds, wherever it is, before a question is put to it.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_procurement_package_shows_its_rows_with_buyer_item_month_and_address()
    {
        File.WriteAllText(_shell["notices.json"], $$"""{"releases":[{{Release("o-1", "r", "2026-02-01", "4")}},{{Release("o-2", "r", "2026-03-01", "7")}}]}""");

        Said people = _shell.Run("evidence", "record", "notices.json"), programs = _shell.Run("evidence", "record", "notices.json", "--json");

        Assert.True(people.ExitCode == ExitCodes.Done, people.Error);
        Assert.StartsWith("2 rows; sha256 ", people.Out, StringComparison.Ordinal);
        JsonElement[] rows = [.. programs.Json.GetProperty("rows").EnumerateArray()];
        Assert.Equal([4.0, 7.0], rows.Select(r => r.GetProperty("quantity").GetDouble()));
        Assert.Equal(["2026-02", "2026-03"], rows.Select(r => r.GetProperty("months").GetString()));
        Assert.All(rows, r => Assert.Contains("notices.json:", r.GetProperty("address").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reporter,partner,hs,flow,period,tonnes,usd,source\nHere,There,850511,export,2024,12,5,paper\n", "850511")]
    [InlineData("who,what,where,period,value,unit,source\nBureau,projects,Town,2026-01,150,projects,paper\n", "projects")]
    public void A_table_is_known_by_its_first_line(string text, string what)
    {
        File.WriteAllText(_shell["table.csv"], text);

        Said said = _shell.Run("evidence", "record", "table.csv");

        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        Assert.Contains(what, said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_its_line()
    {
        File.WriteAllText(_shell["cut.json"], "{\"releases\":[\n{\"ocid\":");

        _shell.Run("evidence", "record", "cut.json").Refused("cut.json:2");
        _shell.Run("evidence", "record", "nothing.json").Refused("nothing.json", "there is no such file");
        _shell.Run("evidence", "record", "cut.json", "--form", "odcs").Refused("--form", "did you mean 'ocds'?");
    }
}
