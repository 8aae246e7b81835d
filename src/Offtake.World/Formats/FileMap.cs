namespace Offtake.World.Formats;

/// <summary>What may stand under a key.</summary>
internal enum KeyForm
{
    /// <summary>One line of words.</summary>
    Text,

    /// <summary>A plain id.</summary>
    Id,

    /// <summary>A number with its unit, an assumption, or a map of a number.</summary>
    Number,

    /// <summary>A bare number without a unit.</summary>
    Plain,

    /// <summary>A year and a month.</summary>
    Month,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>One text or a list of them.</summary>
    Texts,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A list of maps.</summary>
    Maps,
}

/// <summary>A key of a file of plain text: what reads it, what describes it and what tells an editor are all made from this.</summary>
/// <param name="Name">The key.</param>
/// <param name="Form">What may stand under it.</param>
/// <param name="Meaning">One line for readers.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record FileKey(string Name, KeyForm Form, string Meaning, bool IsRequired = false)
{
    /// <summary>The words of a <see cref="KeyForm.Word"/>.</summary>
    public IReadOnlyCollection<string> Words { get; init; } = [];

    /// <summary>What else than <see cref="Words"/> is accepted, as a regular expression; null when nothing is.</summary>
    public string? Pattern { get; init; }

    /// <summary>The map, or each map of the list, that stands under it.</summary>
    public FileMap? Map { get; init; }
}

/// <summary>A map of keys in a file of plain text.</summary>
/// <param name="Name">What it is called on the page that describes it.</param>
/// <param name="Keys">Its keys, in the order they are described in; the first one starts the file.</param>
internal sealed record FileMap(string Name, params IReadOnlyList<FileKey> Keys)
{
    /// <summary>Names of the keys.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Keys.Select(k => k.Name)];

    /// <summary>Names of the keys that must be there.</summary>
    public IEnumerable<string> Required => Keys.Where(k => k.IsRequired).Select(k => k.Name);

    /// <summary>The map under a key.</summary>
    public FileMap At(string key) => Keys.First(k => k.Name == key).Map!;
}
