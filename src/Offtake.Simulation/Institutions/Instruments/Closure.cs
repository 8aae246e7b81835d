using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Shuts a share of the capacity of its facilities: inspections, enforcement, force majeure.</summary>
/// <remarks>Acts through capacity. Two closures of one facility leave the product of what each leaves open.</remarks>
internal sealed class Closure : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Closure;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
        {
            if (target.Kind == TargetKind.Facility)
                context.Policies.ShutShare[target.Index] = 1.0 - ((1.0 - context.Policies.ShutShare[target.Index]) * (1.0 - directive.Strength));
        }
    }
}
