using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Knowledge may not be exported: where it is needed, permits and building take longer by a factor.</summary>
/// <remarks>Acts through time (INV-8). Pulled in part, by pull or by compliance, the factor is that part of the way from one. Two bans on one facility multiply. Dated projects come as announced.</remarks>
internal sealed class TechnologyBan : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.TechnologyBan;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        double full = double.IsNaN(directive.AtMost) ? directive.Strength : directive.AtMost;
        double factor = 1.0 + ((full - 1.0) * (directive.Strength / full));
        foreach (Target target in Each(directive.Targets)) context.Policies.BuildingTimeFactor[target.Index] *= factor;
    }
}
