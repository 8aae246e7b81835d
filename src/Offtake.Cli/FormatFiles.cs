using Offtake.World.Formats;

namespace Offtake.Cli;

/// <summary>Writes what describes the files of institutions and scenarios, for editors and for readers. It replaces what it has written before.</summary>
internal static class FormatFiles
{
    /// <summary>Writes two schemas and one page into a folder.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Write(string folder, Surroundings around)
    {
        string path = Path.GetFullPath(folder, around.Folder);
        try
        {
            Directory.CreateDirectory(path);
            foreach ((string name, string text) in FileFormats.All) File.WriteAllText(Path.Combine(path, name), text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            around.Error.WriteLine($"error: the schemas cannot be written: {Printable.Line(failure.Message)} Name another folder with --schema.");
            return ExitCodes.Failed;
        }

        foreach ((string name, _) in FileFormats.All) around.Out.WriteLine($"Written: {Path.Combine(path, name)}");
        return ExitCodes.Done;
    }
}
