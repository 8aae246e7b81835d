using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Closes a share of the capacity of its facilities for good every year, and pays its owners for part of it.</summary>
/// <remarks>
/// Acts through capacity and cash (INV-7): a treasury pays, debts of the same part are repaid or written off. That scale lowers cost is not assumed: no study of
/// these industries measures it apart from the closures. Two orders for one facility leave the product of what each leaves.
/// </remarks>
internal sealed class Restructuring : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Restructuring;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
        {
            int f = target.Index;
            context.Policies.ClosedForGood[f] = 1.0 - ((1.0 - context.Policies.ClosedForGood[f]) * (1.0 - (directive.Strength / 12.0)));
            context.Policies.ClosingOrdered[f] += directive.Strength;
            context.Policies.CompensationOrdered[f] += directive.Strength * directive.Terms.Compensation;
        }
    }

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        Usd paid = Usd.Zero;
        if (state.Finance is not { } finance || directive.Terms.Compensation == 0.0) return paid;
        foreach (Target target in Each(directive.Targets))
            paid += finance.Compensation[target.Index] * (directive.Strength * directive.Terms.Compensation / state.Policies.CompensationOrdered[target.Index]);
        return paid;
    }
}
