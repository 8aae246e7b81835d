using Offtake.Model.Chain;
using Offtake.World;

namespace Offtake.Tests.World.Mutations;

/// <summary>One spoilt place, and what an answer to it must hold.</summary>
/// <param name="Sheet">The sheet as spoilt.</param>
/// <param name="Key">The first cell of the row.</param>
/// <param name="Line">The line of the place; 0 when the file as a whole is spoilt.</param>
/// <param name="Column">The column; empty when a whole row is spoilt.</param>
/// <param name="Mutation">What was done.</param>
/// <param name="Was">The text before.</param>
/// <param name="Text">The text now.</param>
/// <param name="Wanted">What the answer must hold.</param>
internal sealed record Spoilt(CsvSheet Sheet, string Key, int Line, string Column, string Mutation, string Was, string Text, Answer Wanted)
{
    private const int LongestCompared = 40;

    public override string ToString() => $"{Sheet.Name}:{Line} {Column}: {Mutation}, '{Cut(Was)}' -> '{Cut(Text)}'";

    /// <summary>Why the problems do not answer to this; null when one of them does.</summary>
    public string? Miss(Reading<ValueChain> reading)
    {
        Problem[] here = [.. reading.Problems.Where(IsHere)];
        if (here.Length == 0) return IsElsewhere(reading) ? null : "silent" + (reading.Problems.Count > 0 ? ", only " + Listing(reading) : "");
        if (!Array.Exists(here, IsWhole)) return "says too little: " + Listing(reading);
        if (Wanted.HasFlag(Answer.Bound) && !Array.Exists(here, p => p.Bound is not null)) return "without a bound: " + Listing(reading);
        return Wanted.HasFlag(Answer.DidYouMean) && !reading.Problems.Any(p => p.Remedy.StartsWith("did you mean", StringComparison.Ordinal) && (p.Value == Text.Trim() || p.Value == Was.Trim() || IsHere(p)))
            ? "asks for no other name: " + Listing(reading)
            : null;
    }

    private bool IsHere(Problem problem) => problem.File.EndsWith("/" + Sheet.Name, StringComparison.Ordinal) && problem.Line == Line;

    // A renamed id is found out where somebody refers to it.
    private bool IsElsewhere(Reading<ValueChain> reading) => Was.Length > 0 && reading.Problems.Any(p => p.Remedy.Length > 0 && p.Value is { } value
        && (value == Was || value.Split(';', '/', ':', ',', ' ').Contains(Was) || (Text.Length > 0 && value == Text.Trim()) || value.StartsWith($"@{Key} ", StringComparison.Ordinal)));

    private bool IsWhole(Problem problem) => problem.Remedy.Length > 0
        && (problem.What.Contains(Column, StringComparison.Ordinal) || (problem.Value ?? "").Contains(Compared, StringComparison.Ordinal) || Text.Contains(problem.Value ?? "\0", StringComparison.Ordinal))
        && (Text.Trim().Length == 0 || problem.Value is null || problem.Value.Contains(Compared, StringComparison.Ordinal) || problem.What.Contains(Column, StringComparison.Ordinal));

    private string Compared => Cut(Text.Trim());

    private static string Cut(string text) => text.Length <= LongestCompared ? text : text[..LongestCompared];

    private static string Listing(Reading<ValueChain> reading) => string.Join(" | ", reading.Problems.Take(3).Select(p => p.Sentence)) + (reading.Problems.Count > 3 ? " …" : "");
}
