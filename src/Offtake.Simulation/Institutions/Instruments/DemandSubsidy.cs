using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of the price that the state pays for the users it names.</summary>
/// <remarks>Acts through cash: users see a lower price (DEM-2) and the treasury pays the rest. A second subsidy applies to
/// what the first one leaves to pay.</remarks>
internal sealed class DemandSubsidy : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.DemandSubsidy;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
            context.Policies.Subsidy[target.Index] = 1.0 - ((1.0 - context.Policies.Subsidy[target.Index]) * (1.0 - directive.Strength));
    }
}
