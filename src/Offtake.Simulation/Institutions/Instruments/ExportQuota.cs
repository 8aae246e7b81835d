using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>One cap on the yearly tonnage of all its routes together.</summary>
/// <remarks>Acts through law; the rent it creates goes to those who may export (LOG-4).</remarks>
internal sealed class ExportQuota : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ExportQuota;

    public override void Enact(Measure measure, double strength, EnactmentContext context)
    {
        // Numbered as the first of its routes, so that what is left of it this year stays its own when another quota starts or ends.
        int group = measure.Targets[0].Index;
        foreach (Target target in Each(measure.Targets)) group = Math.Min(group, target.Index);
        context.Policies.ExportQuotaPerMonth[group] = new Amount(strength / 12.0);
        foreach (Target target in Each(measure.Targets)) context.Policies.ExportQuotaGroup[target.Index] = group;
    }
}
