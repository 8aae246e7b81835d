using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Holds up a share of requested exports on its routes.</summary>
/// <remarks>Acts through law and time: what is held up may be asked for again next month, and users who see the risk hold more stock (DEM-6).</remarks>
internal sealed class ExportLicence : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.ExportLicence;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets))
            context.Policies.LicenceHeldShare[target.Index] = 1.0 - ((1.0 - context.Policies.LicenceHeldShare[target.Index]) * (1.0 - directive.Strength));
    }
}
