using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>One cap on the yearly tonnage of all its routes together.</summary>
/// <remarks>Acts through law; the rent it creates goes to those who may export (LOG-4). Pulled in part, by pull, veto or compliance, it is that much looser (INS-7).</remarks>
internal sealed class ExportQuota : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ExportQuota;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        // Numbered as the first of its routes, so that what is left of it this year stays its own when another quota starts or ends.
        int group = directive.Targets[0].Index;
        foreach (Target target in Each(directive.Targets)) group = Math.Min(group, target.Index);
        context.Policies.ExportQuotaPerMonth[group] = new Amount(directive.CapPerYear / 12.0);
        foreach (Target target in Each(directive.Targets)) context.Policies.ExportQuotaGroup[target.Index] = group;
    }
}
