using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A tax on the landed value of imports on its routes.</summary>
/// <remarks>Acts through cash: the importer pays it to the treasury at the destination.</remarks>
internal sealed class Tariff : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.Tariff;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.Tariff[target.Index] += directive.Strength;
    }
}
