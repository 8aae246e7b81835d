using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Research outlay of its regions grows by a share.</summary>
/// <remarks>Acts through cash (RND-1): the treasury of the region pays what is added. Grants add up. That public money draws private money along, or drives it out, is not in it.</remarks>
internal sealed class ResearchGrant : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ResearchGrant;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.Support.OutlayFactor[target.Index] += directive.Strength;
    }

    public override Usd Outlay(Directive directive, ChainState state, ChainNumbers numbers)
    {
        double paid = 0.0;
        if (numbers.OptionalTables.Research is not { } research) return Usd.Zero;
        foreach (Target target in Each(directive.Targets)) paid += research.OutlayPerMonthUsd[target.Index] * directive.Strength;
        return new Usd(paid);
    }
}
