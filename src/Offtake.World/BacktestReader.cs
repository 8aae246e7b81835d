using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World.Backtests;
using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World;

/// <summary>Reads a backtest: variants, scores, free numbers, forecasts, mechanisms and fits. It writes nothing.</summary>
/// <remarks>Observed figures stand in the world, not here. Units of bands are those of the score's kind; see docs/backtest-format.md.</remarks>
public static class BacktestReader
{
    /// <summary>The file that makes a folder a backtest.</summary>
    public const string FileName = "backtest.yaml";

    private const double UsualPrior = 0.05;
    private const int MostKickMonths = 600;

    private static readonly string[] Keys =
        ["backtest", "title", "holdout", "variants", "huber_width", "prior_weight", "holdout_prior_weight", "stillness_weight", "kick_months"];

    private static readonly string[] VariantKeys = ["id", "title", "scenario", "sets", "imposes"];

    /// <summary>Ids of the backtests in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(string backtestsFolder) =>
        [.. new Folder(backtestsFolder).FolderNames().Where(name => new Folder(System.IO.Path.Combine(backtestsFolder, name)).Has(FileName))];

    /// <summary>Reads one backtest.</summary>
    /// <param name="backtestsFolder">The folder that holds all backtests.</param>
    /// <param name="id">Name of the backtest's folder.</param>
    /// <param name="scenariosFolder">The folder that holds all scenarios.</param>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="withFits">Whether to read fits too: a search for new ones need not stumble over old ones.</param>
    public static Reading<Backtest> Read(string backtestsFolder, string id, string scenariosFolder, string worldsFolder, bool withFits = true)
    {
        ProblemList problems = new();
        Folder folder = new(System.IO.Path.Combine(backtestsFolder, id));
        if (!PlainIds.Check(id, "backtest", new Place("backtests", 0), problems) || !folder.Has(FileName))
        {
            problems.Error(new Place("backtests", 0), "unknown backtest", id, null, NearestName.Remedy(id, Ids(backtestsFolder)));
            return new Reading<Backtest>(null, problems.Sorted());
        }

        if (TextFile.Read(folder, FileName, problems) is not { } file || YamlText.Read(file, Keys, problems) is not { } map)
            return new Reading<Backtest>(null, problems.Sorted());
        if (map.Required("backtest") is { Length: > 0 } named && named != id)
            problems.Error(map.PlaceOf("backtest"), "the backtest is not named after its folder:", named, id, "rename one of them");

        string title = map.Required("title");
        Month holdout = map.RequiredMonth("holdout");
        YamlMap[] written = [.. map.Maps("variants", VariantKeys)];
        Scenario?[] scenarios = [.. written.Select(v => ScenarioOf(v, scenariosFolder, worldsFolder, problems))];
        if (written.Length == 0) problems.Error(map.PlaceOf("variants"), "there is no variant", null, null, "name at least one, with its scenario");
        ParameterNames names = new(scenarios.OfType<Scenario>().Select(s => s.Chain.Evidence));
        IReadOnlyList<Score> scores = ScoreRows.Read(TableOf(BacktestShapes.Scores, isRequired: true), problems);
        Variant[] variants = scenarios.All(s => s is not null) ? [.. written.Select((v, i) => VariantOf(v, scenarios[i]!, scores, problems))] : [];
        CheckOneWorld(variants, map, problems);
        string[] variantIds = [.. variants.Select(v => v.Id)];
        IReadOnlyList<FreeNumber> free = variants.Length == 0 ? [] : OtherRows.Free(TableOf(BacktestShapes.Free, isRequired: false), names, problems);
        IReadOnlyList<Forecast> forecasts = OtherRows.Forecasts(TableOf(BacktestShapes.Forecasts, isRequired: false), problems);
        IReadOnlyList<Mechanism> mechanisms = variants.Length == 0 ? [] : OtherRows.Mechanisms(TableOf(BacktestShapes.Mechanisms, isRequired: false), variants, names, problems);
        IReadOnlyList<Fit> fits = withFits && variants.Length > 0 ? FitRows.Read(TableOf(BacktestShapes.Fits, isRequired: false), folder, names, variantIds, problems) : [];
        IReadOnlyList<Ablation> ablations = OtherRows.Ablations(TableOf(BacktestShapes.Ablations, isRequired: false), problems);
        ObjectiveWeights weights = new(
            NumberIn("huber_width", 2.0), NumberIn("prior_weight", UsualPrior), NumberIn("holdout_prior_weight", NumberIn("prior_weight", UsualPrior)), NumberIn("stillness_weight", 1.0), (int)NumberIn("kick_months", 96.0));
        if (weights.KickMonths is < 12 or > MostKickMonths)
            problems.Error(map.PlaceOf("kick_months"), "'kick_months' is", $"{weights.KickMonths}", $"12 to {MostKickMonths}", "a kick needs a year to die out, and more than a lifetime says nothing new");
        if (weights.HuberWidth <= 0.0) problems.Error(map.PlaceOf("huber_width"), "'huber_width' is", $"{weights.HuberWidth}", "above 0", "leave it out for the usual 2");
        CheckFits(fits, free, folder, problems);
        return problems.Conclude(() => new Backtest(id, title, variants, holdout, scores, free, forecasts, mechanisms, fits, ablations, weights));

        Table TableOf(TableShape shape, bool isRequired)
        {
            if (!isRequired && !folder.Has(shape.File)) return new Table(shape, folder.LabelOf(shape.File), problems);
            return Table.Read(shape, TextFile.Read(folder, shape.File, problems), folder.LabelOf(shape.File), problems);
        }

        double NumberIn(string key, double usual)
        {
            if (map.TextOrNull(key) is not { } text) return usual;
            double value = Numbers.NumberText.Read(text, key, map.PlaceOf(key), problems) ?? usual;
            if (value < 0.0) problems.Error(map.PlaceOf(key), $"'{key}' is", text, "0 or more", "correct it");
            return value;
        }
    }

