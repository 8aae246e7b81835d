using Offtake.Validation;

namespace Offtake.Tests.Validation;

/// <summary>The known answers that ship with the program.</summary>
internal static class ShippedAnswers
{
    public static string Folder { get; } = KnownAnswers.FolderFrom(AppContext.BaseDirectory) ?? throw new InvalidOperationException("Run the tests from inside a checkout.");

    public static IEnumerable<string> Scenarios => Directory.EnumerateDirectories(Path.Combine(Folder, "scenarios")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);
}
