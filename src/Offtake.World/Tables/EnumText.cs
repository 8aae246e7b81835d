using Offtake.Model.Quantities;

namespace Offtake.World.Tables;

/// <summary>Names of enumerations as the files write them: in kebab-case.</summary>
internal static class EnumText
{
    public static IReadOnlyCollection<string> All<T>()
        where T : struct, Enum => Names<T>.ValueOf.Keys;

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum => Names<T>.ValueOf.TryGetValue(text, out value);

    public static string Of<T>(T value)
        where T : struct, Enum => KebabName.Of(value);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ValueOf = Enum.GetValues<T>().ToDictionary(KebabName.Of, StringComparer.Ordinal);
    }
}
