using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A tax on the value of exports on its routes.</summary>
/// <remarks>Acts through cash: the importer pays it to the treasury at the origin. Several duties add up.</remarks>
internal sealed class ExportDuty : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ExportDuty;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.ExportDuty[target.Index] += directive.Strength;
    }
}