    /// <summary>A fit is named after what it is, and none of its numbers lies where no search looks.</summary>
    private static void CheckFits(IReadOnlyList<Fit> fits, IReadOnlyList<FreeNumber> free, Folder folder, ProblemList problems)
    {
        foreach (Fit fit in fits)
        {
            Place at = new(folder.LabelOf($"{FitRows.FolderName}/{fit.Id}.csv"), 0);
            string name = $"{fit.Variant}-{fit.Window}-{fit.Seed}";
            if (fit.Id != name) problems.Error(new Place(folder.LabelOf("fits.csv"), 0), "a fit is not named after its variant, window and seed:", fit.Id, name, "calibrate again; a fit is not renamed by hand");
            foreach (FreeNumber number in free)
            {
                if (fit.Values.TryGetValue(number.Id, out double value) && (value < number.Low * (1.0 - 1e-9) - 1e-12 || value > number.High * (1.0 + 1e-9) + 1e-12))
                    problems.Error(at, $"'{number.Id}' lies outside its bounds in free.csv:", $"{value}", $"{number.Low} to {number.High}", "calibrate again, or restore the file");
            }
        }
    }

    private static Scenario? ScenarioOf(YamlMap variant, string scenariosFolder, string worldsFolder, ProblemList problems)
    {
        string scenario = variant.Required("scenario");
        if (scenario.Length == 0 || !PlainIds.Check(scenario, "scenario", variant.PlaceOf("scenario"), problems)) return null;
        IReadOnlyList<string> known = ScenarioReader.Ids(scenariosFolder);
        if (!known.Contains(scenario))
        {
            problems.Error(variant.PlaceOf("scenario"), "unknown scenario", scenario, null, NearestName.Remedy(scenario, known));
            return null;
        }

        Reading<Scenario> reading = ScenarioReader.Read(scenariosFolder, scenario, worldsFolder);
        problems.Add(reading.Problems);
        return reading.Value;
    }

    private static Variant VariantOf(YamlMap map, Scenario scenario, IReadOnlyList<Score> scores, ProblemList problems)
    {
        string id = map.Required("id");
        PlainIds.Check(id, "id", map.PlaceOf("id"), problems);
        List<string> imposes = [];
        foreach ((string text, Place at) in map.List("imposes"))
        {
            if (scores.Any(s => s.Id == text)) imposes.Add(text);
            else problems.Error(at, "unknown score", text, null, NearestName.Remedy(text, [.. scores.Select(s => s.Id)]));
        }

        return new Variant(id, map.Required("title"), scenario, OtherRows.Sets(map.List("sets"), new ParameterNames([scenario.Chain.Evidence]), problems), imposes);
    }

    private static void CheckOneWorld(Variant[] variants, YamlMap map, ProblemList problems)
    {
        if (variants.DistinctBy(v => v.Scenario.Chain.Id).Count() > 1)
            problems.Error(
                map.PlaceOf("variants"), "the variants are about several worlds:", string.Join(", ", variants.Select(v => v.Scenario.Chain.Id).Distinct()), "one world",
                "write one backtest for each world");
        foreach (IGrouping<string, Variant> same in variants.GroupBy(v => v.Id).Where(g => g.Count() > 1))
            problems.Error(map.PlaceOf("variants"), "repeated variant", same.Key, null, "rename one of them");
    }
}
