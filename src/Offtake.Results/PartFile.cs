namespace Offtake.Results;

/// <summary>Writing under a name that says "not finished", and renaming when it is.</summary>
internal static class PartFile
{
    private const string Suffix = ".part";

    /// <summary>The name a file bears until it is whole.</summary>
    public static string NameFor(string path) => path + Suffix;

    /// <summary>Writes a file so that its final name is only ever borne by the whole of it.</summary>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <param name="write">Writes the whole file under the name it is given.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        RefuseOver(path);
        string part = NameFor(path);
        try
        {
            File.Delete(part);
            write(part);
            Settle(part);
            File.Move(part, path);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Waits until the file is on the disk, so that a power failure after renaming cannot leave a part of it.</summary>
    public static void Settle(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        file.Flush(flushToDisk: true);
    }

    private static void RefuseOver(string path)
    {
        if (!File.Exists(path)) return;

        throw new IOException(
            $"'{path}' exists, and results are never written over older ones; name another file or move the old one away.");
    }
}
