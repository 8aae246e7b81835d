using Offtake.Experiments.Exploring;
using Offtake.Experiments.Tracing;
using Offtake.History;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.History;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.PlainText;
using Offtake.World;
using Offtake.World.Checking;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake check</c>: reads what is named and tells what is wrong with it. It writes no file.</summary>
internal static class FileCheck
{
    /// <summary>Checks one world, scenario, backtest or study, or all of them.</summary>
    /// <param name="name">Id of a world, scenario, backtest or study, or of scenarios laid over each other; null for all.</param>
    /// <param name="json">Whether to write for a program.</param>
    /// <param name="quick">Whether to leave out what takes walking futures.</param>
    /// <param name="around">Where to read and write.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(string? name, bool json, bool quick, Surroundings around)
    {
        CheckFindings findings = Look(name, quick, around.Folder);
        if (json) CheckJson.Write(findings, around.Out);
        else CheckText.Write(findings, around.Out);
        return findings.Problems.Any(p => p.Severity == Severity.Error) ? ExitCodes.BadInput : ExitCodes.Done;
    }

    private static CheckFindings Look(string? name, bool quick, string folder)
    {
        if (FileFinder.Scenarios(folder) is not { } scenarios || FileFinder.Worlds(folder) is not { } worlds)
            return new CheckFindings([MissingFolder.In(folder)], [], [], [], []);

        string[] worldIds = [.. FoldersIn(worlds)], scenarioIds = [.. ScenarioReader.Ids(scenarios)];
        string above = Path.GetDirectoryName(Path.GetFullPath(worlds))!, backtests = Path.Combine(above, "backtests"), studies = Path.Combine(above, "studies");
        string[] backtestIds = [.. BacktestReader.Ids(backtests)], studyIds = [.. StudyReader.Ids(studies)];
        if (name?.Contains('+') == true) scenarioIds = [name];
        else if (name is not null && !worldIds.Concat(scenarioIds).Concat(backtestIds).Concat(studyIds).Contains(name))
            return new CheckFindings([Unknown(name, worlds, worldIds, scenarios, scenarioIds, studies, studyIds)], [], [], [], []);

        List<Problem> problems = [];
        List<WorldSummary> worldsRead = [];
        List<Claim> claims = [];
        List<ScenarioSummary> scenariosRead = [];
        List<StudyOutline> studiesRead = [];
        List<Scenario> walkable = [];
        foreach (string id in worldIds.Where(id => name is null || id == name))
        {
            Reading<ValueChain> reading = WorldReader.Read(Path.Combine(worlds, id));
            problems.AddRange(reading.Problems);
            claims.AddRange(reading.Value?.Evidence.Claims ?? []);
            worldsRead.Add(WorldSummary.Of(id, Path.Combine(worlds, id), reading.Value));
        }

        foreach (string id in scenarioIds.Where(id => name is null || id == name))
        {
            Reading<Scenario> reading = ScenarioReader.Read(scenarios, id, worlds);
            problems.AddRange(reading.Problems);
            scenariosRead.Add(ScenarioSummary.Of(id, reading.Value));
            if (reading.Value is { } scenario) walkable.Add(scenario);
        }

        if (name is null) problems.AddRange(ScenarioReader.UnnamedInstitutions(scenarios).Concat(IdlePatterns(walkable)).Concat(KeptVerdicts.Doubts(worlds, worldIds, claims)));
        foreach (string id in backtestIds.Where(id => name is null || id == name))
        {
            Reading<Backtest> reading = BacktestReader.Read(backtests, id, scenarios, worlds);
            problems.AddRange(reading.Problems);
            if (reading.Value is { } backtest) problems.AddRange(BacktestRun.Of(backtest, new BacktestPlan(null, 1, 0, 1)).Problems);
        }

        foreach (string id in studyIds.Where(id => name is null || id == name))
        {
            Reading<Study> reading = StudyModels.Read(studies, id, scenarios, worlds);
            problems.AddRange(reading.Problems);
            studiesRead.Add(StudyOutline.Of(id, reading.Value));
        }

        // A scenario repeats the problems of its world, and a backtest or a study those of its scenarios.
        return new CheckFindings(
            [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)], worldsRead, scenariosRead, studiesRead, quick ? [] : [.. OutcomeReliance.Of(walkable)]);
    }

    /// <summary>A pattern in the claims of a world that fits no number in any of its scenarios.</summary>
    private static IEnumerable<Problem> IdlePatterns(List<Scenario> scenarios)
    {
        string[] known = [.. scenarios.SelectMany(s => s.Chain.Evidence.Parameters).Select(p => p.Id).Distinct()];
        return ClaimRoll.Idle(scenarios).Select(idle => new Problem(
            Severity.Error, $"worlds/{idle.World}/claims.csv", 0, null, $"claim {idle.Claim}: 'drives' fits no number of any scenario:", idle.Pattern, null,
            NearestName.Of(idle.Pattern, known) is { } near ? $"did you mean '{near}'?" : "name numbers as table/row/column, with * for any letters of one part"));
    }

    private static IEnumerable<string> FoldersIn(string path) =>
        Directory.EnumerateDirectories(path).Select(d => Path.GetFileName(d)!).Where(d => d[0] != '.').Order(StringComparer.Ordinal);

    private static Problem Unknown(string name, string worlds, string[] worldIds, string scenarios, string[] scenarioIds, string studies, string[] studyIds)
    {
        // All readers know the nearest of their own names; a question is a better remedy than a list.
        string? nearest = WorldReader.Read(Path.Combine(worlds, Path.GetFileName(name))).Problems
            .Concat(ScenarioReader.Read(scenarios, name, worlds).Problems)
            .Concat(StudyModels.Read(studies, name, scenarios, worlds).Problems)
            .Select(p => p.Remedy).FirstOrDefault(remedy => remedy.EndsWith('?'));
        string known = $"worlds are {string.Join(", ", worldIds)}; scenarios are {string.Join(", ", scenarioIds)}" + (studyIds.Length > 0 ? $"; studies are {string.Join(", ", studyIds)}" : "");
        return new Problem(Severity.Error, "check", 0, null, "unknown world, scenario, backtest or study", name, null, nearest ?? known);
    }
}

/// <summary>What a check found.</summary>
/// <param name="Problems">Each problem once, by file and line.</param>
/// <param name="Worlds">The worlds that were named.</param>
/// <param name="Scenarios">The scenarios that were named.</param>
/// <param name="Studies">The studies that were named.</param>
/// <param name="Reliance">What the outcomes of one scenario a world rest on; none when that was not asked for.</param>
internal sealed record CheckFindings(
    IReadOnlyList<Problem> Problems, IReadOnlyList<WorldSummary> Worlds, IReadOnlyList<ScenarioSummary> Scenarios, IReadOnlyList<StudyOutline> Studies,
    IReadOnlyList<OutcomeReliance> Reliance);
