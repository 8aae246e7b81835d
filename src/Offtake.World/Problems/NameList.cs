using System.IO.Enumeration;

namespace Offtake.World.Problems;

/// <summary>The ids of one kind of thing, in file order, and the only way to turn an id into an index.</summary>
/// <param name="noun">What one of them is called, such as <c>process</c>.</param>
/// <param name="isComplete">False when the table that lists them could not be read whole: an unknown id is then no news and is not reported.</param>
/// <param name="outcomes">Ids of observed outcomes, which may stand nowhere an input is asked for; null where the question does not arise.</param>
internal sealed class NameList(string noun, bool isComplete, IReadOnlySet<string>? outcomes = null)
{
    /// <summary>The index of what could not be found.</summary>
    public const int Nowhere = -1;

    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>All ids, by index. A repeated id keeps its place, so that indices agree with rows.</summary>
    public IReadOnlyList<string> Names => _names;

    public void Add(string name)
    {
        if (name.Length > 0) _indexOf.TryAdd(name, _names.Count);
        _names.Add(name);
    }

    public bool Contains(string name) => _indexOf.ContainsKey(name);

    /// <summary>The index of an id, or <see cref="Nowhere"/> without a word.</summary>
    public int IndexOf(string name) => _indexOf.GetValueOrDefault(name, Nowhere);

    /// <summary>Indices of the ids made of parts with slashes between them that fit a pattern, in which <c>*</c> stands for any letters of one part.</summary>
    public IEnumerable<int> Matching(string pattern)
    {
        string[] wanted = pattern.Split('/');
        return _indexOf.Where(n => n.Key.Split('/') is { } parts && parts.Length == wanted.Length
            && parts.Zip(wanted).All(p => Fits(p.First, p.Second))).Select(n => n.Value).Order();
    }

    private static bool Fits(string part, string pattern) =>
        pattern == "*" || part == pattern || (pattern.Contains('*') && FileSystemName.MatchesSimpleExpression(pattern, part, ignoreCase: false));

    /// <summary>The index of an id, or <see cref="Nowhere"/> and an error with the nearest known id.</summary>
    public int Find(string name, Place at, ProblemList problems)
    {
        if (_indexOf.TryGetValue(name, out int index)) return index;
        if (outcomes is not null && Outcome.Refuses(name, outcomes, at, problems)) return Nowhere;
        if (!isComplete) return Nowhere;
        problems.Error(at, $"unknown {noun}", name, null, problems.IsFull(at.File) ? "" : NearestName.Remedy(name, _indexOf.Keys));
        return Nowhere;
    }
}
