using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli.Evidence;

/// <summary>A trace, and the scenario it was found in; an example model has none.</summary>
internal sealed record NamedTrace(Trace Trace, Scenario? Scenario)
{
    private const string Usual = "baseline";
    private static readonly EvidenceLedger Nobody = new([], [], [], []);

    /// <summary>Who vouches for the numbers; nobody in an example model.</summary>
    public EvidenceLedger Ledger => Scenario?.Chain.Evidence ?? Nobody;

    /// <summary>Finds what bears a name; null and an error when nothing does.</summary>
    /// <param name="name">What is asked for.</param>
    /// <param name="scenarioId">Where; null for the usual one, or that of the study.</param>
    /// <param name="folder">Where files are.</param>
    public static NamedTrace? Find(string name, string? scenarioId, EvidenceFolder folder)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            folder.Refuse("a trace needs a name, and this is none:", name, "'ledger' lists all numbers, 'outcomes' all outcomes");
            return null;
        }

        if (name.StartsWith(TraceName.Studies, StringComparison.Ordinal)) return OfStudy(name, scenarioId, folder);
        if (folder.Scenario(scenarioId ?? Usual) is not { } scenario) return null;
        bool isOutcome = name.StartsWith(TraceName.Outcomes, StringComparison.Ordinal) || name + "/" == TraceName.Outcomes;
        if (!isOutcome && EvidenceTrace.Of(name, scenario) is { } trace) return new NamedTrace(trace, scenario);
        Reading<ComparisonPlan> reading = folder.Comparison([scenario.Id, scenario.Id]);
        if (reading.Value is { } plan && Outcomes(isOutcome ? name[Math.Min(name.Length, TraceName.Outcomes.Length)..] : name, plan) is { } outcomes)
            return new NamedTrace(ModelledTrace.Of(name, outcomes, plan.Study.Outcomes, scenario), scenario);
        if (isOutcome && reading.Value is null) folder.Show(reading.Problems);
        else folder.Refuse($"nothing in scenario '{scenario.Id}' bears the name", name, Remedy(name, scenario, reading.Value, folder));
        return null;
    }

    private static NamedTrace? OfStudy(string name, string? scenarioId, EvidenceFolder folder)
    {
        string[] parts = name[TraceName.Studies.Length..].Split('/', 2);
        string[] known = [.. folder.StudyIds];
        if (!known.Contains(parts[0]))
        {
            folder.Refuse("unknown study", parts[0], NearestName.Remedy(parts[0], known));
            return null;
        }

        Reading<Study> reading = folder.Study(parts[0]);
        if (reading.Value is not { } study)
        {
            folder.Show(reading.Problems);
            return null;
        }

        string[] asked = parts.Length == 2 ? parts[1].Split(TraceName.And) : [];
        Outcome[] outcomes = [.. study.Outcomes.Where(o => asked.Length == 0 || asked.Contains(o.Id))];
        if (asked.Except(outcomes.Select(o => o.Id)).FirstOrDefault() is { } unknown)
        {
            folder.Refuse($"study '{study.Id}' measures no such outcome", unknown, NearestName.Remedy(unknown, [.. study.Outcomes.Select(o => o.Id)]));
            return null;
        }

        string[] varies = [.. study.Uncertainties.Select(u => $"Uncertainty {u.Id} ({u.Title}) moves {string.Join(", ", u.Sets.Names.Take(6))}{(u.Sets.Names.Count > 6 ? $" and {u.Sets.Names.Count - 6} more" : "")}.")];
        if (study.Model != Study.ChainModel)
            return new NamedTrace(new Trace(name, "outcome", [.. outcomes.Select(o => $"{o.Id}: {o.Title}, {o.Unit} = '{o.Named}' of the example model '{study.Model}'."), "An example model has no world and no ledger: its numbers are those of study.yaml, and nobody vouches for them.", .. varies], [], [], [], []), null);
        Scenario? scenario = scenarioId is null ? study.Policies[0].Scenario : folder.Scenario(scenarioId);
        if (scenario is null) return null;
        Trace trace = ModelledTrace.Of(name, outcomes, study.Outcomes, scenario);
        return new NamedTrace(trace with { Facts = [.. trace.Facts, .. varies] }, scenario);
    }

    // An id, or the id of a row that stands for many; none means all.
    private static Outcome[]? Outcomes(string ids, ComparisonPlan plan)
    {
        if (ids.Length == 0) return [.. plan.Study.Outcomes];
        string[] asked = ids.Split(TraceName.And);
        Outcome[] found = [.. plan.Study.Outcomes.Where((o, i) => asked.Contains(o.Id) || asked.Contains(plan.Asked[i].Row))];
        return asked.All(a => plan.Study.Outcomes.Any(o => o.Id == a) || plan.Asked.Any(o => o.Row == a)) ? found : null;
    }

    private static string Remedy(string name, Scenario scenario, ComparisonPlan? plan, EvidenceFolder folder)
    {
        string[] ids = plan is null ? [] : [.. plan.Study.Outcomes.Select(o => o.Id), .. plan.Asked.Select(a => a.Row)];
        IEnumerable<string> others = ids.Concat(ids.Select(i => TraceName.Outcomes + i)).Concat(folder.StudyIds.Select(i => TraceName.Studies + i)).Append(TraceName.Outcomes.TrimEnd('/'));
        return EvidenceTrace.Nearest(name, scenario, others, NearestName.Of) is { } near
            ? $"did you mean '{near}'?"
            : "name a parameter, a pattern (table/row/column) or a table, @assumption, source, claim, observed/FIGURE, modelled/VARIABLE, outcomes/ID, studies/STUDY/ID, events/KIND, ledger or facts/name; another scenario may hold it";
    }
}
