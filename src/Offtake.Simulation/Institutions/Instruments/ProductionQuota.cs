using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A cap on the yearly activity of its facilities together.</summary>
/// <remarks>Acts through law. It is apportioned by activity at the opening, and the parts sum exactly to the cap. Pulled in part, by pull, veto or compliance, it is that much looser (INS-7).</remarks>
internal sealed class ProductionQuota : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProductionQuota;

    public override void Enact(Directive directive, EnactmentContext context) => Apportion(directive.Targets, directive.CapPerYear, context);

    /// <summary>Shares a yearly cap among the facilities a measure names.</summary>
    public static void Apportion(IReadOnlyList<Target> targets, double perYear, EnactmentContext context)
    {
        double total = 0.0;
        int count = 0;
        int last = -1;
        for (int i = 0; i < targets.Count; i++)
        {
            if (targets[i].Kind != TargetKind.Facility) continue;
            total += context.OpeningActivity[targets[i].Index].Value;
            count++;
            last = i;
        }

        // What is left is kept in two numbers, so that many small parts round off no more than the last bit of the cap (two-sum, Knuth 1969, 4.2.2).
        double left = perYear / 12.0, below = 0.0;
        for (int i = 0; i <= last; i++)
        {
            if (targets[i].Kind != TargetKind.Facility) continue;
            int facility = targets[i].Index;
            double share = total > 0.0 ? context.OpeningActivity[facility].Value / total : 1.0 / count;
            double amount = i == last ? left + below : perYear / 12.0 * share;
            Amount part = new(amount);
            context.Policies.QuotaPerMonth[facility] = Amount.Min(context.Policies.QuotaPerMonth[facility], part);
            double rest = left - amount, back = rest - left;
            below += left - (rest - back) + (-amount - back);
            left = rest;
        }
    }
}
