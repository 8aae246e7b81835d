using Offtake.Model.Evidence;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Numbers;

/// <summary>Who vouches for what: all sources and assumptions of a world, which of them are used, and every parameter read so far.</summary>
/// <remarks>No number enters a world but through here, and none without a witness.</remarks>
internal sealed class WitnessBook(
    NameList sourceNames, IReadOnlyList<Source> sources, NameList assumptionNames, IReadOnlyList<Assumption> assumptions, ProblemList problems)
{
    /// <summary>Stands for a number that could not be read. The error has been reported, so nothing is built from it.</summary>
    public static readonly Parameter Unread = Parameter.Assumed("unread", new Assumption("unread", 0.0, Spread.None(0.0), "", ""), "");

    private readonly List<Source> _sources = [.. sources];
    private readonly List<Assumption> _assumptions = [.. assumptions];
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly List<Parameter> _parameters = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public NameList SourceNames { get; } = sourceNames;

    public NameList AssumptionNames { get; } = assumptionNames;

    /// <summary>Those of the world in the order of its rows, then those of institutions.</summary>
    public IReadOnlyList<Source> Sources => _sources;

    /// <summary>Those of the world in the order of its rows, then those of institutions.</summary>
    public IReadOnlyList<Assumption> Assumptions => _assumptions;

    /// <summary>Every parameter, in reading order.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    public bool IsUsed(Source source) => _used.Contains(source.Id);

    public bool IsUsed(Assumption assumption) => _used.Contains("@" + assumption.Id);

    /// <summary>Whether a source, or an assumption with a leading <c>@</c>, was brought along by an institution.</summary>
    public bool IsAdded(string name) => _added.Contains(name);

    /// <summary>Takes a source that is not the world's. One of the same id must say the same; if it does not, what it says is returned.</summary>
    /// <param name="source">The source.</param>
    /// <param name="isShared">Whether every institution may name it; otherwise only the file that brings it along.</param>
    public string? Add(Source source, bool isShared = false)
    {
        if (SourceNames.IndexOf(source.Id) is >= 0 and int known) return _sources[known] == source ? null : $"{_sources[known].Publisher}, {_sources[known].Year}, {_sources[known].Title}";
        SourceNames.Add(source.Id);
        _sources.Add(source);
        if (!isShared) _added.Add(source.Id);
        return null;
    }

    /// <summary>Takes an assumption that is not the world's. One of the same id must say the same; if it does not, what it says is returned.</summary>
    /// <param name="assumption">The assumption.</param>
    /// <param name="isShared">Whether every institution may name it; otherwise only the file that brings it along.</param>
    public string? Add(Assumption assumption, bool isShared = false)
    {
        if (AssumptionNames.IndexOf(assumption.Id) is >= 0 and int known) return _assumptions[known] == assumption ? null : $"{_assumptions[known].Value} {_assumptions[known].Unit}: {_assumptions[known].Reason}";
        AssumptionNames.Add(assumption.Id);
        _assumptions.Add(assumption);
        if (!isShared) _added.Add("@" + assumption.Id);
        return null;
    }

    /// <summary>A number that must be there.</summary>
    public Parameter Number(Row row, string column, NumberKind kind)
    {
        if (!row.Has(column)) return Unread;
        if (row.Text(column).Length > 0) return NumberOrNull(row, column, kind)!;
        problems.Error(
            row.At, $"'{column}' has no number", null, kind.Bound,
            "write a number with a source, or @ and the id of an assumption; absent is not zero");
        return Unread;
    }

    /// <summary>A number, or null when the cell is empty.</summary>
    public Parameter? NumberOrNull(Row row, string column, NumberKind kind) => row.Text(column).Length == 0
        ? null
        : NumberCell.Read(this, row, column, kind, problems) is { } number ? Register(number.ToParameter()) : Unread;

    /// <summary>Takes a parameter into the ledger.</summary>
    public Parameter Register(Parameter parameter)
    {
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>The sources a text names, separated by semicolons; unknown ones are reported and left out.</summary>
    public IReadOnlyList<Source> Find(string text, Place at)
    {
        List<Source> found = [];
        foreach (string name in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name[0] == '@' && AssumptionNames.Contains(name[1..]))
                problems.Error(
                    at, "an assumption stands where a source is asked for:", name, null,
                    "write it into the cell of the number instead, without a number");
            else if (SourceNames.Find(name, at, problems) is >= 0 and int index) found.Add(Sources[index]);
        }

        foreach (Source source in found) _used.Add(source.Id);
        return found;
    }

    /// <summary>The assumption with an id, or null and an error.</summary>
    public Assumption? FindAssumption(string id, Place at)
    {
        int index = AssumptionNames.Find(id, at, problems);
        if (index < 0) return null;
        _used.Add("@" + id);
        return Assumptions[index];
    }

    /// <summary>Counts a source as used that is named where any text may stand.</summary>
    public void Mention(string name)
    {
        if (SourceNames.Contains(name)) _used.Add(name);
    }
}
