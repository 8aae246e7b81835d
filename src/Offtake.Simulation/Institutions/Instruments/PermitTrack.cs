using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Land and permits come sooner for its facilities, by a number of months.</summary>
/// <remarks>Acts through time (INV-8); it costs what administering it costs. Months saved add up; a permit takes a month at least.</remarks>
internal sealed class PermitTrack : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.PermitTrack;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.PermitMonthsSaved[target.Index] += directive.Strength;
    }
}
