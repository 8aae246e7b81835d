using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of processing cost that the state pays for its facilities.</summary>
/// <remarks>Acts through cash from the treasury of the region.</remarks>
internal sealed class ProductionCredit : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProductionCredit;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.ProcessingCredit[target.Index] += directive.Strength;
    }
}
