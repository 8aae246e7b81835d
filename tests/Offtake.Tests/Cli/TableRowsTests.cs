using Offtake.Cli;
using Offtake.Tests.Results;

namespace Offtake.Tests.Cli;

public sealed class TableRowsTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 0)]
    [InlineData("id\n", 0)]
    [InlineData("id\na\nb\n", 2)]
    [InlineData("id\na\nb", 2)]
    [InlineData("id,title\r\na,x\r\n\r\n , \r\nb,y\r\n", 2)]
    [InlineData("id,title\na,\"two\nlines\"\nb,\"a \"\"quoted\"\" word\"\n", 2)]
    public void Rows_are_records_and_not_lines(string text, int rows)
    {
        File.WriteAllText(_folder["table.csv"], text);

        Assert.Equal(rows, TableRows.In(_folder.Path)["table"]);
    }
}
