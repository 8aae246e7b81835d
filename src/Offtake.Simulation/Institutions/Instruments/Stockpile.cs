using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>An amount a year that the state buys on its markets into a reserve.</summary>
/// <remarks>Acts through orders, paid by the treasury; it is rationed like any other order.</remarks>
internal sealed class Stockpile : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Stockpile;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
            context.Policies.ReservePurchase[target.Index] += new Amount(directive.Strength / 12.0 / directive.Targets.Count);
    }

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        Usd paid = Usd.Zero;
        foreach (Target target in Each(directive.Targets))
        {
            double own = directive.Strength / 12.0 / directive.Targets.Count / state.Policies.ReservePurchase[target.Index].Value;
            paid += state.Price[target.Index] * state.Months.Reserved[target.Index] * own;
        }

        return paid;
    }
}
