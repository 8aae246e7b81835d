using System.Globalization;
using System.Text.RegularExpressions;

namespace Offtake.Tests.World.Mutations;

/// <summary>What a cell holds, judged by its text alone, so that a column nobody told the tests about is spoilt as well.</summary>
internal enum CellKind
{
    Empty,
    Number,
    Assumed,
    Month,
    YesNo,
    Reference,
    Text,
}

/// <summary>Judges cells of one world.</summary>
internal sealed partial class CellKinds(IEnumerable<CsvSheet> sheets)
{
    private readonly HashSet<string> _ids =
        [.. sheets.SelectMany(s => new[] { "id", "ore", "driver" }.Where(s.Columns.Contains).SelectMany(c => Enumerable.Range(0, s.Rows.Count).Select(r => s.Cell(r, c))))];

    public CellKind Of(string text) => text switch
    {
        "" => CellKind.Empty,
        _ when text[0] == '@' => CellKind.Assumed,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => CellKind.Number,
        _ when Month().IsMatch(text) => CellKind.Month,
        "yes" or "no" => CellKind.YesNo,
        _ when text.Split(';').All(IsReference) => CellKind.Reference,
        _ => CellKind.Text,
    };

    private bool IsReference(string text)
    {
        string bare = text.Trim();
        return bare.Length > 0 && bare[(bare.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/').All(_ids.Contains);
    }

    [GeneratedRegex(@"^\d{4}-\d\d$")]
    private static partial Regex Month();
}
