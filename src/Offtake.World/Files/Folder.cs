namespace Offtake.World.Files;

/// <summary>A folder under <c>worlds/</c> or <c>scenarios/</c>, and the label by which messages name it.</summary>
/// <remarks>The label holds the last two names of the path only, so that a message or a result reads the same on every machine.</remarks>
internal sealed class Folder
{
    public Folder(string path, string? label = null)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        Name = System.IO.Path.GetFileName(Path);
        string? parent = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path));
        Label = label ?? (string.IsNullOrEmpty(parent) ? Name : $"{parent}/{Name}");
    }

    public string Path { get; }

    /// <summary>The last name of the path: the id of the world or scenario.</summary>
    public string Name { get; }

    /// <summary>Such as <c>worlds/x</c>.</summary>
    public string Label { get; }

    /// <summary>Whether it is a link to somewhere that does not lie beside it: files are read from nowhere else.</summary>
    public bool IsLinkElsewhere => PlainFile.IsLinkElsewhere(Path);

    public bool Exists => Directory.Exists(Path);

    /// <summary>The address of a file in messages.</summary>
    public string LabelOf(string file) => $"{Label}/{file}";

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    public bool Has(string file) => File.Exists(PathOf(file));

    /// <summary>Names of the folders below this one, in ordinal order.</summary>
    public IReadOnlyList<string> FolderNames() => !Exists
        ? []
        : [.. Directory.EnumerateDirectories(Path).Select(d => System.IO.Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Names of the files in this folder, hidden ones left out, in ordinal order.</summary>
    public IReadOnlyList<string> FileNames() => !Exists
        ? []
        : [.. Directory.EnumerateFiles(Path).Select(f => System.IO.Path.GetFileName(f)!).Where(f => f[0] != '.').Order(StringComparer.Ordinal)];
}
