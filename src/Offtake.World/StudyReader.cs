using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Scenarios;
using Offtake.World.Studies;
using Offtake.World.Yaml;

namespace Offtake.World;

/// <summary>Reads a study: what varies, what can be chosen, what is compared and what is measured. It writes nothing.</summary>
/// <remarks>A study is a folder with <c>study.yaml</c> and, if there is one, <c>story.md</c>; see docs/study-format.md.</remarks>
public static class StudyReader
{
    /// <summary>The file that makes a folder a study.</summary>
    public const string FileName = StudyText.FileName;

    private const int UsualFutures = 1000;
    private const int MostFutures = 10_000_000;

    /// <summary>Ids of the studies in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(string studiesFolder) => StudyText.Ids(studiesFolder);

    /// <summary>Reads one study.</summary>
    /// <param name="studiesFolder">The folder that holds all studies.</param>
    /// <param name="id">Name of the study's folder.</param>
    /// <param name="scenariosFolder">The folder that holds all scenarios.</param>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="examples">Models that are not value chains.</param>
    /// <param name="drawn">For policies that are drawn: of so many, in the given one, the share of its range that a lever has.</param>
    /// <param name="canBe">Whether so many uncertainties can have all these correlations at once.</param>
    /// <param name="futures">Number of futures; null for what the study says.</param>
    /// <param name="seed">Seed; null for what the study says.</param>
    public static Reading<Study> Read(
        string studiesFolder, string id, string scenariosFolder, string worldsFolder, IReadOnlyList<ModelDescription> examples,
        Func<int, int, int, double> drawn, Func<int, IReadOnlyList<Correlation>, bool> canBe, int? futures = null, ulong? seed = null)
    {
        ProblemList problems = new();
        if (StudyText.Read(studiesFolder, id, problems) is not { } text) return new Reading<Study>(null, problems.Sorted());
        YamlMap map = text.Map;
        string title = map.Required("title");
        string model = map.TextOrNull("model") ?? Study.ChainModel;
        ModelDescription? example = examples.FirstOrDefault(e => e.Id == model);
        if (example is null && model != Study.ChainModel)
        {
            problems.Error(map.PlaceOf("model"), "unknown model", model, null, NearestName.Remedy(model, [Study.ChainModel, .. examples.Select(e => e.Id)]));
            return new Reading<Study>(null, problems.Sorted());
        }

        if (example is not null) RefuseChainKeys(map, example, problems);
        IReadOnlyDictionary<string, Scenario> scenarios = example is null ? ScenariosOf(map, scenariosFolder, worldsFolder, problems) : new Dictionary<string, Scenario>();
        if (example is null && scenarios.Count == 0) return new Reading<Study>(null, problems.Sorted());
        StudyDraft draft = new(map, problems, example, [.. scenarios.Values]);
        NumberRows.ReadUncertainties(draft);
        NumberRows.ReadLevers(draft);
        new PolicyRows(drawn).Read(draft, scenarios);
        OutcomeRows.Read(draft);
        Correlation[] correlations = [.. QuestionRows.Correlations(draft)];
        if (correlations.Length > 0 && !canBe(draft.Uncertainties.Count, correlations))
            problems.Error(map.PlaceOf("correlations"), "no uncertainties can have all these correlations at once:", $"{correlations.Length} pairs", "a set that is positive definite", "weaken some, or name the pairs that are implied");
        Condition[] conditions = [.. QuestionRows.Conditions(draft)];
        WinnerMap[] maps = [.. QuestionRows.Maps(draft)];
        Sampling sampling = SamplingRows.Read(draft, correlations);
        int count = futures ?? (map.Has("futures") ? CountIn(draft, "futures", UsualFutures, MostFutures) : SamplingRows.UsualCount(draft, sampling, UsualFutures));
        SamplingRows.CheckCount(draft, sampling, count, isAsked: futures is not null);
        bool othersVary = OthersVary(draft);
        ulong ownSeed = SeedOf(draft);
        if (draft.Uncertainties.Count == 0 && !othersVary && example is null)
            problems.Warn(map.At, "nothing but shocks differs from future to future", null, null, "name uncertainties, or let others vary");
        return problems.Conclude(() => new Study(
            id, title, text.Story, model, seed ?? ownSeed, count, sampling, othersVary, draft.Uncertainties, correlations, draft.Levers, draft.Policies, draft.Outcomes, conditions, maps,
            FileFingerprint.Of([.. text.Files, .. scenarios.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => Hashes(s.Key, s.Value))])));
    }

    private static void RefuseChainKeys(YamlMap map, ModelDescription example, ProblemList problems)
    {
        IEnumerable<(YamlMap Map, string Key)> found = new[] { "scenario", "others" }.Select(k => (map, k)).Concat(map.Maps("policies", StudyText.PolicyKeys).Select(p => (p, "scenario")));
        foreach ((YamlMap of, string key) in found.Where(f => f.Map.Has(f.Key)))
            problems.Error(of.PlaceOf(key), $"the model '{example.Id}' walks no scenario and has no evidence ledger:", key, null, "remove the key");
    }

    private static IReadOnlyDictionary<string, Scenario> ScenariosOf(YamlMap map, string scenariosFolder, string worldsFolder, ProblemList problems)
    {
        Dictionary<string, Scenario> found = new(StringComparer.Ordinal);
        YamlMap[] policies = [.. map.Maps("policies", StudyText.PolicyKeys)];
        (string? Id, Place At)[] named = policies.Length == 0 ? [(map.TextOrNull("scenario"), map.PlaceOf("scenario"))] : [.. policies.Select(p => PolicyRows.ScenarioOf(p, map))];
        IReadOnlyList<string> known = ScenarioReader.Ids(scenariosFolder);
        foreach ((string? id, Place at) in named.DistinctBy(n => n.Id))
        {
            if (id is null) problems.Error(map.At, "no scenario is named", null, null, "give 'scenario' for the whole study or for every policy");
            else if (Overlays.LayersOf(id).FirstOrDefault(layer => !known.Contains(layer)) is { } unknown) problems.Error(at, "unknown scenario", unknown, null, NearestName.Remedy(unknown, known));
            else
            {
                Reading<Scenario> reading = ScenarioReader.Read(scenariosFolder, id, worldsFolder);
                problems.Add(reading.Errors);
                if (reading.Succeeded) found[id] = reading.Value;
            }
        }

        if (found.Values.DistinctBy(s => s.Chain.Id).Count() > 1)
        {
            problems.Error(map.PlaceOf("policies"), "the policies are about several worlds:", string.Join(", ", found.Values.Select(s => s.Chain.Id).Distinct()), "one world", "write one study for each world");
            found.Clear();
        }

        return found;
    }

    // The scenario's own hashes stand for its files: they were read by somebody else.
    private static TextFile Hashes(string id, Scenario scenario)
    {
        string text = $"{scenario.Fingerprint.WorldSha256} {scenario.Fingerprint.ScenarioSha256}";
        return new TextFile($"scenario/{id}", "", System.Text.Encoding.UTF8.GetBytes(text), text);
    }

    private static bool OthersVary(StudyDraft study)
    {
        string text = study.Map.TextOrNull("others") ?? "drawn";
        if (text is not ("drawn" or "central")) study.Problems.Error(study.Map.PlaceOf("others"), "unknown word for all other numbers:", text, "drawn or central", "correct it");
        return text == "drawn";
    }

    private static ulong SeedOf(StudyDraft study)
    {
        if (study.Map.TextOrNull("seed") is not { } text) return 1;
        if (ulong.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ulong seed)) return seed;
        study.Problems.Error(study.Map.PlaceOf("seed"), "this is not a seed:", text, "whole numbers from 0", "correct it");
        return 1;
    }

    internal static int CountIn(StudyDraft study, string key, int usual, int most)
    {
        if (study.Map.TextOrNull(key) is not { } text) return usual;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int count) && count >= 1 && count <= most) return count;
        study.Problems.Error(study.Map.PlaceOf(key), $"'{key}' is no such number:", text, $"1 to {most}", "write a whole number");
        return usual;
    }
}
