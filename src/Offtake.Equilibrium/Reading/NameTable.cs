namespace Offtake.Equilibrium.Reading;

/// <summary>The names of one kind of thing, in file order; the only way from a name to an index.</summary>
internal sealed class NameTable(string noun)
{
    /// <summary>The index of what could not be found.</summary>
    public const int Nowhere = -1;

    private const int LongestName = 80;
    private const int NamesListed = 8;
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
        if (index < 0 && IsComplete) faults.Add(at, $"unknown {noun}", name, null, Remedy(name, _names));
        return index;
    }

    /// <summary>What to do about a name that is not known.</summary>
    public static string Remedy(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "none is known here";
        int reach = name.Length <= 3 ? 1 : Math.Max(2, name.Length / 3);
        (string near, int distance) = known.Select(k => (k, Distance(name, k))).MinBy(k => k.Item2);
        if (distance <= reach) return $"did you mean '{near}'?";
        return $"known are {string.Join(", ", known.Take(NamesListed))}{(known.Count > NamesListed ? $" and {known.Count - NamesListed} more" : "")}";
    }

    // Changed, missing and added letters, case aside.
    private static int Distance(string a, string b)
    {
        if (Math.Max(a.Length, b.Length) > LongestName) return int.MaxValue;
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int changed = previous[j] + (char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]) ? 0 : 1);
                current[j + 1] = Math.Min(changed, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
