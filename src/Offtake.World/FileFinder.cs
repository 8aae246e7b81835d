using Offtake.World.Rows;
using Offtake.World.Scenarios;

namespace Offtake.World;

/// <summary>Finds the folders of worlds and scenarios without being told where they are. It reads no file in them.</summary>
/// <remarks>It looks in the current folder and every folder above it, then beside the program and above that. A folder counts only if it holds a world or a scenario.</remarks>
public static class FileFinder
{
    /// <summary>The folder <c>worlds/</c>, or null when there is none.</summary>
    /// <param name="start">Where to begin; null for the current folder.</param>
    public static string? Worlds(string? start = null) => Find("worlds", WorldTextFile.Name, start);

    /// <summary>The folder <c>scenarios/</c>, or null when there is none.</summary>
    /// <param name="start">Where to begin; null for the current folder.</param>
    public static string? Scenarios(string? start = null) => Find("scenarios", ScenarioText.FileName, start);

    /// <summary>The folder <c>backtests/</c>, or null when there is none.</summary>
    /// <param name="start">Where to begin; null for the current folder.</param>
    public static string? Backtests(string? start = null) => Find("backtests", BacktestReader.FileName, start);

    /// <summary>The folder <c>studies/</c>, or null when there is none.</summary>
    /// <param name="start">Where to begin; null for the current folder.</param>
    public static string? Studies(string? start = null) => Find("studies", StudyReader.FileName, start);

    /// <summary>The folder <c>comparisons/</c> beside the worlds, or null when there is none.</summary>
    /// <param name="start">Where to begin; null for the current folder.</param>
    public static string? Comparisons(string? start = null) =>
        Worlds(start) is { } worlds && Path.Combine(Path.GetDirectoryName(worlds)!, "comparisons") is var folder && Directory.Exists(folder) ? folder : null;

    private static string? Find(string name, string file, string? start) =>
        Above(start ?? Environment.CurrentDirectory).Concat(Above(AppContext.BaseDirectory))
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(folder => Holds(folder, file));

    private static IEnumerable<string> Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }

    private static bool Holds(string folder, string file)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any(d => File.Exists(Path.Combine(d, file)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
