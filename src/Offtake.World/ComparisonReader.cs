using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Scenarios;
using Offtake.World.Studies;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World;

/// <summary>Reads what is asked when scenarios are compared: the scenarios, and the outcomes that <c>comparisons/WORLD.yaml</c> names for their world. It writes nothing.</summary>
public static class ComparisonReader
{
    /// <summary>Id of every comparison.</summary>
    public const string Id = "compare";

    private static readonly string[] Keys = ["comparison", "title", "outcomes"];
    private static readonly string[] OutcomeKeys = ["question", "role"];
    private static readonly OutcomeRole[] PlayedByMany = [OutcomeRole.Rationing, OutcomeRole.PeakPrice, OutcomeRole.OutputLost, OutcomeRole.Recovery, OutcomeRole.FleetLeft, OutcomeRole.Refused];

    /// <summary>Reads one comparison.</summary>
    /// <param name="comparisonsFolder">The folder that holds the outcomes asked of each world.</param>
    /// <param name="ids">Ids of the scenarios, the reference first; each may be laid over others with <c>+</c>.</param>
    /// <param name="scenariosFolder">The folder that holds all scenarios.</param>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="futures">Number of futures.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    public static Reading<ComparisonPlan> Read(string comparisonsFolder, IReadOnlyList<string> ids, string scenariosFolder, string worldsFolder, int futures, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ProblemList problems = new();
        Folder folder = new(comparisonsFolder);
        Scenario[] scenarios = [.. ScenariosOf(ids, scenariosFolder, worldsFolder, problems)];
        if (problems.HasErrors) return new Reading<ComparisonPlan>(null, problems.Sorted());
        string[] worlds = scenarios[0].Chain.Id.Split(Overlays.Sign);
        string world = worlds.FirstOrDefault(w => folder.Has($"{w}.yaml")) ?? worlds[0], name = $"{world}.yaml";
        if (!folder.Has(name))
        {
            string[] known = [.. folder.FileNames().Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f))];
            problems.Error(new Place(folder.Name, 0), "nobody says what is to be compared in this world:", world, known.Length == 0 ? null : string.Join(", ", known), $"write {folder.LabelOf(name)}; docs/compare.md shows how");
            return new Reading<ComparisonPlan>(null, problems.Sorted());
        }

        if (TextFile.Read(folder, name, problems) is not { } file || YamlText.Read(file, Keys, problems) is not { } map) return new Reading<ComparisonPlan>(null, problems.Sorted());
        if (map.Required("comparison") is { Length: > 0 } named && named != world)
            problems.Error(map.PlaceOf("comparison"), "the comparison is not named after its world:", named, world, "rename one of them");
        string title = map.Required("title");
        StudyDraft draft = new(map, problems, null, scenarios);
        List<AskedOutcome> asked = [];
        OutcomeRows.Read(draft, OutcomeKeys, (row, member) => asked.Add(AskedOf(row, member, problems)));
        AddPlans(draft, asked);
        foreach ((Scenario scenario, Measurement measured, string id) in
            from s in scenarios
            from o in draft.Outcomes
            where o.Measured is not null && Selection.Of(s.Chain, o.Measured).Length == 0
            select (s, o.Measured, o.Id))
            problems.Error(map.PlaceOf("outcomes"), $"'{id}' measures nothing in scenario '{scenario.Id}':", EnumText.Of(measured.Variable), null, "measure what all scenarios have");
        asked = [.. asked.Zip(draft.Outcomes, (a, o) => a.Role is not null && o.Measured is { Of: [var one] } && InstrumentName.All.Contains(one) ? a with { Instrument = one } : a)];
        foreach (IGrouping<(OutcomeRole Role, string Instrument), AskedOutcome> twice in asked.Where(a => a.Role is { } r && !PlayedByMany.Contains(r)).GroupBy(a => (a.Role!.Value, a.Instrument)).Where(g => g.Count() > 1))
            problems.Error(map.PlaceOf("outcomes"), "a part is played twice:", EnumText.Of(twice.Key.Role), "one outcome, and one for every instrument", $"leave it to one of {string.Join(", ", twice.Select(a => a.Row))}");
        return problems.Conclude(() => new ComparisonPlan(
            new Study(
                Id, title, "", Study.ChainModel, seed, futures, new Sampling(SamplingMethod.MonteCarlo, IndexDesign.None), true, [.. TermsOf(scenarios)], [], [],
                [.. scenarios.Select((s, i) => PolicyOf(s, i, scenarios))], draft.Outcomes, [], [],
                FileFingerprint.Of([file with { Name = $"comparison/{file.Name}" }, .. scenarios.OrderBy(s => s.Id, StringComparer.Ordinal).Select(Hashes)])),
            asked));
    }

    // Targets that the model measures are looked at in every scenario, as far as all of them hold their months.
    private static void AddPlans(StudyDraft draft, List<AskedOutcome> asked)
    {
        foreach (PlanYear plan in draft.Scenarios[0].Chain.Evidence.Plans.Where(p => p.Measured is { } m && draft.Scenarios.All(s => m.Measurement.Period.IsWithin(s.Chain.First, s.Chain.Last))))
        {
            if (draft.Outcomes.Any(o => o.Id == plan.OutcomeId)) draft.Problems.Error(draft.Map.PlaceOf("outcomes"), "the id is that of a plan:", plan.OutcomeId, null, "rename the outcome");
            draft.Outcomes.Add(plan.Measured!.AsOutcome(plan));
            asked.Add(new AskedOutcome(Question.Targets, null, "", "", plan.OutcomeId));
        }
    }

    // A scenario may be named again: compared with itself it must differ in nothing.
    private static Policy PolicyOf(Scenario scenario, int index, Scenario[] all)
    {
        int before = all.Take(index).Count(s => s.Id == scenario.Id);
        return before == 0 ? new Policy(scenario.Id, scenario.Title, scenario, []) : new Policy($"{scenario.Id}-{before + 1}", $"{scenario.Title} ({before + 1})", scenario, []);
    }

    private static IEnumerable<Scenario> ScenariosOf(IReadOnlyList<string> ids, string scenariosFolder, string worldsFolder, ProblemList problems)
    {
        Place asked = new("compare", 0);
        if (ids.Count < 2) problems.Error(asked, "one scenario alone cannot be compared:", string.Join(", ", ids), "two or more", "name another, or use 'offtake run'");
        Dictionary<string, Scenario> own = ReadAll(ids, null);
        if (own.Count == 0 || problems.HasErrors) return [];

        // All are walked in the largest worlds that one of them needs, so that they differ in nothing but what they say.
        string widest = own.Values.MaxBy(s => WorldsOf(s).Length)!.Id;
        foreach (Scenario other in own.Values.Where(s => WorldsOf(s).Except(WorldsOf(own[widest])).Any()))
            problems.Error(asked, "the scenarios are about different worlds:", $"{other.Id} ({other.Chain.Id}), {widest} ({own[widest].Chain.Id})", "one world, or worlds of which one scenario joins all", "compare scenarios of one world");
        if (problems.HasErrors) return [];
        foreach ((string id, Scenario lifted) in ReadAll([.. own.Values.Where(s => s.Chain.Id != own[widest].Chain.Id).Select(s => s.Id)], widest)) own[id] = lifted;
        return problems.HasErrors ? [] : ids.Select(id => own[id]);

        Dictionary<string, Scenario> ReadAll(IReadOnlyList<string> some, string? inWorldsOf)
        {
            Dictionary<string, Scenario> found = new(StringComparer.Ordinal);
            foreach (string id in some.Distinct())
            {
                Reading<Scenario> reading = ScenarioReader.Read(scenariosFolder, id, worldsFolder, inWorldsOf: inWorldsOf);
                problems.Add(reading.Problems);
                if (reading.Succeeded) found[id] = reading.Value;
            }

            return found;
        }
    }

    private static string[] WorldsOf(Scenario scenario) => scenario.Chain.Id.Split(Overlays.Sign);

    private static AskedOutcome AskedOf(YamlMap row, OutcomeMember member, ProblemList problems)
    {
        string question = row.Required("question");
        if (!EnumText.TryParse(question, out Question about) && question.Length > 0) problems.Error(row.PlaceOf("question"), "unknown question", question, null, NearestName.Remedy(question, EnumText.All<Question>()));
        OutcomeRole? role = null;
        if (row.TextOrNull("role") is { } text)
        {
            if (EnumText.TryParse(text, out OutcomeRole part)) role = part;
            else problems.Error(row.PlaceOf("role"), "unknown role", text, null, NearestName.Remedy(text, EnumText.All<OutcomeRole>()));
        }

        return new AskedOutcome(about, role, member.SubjectTitle, member.RegionTitle, row.TextOrNull("id") ?? "");
    }

    // What decides whether bought is more than moved: these are looked at among the futures, each drawn just as a run draws it.
    private static IEnumerable<Uncertainty> TermsOf(Scenario[] scenarios)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach ((Institution institution, ReachedInstrument lever, string name, Parameter number) in
            from s in scenarios
            from i in s.Institutions
            from r in i.Reach
            from n in r.Terms.Numbers()
            where n.Name is "crowding-out" or "pull-forward" or "realised" && n.Number.Spread.Shape != SpreadShape.Fixed
            select (i, r, n.Name, n.Number))
        {
            // All that rest on one assumption are one unknown; a number that several scenarios share is one too.
            bool isAssumed = number.Kind == SourceKind.Assumption;
            string key = isAssumed ? number.Witnesses[0] : number.Id;
            if (!taken.Add(key)) continue;
            string title = $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}: {lever.Title} ({institution.Title})";
            yield return new Uncertainty(
                $"{name}-{taken.Count}", title, number.Unit, number.Value, number.Spread, new NumberChoice(isAssumed ? [.. SharedIds(scenarios, key)] : [number.Id], false), true);
        }
    }

    private static IEnumerable<string> SharedIds(Scenario[] scenarios, string assumption) => scenarios
        .SelectMany(s => s.Chain.Evidence.Parameters).Where(p => p.Kind == SourceKind.Assumption && p.Witnesses[0] == assumption && p.Spread.Shape != SpreadShape.Fixed).Select(p => p.Id).Distinct();

    // The scenario's own hashes stand for its files: they were read by somebody else.
    private static TextFile Hashes(Scenario scenario)
    {
        string text = $"{scenario.Fingerprint.WorldSha256} {scenario.Fingerprint.ScenarioSha256}";
        return new TextFile($"scenario/{scenario.Id}", "", System.Text.Encoding.UTF8.GetBytes(text), text);
    }
}
