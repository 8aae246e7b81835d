using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A standard for clean processing: its facilities pay more for a unit and leave less behind.</summary>
/// <remarks>Acts through law and cost (OPS-7): owners pay. Two standards on one facility multiply, in cost and in what they leave. A future in which both numbers fall high removes all there is, and no more; a file that says so at its central values is refused.</remarks>
internal sealed class ProcessStandard : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ProcessStandard;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double left = Math.Max(0.0, 1.0 - (directive.Terms.ResidueRemoved * directive.Strength));
        foreach (Target target in Each(directive.Targets))
        {
            context.Policies.StandardCostFactor[target.Index] *= 1.0 + directive.Strength;
            context.Policies.StandardResidueFactor[target.Index] *= left;
        }

        context.Policies.HasStandards = true;
    }
}
