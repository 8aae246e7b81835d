using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A lever: how an order of some strength changes law or cash in a month, without sight of the chain, and what it cost when the month is over.</summary>
internal abstract class Instrument
{
    /// <summary>Which lever it is.</summary>
    public abstract InstrumentKind Kind { get; }

    /// <summary>Writes an order that stands into the month's law and cash.</summary>
    public abstract void Enact(Directive directive, EnactmentContext context);

    /// <summary>What a treasury paid this month because of an order that stands, beside what administering it costs; below zero what it took in.</summary>
    /// <remarks>Eq. INS-8. Money that its phase posted itself is not in it.</remarks>
    public virtual Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers) => Usd.Zero;

    /// <summary>Targets in their order, walked without asking for memory as an interface would.</summary>
    public static TargetsInOrder Each(IReadOnlyList<Target> targets) => new(targets);

    /// <summary>The lever of each kind.</summary>
    public static Instrument[] All { get; } = ByKind(
    [
        new ProductionQuota(), new ExportQuota(), new ExportLicence(), new Tariff(), new ExportDuty(),
        new Embargo(), new PriceFloor(), new ProductionCredit(), new Stockpile(), new DemandSubsidy(), new Closure(),
        new QuotaResponse(),
        new Restructuring(), new ProcessStandard(), new TechnologyBan(), new ReserveRelease(), new ReserveDuty(),
        new ResearchGrant(), new PilotPlatform(), new ResearchMatching(), new CorridorServices(), new TalentHousing(), new PermitTrack(),
        new TargetEvaluation(), new InspectionCampaign(),
        new ExecutiveTurnover(), new Veto(),
        new OfftakeContract(), new UrbanDeployment(), new InputTaxCredit(), new ContentRule(),
        new CapacityGrant(), new GuidanceFund(),
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
