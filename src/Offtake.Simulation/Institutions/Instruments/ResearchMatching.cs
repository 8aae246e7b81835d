using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of the projects of its regions that would fail for want of a partner go on.</summary>
/// <remarks>
/// Acts through survival at a stage (RND-2), not through what a project does when it is deployed; it costs what administering it costs. Two of them leave the
/// product of the failures each leaves.
/// </remarks>
internal sealed class ResearchMatching : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ResearchMatching;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double[] avoided = context.Policies.Support.FailuresAvoided;
        foreach (Target target in Each(directive.Targets)) avoided[target.Index] = 1.0 - ((1.0 - avoided[target.Index]) * (1.0 - directive.Strength));
    }
}
