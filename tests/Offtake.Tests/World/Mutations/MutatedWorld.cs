using Offtake.Model.Chain;
using Offtake.World;

namespace Offtake.Tests.World.Mutations;

/// <summary>A copy of a shipped world, of which one file at a time is replaced, read and put back.</summary>
internal sealed class MutatedWorld : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("offtake-mutated-").FullName;
    private readonly Dictionary<string, string> _original = [];

    public MutatedWorld(string original)
    {
        Folder = Directory.CreateDirectory(Path.Combine(_root, "worlds", Path.GetFileName(original))).FullName;
        foreach (string path in Directory.GetFiles(original)) Put(Path.GetFileName(path), File.ReadAllBytes(path));
        Sheets = [.. Directory.GetFiles(Folder, "*.csv").Order(StringComparer.Ordinal).Select(CsvSheet.Read)];
        foreach (CsvSheet sheet in Sheets) Put(sheet.Name, System.Text.Encoding.UTF8.GetBytes(_original[sheet.Name] = sheet.Text()));
        Kinds = new CellKinds(Sheets);
        Untouched = Digest(WorldReader.Read(Folder));
    }

    public string Folder { get; }

    public IReadOnlyList<CsvSheet> Sheets { get; }

    public CellKinds Kinds { get; }

    /// <summary>What the world says when nothing is spoilt.</summary>
    public string Untouched { get; }

    /// <summary>Reads the world with some files replaced.</summary>
    public Reading<ValueChain> With(params IReadOnlyList<(string File, byte[] Bytes)> spoilt)
    {
        foreach ((string file, byte[] bytes) in spoilt) Put(file, bytes);
        try
        {
            return WorldReader.Read(Folder);
        }
        finally
        {
            foreach ((string file, byte[] _) in spoilt) Put(file, System.Text.Encoding.UTF8.GetBytes(_original[file]));
        }
    }

    /// <summary>All that a chain was made of, or all that was wrong with it.</summary>
    public static string Digest(Reading<ValueChain> reading) => reading.Value is { } chain
        ? string.Join('\n', [.. chain.Evidence.Parameters.Select(p => $"{p.Id} {p.Value:R} {p.Spread}"), .. chain.Facilities.Select(f => f.Title), .. chain.Uses.Select(u => u.Title), .. reading.Problems.Select(p => p.Sentence)])
        : string.Join('\n', reading.Problems.Select(p => p.Sentence));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);
}
