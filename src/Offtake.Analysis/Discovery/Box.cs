using System.Globalization;

namespace Offtake.Analysis.Discovery;

/// <summary>A part of the space of inputs: limits on some of them, all of which hold. Without limits it is the whole space.</summary>
/// <param name="Limits">At most one an input.</param>
public sealed record Box(IReadOnlyList<Limit> Limits)
{
    /// <summary>The whole space.</summary>
    public static Box Whole { get; } = new([]);

    /// <summary>Such as <c>a ≥ 3 and b &lt; 2 and c is x or y</c>; numbers with four figures.</summary>
    public string Words => Limits.Count == 0 ? "anywhere" : string.Join(" and ", Limits.Select(l => l.Words));

    /// <summary>Whether each row lies inside.</summary>
    /// <param name="columns">All inputs; those of the limits are found by name.</param>
    public bool[] Holds(IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        bool[] inside = new bool[columns[0].Values.Length];
        Array.Fill(inside, true);
        foreach (Limit limit in Limits)
        {
            Column column = columns.First(c => c.Name == limit.Column);
            for (int r = 0; r < inside.Length; r++) inside[r] &= limit.Holds(column, r);
        }

        return inside;
    }

    /// <summary>The sentence a reader takes home: how often something is so inside the box, how large the box is and how much of it all it catches.</summary>
    /// <param name="density">Share of the box in which it is so.</param>
    /// <param name="coverage">Share of all such futures that lie in the box.</param>
    /// <param name="mass">Share of all futures that lie in the box.</param>
    /// <param name="outcome">What is so, such as <c>y &gt; 3</c>.</param>
    public string Sentence(double density, double coverage, double mass, string outcome) => string.Create(CultureInfo.InvariantCulture,
        $"in {Percent(density)} of futures where {Words}, {outcome}; they are {Percent(mass)} of all futures and hold {Percent(coverage)} of those with {outcome}");

    // Whole percents, but never 0 % or 100 % of what is not.
    private static string Percent(double share) => share switch
    {
        > 0.0 and < 0.01 => "less than 1 %",
        > 0.99 and < 1.0 => "more than 99 %",
        _ => string.Create(CultureInfo.InvariantCulture, $"{100.0 * share:F0} %"),
    };
}

/// <summary>The values of one input that lie in a box: numbers from a bound up to below another, or some words.</summary>
/// <param name="Column">The input.</param>
/// <param name="Low">Smallest value inside; minus infinity for none.</param>
/// <param name="High">Smallest value that lies above the box; infinity for none.</param>
/// <param name="Allowed">The words inside; null for numbers.</param>
public sealed record Limit(string Column, double Low, double High, IReadOnlyList<string>? Allowed = null)
{
    /// <summary>Such as <c>a ≥ 3</c>.</summary>
    public string Words => (Allowed, double.IsFinite(Low), double.IsFinite(High)) switch
    {
        ({ } words, _, _) => $"{Column} is {string.Join(" or ", words)}",
        (_, true, true) => $"{Number(Low)} ≤ {Column} < {Number(High)}",
        (_, true, _) => $"{Column} ≥ {Number(Low)}",
        _ => $"{Column} < {Number(High)}",
    };

    internal bool Holds(Column column, int row) => Allowed is { } words
        ? words.Contains(column.Categories![(int)column.Values[row]], StringComparer.Ordinal)
        : column.Values[row] >= Low && column.Values[row] < High;

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
