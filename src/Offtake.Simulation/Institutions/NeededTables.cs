using Offtake.Model.Chain;
using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions;

/// <summary>Which levers have nothing to act on in a world that lacks a table. Such a lever would be pulled, paid for and felt by nobody, which is no answer.</summary>
internal static class NeededTables
{
    /// <summary>Refuses levers whose table a world does not have, all at once.</summary>
    /// <exception cref="InvalidOperationException">Names each lever, what it lacks and what to do.</exception>
    public static void MustBeThere(IEnumerable<(Institution Who, ReachedInstrument Reach)> levers, ValueChain chain)
    {
        string[] lacking = [.. levers.Select(l => Lacking(l.Reach, chain) is { } what ? $"{l.Who.Id}/{l.Reach.Id} ({l.Reach.Instrument}): {what}" : null).OfType<string>()];
        if (lacking.Length > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, lacking));
    }

    private static string? Lacking(ReachedInstrument reach, ValueChain chain) => reach.Instrument switch
    {
        InstrumentKind.QuotaResponse =>
            "it reviews itself by a market and belongs in the calendar; an institution sets a production-quota.",
        InstrumentKind.PermitTrack when chain.Finance is not { Capital.Count: > 0 } =>
            "permits take no time in a world without capital.csv; add the table or drop the lever.",
        InstrumentKind.GuidanceFund or InstrumentKind.CapacityGrant when chain.Finance is not { Capital.Count: > 0 } =>
            "new capacity costs nothing in a world without capital.csv, so that there is nothing to pay; add the table or drop the lever.",
        InstrumentKind.ResearchGrant or InstrumentKind.PilotPlatform or InstrumentKind.ResearchMatching or InstrumentKind.CorridorServices when chain.Research is null =>
            "a world without innovations.csv, research.csv and research_regions.csv has no projects; add the tables or drop the lever.",
        InstrumentKind.ResearchGrant or InstrumentKind.PilotPlatform when reach.Targets.FirstOrDefault(t => !chain.Research!.Regions.Any(r => r.Region == t.Index), new(default, -1)) is { Index: >= 0 } odd =>
            $"research_regions.csv has no row for {chain.Regions[odd.Index].Id}, so that a share of its research is a share of nothing; add the row or drop the region.",
        InstrumentKind.TalentHousing when chain.Workforce is null =>
            "a world without its tables of skilled labour counts no workers; add the tables or drop the lever.",
        InstrumentKind.TargetEvaluation when reach.Targets.All(t => chain.Facilities[t.Index].TargetPressure.Value <= 0.0) =>
            "none of its facilities has a target_pressure in facilities.csv, so none is a state firm; name one that has, or drop the lever.",
        _ => null,
    };
}
