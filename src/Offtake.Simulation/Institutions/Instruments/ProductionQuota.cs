using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A cap on the yearly activity of its facilities together.</summary>
/// <remarks>Acts through law. It is apportioned by activity at the opening, and the parts sum exactly to the cap.</remarks>
internal sealed class ProductionQuota : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProductionQuota;

    public override void Enact(Measure measure, double strength, EnactmentContext context)
    {
        double total = 0.0;
        foreach (Target target in measure.Targets) total += context.OpeningActivity[target.Index].Value;
        Amount left = new(strength / 12.0);
        for (int i = 0; i < measure.Targets.Count; i++)
        {
            int facility = measure.Targets[i].Index;
            bool isLast = i == measure.Targets.Count - 1;
            double share = total > 0.0 ? context.OpeningActivity[facility].Value / total : 1.0 / measure.Targets.Count;
            Amount part = isLast ? left : new Amount(strength / 12.0 * share);
            context.Policies.QuotaPerMonth[facility] = Amount.Min(context.Policies.QuotaPerMonth[facility], part);
            left -= part;
        }
    }
}
