using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A higher level blocks a share of an institution's orders.</summary>
/// <remarks>Acts through law: what is blocked is an event, and nothing of it is carried out.</remarks>
internal sealed class Veto : OverInstitutions
{
    public override InstrumentKind Kind => InstrumentKind.Veto;

    public override double[] Column(Hierarchy hierarchy) => hierarchy.Vetoed;
}
