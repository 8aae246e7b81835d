using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Closes a share of its routes.</summary>
/// <remarks>Acts through law. Two closures of one route leave the product of what each leaves open.</remarks>
internal sealed class Embargo : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Embargo;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
            context.Policies.ClosedShare[target.Index] = 1.0 - ((1.0 - context.Policies.ClosedShare[target.Index]) * (1.0 - directive.Strength));
    }
}
