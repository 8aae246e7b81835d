using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>An amount a year that the state buys on its markets into a reserve.</summary>
/// <remarks>Acts through orders, paid by the treasury; it is rationed like any other order.</remarks>
internal sealed class Stockpile : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Stockpile;

    public override void Enact(Measure measure, double strength, EnactmentContext context)
    {
        foreach (Target target in Each(measure.Targets))
            context.Policies.ReservePurchase[target.Index] += new Amount(strength / 12.0 / measure.Targets.Count);
    }
}
