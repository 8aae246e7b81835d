namespace Offtake.Tests.World.Mutations;

/// <summary>What the answer to a mutation must hold.</summary>
[Flags]
internal enum Answer
{
    /// <summary>A problem with file, line, column, the text that was found and a remedy.</summary>
    Problem = 0,

    /// <summary>It also says what would be allowed.</summary>
    Bound = 1,

    /// <summary>It also asks whether another name was meant.</summary>
    DidYouMean = 2,
}

/// <summary>One way to spoil a cell.</summary>
/// <param name="Name">What it is called in justifications.</param>
/// <param name="Of">Kinds of cell it makes sense for.</param>
/// <param name="Apply">The spoilt text; null when this cell cannot be spoilt so.</param>
/// <param name="Wanted">What the answer must hold.</param>
internal sealed record CellMutation(string Name, CellKind[] Of, Func<string, string?> Apply, Answer Wanted = Answer.Problem)
{
    private static readonly CellKind[] Filled = [CellKind.Number, CellKind.Assumed, CellKind.Month, CellKind.YesNo, CellKind.Reference, CellKind.Text];
    private static readonly CellKind[] Words = [CellKind.Month, CellKind.YesNo, CellKind.Reference, CellKind.Text];
    private static readonly CellKind[] Number = [CellKind.Number];
    private static readonly CellKind[] Months = [CellKind.Month];

    public static IReadOnlyList<CellMutation> All { get; } =
    [
        new("empty", Filled, _ => ""),
        new("formula", Filled, _ => "=CMD()"),
        new("command", Filled, _ => "+cmd|' /C calc'!A0"),
        new("control character", Filled, text => text + "\u0007x"),
        new("reversed writing", Filled, text => text + "\u202Ex"),
        new("line break", Filled, text => text + "\nx"),
        new("unknown word", Words, _ => "no-such-thing"),
        new("letters for a number", Number, _ => "abc"),
        new("negative", Number, _ => "-5", Answer.Bound),
        new("huge", Number, _ => "1e308", Answer.Bound),
        new("large", Number, _ => "3e15", Answer.Bound),
        new("vanishing", Number, _ => "1e-300", Answer.Bound),
        new("not a number", Number, _ => "NaN"),
        new("infinite", Number, _ => "Infinity"),
        new("overflowing", Number, _ => "1e999"),
        new("decimal comma", Number, _ => "0,5"),
        new("thousands", Number, _ => "1,250.5"),
        new("with a unit", Number, _ => "5 kg"),
        new("percent", Number, _ => "5%"),
        new("hexadecimal", Number, _ => "0x1F"),
        new("other digits", Number, _ => "١٢"),
        new("number for a word", Words, _ => "12345"),
        new("no such assumption", [CellKind.Assumed], _ => "@no-such-thing-at-all"),
        new("misspelt assumption", [CellKind.Assumed], Misspelt, Answer.DidYouMean),
        new("assumption without name", [CellKind.Assumed], _ => "@"),
        new("misspelt name", [CellKind.Reference], Misspelt, Answer.DidYouMean),
        new("capital letter", [CellKind.Reference], text => text.ToUpperInvariant()),
        new("misspelt word", [CellKind.Text], text => text.Any(char.IsWhiteSpace) || text.Length < 3 ? null : Misspelt(text)),
        new("path", [CellKind.Reference, CellKind.Text], _ => "../../etc/passwd"),
        new("thirteenth month", Months, text => text[..5] + "13"),
        new("month of one digit", Months, text => text[..5] + "1"),
        new("far past", Months, text => "0900" + text[4..]),
        new("far future", Months, text => "9999" + text[4..]),
        new("slashes", Months, text => text.Replace('-', '/')),
        new("capital yes", [CellKind.YesNo], text => text.ToUpperInvariant()),
        new("perhaps", [CellKind.YesNo], _ => "perhaps"),
        new("very long", [CellKind.Text, CellKind.Reference], _ => new string('a', 30_000)),
    ];

    /// <summary>The same with a letter changed near the middle.</summary>
    public static string Misspelt(string text)
    {
        int at = text.Length / 2;
        while (at > 0 && !char.IsAsciiLetterOrDigit(text[at])) at--;
        return text[..at] + (text[at] == 'q' ? 'z' : 'q') + text[(at + 1)..];
    }
}
