namespace Offtake.World.Problems;

/// <summary>Collects problems while files are read. It never stops a reading: the reader looks at it once, at the end.</summary>
internal sealed class ProblemList
{
    /// <summary>So many problems of one file are kept: a file with more is of another kind, and its millions of lines are no news.</summary>
    public const int MostOfOneFile = 1000;

    private readonly List<Problem> _all = [];
    private readonly Dictionary<string, int> _countOf = new(StringComparer.Ordinal);

    /// <summary>Whether anything was found that makes the files unusable.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many errors were reported so far, those told twice included.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Whether so much is wrong with a file that what else is wrong is only counted.</summary>
    public bool IsFull(string file) => _countOf.GetValueOrDefault(file) > MostOfOneFile;

    public void Error(Place at, string what, string? value, string? bound, string remedy)
    {
        ErrorCount++;
        Keep(new Problem(Severity.Error, at.File, at.Line, at.Column, InCell(at, what), value, bound, remedy));
    }

    public void Warn(Place at, string what, string? value, string? bound, string remedy) =>
        Keep(new Problem(Severity.Warning, at.File, at.Line, at.Column, what, value, bound, remedy));

    public void Add(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
        {
            if (problem.Severity == Severity.Error) ErrorCount++;
            _all.Add(problem);
        }
    }

    /// <summary>A reading of what was built, or of nothing when there are errors.</summary>
    public Reading<T> Conclude<T>(Func<T> build)
        where T : class => new(HasErrors ? null : build(), Sorted());

    /// <summary>Each problem once, by file, line and column; of a file with very many the first of them, and how many more there are.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. _all.Distinct().Concat(_countOf.Where(f => f.Value > MostOfOneFile).Select(TooMany)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column ?? 0)];

    private static string InCell(Place at, string what) =>
        at.Cell is { } cell && !what.Contains(cell, StringComparison.Ordinal) ? $"in '{cell}': {what}" : what;

    private Problem TooMany(KeyValuePair<string, int> file) => new(
        HasErrors ? Severity.Error : Severity.Warning, file.Key, 0, null, "more problems than can be listed; besides those below there are", $"{file.Value - MostOfOneFile}", $"up to {MostOfOneFile} of one file",
        "mend the first of them and check again");

    private void Keep(Problem problem)
    {
        int count = _countOf[problem.File] = _countOf.GetValueOrDefault(problem.File) + 1;
        if (count <= MostOfOneFile) _all.Add(problem);
    }
}
