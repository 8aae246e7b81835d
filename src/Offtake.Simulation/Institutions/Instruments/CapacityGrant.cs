using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of the cost of new capacity that the state pays: a grant, or the grant inside a cheap loan.</summary>
/// <remarks>Acts through cash (FIN-4), paid by the treasury of the region while capacity is built. A second grant applies to what the first leaves to pay.</remarks>
internal sealed class CapacityGrant : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.CapacityGrant;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double[] grant = context.Policies.CapacityGrant;
        foreach (Target target in Each(directive.Targets)) grant[target.Index] = 1.0 - ((1.0 - grant[target.Index]) * (1.0 - directive.Strength));
        context.Policies.CapacityGrants.Add(directive);
    }
}
