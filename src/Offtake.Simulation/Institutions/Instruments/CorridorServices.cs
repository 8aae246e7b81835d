using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions.Instruments;

/// <summary>Services along a corridor save a share of the time that every stage of a project takes.</summary>
/// <remarks>Acts through time (RND-2); it costs what administering it costs. Two of them leave the product of the time each leaves.</remarks>
internal sealed class CorridorServices : Instrument
{
    public override InstrumentKind Kind => InstrumentKind.CorridorServices;

    public override void Enact(Directive directive, EnactmentContext context)
    {
        foreach (Target target in Each(directive.Targets)) context.Policies.Support.StageTimeFactor[target.Index] *= 1.0 - directive.Strength;
    }
}
