using Offtake.Model.Chain;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>A copy of a world in which one table can be spoilt again and again. It takes tables apart by itself, so as not to lean on the reader under test.</summary>
internal sealed class SpoiltWorld : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("offtake-spoilt-").FullName;
    private readonly string _folder;
    private readonly string _file;
    private readonly string[][] _cells;

    public SpoiltWorld(string original, string file)
    {
        _folder = Directory.CreateDirectory(Path.Combine(_root, "worlds", Path.GetFileName(original))).FullName;
        foreach (string path in Directory.GetFiles(original)) File.Copy(path, Path.Combine(_folder, Path.GetFileName(path)));
        _file = Path.Combine(_folder, file);
        _cells = [.. File.ReadAllLines(_file).Select(Split)];
        Assert.All(_cells, row => Assert.Equal(_cells[0].Length, row.Length));
    }

    public IReadOnlyList<string> Columns => _cells[0];

    /// <summary>Numbers of the lines below the header.</summary>
    public IEnumerable<int> Lines => Enumerable.Range(2, _cells.Length - 1);

    public string Cell(int line, string column) => Columns.Contains(column) ? _cells[line - 1][Array.IndexOf(_cells[0], column)] : "";

    /// <summary>Reads the world with one cell changed.</summary>
    public Reading<ValueChain> With(int line, string column, string text)
    {
        int index = Array.IndexOf(_cells[0], column);
        return Read(_cells.Select((row, i) => i == line - 1 ? row.Select((cell, j) => j == index ? text : cell) : row));
    }

    /// <summary>Reads the world with some columns emptied.</summary>
    public Reading<ValueChain> Without(IReadOnlyCollection<string> columns) =>
        Read(_cells.Select((row, i) => i == 0 ? row : row.Select((cell, j) => columns.Contains(Columns[j]) ? "" : cell)));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Reading<ValueChain> Read(IEnumerable<IEnumerable<string>> rows)
    {
        IEnumerable<string> lines = rows.Select(row => string.Join(',', row.Select(c => '"' + c.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')));
        File.WriteAllLines(_file, lines);
        return WorldReader.Read(_folder);
    }

    private static string[] Split(string line)
    {
        List<string> cells = [""];
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cells[^1] += line[i++];
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) cells.Add("");
            else cells[^1] += line[i];
        }

        return [.. cells];
    }
}
