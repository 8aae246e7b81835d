using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Users of its markets must hold some months of cover beside what they would hold anyway.</summary>
/// <remarks>Acts through orders (DEM-5): users order and pay. Duties add up. Whether anybody checks is compliance.</remarks>
internal sealed class ReserveDuty : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ReserveDuty;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.DutyMonths[target.Index] += directive.Strength;
    }
}
