using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A standard for clean processing: its facilities pay more for a unit and leave less behind.</summary>
/// <remarks>Acts through law and cost (OPS-7): owners pay. Two standards on one facility multiply, in cost and in what they leave.</remarks>
internal sealed class ProcessStandard : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProcessStandard;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double left = 1.0 - (directive.Terms.ResidueRemoved * directive.Strength);
        if (left < 0.0)
        {
            throw new InvalidOperationException(
                $"A process standard of strength {directive.Strength:G6} with residue-removed {directive.Terms.ResidueRemoved:G6} would remove {1.0 - left:P0} of what is left behind; " +
                "their product may be at most 1. Lower at-most or residue-removed, or narrow their ranges.");
        }

        foreach (Target target in Each(directive.Targets))
        {
            context.Policies.StandardCostFactor[target.Index] *= 1.0 + directive.Strength;
            context.Policies.StandardResidueFactor[target.Index] *= left;
        }

        context.Policies.HasStandards = true;
    }
}
