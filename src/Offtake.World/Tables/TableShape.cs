namespace Offtake.World.Tables;

/// <summary>The columns of a table. A column whose name ends in <c>?</c> may be absent as a whole.</summary>
/// <remarks>
/// Besides its own columns a table may have <c>source</c> and <c>note</c>, and for each column of numbers <c>_source</c>, <c>_low</c> and <c>_high</c>.
/// </remarks>
internal sealed class TableShape
{
    public TableShape(string name, string key, string text, string numbers = "", bool hasPlainIds = true)
    {
        Name = name;
        Key = Words(key);
        HasPlainIds = hasPlainIds;
        Numbers = [.. Words(numbers).Select(Bare)];
        NumberSet = new HashSet<string>([.. Numbers, .. Numbers.Select(n => n + "_low"), .. Numbers.Select(n => n + "_high")]);
        Required = [.. Words(text).Concat(Words(numbers)).Where(w => !w.EndsWith('?'))];
        Known = new HashSet<string>(
            [.. Words(text).Concat(Words(numbers)).Select(Bare), "source", "note", .. NumberSet, .. Numbers.Select(n => n + "_source")]);
    }

    /// <summary>Name of the file without <c>.csv</c>.</summary>
    public string Name { get; }

    public string File => Name + ".csv";

    /// <summary>Whether a world may do without the table: what it describes is then absent from that world, not zero.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The columns that together name a row.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Whether the key must be in kebab-case.</summary>
    public bool HasPlainIds { get; }

    /// <summary>Columns of numbers with witnesses.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>Those columns and their bounds.</summary>
    public IReadOnlySet<string> NumberSet { get; }

    public IReadOnlyList<string> Required { get; }

    /// <summary>Every column the table may have.</summary>
    public IReadOnlySet<string> Known { get; }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string word) => word.TrimEnd('?');
}
