using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>An institution's file as written.</summary>
/// <param name="Id">Name of the file without its ending.</param>
/// <param name="Map">Its keys.</param>
/// <param name="Text">For the fingerprint.</param>
internal sealed record InstitutionFile(string Id, YamlMap Map, TextFile Text)
{
    /// <summary>The folder of institutions, and how messages name it.</summary>
    public const string FolderName = "institutions";

    /// <summary>How its file ends.</summary>
    public const string Ending = ".yaml";

    /// <summary>The folder beside a folder of scenarios.</summary>
    public static Folder Beside(string scenariosFolder)
    {
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(scenariosFolder)));
        return new Folder(Path.Combine(above ?? scenariosFolder, FolderName), FolderName);
    }

    /// <summary>Ids of all institutions in a folder.</summary>
    public static IReadOnlyList<string> Ids(Folder folder) =>
        [.. folder.FileNames().Where(f => f.EndsWith(Ending, StringComparison.Ordinal)).Select(f => f[..^Ending.Length])];

    /// <summary>Reads the file of an institution, or reports why it cannot be read and returns null.</summary>
    /// <param name="folder">Where institutions are.</param>
    /// <param name="id">Which one.</param>
    /// <param name="asked">Where it is named.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static InstitutionFile? Read(Folder folder, string id, Place asked, ProblemList problems)
    {
        if (!folder.Has(id + Ending))
        {
            problems.Error(asked, "unknown institution", id, null, NearestName.Remedy(id, Ids(folder)));
            return null;
        }

        if (TextFile.Read(folder, id + Ending, problems) is not { } file || YamlText.Read(file, InstitutionFormat.Root, problems) is not { } map) return null;
        string named = map.TextOrNull("institution") ?? "";
        if (named.Length > 0 && named != id)
            problems.Error(map.PlaceOf("institution"), "the institution is not named after its file:", named, id, "rename one of them");
        return new InstitutionFile(id, map, file with { Name = $"{FolderName}/{file.Name}" });
    }
}
