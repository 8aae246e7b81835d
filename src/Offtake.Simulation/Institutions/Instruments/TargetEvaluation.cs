using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Those who run state firms are scored on output: a share of capacity more is run whatever the margin.</summary>
/// <remarks>Acts through the target of a state firm (OPS-8); it may make without being asked and pay for it. Firms without a target are not scored. Shares add up.</remarks>
internal sealed class TargetEvaluation : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.TargetEvaluation;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.TargetRise[target.Index] += directive.Strength;
    }
}
