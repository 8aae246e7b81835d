using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>Reads how an institution decides. Keys of another rule are refused: they would say something that nothing does.</summary>
/// <param name="file">The root of the file.</param>
/// <param name="institution">Id of the institution.</param>
/// <param name="numbers">Reads its numbers.</param>
/// <param name="tempo">When it is at work.</param>
/// <param name="world">Takes problems and the convention of a full pull.</param>
internal sealed class RuleText(YamlMap file, string institution, FileNumbers numbers, Tempo tempo, WorldDraft world)
{
    private static readonly NumberKind Gain = new("1/month", 0.0, 100.0, IsLeastExcluded: true);
    private static readonly NumberKind Sprint = new("pull per unit of shortfall", 0.0, 1000.0, IsLeastExcluded: true);
    private static readonly NumberKind Lasts = new("months", 0.0, 600.0);
    private static readonly NumberKind SprintMonths = NumberKind.Whole("months", 1, 12);

    private static readonly Assumption FullPull = new(
        "schedule-pulled-in-full", 1.0, Spread.None(1.0), "share", "A convention of the file: an institution with rule 'schedule' and no steps pulls its levers in full from its first month on.");

    private readonly ProblemList _problems = world.Problems;

    /// <summary>The rule; one that does nothing when it could not be read, which has then been reported.</summary>
    public DecisionRule Read(Mandate mandate)
    {
        if (FormOf() is not { } form) return new Schedule([]);
        foreach (string key in RuleForm.Keys.Where(k => file.Has(k) && !form.Needs.Contains(k) && !form.Knows.Contains(k)))
            _problems.Error(file.PlaceOf(key), $"'{key}' says nothing under rule '{form.Name}'", file.HoldsMap(key) || key == RuleForm.Schedule ? null : file.TextOrNull(key), null, $"remove it, or write 'rule: {RuleForm.All.First(r => r.Needs.Contains(key) || r.Knows.Contains(key)).Name}'");
        foreach (string key in form.Needs.Where(k => !file.Has(k)))
            _problems.Error(file.PlaceOf("rule"), $"rule '{form.Name}' lacks a key", key, null, "add it; absent is not zero");
        if (form.NeedsTargets && mandate.Targets.Count == 0)
            _problems.Error(file.PlaceOf("rule"), $"rule '{form.Name}' asks what is missed, and the mandate has no targets", null, null, $"add 'targets' to the mandate, or write 'rule: {RuleForm.Schedule}'");
        return form.Name switch
        {
            RuleForm.CloseTheGap => new CloseTheGap(numbers.Number(file, "gain", "rule/gain", Gain)),
            RuleForm.TargetSprint => new TargetSprint(SprintHeard(MonthsOfSprint()), numbers.Number(file, "gain", "rule/gain", Sprint)),
            RuleForm.Retaliation => new Retaliation(numbers.Number(file, "lasts", "rule/lasts", Lasts)),
            _ => new Schedule(Steps()),
        };
    }

    private RuleForm? FormOf()
    {
        if (file.TextOrNull("rule") is not { } text) return null;
        if (RuleForm.All.FirstOrDefault(r => r.Name == text) is { } form) return form;
        _problems.Error(file.PlaceOf("rule"), "unknown rule", text, null, NearestName.Remedy(text, [.. RuleForm.All.Select(r => r.Name)]));
        return null;
    }

    private int MonthsOfSprint()
    {
        if (file.TextOrNull("sprint-months") is not { } text) return 1;
        Place at = file.PlaceOf("sprint-months");
        return NumberText.Read(text, "sprint-months", at, _problems) is { } months && SprintMonths.Require(months, text, "sprint-months", at, _problems) ? (int)months : 1;
    }

    // A step that the next one ends before anybody decides is a plan that nobody hears of.
    private void RefuseUnheard(List<(ScheduleStep Step, Place At)> steps)
    {
        if (tempo.From == default) return;
        for (int i = 0; i < steps.Count; i++)
        {
            int wait = (tempo.DecidesEveryMonths - ((steps[i].Step.Month - tempo.From) % tempo.DecidesEveryMonths)) % tempo.DecidesEveryMonths;
            Month heard = steps[i].Step.Month + wait;
            Month? end = i + 1 < steps.Count ? steps[i + 1].Step.Month + -1 : tempo.Until;
            if (steps[i].Step.Month >= tempo.From && end >= steps[i].Step.Month && heard > end)
                _problems.Error(steps[i].At, "nobody decides while this step of the schedule stands:", $"{steps[i].Step.Month}", $"until {end}; the next decision is in {heard}", "decide more often, or move the step");
        }
    }

    private int SprintHeard(int months)
    {
        int every = tempo.DecidesEveryMonths, from = tempo.From == default ? 0 : tempo.From.OfYear;
        if (every % 12 == 0 && from != 0 && from <= 12 - months)
            _problems.Error(file.PlaceOf("rule"), "the institution never decides in the months of its sprint; it decides in month", $"{from}", $"months {13 - months} to 12 of the year", "decide monthly, or begin in one of them");
        return months;
    }

    private List<ScheduleStep> Steps()
    {
        List<(ScheduleStep Step, Place At)> steps = [];
        foreach (YamlMap map in file.Maps(RuleForm.Schedule, InstitutionFormat.Root.At(RuleForm.Schedule)))
        {
            Month month = map.MonthOrNull("from") ?? default;
            Place at = map.PlaceOf("from");
            Parameter pull = numbers.Number(map, "pull", $"schedule/{month}/pull", NumberKind.Share);
            if (month == default) continue;
            if (steps.Exists(s => s.Step.Month == month)) _problems.Error(at, "two steps of the schedule begin in the same month:", $"{month}", "one step a month", "keep one, or move the other");
            if (tempo.From != default && (month < tempo.From || month > tempo.Until))
                _problems.Error(at, "a step of the schedule lies outside the months the institution is at work:", $"{month}", $"{tempo.From} to {tempo.Until?.ToString() ?? "the end"}", "correct the step or the tempo");
            if (steps.Count > 0 && month < steps[^1].Step.Month)
                _problems.Error(at, $"the schedule jumps back behind {steps[^1].Step.Month}:", $"{month}", "steps in the order of months", "correct the month, or move the step up");
            steps.Add((new ScheduleStep(month, pull), at));
        }

        RefuseUnheard(steps);

        if (file.Has(RuleForm.Schedule) && file.Maps(RuleForm.Schedule, InstitutionFormat.Root.At(RuleForm.Schedule)).Count == 0)
            _problems.Error(file.PlaceOf(RuleForm.Schedule), "the schedule has no steps, and nothing is ever pulled", null, null, "add a step, or leave 'schedule' out for a full pull from the first month on");
        if (file.Has(RuleForm.Schedule)) return [.. steps.Select(s => s.Step).OrderBy(s => s.Month)];
        world.Book.Add(FullPull);
        Assumption full = world.Book.FindAssumption(FullPull.Id, file.PlaceOf("rule")) ?? FullPull;
        Parameter pulled = Parameter.Assumed($"institutions/{institution}/schedule/{tempo.From}/pull", full, file.PlaceOf("rule").ToString());
        return [new ScheduleStep(tempo.From, world.Book.Register(pulled))];
    }
}
