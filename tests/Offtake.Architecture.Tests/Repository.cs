using System.Text.RegularExpressions;

namespace Offtake.Architecture.Tests;

/// <summary>The checkout these tests run in: its root and its files, generated folders left out.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", ".vs", ".idea", ".vscode", "bin", "obj", "runs", "TestResults", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file written by hand (or by a tool and committed), as paths relative to the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. FilesBelow(new DirectoryInfo(Root)).Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> FilesLike(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.ExplicitCapture);
        return Files.Where(f => regex.IsMatch(f));
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Fails with one line per finding, and says nothing when there is none.</summary>
    public static void Expect(string rule, IEnumerable<string> breaches)
    {
        string[] found = [.. breaches];
        Assert.True(found.Length == 0, rule + Environment.NewLine + string.Join(Environment.NewLine, found));
    }

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => !NotOurs.Contains(f.Name)).Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(FilesBelow));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Offtake.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException(
            $"No folder above {AppContext.BaseDirectory} holds Offtake.slnx; run the tests from inside a checkout.");
    }
}
