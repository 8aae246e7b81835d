using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Results.Weighing;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Weighing;

/// <summary>All unknowns of some scenarios parted into cells, from which groups of evidence and publishers are put together. Every number is in one cell, and so is every unknown.</summary>
/// <remarks>
/// Eq. EVI-4: a number that hangs on an unverified claim is in the group of claims, and with it all that rest on the same assumption, since they are one unknown; any other goes by the kind of its strongest
/// witness. Shocks, errors of growth, delays of projects and errors of statistics are chance. Publisher: that of the strongest witness; one publisher, one witness.
/// </remarks>
internal sealed class EvidenceCells
{
    private const int Publishers = 5;

    private readonly HashSet<ulong> _claimed;
    private readonly Dictionary<(EvidenceGroup, string), int> _cellOf = [];
    private readonly List<EvidenceGroup> _groupOf = [];
    private readonly string[] _largest;

    public EvidenceCells(IReadOnlyList<Scenario> scenarios, ClaimCarriage carriage)
    {
        HashSet<string> unverified = carriage.Unverified();
        (EvidenceLedger Ledger, Parameter Number)[] all = [.. from s in scenarios from p in s.Chain.Evidence.Parameters select (s.Chain.Evidence, p)];
        _claimed = [.. all.Where(n => unverified.Contains(n.Number.Id)).Select(n => ParameterDraw.KeyOf(n.Number))];
        (EvidenceLedger Ledger, Parameter Number)[] once = [.. all.DistinctBy(n => n.Number.Id)];
        _largest =
        [
            .. once.Where(n => n.Number.Spread.Shape != SpreadShape.Fixed && GroupOf(n.Number) is not (EvidenceGroup.Claims or EvidenceGroup.Assumptions))
                .GroupBy(n => PublisherOf(n.Number, n.Ledger), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Publishers).Select(g => g.Key),
        ];
        foreach (EvidenceGroup group in Enum.GetValues<EvidenceGroup>()) Cell(group, "");
        foreach (EvidenceGroup group in Sourced)
        {
            foreach (string publisher in _largest) Cell(group, publisher);
        }

        Of = [.. scenarios.Select(s => new NumberGroups(s.Chain.Evidence, p => CellOf(p, s.Chain.Evidence)))];
        Groups = [.. Enum.GetValues<EvidenceGroup>().Select(g => CountOf(g, once))];
        ByPublisher = [.. _largest.Select(name => new PublisherCount(name, once.Count(n => IsOf(n.Number, n.Ledger, name)), once.Count(n => IsOf(n.Number, n.Ledger, name) && n.Number.Spread.Shape != SpreadShape.Fixed)))];
    }

    private static EvidenceGroup[] Sourced => [EvidenceGroup.Estimates, EvidenceGroup.Reported, EvidenceGroup.Official, EvidenceGroup.Measured];

    /// <summary>By scenario, the cell of each number.</summary>
    public IReadOnlyList<NumberGroups> Of { get; }

    /// <summary>What is in each group.</summary>
    public IReadOnlyList<GroupCount> Groups { get; }

    /// <summary>What rests on each of the largest publishers.</summary>
    public IReadOnlyList<PublisherCount> ByPublisher { get; }

    /// <summary>The cell of chance, as a bit.</summary>
    public static ulong ChanceBit => 1UL << (int)EvidenceGroup.Chance;

    /// <summary>The cells of a group, as bits.</summary>
    public ulong BitsOf(EvidenceGroup group) => Bits((g, _) => g == group);

    /// <summary>The cells of a publisher, as bits.</summary>
    public ulong BitsOf(string publisher) => Bits((_, p) => p == publisher);

    /// <summary>The group of a number.</summary>
    public EvidenceGroup GroupOf(Parameter number) => _claimed.Contains(ParameterDraw.KeyOf(number)) ? EvidenceGroup.Claims : number.Kind switch
    {
        SourceKind.Assumption => EvidenceGroup.Assumptions,
        SourceKind.Estimate => EvidenceGroup.Estimates,
        SourceKind.Official => EvidenceGroup.Official,
        SourceKind.Measured => EvidenceGroup.Measured,
        _ => EvidenceGroup.Reported,
    };

    // Of several publishers behind the strongest kind the first in the cell counts: it was named first.
    private static string PublisherOf(Parameter number, EvidenceLedger ledger) =>
        number.Witnesses.Select(ledger.SourceOf).FirstOrDefault(s => s is not null && s.Kind == number.Kind)?.Publisher ?? "";

    private bool IsOf(Parameter number, EvidenceLedger ledger, string publisher) =>
        GroupOf(number) is not (EvidenceGroup.Claims or EvidenceGroup.Assumptions) && PublisherOf(number, ledger) == publisher;

    private GroupCount CountOf(EvidenceGroup group, IReadOnlyList<(EvidenceLedger Ledger, Parameter Number)> once)
    {
        Parameter[] numbers = [.. once.Select(n => n.Number).Where(p => GroupOf(p) == group)];
        return new GroupCount(group, numbers.Length, numbers.Where(p => p.Spread.Shape != SpreadShape.Fixed).Select(ParameterDraw.KeyOf).Distinct().Count());
    }

    private int CellOf(Parameter number, EvidenceLedger ledger)
    {
        EvidenceGroup group = GroupOf(number);
        string publisher = Sourced.Contains(group) ? PublisherOf(number, ledger) : "";
        return _cellOf.TryGetValue((group, publisher), out int cell) ? cell : _cellOf[(group, "")];
    }

    private void Cell(EvidenceGroup group, string publisher)
    {
        if (!_cellOf.TryAdd((group, publisher), _groupOf.Count)) return;
        _groupOf.Add(group);
    }

    private ulong Bits(Func<EvidenceGroup, string, bool> fits)
    {
        ulong bits = 0;
        foreach (((EvidenceGroup group, string publisher), int cell) in _cellOf)
        {
            if (fits(group, publisher)) bits |= 1UL << cell;
        }

        return bits;
    }
}
