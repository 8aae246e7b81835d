using Offtake.World;

namespace Offtake.Cli;

/// <summary>Problems for people: one sentence a line, and how many there are.</summary>
internal static class ProblemText
{
    /// <summary>Writes each problem as a sentence that begins with its severity.</summary>
    public static void Write(IEnumerable<Problem> problems, TextWriter to)
    {
        foreach (Problem problem in problems) to.WriteLine($"{(problem.Severity == Severity.Error ? "error" : "warning")}: {problem.Sentence}");
    }

    /// <summary>Such as <c>2 errors and 1 warning</c>.</summary>
    public static string Count(IReadOnlyCollection<Problem> problems)
    {
        int errors = problems.Count(p => p.Severity == Severity.Error), warnings = problems.Count - errors;
        return $"{Of(errors, "error")} and {Of(warnings, "warning")}";
    }

    /// <summary>Such as <c>1 future</c> or <c>8 futures</c>.</summary>
    public static string Of(int count, string noun) => count switch { 0 => $"no {noun}s", 1 => $"1 {noun}", _ => $"{count:#,0} {noun}s" };

    /// <summary>Such as <c>1 policy</c> or <c>8 policies</c>, for nouns that do not just take an s.</summary>
    public static string Words(int count, string one, string several) => count == 1 ? $"1 {one}" : $"{count:#,0} {several}";
}
