using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A production quota that an institution sets and reviews by the price and the orders of one market.</summary>
/// <remarks>Acts through law, as a production quota does. The review decides on what it can see (INS-1); here its quota is enacted. Targets are facilities and one market.</remarks>
internal sealed class QuotaResponse : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.QuotaResponse;

    public override void Enact(Directive directive, EnactmentContext context) => ProductionQuota.Apportion(directive.Targets, directive.Strength, context);
}
