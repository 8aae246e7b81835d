using System.Globalization;

namespace Offtake.Validation;

/// <summary>The cell <c>inputs</c>: words of the form <c>name=value</c>, lists separated by semicolons. Asking for one that is not there is an error of the file.</summary>
internal sealed class Inputs
{
    private readonly Dictionary<string, string> _valueOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = [];

    /// <summary>Reads a cell.</summary>
    /// <exception cref="AnswerException">A word is not of that form, or a name comes twice.</exception>
    public Inputs(string cell)
    {
        foreach (string word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int sign = word.IndexOf('=', StringComparison.Ordinal);
            if (sign <= 0 || !_valueOf.TryAdd(word[..sign], word[(sign + 1)..]))
                throw new AnswerException("'inputs' cannot be read:", word, "write name=value, each name once");
        }
    }

    /// <summary>Names that nobody asked for.</summary>
    public IEnumerable<string> Unasked => _valueOf.Keys.Except(_asked);

    public string Text(string name)
    {
        _asked.Add(name);
        return _valueOf.TryGetValue(name, out string? value) ? value : throw new AnswerException("'inputs' lack", name, $"write {name}=…");
    }

    public double Number(string name) => List(name) is [double one] ? one : throw new AnswerException($"'{name}' must be one number:", Text(name), "write one number");

    public int Whole(string name) => Number(name) is var value && value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue
        ? (int)value
        : throw new AnswerException($"'{name}' must be a whole number:", Text(name), "write a whole number");

    public double[] List(string name) => Numbers(Text(name), name);

    /// <summary>Numbers separated by semicolons.</summary>
    /// <exception cref="AnswerException">One of them is not a number.</exception>
    public static double[] Numbers(string text, string name) => [.. text.Split(';').Select(part =>
        double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new AnswerException($"'{name}' is not a number:", part, "write numbers such as 1250.5, separated by semicolons"))];
}

/// <summary>Something in a row that makes it unusable.</summary>
internal sealed class AnswerException(string what, string value, string remedy) : Exception($"{what} '{value}'; {remedy}.")
{
    public string What => what;

    public string Value => value;

    public string Remedy => remedy;
}
