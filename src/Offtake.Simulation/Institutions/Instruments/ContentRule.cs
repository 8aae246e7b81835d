using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Of what is asked for in a market, at most the rest may come over the routes it names together: recycled- or domestic-content rule.</summary>
/// <remarks>Acts through law in the request of importers (LOG-8). It raises no output by itself: what may not come is missing until somebody makes it.</remarks>
internal sealed class ContentRule : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ContentRule;

    public override void Enact(Directive directive, EnactmentContext context) => context.Policies.ContentRules.Add(directive);
}
