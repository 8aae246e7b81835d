using Offtake.Model.Governance;
using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>An inspection campaign down a chain of command, in one of the readings that its terms state.</summary>
/// <remarks>
/// Acts through the target of state firms (OPS-8), the return that owners ask for (INV-1) and the survival of projects in the regions of its facilities
/// (RND-2), each times the share of the year under campaign. Studies disagree: utilisation of state firms rises, their investment and research fall, private
/// investment falls. Each is a reading with numbers of its own; their mean is the finding of nobody.
/// </remarks>
internal sealed class InspectionCampaign : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.InspectionCampaign;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        PoliciesInForce policies = context.Policies;
        double hurdle = Exponential.Of(directive.Terms.HurdleLog * directive.Strength);
        double passing = 1.0 - (directive.Terms.ProjectLoss * directive.Strength);
        for (int i = 0; i < directive.Targets.Count; i++)
        {
            int f = directive.Targets[i].Index;
            policies.TargetRise[f] += directive.Terms.Pressure * directive.Strength;
            policies.HurdleFactor[f] *= hurdle;
            if (IsFirstOfRegion(directive.Targets, i, policies)) policies.Support.SurvivalFactor[policies.RegionOf(f)] *= passing;
        }
    }

    /// <summary>Projects belong to a region, which feels a campaign once, however many of its facilities are inspected.</summary>
    private static bool IsFirstOfRegion(IReadOnlyList<Target> targets, int place, PoliciesInForce policies)
    {
        int region = policies.RegionOf(targets[place].Index);
        for (int i = 0; i < place; i++)
        {
            if (policies.RegionOf(targets[i].Index) == region) return false;
        }

        return true;
    }
}
