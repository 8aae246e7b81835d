using System.Text.Json.Nodes;
using Offtake.Model.Studies;
using Offtake.Results.Plans;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Results.Comparisons;

/// <summary>Writes a comparison as JSON: the same document in compare.json and on standard output. A number that does not exist is null.</summary>
public static class ComparisonSummaryWriter
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "compare.json";

    /// <summary>Version of the shape; it rises when a member is renamed or changes its meaning.</summary>
    public const int SchemaVersion = 2;

    /// <summary>The document as text, for standard output.</summary>
    public static string Text(ComparisonFindings findings, IReadOnlyList<Statement> verdict) => Json.Text(Document(findings, verdict));

    /// <summary>Writes the file under exactly the name given.</summary>
    public static void Fill(ComparisonFindings findings, IReadOnlyList<Statement> verdict, string path) => Json.Fill(Document(findings, verdict), path);

    private static JsonObject Document(ComparisonFindings findings, IReadOnlyList<Statement> verdict)
    {
        ArgumentNullException.ThrowIfNull(findings);
        StudyHeader h = findings.Study.Header;
        return new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["program"] = h.Program,
            ["world"] = h.World,
            ["sha256"] = h.Sha256,
            ["seed"] = h.Seed,
            ["digest"] = findings.Study.Digest,
            ["futures"] = findings.Study.Futures,
            ["futuresRefused"] = findings.Study.Refused.Count,
            ["stopped"] = findings.Stopped,
            ["reference"] = h.Policies[0].Id,
            ["scenarios"] = StudySummaryWriter.Array(h.Policies, p => new JsonObject { ["id"] = p.Id, ["title"] = p.Title, ["scenario"] = p.Scenario }),
            ["verdict"] = StudySummaryWriter.Array(verdict, s => new JsonObject { ["topic"] = s.Topic, ["text"] = s.Text }),
            ["programmes"] = StudySummaryWriter.Array(findings.Programmes, p => ProgrammeOf(h, p)),
            ["instruments"] = StudySummaryWriter.Array(findings.Instruments, i => InstrumentOf(h, i)),
            ["evidence"] = StudySummaryWriter.Array(findings.Evidence, e => EvidenceOf(h, e)),
            ["plans"] = PlanJson.Of(findings.Plans),
            ["money"] = findings.Money is { } m ? MoneyOf(h, m) : null,
            ["outcomes"] = StudySummaryWriter.Array(findings.Study.Outcomes, o => OutcomeOf(findings, o)),
        };
    }

    private static JsonNode OutcomeOf(ComparisonFindings findings, OutcomeFindings outcome)
    {
        AskedOutcome asked = findings.Asked[outcome.Outcome];
        JsonObject found = OutcomeText.Of(findings.Study.Header, outcome);
        foreach (string empty in new[] { "best", "regret", "influences", "leverPaths" }) found.Remove(empty);
        found.Insert(1, "question", asked.Question.ToString().ToLowerInvariant());
        found.Insert(2, "role", asked.Role is { } role ? char.ToLowerInvariant($"{role}"[0]) + $"{role}"[1..] : null);
        found.Add("trace", TraceName.Outcomes + findings.Study.Header.Outcomes[outcome.Outcome].Id);
        return found;
    }

    private static JsonObject ProgrammeOf(StudyHeader h, ProgrammeFindings p) => new()
    {
        ["scenario"] = h.Policies[p.Policy].Id,
        ["moreTonnes"] = BandOf(p.More),
        ["moreOfSurplus"] = BandOf(p.OfSurplus),
        ["moreOfWorldDemand"] = BandOf(p.OfWorld),
        ["announcedTonnes"] = BandOf(p.Announced),
        ["realisedTonnes"] = BandOf(p.Realised),
        ["additionalTonnes"] = BandOf(p.Additional),
        ["additionalShare"] = BandOf(p.AdditionalShare),
        ["leftTonnes"] = BandOf(p.Left),
        ["leftLaterTonnes"] = BandOf(p.LeftLater),
        ["usdPerAdditionalTonne"] = BandOf(p.UsdPerTonne),
        ["demandOutlayUsd"] = BandOf(p.DemandOutlay),
        ["otherOutlayUsd"] = BandOf(p.OtherOutlay),
    };

    private static JsonObject InstrumentOf(StudyHeader h, InstrumentFindings i) => new()
    {
        ["scenario"] = h.Policies[i.Policy].Id,
        ["instrument"] = i.Instrument,
        ["boughtTonnes"] = BandOf(i.Bought),
        ["crowdedOutTonnes"] = BandOf(i.CrowdedOut),
        ["pulledForwardTonnes"] = BandOf(i.PulledForward),
        ["additionalTonnes"] = BandOf(i.Additional),
        ["outlayUsd"] = BandOf(i.Outlay),
        ["usdPerAdditionalTonne"] = BandOf(i.UsdPerTonne),
    };

    private static JsonNode? BandOf(Band band) => band.Futures == 0 ? null : StudySummaryWriter.Of(band);

    private static JsonObject EvidenceOf(StudyHeader h, EvidenceFindings e) => new()
    {
        ["scenario"] = h.Policies[e.Policy].Id,
        ["numbers"] = e.Numbers,
        ["assumptions"] = e.Assumptions,
        ["ownNumbers"] = e.OwnNumbers,
        ["ownAssumptions"] = e.OwnAssumptions,
        ["institutions"] = e.Institutions,
        ["retaliates"] = e.Retaliates,
        ["answeredShare"] = Json.Number(e.AnsweredShare),
        ["claims"] = StudySummaryWriter.Array(e.Claims, c => new JsonObject { ["id"] = c.Id, ["verdict"] = c.Verdict }),
    };

    private static JsonObject MoneyOf(StudyHeader h, MoneyFindings m) => new()
    {
        ["cheapest"] = h.Policies[m.Cheapest].Id,
        ["usd"] = Json.Number(m.Usd),
        ["futures"] = m.Futures,
        ["instruments"] = Json.Texts(m.Instruments),
        ["factors"] = StudySummaryWriter.Array(m.Factors, f => new JsonObject { ["policy"] = h.Policies[f.Policy].Id, ["scenario"] = f.Scenario, ["factor"] = Json.Number(f.Factor), ["usd"] = Json.Number(f.Usd), ["equal"] = f.IsEqual }),
        ["pairs"] = StudySummaryWriter.Array(m.Pairs, p => new JsonObject { ["policy"] = h.Policies[p.Policy].Id, ["outlayUsd"] = BandOf(p.Usd), ["additionalTonnes"] = BandOf(p.Additional), ["usdPerAdditionalTonne"] = BandOf(p.UsdPerTonne), ["debtUsd"] = BandOf(p.Debt) }),
        ["leftOut"] = StudySummaryWriter.Array(m.LeftOut, f => new JsonObject { ["scenario"] = h.Policies[f.Policy].Id, ["usd"] = Json.Number(f.Usd) }),
    };
}
