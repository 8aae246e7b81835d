using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Housing for skilled workers: the net growth of their number that training allows rises by a share.</summary>
/// <remarks>
/// Acts through the limit on training (INV-5), not through the number of workers; it costs what administering it costs. Shares add up. Workers drawn from
/// neighbouring regions are not missed there: one study of such programmes finds that they are.
/// </remarks>
internal sealed class TalentHousing : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.TalentHousing;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.Support.TrainingFactor[target.Index] += directive.Strength;
    }
}
