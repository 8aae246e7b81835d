using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>The state sells a share of its reserve of a commodity every month on its market.</summary>
/// <remarks>Acts through goods and cash (LOG-7): buyers pay the treasury, and what it takes in counts against what the lever costs. Two releases leave the product of what each leaves.</remarks>
internal sealed class ReserveRelease : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ReserveRelease;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
        {
            int m = target.Index;
            context.Policies.ReserveSaleShare[m] = 1.0 - ((1.0 - context.Policies.ReserveSaleShare[m]) * (1.0 - directive.Strength));
            context.Policies.SaleOrdered[m] += directive.Strength;
        }
    }

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        Usd taken = Usd.Zero;
        foreach (Target target in Each(directive.Targets))
            taken += state.Price[target.Index] * state.Reserves.Sold[target.Index] * (directive.Strength / state.Policies.SaleOrdered[target.Index]);
        return -taken;
    }
}
