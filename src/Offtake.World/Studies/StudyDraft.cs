using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>A study while it is being read: what its parts may name, and what has been read of them so far.</summary>
internal sealed class StudyDraft(YamlMap map, ProblemList problems, ModelDescription? example, IReadOnlyList<Scenario> scenarios)
{
    private readonly Dictionary<Parameter, (string Id, Place At)> _takenBy = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (string Id, Place At)> _takenNames = new(StringComparer.Ordinal);
    private readonly HashSet<(string Noun, string Id)> _unreadable = [];

    public YamlMap Map { get; } = map;

    public ProblemList Problems { get; } = problems;

    /// <summary>The example model; null when chains are walked.</summary>
    public ModelDescription? Example { get; } = example;

    /// <summary>The scenarios of the policies, each once; empty for an example.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; } = scenarios;

    public List<Uncertainty> Uncertainties { get; } = [];

    public List<Lever> Levers { get; } = [];

    public List<Policy> Policies { get; } = [];

    public List<Model.Studies.Outcome> Outcomes { get; } = [];

    /// <summary>All names under which numbers can be moved.</summary>
    public IReadOnlyList<string> NumberNames { get; } = example is not null
        ? [.. example.Inputs.Select(i => i.Name)]
        : [.. scenarios.SelectMany(s => s.Chain.Evidence.Parameters).SelectMany(NamesOf).Distinct(StringComparer.Ordinal)];

    private readonly ILookup<string, Parameter> _parameters =
        scenarios.SelectMany(s => s.Chain.Evidence.Parameters).SelectMany(p => NamesOf(p).Select(n => (Name: n, Parameter: p))).ToLookup(p => p.Name, p => p.Parameter);

    /// <summary>The parameters of a name in all scenarios; empty for an example.</summary>
    public IEnumerable<Parameter> ParametersOf(string name) => _parameters[name];

    /// <summary>Names that fit a name or a pattern in which <c>*</c> stands for anything; none, and an error, when nothing does.</summary>
    public IReadOnlyList<string> Matching(string pattern, Place at)
    {
        string[] found = pattern.Contains('*', StringComparison.Ordinal)
            ? [.. NumberNames.Where(n => Fits(n, pattern.Split('*')))]
            : [.. NumberNames.Where(n => n == pattern)];
        if (found.Length == 0)
            Problems.Error(at, "no number of the model is named", pattern, null, pattern.Contains('*', StringComparison.Ordinal) ? "correct the pattern; '*' stands for anything" : NearestName.Remedy(pattern, NumberNames));
        return found;
    }

    /// <summary>Notes that an uncertainty or lever moves numbers, and refuses numbers that another moves already.</summary>
    public void Take(string id, IEnumerable<string> names, Place at)
    {
        foreach (string name in names)
        {
            if (_takenNames.TryGetValue(name, out (string Id, Place At) other) || ParametersOf(name).Any(p => _takenBy.TryGetValue(p, out other) && other.Id != id))
            {
                Problems.Error(at, $"'{other.Id}' ({other.At}) moves this number already:", name, null, "let one of them move it");
                return;
            }

            foreach (Parameter parameter in ParametersOf(name)) _takenBy[parameter] = (id, at);
            _takenNames[name] = (id, at);
        }
    }

    /// <summary>A number under a key, or null when the key is absent or wrong.</summary>
    public double? NumberOrNull(YamlMap map, string key) =>
        map.TextOrNull(key) is { } text ? NumberText.Read(text, key, map.PlaceOf(key), Problems) : null;

    /// <summary>The index of an id in a list of things already read, or null and an error. One that stands in the file but could not be read has been reported already.</summary>
    public int? IndexOf(string noun, string id, Place at, IEnumerable<string> known)
    {
        string[] names = [.. known];
        int index = Array.IndexOf(names, id);
        if (index >= 0) return index;
        if (id.Length > 0 && !_unreadable.Contains((noun, id))) Problems.Error(at, $"unknown {noun}", id, null, NearestName.Remedy(id, names));
        return null;
    }

    /// <summary>Notes that an uncertainty or lever of this id is there, but wrong; what names it needs no error of its own.</summary>
    public void MarkUnreadable(string noun, string id) => _unreadable.Add((noun, id));

    private static IEnumerable<string> NamesOf(Parameter parameter) =>
        parameter.Kind == SourceKind.Assumption ? [parameter.Id, parameter.Witnesses[0]] : [parameter.Id];

    private static bool Fits(string name, string[] parts)
    {
        if (!name.StartsWith(parts[0], StringComparison.Ordinal) || !name.EndsWith(parts[^1], StringComparison.Ordinal) || name.Length < parts[0].Length + parts[^1].Length) return false;
        int at = parts[0].Length, end = name.Length - parts[^1].Length;
        foreach (string part in parts[1..^1])
        {
            int found = name.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + part.Length;
        }

        return true;
    }
}
