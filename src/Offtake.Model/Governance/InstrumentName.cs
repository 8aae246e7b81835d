namespace Offtake.Model.Governance;

/// <summary>Instruments as files name them: in kebab-case.</summary>
public static class InstrumentName
{
    private static readonly string[] Names = [.. Enum.GetNames<InstrumentKind>().Select(Kebab)];

    /// <summary>All of them, in the order of <see cref="InstrumentKind"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of one, such as <c>offtake-contract</c>.</summary>
    public static string Of(InstrumentKind kind) => Names[(int)kind];

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
