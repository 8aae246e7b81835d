using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A state fund that raises money for new capacity of the facilities it names.</summary>
/// <remarks>Acts through cash (FIN-4): what is announced is realised in part. What it has raised stays in its account until there is something to fund, also when it raises no more.</remarks>
internal sealed class GuidanceFund : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.GuidanceFund;

    public override void Enact(Directive directive, EnactmentContext context) => context.Policies.GuidanceFunds.Add(directive);
}
