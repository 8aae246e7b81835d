using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>The head of an institution is replaced, and for a while less of its orders is carried out.</summary>
/// <remarks>Acts through time and law: what is left undone is posted as such. That new heads may do better later is not in it.</remarks>
internal sealed class ExecutiveTurnover : OverInstitutions
{
    public override InstrumentKind Kind => InstrumentKind.ExecutiveTurnover;

    public override double[] Column(Hierarchy hierarchy) => hierarchy.Leaderless;
}
