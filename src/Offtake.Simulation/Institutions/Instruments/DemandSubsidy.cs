using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>A share of the price that the state pays for the users it names.</summary>
/// <remarks>Acts through cash: users see a lower price (DEM-2) and the treasury pays the rest. A second subsidy applies to
/// what the first one leaves to pay. What an institution's subsidy adds to wants may be pulled forward or crowd out (DEM-11, DEM-12).</remarks>
internal sealed class DemandSubsidy : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.DemandSubsidy;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        Add(directive, context.Policies.Subsidy);
        if (directive.Number == Directive.OfCalendar) Add(directive, context.Policies.SubsidyOfCalendar);
        else context.Policies.Subsidies.Add(directive);
    }

    private static void Add(Directive directive, double[] subsidy)
    {
        foreach (Target target in Each(directive.Targets)) subsidy[target.Index] = 1.0 - ((1.0 - subsidy[target.Index]) * (1.0 - directive.Strength));
    }
}
