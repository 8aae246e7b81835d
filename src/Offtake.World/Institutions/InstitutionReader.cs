using Offtake.Model.Governance;
using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;

namespace Offtake.World.Institutions;

/// <summary>Reads the institutions of a scenario. The order in which they are named does not matter: they stand in the order of their ids.</summary>
internal static class InstitutionReader
{
    /// <summary>The institutions, right or wrong.</summary>
    /// <param name="lineage">The scenario and all it extends.</param>
    /// <param name="folder">Where institutions are.</param>
    /// <param name="calendar">Measures in force, which may own what an institution reaches for.</param>
    /// <param name="world">What they name; takes numbers and problems.</param>
    public static ReadInstitutions Read(IReadOnlyList<ScenarioText> lineage, Folder folder, IReadOnlyList<DatedMeasure> calendar, WorldDraft world)
    {
        IReadOnlyList<(string Id, Place At)> named = InstitutionLine.Of(lineage, InstitutionFile.Ids(folder), world);
        InstitutionFile[] files = [.. named.Select(n => InstitutionFile.Read(folder, n.Id, n.At, world.Problems)).OfType<InstitutionFile>()];
        NameList names = new("institution", isComplete: files.Length == named.Count);
        foreach (InstitutionFile file in files) names.Add(file.Id);
        world.InstitutionNames = names;

        IReadOnlyList<TextFile> shared = files.Length == 0 ? [] : SharedEvidence.Read(folder, world);
        OwnEvidence[] evidence = [.. files.Select(f => new OwnEvidence(f.Map, world))];
        InstitutionDraft[] drafts = [.. files.Zip(evidence, (file, own) => InstitutionDraft.Read(file, own, world))];
        drafts = UntilEnd(drafts, lineage, world.Problems);
        TwoOwners.Check([.. calendar.Select(Ownership.Of), .. drafts.SelectMany(d => d.Ownerships)], world);
        foreach (InstitutionDraft draft in drafts) GapStability.Check(draft, world.Problems);
        if (!world.Problems.HasErrors)
            foreach (OwnEvidence own in evidence) own.WarnOfUnused(world);
        return new ReadInstitutions([.. drafts.Select(d => d.Institution)], [.. files.Select(f => f.Text), .. shared]);
    }

    // 'programmes-until' ends what would go on; what ends earlier by itself stays as it is. An overlay by itself may have nothing to end.
    private static InstitutionDraft[] UntilEnd(InstitutionDraft[] drafts, IReadOnlyList<ScenarioText> lineage, ProblemList problems)
    {
        const string key = "programmes-until";
        if (lineage.LastOrDefault(s => s.Map.Has(key)) is not { } stating || stating.Map.MonthOrNull(key) is not { } end) return drafts;
        Place at = stating.Map.PlaceOf(key);
        foreach (InstitutionDraft draft in drafts.Where(d => d.Institution.Tempo.From > end))
            problems.Error(at, $"programmes end before '{draft.Institution.Id}' begins to decide:", $"{end}", $"{draft.Institution.Tempo.From} or later", $"choose a later month, or name it under '{InstitutionLine.WithoutKey}'");
        return [.. drafts.Select(d => d.Institution.Tempo.Until is { } own && own <= end ? d : d with { Institution = d.Institution with { Tempo = d.Institution.Tempo with { Until = end } } })];
    }
}

/// <summary>What came of reading the institutions of a scenario.</summary>
/// <param name="Institutions">In ordinal order of ids.</param>
/// <param name="Files">For the fingerprint.</param>
internal sealed record ReadInstitutions(IReadOnlyList<Institution> Institutions, IReadOnlyList<TextFile> Files);
