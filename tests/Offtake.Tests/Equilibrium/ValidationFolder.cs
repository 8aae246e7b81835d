namespace Offtake.Tests.Equilibrium;

/// <summary>The problems with known answers that ship with the program.</summary>
internal static class ValidationFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Root(), "validation", "equilibrium");

    public static string File(string name) => System.IO.Path.Combine(Path, name);

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Path, "*.yaml").Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Offtake.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the tests from inside a checkout.");
    }
}
