using Offtake.Model.Evidence;

namespace Offtake.Simulation.Nature;

/// <summary>Which numbers of a ledger somebody sets or multiplies, found once and used in every future.</summary>
/// <remarks>A slot holds one value; the numbers it moves are replaced by it, or multiplied by it. No number may be in two slots.</remarks>
public sealed class NumberSlots
{
    private readonly Dictionary<Parameter, int> _slotOf = new(ReferenceEqualityComparer.Instance);
    private readonly bool[] _multiplies;

    /// <summary>Finds the numbers of every slot.</summary>
    /// <param name="ledger">All numbers.</param>
    /// <param name="slots">By slot, ids of parameters, or <c>@</c> and the id of an assumption for all that rest on it; and whether they are multiplied. Names that this ledger does not know move nothing here.</param>
    /// <exception cref="ArgumentException">A number is in two slots; names it.</exception>
    public NumberSlots(EvidenceLedger ledger, IReadOnlyList<(IReadOnlyList<string> Names, bool Multiplies)> slots)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(slots);
        ILookup<string, Parameter> named = ledger.Parameters.SelectMany(NamesOf).ToLookup(p => p.Name, p => p.Parameter);
        _multiplies = [.. slots.Select(s => s.Multiplies)];
        for (int slot = 0; slot < slots.Count; slot++)
        {
            foreach (Parameter parameter in slots[slot].Names.SelectMany(n => named[n]).Distinct(ReferenceEqualityComparer.Instance).Cast<Parameter>())
            {
                if (!_slotOf.TryAdd(parameter, slot))
                    throw new ArgumentException($"{parameter.Address}: '{parameter.Id}' is moved twice; a number answers to one uncertainty or lever.", nameof(slots));
            }
        }
    }

    /// <summary>Number of slots.</summary>
    public int Count => _multiplies.Length;

    /// <summary>Whether nothing of the ledger answers to a slot.</summary>
    public bool IsIdle(int slot) => !_slotOf.ContainsValue(slot);

    /// <summary>A number as the values of the slots have it; NaN in a slot leaves its numbers as they are.</summary>
    internal double Moved(Parameter parameter, ReadOnlySpan<double> values, double otherwise)
    {
        if (!_slotOf.TryGetValue(parameter, out int slot) || double.IsNaN(values[slot])) return otherwise;
        return _multiplies[slot] ? otherwise * values[slot] : values[slot];
    }

    /// <summary>Every name under which slots may know a number: its own, and that of the assumption it rests on.</summary>
    public static IEnumerable<(string Name, Parameter Parameter)> NamesOf(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        yield return (parameter.Id, parameter);
        if (parameter.Kind == SourceKind.Assumption) yield return (parameter.Witnesses[0], parameter);
    }
}
