using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A cap on the yearly activity of its facilities together.</summary>
/// <remarks>Acts through law. It is apportioned by activity at the opening, and the parts sum exactly to the cap.</remarks>
internal sealed class ProductionQuota : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProductionQuota;

    public override void Enact(Measure measure, double strength, EnactmentContext context) => Apportion(measure, strength, context);

    /// <summary>Shares a yearly cap among the facilities a measure names.</summary>
    public static void Apportion(Measure measure, double perYear, EnactmentContext context)
    {
        double total = 0.0;
        int count = 0;
        int last = -1;
        for (int i = 0; i < measure.Targets.Count; i++)
        {
            if (measure.Targets[i].Kind != TargetKind.Facility) continue;
            total += context.OpeningActivity[measure.Targets[i].Index].Value;
            count++;
            last = i;
        }

        Amount left = new(perYear / 12.0);
        for (int i = 0; i <= last; i++)
        {
            if (measure.Targets[i].Kind != TargetKind.Facility) continue;
            int facility = measure.Targets[i].Index;
            double share = total > 0.0 ? context.OpeningActivity[facility].Value / total : 1.0 / count;
            Amount part = i == last ? left : new Amount(perYear / 12.0 * share);
            context.Policies.QuotaPerMonth[facility] = Amount.Min(context.Policies.QuotaPerMonth[facility], part);
            left -= part;
        }
    }
}
