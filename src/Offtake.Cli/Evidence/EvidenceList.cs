using System.Globalization;
using System.Text.Json.Nodes;
using Offtake.Cli.Analyse;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence list</c>.</summary>
internal static class EvidenceList
{
    private const int LongestStatement = 70;

    public static int Go(string? scenario, string? world, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder) return ExitCodes.BadInput;
        List<(string World, EvidenceLedger Ledger, IReadOnlyList<ClaimLine> Lines)> all = [];
        if (scenario is not null)
        {
            if (folder.Scenario(scenario) is not { } one) return ExitCodes.BadInput;
            all.Add((one.Chain.Id, one.Chain.Evidence, ClaimRoll.Of(one.Chain.Evidence, [one])));
        }
        else
        {
            if (folder.WorldIds(world) is not { } worlds) return ExitCodes.BadInput;
            foreach (string id in worlds)
            {
                if (folder.World(id) is not { } chain) return ExitCodes.BadInput;
                if (chain.Evidence.Claims.Count > 0 || world is not null) all.Add((id, chain.Evidence, ClaimRoll.Of(chain.Evidence, folder.ScenariosOf(id))));
            }
        }

        if (json) return folder.Write(new JsonObject { ["schemaVersion"] = 1, ["worlds"] = new JsonArray([.. all.Select(w => (JsonNode)Document(w.World, w.Ledger, w.Lines))]) });
        foreach ((string id, EvidenceLedger ledger, IReadOnlyList<ClaimLine> lines) in all) Write(id, ledger, lines, folder);
        return ExitCodes.Done;
    }

    private static void Write(string world, EvidenceLedger ledger, IReadOnlyList<ClaimLine> lines, EvidenceFolder folder)
    {
        folder.Line($"{world}: {ProblemText.Of(lines.Count, "claim")}; {ProblemText.Of(ledger.Parameters.Count, "number")}, each with a witness: {string.Join(", ", Counts(ledger).Select(c => $"{c.Value} {c.Key}"))}; {ProblemText.Of(ledger.PublisherCount, "independent publisher")}.");
        TextTable table = new("claim", "said", "done", "caused", "publishers", "levers", "numbers", "statement");
        foreach (ClaimLine l in lines)
        {
            string text = l.Claim.Statement.Length <= LongestStatement ? l.Claim.Statement : l.Claim.Statement[..LongestStatement] + "…";
            table.Add(l.Claim.Id, Cell(l.Claim, Aspect.Said), Cell(l.Claim, Aspect.Done), Cell(l.Claim, Aspect.Caused), $"{l.Publishers.Count}", $"{l.Levers.Count}", $"{l.Parameters.Count}", text);
        }

        foreach (string line in table.Lines(0, 1, 2, 3, 7)) folder.Line(line);
        foreach (Verification v in lines.SelectMany(l => l.Claim.Verifications)) folder.Line($"  {v.Claim} {v.Verdict.Name()} ({v.Aspect.Name()}) on {Date(v)} by check '{v.Check}', record {v.RecordSha256[..Math.Min(12, v.RecordSha256.Length)]}: {v.Arithmetic}");
        folder.Line();
        folder.Line("  What would settle claims that no check has touched:");
        foreach (IGrouping<string, ClaimLine> kind in lines.Where(l => l.Claim.Verifications.Count == 0 && l.Claim.CheckedBy.Length > 0).GroupBy(l => l.Claim.CheckedBy).OrderBy(g => g.Key, StringComparer.Ordinal))
            folder.Line($"    {kind.Key}: {string.Join(", ", kind.Select(l => l.Claim.Id))}");
        folder.Line();
    }

    private static string Cell(Claim claim, Aspect aspect) => claim.On(aspect).Name() + (claim.Verifications.FirstOrDefault(v => v.Aspect == aspect) is { } v ? " " + Date(v) : "");

    private static string Date(Verification v) => v.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, int>> Counts(EvidenceLedger ledger) => ledger.CountByKind().Where(k => k.Value > 0).Select(k => KeyValuePair.Create(k.Key.Name(), k.Value));

    private static JsonObject Document(string world, EvidenceLedger ledger, IReadOnlyList<ClaimLine> lines) => new()
    {
        ["world"] = world,
        ["parameters"] = ledger.Parameters.Count,
        ["parametersByKind"] = new JsonObject(Counts(ledger).Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))),
        ["publishers"] = ledger.PublisherCount,
        ["claims"] = new JsonArray([.. lines.Select(l => (JsonNode)new JsonObject
        {
            ["id"] = l.Claim.Id,
            ["system"] = l.Claim.System,
            ["kind"] = l.Claim.Kind,
            ["statement"] = l.Claim.Statement,
            ["sources"] = l.Claim.Source,
            ["publishers"] = EvidenceFolder.Texts(l.Publishers),
            ["said"] = l.Claim.Said.Name(),
            ["done"] = l.Claim.Done.Name(),
            ["caused"] = l.Claim.Caused.Name(),
            ["verifications"] = new JsonArray([.. l.Claim.Verifications.Select(v => (JsonNode)new JsonObject
            {
                ["aspect"] = v.Aspect.Name(),
                ["verdict"] = v.Verdict.Name(),
                ["date"] = Date(v),
                ["check"] = v.Check,
                ["recordSha256"] = v.RecordSha256,
                ["arithmetic"] = v.Arithmetic,
            })]),
            ["checkedBy"] = l.Claim.CheckedBy,
            ["levers"] = EvidenceFolder.Texts(l.Levers),
            ["drivesByName"] = l.IsByName,
            ["parameters"] = EvidenceFolder.Texts(l.Parameters),
        })]),
    };
}
