using System.Security.Cryptography;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>Reads a record that may settle a claim. It reads that one file and follows no address in it.</summary>
public static class RecordReader
{
    /// <summary>Nothing larger than this is read: 4 GB.</summary>
    public const long LargestBytes = 4_000_000_000;

    /// <summary>Reads a file below the folder of records.</summary>
    /// <param name="folder">The folder of records; nothing outside it is read.</param>
    /// <param name="name">The file relative to it, with forward slashes.</param>
    /// <param name="form">Its layout.</param>
    public static Reading<RecordContent> Read(string folder, string name, RecordForm form)
    {
        ArgumentNullException.ThrowIfNull(name);
        ProblemList problems = new();
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), label = $"{Path.GetFileName(root)}/{name}";
        if (!IsBelow(name)) return Refused(problems, label, "a record lies outside the folder of records:", name, "give the name of a file in records/, with forward slashes and without '..'");
        string path = Path.Combine(root, name);
        if (PathFault(path, root) is { } fault) return Refused(problems, label, fault, null, "check the name; the file itself must lie there");
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length is 0 or > LargestBytes) return Refused(problems, label, "the size of the file is", $"{file.Length} bytes", $"1 to {LargestBytes} bytes can be read");
            string hash = Convert.ToHexStringLower(SHA256.HashData(file));
            file.Position = 0;
            RecordContent content = form == RecordForm.Ocds ? OcdsFile.Read(file, label, problems) : new RecordContent(RecordTables.Read(path, label, form, problems), [], "");
            return problems.Conclude(() => content with { Sha256 = hash });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refused(problems, label, "the file cannot be read", null, "check its name and that it may be read");
        }
    }

    /// <summary>Hash of a record's bytes; null when it is not there or may not be read.</summary>
    /// <param name="folder">The folder of records.</param>
    /// <param name="name">Its name below that folder.</param>
    public static string? HashOf(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string root = Path.GetFullPath(folder);
        if (!IsBelow(name) || PathFault(Path.Combine(root, name), root) is not null) return null;
        try
        {
            using FileStream file = new(Path.Combine(root, name), FileMode.Open, FileAccess.Read, FileShare.Read);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a name can only mean a file inside the folder of records.</summary>
    public static bool IsBelow(string name) =>
        name is { Length: > 0 } && !Path.IsPathRooted(name) && !name.Contains('\\') && !name.Contains(':') && !name.Split('/').Any(p => p is "" or "." or "..");

    private static string? PathFault(string path, string root)
    {
        if (!File.Exists(path)) return "there is no such file";
        for (FileSystemInfo? part = new FileInfo(path); part is not null && part.FullName.Length > root.Length; part = new DirectoryInfo(Path.GetDirectoryName(part.FullName)!))
            if (part.LinkTarget is not null) return "the file is, or lies behind, a link";
        return null;
    }

    private static Reading<RecordContent> Refused(ProblemList problems, string label, string what, string? value, string remedy)
    {
        problems.Error(new Place(label, 0), what, value, null, remedy);
        return new Reading<RecordContent>(null, problems.Sorted());
    }
}
