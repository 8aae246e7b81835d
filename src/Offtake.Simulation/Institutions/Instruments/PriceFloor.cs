using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A price for contained product up to which the state tops up the mines it names.</summary>
/// <remarks>Acts through cash: the treasury pays the gap for what is mined, not for what is promised. Targets are facilities and one commodity.</remarks>
internal sealed class PriceFloor : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.PriceFloor;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        int commodity = -1;
        foreach (Target target in Each(directive.Targets))
        {
            if (commodity < 0 && target.Kind == TargetKind.Commodity) commodity = target.Index;
        }

        foreach (Target target in Each(directive.Targets))
        {
            if (target.Kind != TargetKind.Facility) continue;
            context.Policies.PriceFloor[target.Index] = new UsdPerUnit(directive.Strength);
            context.Policies.PriceFloorCommodity[target.Index] = commodity;
            context.Policies.FloorOf[target.Index] = directive.Number;
        }
    }

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        Usd paid = Usd.Zero;
        foreach (Target target in Each(directive.Targets))
        {
            if (target.Kind == TargetKind.Facility && state.Policies.FloorOf[target.Index] == directive.Number)
                paid += state.Months.FloorPaid[target.Index];
        }

        return paid;
    }
}
