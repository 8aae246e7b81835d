namespace Offtake.Analysis;

/// <summary>One input of a table: a number or a word in every row.</summary>
public sealed class Column
{
    private Column(string name, double[] values, IReadOnlyList<string>? categories)
    {
        Name = name;
        Values = values;
        Categories = categories;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Numbers; for words the place of each in <see cref="Categories"/>.</summary>
    public double[] Values { get; }

    /// <summary>The words, each once, in ordinal order; null for numbers.</summary>
    public IReadOnlyList<string>? Categories { get; }

    /// <summary>A column of numbers, all finite. The array is not copied.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static Column OfNumbers(string name, double[] values)
    {
        int wrong = Array.FindIndex(values, v => !double.IsFinite(v));
        return wrong < 0 ? new Column(name, values, null) : throw new ArgumentException($"{name}: row {wrong + 1} is {values[wrong]}; every number must be finite.", nameof(values));
    }

    /// <summary>A column of words, which have no order.</summary>
    public static Column OfWords(string name, IReadOnlyList<string> words)
    {
        string[] categories = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> place = categories.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        return new Column(name, [.. words.Select(w => (double)place[w])], categories);
    }

    /// <summary>The column with some of its rows, in the order given.</summary>
    public Column At(IReadOnlyList<int> rows) => new(Name, [.. rows.Select(r => Values[r])], Categories);
}
