namespace Offtake.Equilibrium.Reading;

/// <summary>The names of one kind of thing, in file order; the only way from a name to an index.</summary>
internal sealed class NameTable(string noun)
{
    /// <summary>The index of what could not be found.</summary>
    public const int Nowhere = -1;

    private const int LongestName = 80;
    private readonly List<string> _names = [];

    /// <summary>The names by index.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>False when some of the names could not be read: an unknown name is then no news.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Every index.</summary>
    public IEnumerable<int> All => Enumerable.Range(0, _names.Count);

    /// <summary>Adds a name, unless it is there already or cannot be one.</summary>
    public bool Add(string name, Place at, FaultList faults)
    {
        if (name.Length == 0 || name.Length > LongestName || name.Any(c => char.IsControl(c) || c is '(' or ')' or ',' or '"'))
        {
            IsComplete = false;
            faults.Add(at, $"this cannot be the name of a {noun}:", name, $"1 to {LongestName} characters without brackets, commas and quotes", "choose another name");
        }
        else if (_names.Contains(name))
        {
            faults.Add(at, $"repeated {noun}", name, null, "name each one once");
        }
        else
        {
            _names.Add(name);
            return true;
        }

        return false;
    }

    /// <summary>The index of a name, or <see cref="Nowhere"/> and a fault with the nearest known name.</summary>
    public int Find(string name, Place at, FaultList faults)
    {
        int index = _names.IndexOf(name);
        if (index < 0 && IsComplete) faults.Add(at, $"unknown {noun}", name, null, NearestName.Remedy(name, _names));
        return index;
    }
}
