using Offtake.Model.Governance;
using Offtake.Model.Quantities;

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

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        Usd paid = Usd.Zero;
        foreach (Target target in Each(directive.Targets)) paid += state.UnitCost[target.Index] * state.Months.Activity[target.Index] * directive.Strength;
        return paid;
    }
}
