namespace Offtake.World.Problems;

/// <summary>Collects problems while files are read. It never stops a reading: the reader looks at it once, at the end.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _all = [];

    /// <summary>Whether anything was found that makes the files unusable.</summary>
    public bool HasErrors { get; private set; }

    public void Error(Place at, string what, string? value, string? bound, string remedy)
    {
        HasErrors = true;
        _all.Add(new Problem(Severity.Error, at.File, at.Line, at.Column, what, value, bound, remedy));
    }

    public void Warn(Place at, string what, string? value, string? bound, string remedy) =>
        _all.Add(new Problem(Severity.Warning, at.File, at.Line, at.Column, what, value, bound, remedy));

    public void Add(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            HasErrors |= problem.Severity == Severity.Error;
            _all.Add(problem);
        }
    }

    /// <summary>A reading of what was built, or of nothing when there are errors.</summary>
    public Reading<T> Conclude<T>(Func<T> build)
        where T : class => new(HasErrors ? null : build(), Sorted());

    /// <summary>Each problem once, by file, line and column.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. _all.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column ?? 0)];
}
