using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Places on pilot platforms of its regions grow by a share.</summary>
/// <remarks>Acts through capacity (RND-3); it costs what administering it costs. Only whole places count. Shares add up.</remarks>
internal sealed class PilotPlatform : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.PilotPlatform;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.Support.PilotPlacesFactor[target.Index] += directive.Strength;
    }
}
