using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World.Files;
using Offtake.World.Institutions;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World;

/// <summary>Reads a scenario: a world, the measures dated into it and the months to walk. It writes nothing.</summary>
/// <remarks>
/// A scenario is a folder with <c>scenario.yaml</c> and, if there is one, <c>story.md</c>. It may extend one other and then states only what differs:
/// measures are taken away and added from the root of the line to its end; title, world, calendar, months, price rule and story are those stated last.
/// The choice of calendar is about the measures of the world; those that scenarios add are not touched by it.
/// An id of several names with <c>+</c> between them lays these scenarios over each other, see <see cref="Overlays"/>.
/// Institutions are files of the folder <c>institutions</c> beside that of the scenarios; they add up along the line too.
/// The ledger of its chain holds every number of the world, then the strengths of the measures in force, then the numbers of the institutions in the order of their ids.
/// </remarks>
public static class ScenarioReader
{
    /// <summary>Ids of the scenarios in a folder, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids(string scenariosFolder) => ScenarioText.Ids(scenariosFolder);

    /// <summary>A warning for every institution beside a folder of scenarios that none of them names.</summary>
    public static IReadOnlyList<Problem> UnnamedInstitutions(string scenariosFolder) => InstitutionLine.Unnamed(scenariosFolder);

    /// <summary>Reads one scenario.</summary>
    /// <param name="scenariosFolder">The folder that holds all scenarios.</param>
    /// <param name="id">Name of the scenario's folder, or several with <c>+</c> between them.</param>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="from">First month to walk; null for what the scenario says, or else the world's first.</param>
    /// <param name="to">Last month to walk; null for what the scenario says, or else the world's last.</param>
    /// <param name="exogenous">Whether drivers, dated projects and shocks move.</param>
    /// <param name="inWorldsOf">Id of a scenario in whose worlds it is walked, which hold its own; null for its own.</param>
    /// <returns>The scenario, or the errors of its files and of the world's; warnings in either case.</returns>
    public static Reading<Scenario> Read(
        string scenariosFolder, string id, string worldsFolder, Month? from = null, Month? to = null, Exogenous exogenous = Exogenous.Moving, string? inWorldsOf = null)
    {
        ProblemList problems = new();
        IReadOnlyList<ScenarioText> lineage = ScenarioText.Lineage(scenariosFolder, id, problems);
        IReadOnlyList<ScenarioText> stating = Overlays.LineOfWorlds(inWorldsOf is null ? lineage : ScenarioText.Lineage(scenariosFolder, inWorldsOf, problems));
        if (lineage.Count == 0 || stating.Count == 0 || ScenarioWorlds.Of(stating, worldsFolder, problems) is not { } world) return new Reading<Scenario>(null, problems.Sorted());

        // What only the scenario's own measures rest on comes after everything the world rests on.
        HashSet<Parameter> ofWorldCalendar = [.. world.Calendar.Select(m => m.Measure.Strength)];
        Parameter[] ofWorld = [.. world.Book.Parameters.Where(p => !ofWorldCalendar.Contains(p))];
        IReadOnlyList<DatedMeasure> calendar = CalendarOf(lineage, world);
        int before = world.Book.Parameters.Count;
        ReadInstitutions institutions = InstitutionReader.Read(lineage, InstitutionFile.Beside(scenariosFolder), calendar, world);
        Parameter[] ofInstitutions = [.. world.Book.Parameters.Skip(before)];
        (Month first, Month last) = MonthsOf(lineage, from, to, world);
        if (!lineage.Any(s => s.Map.Has("title"))) lineage[^1].Map.Required("title");
        PriceRule priceRule = PriceRuleOf(lineage, world.Problems);
        Checks.RunOnUnused(world);
        return problems.Conclude(() => new Scenario(
            id,
            Overlays.Title(id, lineage),
            Overlays.Story(id, lineage),
            WorldReader.Build(world, [.. ofWorld, .. calendar.Select(m => m.Measure.Strength), .. ofInstitutions]),
            [.. calendar.Select(m => m.Measure)],
            first,
            last,
            exogenous,
            new Fingerprint(FileFingerprint.Of(world.Files), FileFingerprint.Of([.. lineage.SelectMany(s => s.Files), .. institutions.Files])))
        {
            PriceRule = priceRule,
            Institutions = institutions.Institutions,
        });
    }

    private static IReadOnlyList<DatedMeasure> CalendarOf(IReadOnlyList<ScenarioText> lineage, WorldDraft world)
    {
        ScenarioText stating = lineage.LastOrDefault(s => s.Map.Has("calendar")) ?? lineage[0];
        string choice = stating.Map.Required("calendar");
        IReadOnlyList<DatedMeasure> calendar = choice.Length == 0 ? [] : CalendarChoice.Of(choice, stating.Map.PlaceOf("calendar"), world);
        foreach (ScenarioText scenario in lineage) calendar = ScenarioMeasures.Apply(calendar, scenario, world);
        IReadOnlyDictionary<string, int> places = Overlays.Places(lineage);
        return [.. calendar.OrderBy(m => places.GetValueOrDefault(m.At.File, -1))];
    }

    private static (Month From, Month To) MonthsOf(IReadOnlyList<ScenarioText> lineage, Month? from, Month? to, WorldDraft world)
    {
        (Month first, Place firstAt) = MonthOf(lineage, "from", from, world.Text.First);
        (Month last, Place lastAt) = MonthOf(lineage, "until", to, world.Text.Last);
        if (world.Text == WorldText.None) return (first, last);
        Require(first, "from", firstAt, world.Text.First, world.Text.Last, world.Problems);
        Require(last, "until", lastAt, first > world.Text.First ? first : world.Text.First, world.Text.Last, world.Problems);
        return (first, last);
    }

    private static (Month Month, Place At) MonthOf(IReadOnlyList<ScenarioText> lineage, string key, Month? asked, Month otherwise)
    {
        ScenarioText stating = lineage.LastOrDefault(s => s.Map.Has(key)) ?? lineage[^1];
        Month? stated = stating.Map.MonthOrNull(key);
        return (asked ?? stated ?? otherwise, stating.Map.PlaceOf(key));
    }

    private static void Require(Month month, string key, Place at, Month least, Month most, ProblemList problems)
    {
        if (month < least || month > most)
            problems.Error(at, $"'{key}' lies outside the months of the world:", $"{month}", $"{least} to {most}", "choose a month inside");
    }

    private static PriceRule PriceRuleOf(IReadOnlyList<ScenarioText> lineage, ProblemList problems)
    {
        if (lineage.LastOrDefault(s => s.Map.Has("price-rule")) is not { } stating || stating.Map.TextOrNull("price-rule") is not { } text) return PriceRule.Cover;
        if (!EnumText.TryParse(text, out PriceRule rule))
            problems.Error(stating.Map.PlaceOf("price-rule"), "unknown price rule", text, null, NearestName.Remedy(text, EnumText.All<PriceRule>()));
        return rule;
    }
}
