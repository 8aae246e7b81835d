using System.Text.Json.Nodes;
using Offtake.Model.Evidence;
using Offtake.PlainText;
using Offtake.World;
using Offtake.World.Checking;
using Offtake.World.Records;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence check</c>: puts questions to records, shows the arithmetic, and keeps verdicts when asked to.</summary>
internal static class EvidenceCheck
{
    public static int Go(string? name, bool set, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder) return ExitCodes.BadInput;
        Reading<IReadOnlyList<RecordCheck>> reading = RecordCheckReader.ReadAll(folder.Worlds);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        RecordCheck[] checks = [.. reading.Value.Where(c => name is null || c.Id == name)];
        if (checks.Length == 0) return folder.Refuse(name is null ? "there are no checks in" : "unknown check", name ?? "checks/", name is null ? "add one; docs/evidence.md says how" : NearestName.Remedy(name, [.. reading.Value.Select(c => c.Id)]));

        List<Problem> problems = [];
        List<(CheckOutcome Outcome, IReadOnlyList<string> Remarks, string Before)> found = [];
        foreach (RecordCheck check in checks)
        {
            if (folder.WorldIds(check.World) is null || folder.World(check.World) is not { } chain) return ExitCodes.BadInput;
            if (chain.Evidence.Claims.FirstOrDefault(c => c.Id == check.Claim) is not { } claim)
                return folder.Refuse($"checks/{check.Id}.yaml: world '{check.World}' has no claim", check.Claim, NearestName.Remedy(check.Claim, [.. chain.Evidence.Claims.Select(c => c.Id)]));
            Reading<RecordContent> record = RecordReader.Read(Path.Combine(Path.GetDirectoryName(folder.Worlds)!, "records"), check.Record, check.Form);
            problems.AddRange(record.Problems);
            if (record.Succeeded) found.Add((RecordJudgement.Of(check, record.Value), record.Value.Remarks, claim.On(check.Aspect).Name()));
        }

        if (problems.Any(p => p.Severity == Severity.Error)) return Refuse(problems, around);
        DateOnly today = DateOnly.FromDateTime(around.Clock.GetLocalNow().DateTime);
        try
        {
            if (set) foreach (CheckOutcome o in found.Select(f => f.Outcome).Where(o => o.Verdict != Verdict.Unverified && !o.Check.IsIllustration)) VerdictFile.Append(folder.Worlds, o.Check.World, new Verification(o.Check.Claim, o.Check.Aspect, o.Verdict, today, o.Check.Id, o.RecordSha256, o.Arithmetic, ""));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: the verdicts cannot be kept: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }

        ProblemText.Write(problems, around.Error);
        if (json) return folder.Write(new JsonObject { ["schemaVersion"] = 1, ["set"] = set, ["checks"] = new JsonArray([.. found.Select(f => (JsonNode)Document(f.Outcome, f.Remarks, f.Before))]) });
        foreach ((CheckOutcome outcome, IReadOnlyList<string> remarks, string before) in found) Write(outcome, remarks, before, folder);
        foreach (string later in set ? Later(found.Select(f => f.Outcome.Check), today, folder) : []) folder.Line(later);
        folder.Line(set ? $"Kept in verdicts/ with the date {today:yyyy-MM-dd}; what stayed unverified and what illustrates with a made-up record is not kept." : "Nothing was kept; --set keeps the verdicts.");
        return ExitCodes.Done;
    }

    // A date to come would outlive every check until then; that must not pass for a verdict that holds.
    private static IEnumerable<string> Later(IEnumerable<RecordCheck> checks, DateOnly today, EvidenceFolder folder) =>
        from c in checks.DistinctBy(c => (c.World, c.Claim, c.Aspect))
        let kept = folder.World(c.World)?.Evidence.Claims.FirstOrDefault(l => l.Id == c.Claim)?.Verifications.FirstOrDefault(v => v.Aspect == c.Aspect)
        where kept is not null && kept.Date > today
        select $"Of claim {c.Claim}, {c.Aspect.Name()}, {kept.Verdict.Name()} still holds: {kept.Address} is dated {kept.Date:yyyy-MM-dd}, which is to come.";

    private static void Write(CheckOutcome o, IReadOnlyList<string> remarks, string before, EvidenceFolder folder)
    {
        folder.Line($"{o.Check.Id}: {o.Check.Title}");
        folder.Line($"  claim {o.Check.Claim} of {o.Check.World}, {o.Check.Aspect.Name()}: {before} -> {o.Verdict.Name()}");
        if (o.Check.IsIllustration) folder.Line("  An illustration with a made-up record: the verdict is never kept.");
        foreach (string step in o.Steps) folder.Line($"  {step}");
        foreach (RecordRow row in o.Matching.Take(12)) folder.Line($"    {row.Id} {row.Months?.ToString() ?? "undated"} [{row.Address}]");
        foreach (RecordRow row in o.Open.Take(12)) folder.Line($"    not counted: {row.Id} {row.Months?.ToString() ?? "undated"} [{row.Address}]");
        foreach (string remark in remarks) folder.Line($"  Note: {remark}");
        folder.Line();
    }

    private static JsonObject Document(CheckOutcome o, IReadOnlyList<string> remarks, string before) => new()
    {
        ["check"] = o.Check.Id,
        ["world"] = o.Check.World,
        ["claim"] = o.Check.Claim,
        ["aspect"] = o.Check.Aspect.Name(),
        ["before"] = before,
        ["verdict"] = o.Verdict.Name(),
        ["matching"] = o.Matching.Count,
        ["sum"] = o.Sum,
        ["unit"] = o.Check.Unit,
        ["confirmedAt"] = o.Check.ConfirmedAt,
        ["arithmetic"] = EvidenceFolder.Texts(o.Steps),
        ["remarks"] = EvidenceFolder.Texts(remarks),
        ["recordSha256"] = o.RecordSha256,
        ["open"] = EvidenceFolder.Texts(o.Open.Select(r => r.Id)),
        ["rows"] = EvidenceFolder.Texts(o.Matching.Select(r => r.Id)),
    };

    private static int Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        return ExitCodes.BadInput;
    }
}
