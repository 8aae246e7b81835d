using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A lever: how a measure of some strength changes law or cash in a month. It cannot see the state of the chain.</summary>
internal abstract class Instrument
{
    /// <summary>Which lever it is.</summary>
    public abstract InstrumentKind Kind { get; }

    /// <summary>Writes a measure in force into the month's law and cash.</summary>
    public abstract void Enact(Measure measure, double strength, EnactmentContext context);

    /// <summary>Targets in their order, walked without asking for memory as an interface would.</summary>
    protected static TargetsInOrder Each(IReadOnlyList<Target> targets) => new(targets);

    /// <summary>All levers, by kind.</summary>
    public static Instrument[] All { get; } = [.. new Instrument[]
    {
        new ProductionQuota(), new ExportQuota(), new ExportLicence(), new Tariff(), new ExportDuty(),
        new Embargo(), new PriceFloor(), new ProductionCredit(), new Stockpile(), new DemandSubsidy(), new Closure(),
        new QuotaResponse(),
    }.OrderBy(i => i.Kind)];
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
