using Offtake.Model.Evidence;

namespace Offtake.Experiments.Tracing;

/// <summary>How many of some numbers rest on one witness: a publisher's sources of one kind, or assumptions.</summary>
/// <param name="Publisher">Who answers for it; empty for assumptions.</param>
/// <param name="Kind">The strongest kind among the witnesses of a number.</param>
/// <param name="Numbers">Numbers of which it is the strongest witness; each number counts once.</param>
public sealed record WitnessShare(string Publisher, SourceKind Kind, int Numbers)
{
    /// <summary>The witnesses of some numbers, the largest first.</summary>
    public static IReadOnlyList<WitnessShare> Of(IReadOnlyList<Parameter> numbers, EvidenceLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(ledger);
        return
        [
            .. numbers.GroupBy(p => (Publisher: PublisherOf(p, ledger), p.Kind)).Select(g => new WitnessShare(g.Key.Publisher, g.Key.Kind, g.Count()))
                .OrderByDescending(w => w.Numbers).ThenBy(w => w.Publisher, StringComparer.Ordinal).ThenBy(w => w.Kind),
        ];
    }

    private static string PublisherOf(Parameter number, EvidenceLedger ledger) =>
        number.Witnesses.Select(ledger.SourceOf).FirstOrDefault(s => s is not null && s.Kind == number.Kind)?.Publisher ?? "";
}
