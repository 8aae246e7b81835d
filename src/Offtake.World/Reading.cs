using System.Diagnostics.CodeAnalysis;

namespace Offtake.World;

/// <summary>What came of reading files: the thing itself, or the reasons why there is none. Warnings may stand beside a value.</summary>
/// <param name="Value">What was read; null exactly when <paramref name="Problems"/> holds an error.</param>
/// <param name="Problems">Every problem of every file, by file and line.</param>
public sealed record Reading<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The problems that stop the reading.</summary>
    public IEnumerable<Problem> Errors => Problems.Where(p => p.Severity == Severity.Error);

    /// <summary>The problems that do not.</summary>
    public IEnumerable<Problem> Warnings => Problems.Where(p => p.Severity == Severity.Warning);
}
