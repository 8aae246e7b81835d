namespace Offtake.PlainText;

/// <summary>Reads a file that somebody else may have laid out as a trap: never more than a bound, never a device, a pipe or what grows while it is read.</summary>
public static class PlainFile
{
    /// <summary>Nothing larger than this is read unless the reader says otherwise: 20 MB.</summary>
    public const int LargestBytes = 20_000_000;

    private const int Block = 1 << 16;

    /// <summary>The bytes of a file, or why they were not read. It never throws because of what lies at the path.</summary>
    /// <param name="path">The file.</param>
    /// <param name="within">The folder that a link may not lead out of; null when links may lead anywhere.</param>
    /// <param name="largest">Nothing with more bytes is read.</param>
    public static FileContent Read(string path, string? within = null, int largest = LargestBytes)
    {
        try
        {
            if (Directory.Exists(path)) return Refused("the file is a folder", null, "name a file, not a folder");
            FileInfo file = new(path);
            if (within is not null && file.LinkTarget is not null && !IsInside(RealPath(path), RealPath(within)))
                return Refused("the file is a link that leads out of its folder", null, "put the file itself there");
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;

            // A pipe blocks whoever opens it and a device has no end; both state no length. What is empty need not be opened at all.
            if (file.Length == 0) return Refused("the file is empty, or it is a pipe or a device", null, "name a plain file with something in it");
            return file.Length > largest ? TooLarge(file.Length, largest) : Content(file.FullName, file.Length, largest);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refused("the file cannot be read", null, "check its name and that it may be read");
        }
    }

    /// <summary>Whether a folder is a link to somewhere that does not lie beside it.</summary>
    public static bool IsLinkElsewhere(string folder) =>
        new DirectoryInfo(folder).LinkTarget is not null && !IsInside(RealPath(folder), RealPath(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder));

    private static FileContent Content(string path, long length, int largest)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Block);
        using MemoryStream read = new((int)length);
        byte[] block = new byte[Block];
        for (int count = file.Read(block); count > 0; count = file.Read(block))
        {
            read.Write(block, 0, count);
            if (read.Length > largest) return TooLarge(read.Length, largest);
        }

        return new FileContent(read.Length == read.Capacity ? read.GetBuffer() : read.ToArray(), null);
    }

    private static FileContent TooLarge(long bytes, int largest) =>
        new(null, new FileRefusal("the file is too large:", $"{bytes} bytes", $"up to {largest} bytes", "split it, or leave out what is not needed"));

    private static FileContent Refused(string what, string? value, string remedy) => new(null, new FileRefusal(what, value, null, remedy));

    // Any part of a path may be a link, so each is followed before the next is looked at.
    private static string RealPath(string path)
    {
        string full = Path.GetFullPath(path), real = Path.GetPathRoot(full)!;
        foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            real = new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : next;
        }

        return real;
    }

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

/// <summary>What came of reading a file.</summary>
/// <param name="Bytes">Its bytes; null exactly when it was refused.</param>
/// <param name="Refusal">Why it was not read.</param>
public sealed record FileContent(byte[]? Bytes, FileRefusal? Refusal);

/// <summary>Why a file was not read.</summary>
/// <param name="What">What is wrong, without the value.</param>
/// <param name="Value">What was found, if it tells anything.</param>
/// <param name="Bound">What would be accepted; null when there is no such bound.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record FileRefusal(string What, string? Value, string? Bound, string Remedy);
