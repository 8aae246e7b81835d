using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A lever: how an order of some strength changes law or cash in a month. It cannot see the state of the chain.</summary>
internal abstract class Instrument
{
    /// <summary>Which lever it is.</summary>
    public abstract InstrumentKind Kind { get; }

    /// <summary>Writes an order that stands into the month's law and cash.</summary>
    public abstract void Enact(Directive directive, EnactmentContext context);

    /// <summary>Targets in their order, walked without asking for memory as an interface would.</summary>
    public static TargetsInOrder Each(IReadOnlyList<Target> targets) => new(targets);

    /// <summary>The lever of each kind.</summary>
    public static Instrument[] All { get; } = ByKind(
    [
        new ProductionQuota(), new ExportQuota(), new ExportLicence(), new Tariff(), new ExportDuty(),
        new Embargo(), new PriceFloor(), new ProductionCredit(), new Stockpile(), new DemandSubsidy(), new Closure(),
        new QuotaResponse(),
        new ExecutiveTurnover(), new Veto(),
    ]);

    private static Instrument[] ByKind(Instrument[] levers)
    {
        var byKind = new Instrument[Enum.GetValues<InstrumentKind>().Length];
        foreach (Instrument lever in levers) byKind[(int)lever.Kind] = lever;
        return byKind;
    }
}

/// <summary>Walks a list of targets.</summary>
internal struct TargetsInOrder(IReadOnlyList<Target> targets)
{
    private int _next;

    public Target Current { get; private set; }

    public readonly TargetsInOrder GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= targets.Count) return false;
        Current = targets[_next++];
        return true;
    }
}

/// <summary>What an instrument may read and write when it is enacted.</summary>
/// <param name="Policies">Law and cash of the month.</param>
/// <param name="OpeningActivity">Activity a month at the opening by facility, the key by which quotas are apportioned.</param>
internal readonly record struct EnactmentContext(PoliciesInForce Policies, Amount[] OpeningActivity);
