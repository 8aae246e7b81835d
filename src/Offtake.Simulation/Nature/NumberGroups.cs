using Offtake.Model.Evidence;

namespace Offtake.Simulation.Nature;

/// <summary>Which group each number of a ledger belongs to: all numbers of a group fall as in one future.</summary>
public sealed class NumberGroups
{
    private readonly Dictionary<Parameter, int> _groupOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _groupOfId = new(StringComparer.Ordinal);

    /// <summary>Puts every number of a ledger into its group.</summary>
    /// <param name="ledger">All numbers.</param>
    /// <param name="groupOf">The group of a number, from 0 to 63.</param>
    /// <exception cref="ArgumentException">Two numbers that rest on one assumption are in two groups; names them.</exception>
    public NumberGroups(EvidenceLedger ledger, Func<Parameter, int> groupOf)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(groupOf);
        Dictionary<ulong, Parameter> first = [];
        foreach (Parameter parameter in ledger.Parameters)
        {
            int group = groupOf(parameter);
            if (group is < 0 or > 63) throw new ArgumentException($"{parameter.Address}: '{parameter.Id}' is in group {group}; groups are numbered from 0 to 63.", nameof(groupOf));
            _groupOf[parameter] = group;
            _groupOfId.TryAdd(parameter.Id, group);
            if (parameter.Spread.Shape == SpreadShape.Fixed) continue;
            Varying |= 1UL << group;
            ulong key = ParameterDraw.KeyOf(parameter);
            if (first.TryGetValue(key, out Parameter? other) && _groupOf[other] != group)
                throw new ArgumentException($"{parameter.Address}: '{parameter.Id}' and '{other.Id}' are one unknown and cannot be in two groups.", nameof(groupOf));
            first.TryAdd(key, parameter);
        }
    }

    /// <summary>The groups that hold a number with a spread, as bits.</summary>
    public ulong Varying { get; }

    /// <summary>The group of a number; null when it is not in the ledger.</summary>
    internal int? Of(Parameter parameter) => _groupOf.TryGetValue(parameter, out int group) || _groupOfId.TryGetValue(parameter.Id, out group) ? group : null;
}
