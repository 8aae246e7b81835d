using Offtake.Model.Evidence;
using Offtake.World.Problems;

namespace Offtake.World.Backtests;

/// <summary>The ids by which a backtest may name a number: of a parameter, of a row of behaviour, or <c>@</c> and that of an assumption.</summary>
internal sealed class ParameterNames
{
    private const string BehaviourTable = "parameters/";
    private const string BehaviourColumn = "/value";

    private readonly Dictionary<string, string> _fullOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Parameter> _firstOf = new(StringComparer.Ordinal);

    /// <summary>The names known in any of the ledgers.</summary>
    public ParameterNames(IEnumerable<EvidenceLedger> ledgers)
    {
        foreach (Parameter parameter in ledgers.SelectMany(l => l.Parameters))
        {
            Know(parameter.Id, parameter.Id, parameter);
            if (parameter.Id.StartsWith(BehaviourTable, StringComparison.Ordinal) && parameter.Id.EndsWith(BehaviourColumn, StringComparison.Ordinal))
                Know(parameter.Id[BehaviourTable.Length..^BehaviourColumn.Length], parameter.Id, parameter);
            if (parameter.Kind == SourceKind.Assumption) Know(parameter.Witnesses[0], parameter.Witnesses[0], parameter);
        }
    }

    /// <summary>The full form of a name, or null and an error with the nearest known one.</summary>
    public string? Find(string name, Place at, ProblemList problems, string remedy = "")
    {
        if (_fullOf.TryGetValue(name, out string? full)) return full;
        string known = name.Length > 0 && name[0] == '@' || NearestName.Of(name, _fullOf.Keys) is not null
            ? NearestName.Remedy(name, [.. _fullOf.Keys.Where(k => name[0] != '@' || k[0] == '@')])
            : "name a parameter as table/row/column, a row of parameters.csv, or @ and an assumption";
        problems.Error(at, "unknown number", name, null, remedy.Length > 0 ? $"{known} {remedy}" : known);
        return null;
    }

    /// <summary>The first parameter that a full name stands for.</summary>
    public Parameter First(string full) => _firstOf[full];

    private void Know(string name, string full, Parameter parameter)
    {
        _fullOf.TryAdd(name, full);
        _firstOf.TryAdd(full, parameter);
    }
}
