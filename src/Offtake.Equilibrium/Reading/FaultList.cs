namespace Offtake.Equilibrium.Reading;

/// <summary>A spot in the file that is being read.</summary>
internal readonly record struct Place(int Line, int Column)
{
    /// <summary>So many characters further on the same line.</summary>
    public Place Further(int characters) => this with { Column = Column + characters };
}

/// <summary>Collects what is wrong while a file is read. It never stops the reading.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<FileFault> _all = [];

    /// <summary>How many faults there are so far.</summary>
    public int Count => _all.Count;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _all.Count > 0;

    public void Add(Place at, string what, string? value, string? bound, string remedy) =>
        _all.Add(new FileFault(file, at.Line, at.Column, what, value, bound, remedy));

    /// <summary>Each fault once, by line and column.</summary>
    public IReadOnlyList<FileFault> Sorted() => [.. _all.Distinct().OrderBy(f => f.Line).ThenBy(f => f.Column)];
}
