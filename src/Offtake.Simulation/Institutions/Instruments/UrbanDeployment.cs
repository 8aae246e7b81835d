using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share a year of the gap between a city's fleet and the fleet that covers its service, ordered beside what the city would buy anyway.</summary>
/// <remarks>Acts through orders (DEM-13), on the terms of a guaranteed purchase.</remarks>
internal sealed class UrbanDeployment : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.UrbanDeployment;

    public override void Enact(Directive directive, EnactmentContext context) => context.Policies.Purchases.Add(directive);
}
