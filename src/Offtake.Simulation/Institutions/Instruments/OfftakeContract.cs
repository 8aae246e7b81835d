using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Guaranteed purchase: a share of a city's monthly revenue spent on each month's goods for the uses it names.</summary>
/// <remarks>Acts through orders (DEM-13), rationed and priced like any other; the city pays, and the treasury of its region for the cities that do the same.</remarks>
internal sealed class OfftakeContract : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.OfftakeContract;

    public override void Enact(Directive directive, EnactmentContext context) => context.Policies.Purchases.Add(directive);
}
