using Offtake.World;

namespace Offtake.Tests.World.Mutations;

/// <summary>Everything that is shipped and read by the program.</summary>
internal static class ShippedFolders
{
    private static readonly string Root = Path.GetDirectoryName(FileFinder.Worlds(AppContext.BaseDirectory)!)!;

    public static string Backtests => Path.Combine(Root, "backtests");

    public static IEnumerable<string> Worlds => Below("worlds").Concat(Below("validation/worlds"));

    /// <summary>Folders of scenarios, each with the folder of worlds it is about.</summary>
    public static IEnumerable<(string Scenario, string Worlds)> Scenarios =>
        Below("scenarios").Select(s => (s, Path.Combine(Root, "worlds"))).Concat(Below("validation/scenarios").Select(s => (s, Path.Combine(Root, "validation", "worlds"))));

    private static IEnumerable<string> Below(string folder) => Directory.GetDirectories(Path.Combine(Root, folder)).Order(StringComparer.Ordinal);
}
