using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>Reads what a study measures.</summary>
internal static class OutcomeRows
{
    private const int Most = 500;

    /// <summary>Reads all rows.</summary>
    /// <param name="study">Where they stand, and where what is read goes.</param>
    /// <param name="more">Keys that rows may have beside those of a study.</param>
    /// <param name="read">Told the row of every outcome, and of which member of a row with 'each-of' or 'each-in' it is.</param>
    public static void Read(StudyDraft study, IReadOnlyList<string>? more = null, Action<YamlMap, OutcomeMember>? read = null)
    {
        foreach (YamlMap map in study.Map.Maps("outcomes", [.. StudyText.OutcomeKeys, .. more ?? []]))
        {
            int before = study.Outcomes.Count, errors = study.Problems.ErrorCount;
            IReadOnlyList<OutcomeMember> members = OutcomeMember.Of(map, study);
            foreach (OutcomeMember member in members)
            {
                if (!TryReadOne(map, member, study)) continue;
                read?.Invoke(map, member);
            }

            if (members.Count > 1 && study.Outcomes.Count == before && study.Problems.ErrorCount == errors)
                study.Problems.Error(map.At, "nothing in the world is of any of these:", string.Join(", ", map.List("each-of").Concat(map.List("each-in")).Select(e => e.Text)), null, "correct 'each-of' or 'each-in'");
        }

        if (study.Outcomes.Count == 0) study.Problems.Error(study.Map.PlaceOf("outcomes"), "nothing is measured", null, null, "name at least one outcome");
        if (study.Outcomes.Count > Most) study.Problems.Error(study.Map.PlaceOf("outcomes"), "too many outcomes:", $"{study.Outcomes.Count}", $"up to {Most}", "measure less, or in two studies");
    }

    // Of a row for many members those that the world does not have are no outcomes.
    private static bool TryReadOne(YamlMap map, OutcomeMember member, StudyDraft study)
    {
        string id = member.Named(map.Required("id"));
        if (id.Length > 0) PlainIds.Check(id, "id", map.PlaceOf("id"), study.Problems);
        if (study.Outcomes.Any(o => o.Id == id) || id is "future" or "policy") study.Problems.Error(map.PlaceOf("id"), "repeated id", id, null, "rename one of them");
        Better better = BetterOf(map, study.Problems);
        bool isQuotient = map.Has("divide") || map.Has("by");
        if (isQuotient && member.IsOneOfMany && new[] { "divide", "by" }.Any(k => study.Outcomes.All(o => o.Id != member.Filled(map.Required(k))))) return false;
        Quotient? quotient = isQuotient ? QuotientOf(map, member, study) : null;
        Measurement? measured = !isQuotient && study.Example is null ? MeasurementOf(map, member, study) : null;
        if (member.IsOneOfMany && !isQuotient && measured is null) return false;
        string? named = !isQuotient && study.Example is not null ? NamedOf(map, study) : null;
        string unit = map.TextOrNull("unit") ?? UnitOf(measured, quotient, study) ?? "";
        study.Outcomes.Add(new Model.Studies.Outcome(id, member.Titled(map.TextOrNull("title") ?? id), unit, better, measured, quotient, named));
        return true;
    }

    private static Better BetterOf(YamlMap map, ProblemList problems)
    {
        if (map.TextOrNull("better") is not { } text) return Better.Unsaid;
        if (EnumText.TryParse(text, out Better better) && better != Better.Unsaid) return better;
        problems.Error(map.PlaceOf("better"), "this is no direction:", text, "higher or lower", "correct it, or leave it out where nobody can say");
        return Better.Unsaid;
    }

    private static string? NamedOf(YamlMap map, StudyDraft study)
    {
        string variable = map.Required("variable");
        if (variable.Length > 0 && !study.Example!.Outcomes.Contains(variable))
            study.Problems.Error(map.PlaceOf("variable"), "unknown outcome", variable, null, NearestName.Remedy(variable, study.Example.Outcomes));
        foreach (string key in new[] { "of", "in", "to", "period", "statistic", "threshold", "over" }.Where(map.Has))
            study.Problems.Error(map.PlaceOf(key), $"the model '{study.Example!.Id}' has no months to look at:", key, null, "remove the key");
        return variable;
    }

    private static Quotient? QuotientOf(YamlMap map, OutcomeMember member, StudyDraft study)
    {
        foreach (string key in new[] { "variable", "of", "in", "to", "period", "statistic", "threshold", "over" }.Where(map.Has))
            study.Problems.Error(map.PlaceOf(key), "a quotient of outcomes has no such key:", key, null, "remove it, or measure it as an outcome of its own");
        string[] known = [.. study.Outcomes.Select(o => o.Id)];
        int? of = study.IndexOf("outcome", member.Filled(map.Required("divide")), map.PlaceOf("divide"), known), by = study.IndexOf("outcome", member.Filled(map.Required("by")), map.PlaceOf("by"), known);
        return of is { } above && by is { } below ? new Quotient(above, below) : null;
    }

    private static Measurement? MeasurementOf(YamlMap map, OutcomeMember member, StudyDraft study)
    {
        ProblemList problems = study.Problems;
        string text = map.Required("variable");
        if (MeasurementRules.VariableOf(text, map.PlaceOf("variable"), problems) is not { } variable || study.Scenarios.Count == 0) return null;
        ValueChain chain = study.Scenarios[0].Chain;
        Statistic statistic = MeasurementRules.StatisticOf(map.TextOrNull("statistic") ?? "", map.PlaceOf("statistic"), problems);
        if (statistic >= Statistic.MonthsAbove && !map.Has("threshold")) map.Required("threshold");
        if (statistic < Statistic.MonthsAbove && map.Has("threshold")) problems.Error(map.PlaceOf("threshold"), $"'{EnumText.Of(statistic)}' has no threshold:", map.TextOrNull("threshold"), null, "remove it, or count months above or below it");
        IReadOnlyList<string> subjects = MeasurementRules.Names(member.Of(map), "of", Subjects(chain, variable, study), problems), places = MeasurementRules.Names(member.In(map), "in", Selection.Places(chain, variable), problems);
        IReadOnlyList<string> ends = MeasurementRules.Names(map.List("to"), "to", chain.Regions.Select(r => r.Id), problems);
        if (map.Has("to") && Selection.RowsOf(variable) != Selection.Rows.Routes) problems.Error(map.PlaceOf("to"), $"'{text}' has no destination:", "to", null, "remove it");
        Period? period = PeriodOf(map, "period", study), over = map.Has("over") ? PeriodOf(map, "over", study) : null;
        if (!map.Has("period")) map.Required("period");
        if (period is not { } months || subjects.Count != member.Of(map).Count || places.Count != member.In(map).Count || ends.Count != map.List("to").Count) return null;
        if (over is { } before && before.Last >= months.First)
            problems.Error(map.PlaceOf("over"), "the months to compare with do not lie before those that count:", $"{before}", $"before {months.First}", "choose earlier months");
        Measurement measurement = new(variable, subjects, places, ends, months, statistic, study.NumberOrNull(map, "threshold") ?? double.NaN, over);
        if (member.IsOneOfMany && Selection.Of(chain, measurement).Length == 0) return null;
        MeasurementRules.Check(chain, measurement, map.At, problems);
        return measurement;
    }

    // Institutions belong to scenarios, and a study may compare scenarios of which only some have them.
    private static IEnumerable<string> Subjects(ValueChain chain, ChainVariable variable, StudyDraft study)
    {
        IEnumerable<string> named = Selection.Subjects(chain, variable);
        return Selection.IsOfLevers(variable) ? named.Concat(study.Scenarios.SelectMany(s => s.Institutions).Select(i => i.Id)).Concat(InstrumentName.All).Distinct() : named;
    }

    private static Period? PeriodOf(YamlMap map, string key, StudyDraft study)
    {
        if (map.TextOrNull(key) is not { } text) return null;
        if (!Period.TryParse(text, out Period period))
        {
            study.Problems.Error(map.PlaceOf(key), $"'{key}' is no period:", text, Period.Forms, "correct it");
            return null;
        }

        foreach (Scenario scenario in study.Scenarios)
        {
            if (period.IsWithin(scenario.Chain.First, scenario.Chain.Last)) continue;
            study.Problems.Error(map.PlaceOf(key), $"'{key}' lies outside the months of the world:", text, $"{scenario.Chain.First} to {scenario.Chain.Last}", "choose months inside");
            return null;
        }

        return period;
    }

    private static string? UnitOf(Measurement? m, Quotient? quotient, StudyDraft study)
    {
        if (quotient is not null) return "ratio";
        if (m is null || study.Scenarios.Count == 0) return null;
        if (m.Statistic >= Statistic.MonthsAbove) return "months";
        if (m.Over is not null) return "ratio";
        ValueChain chain = study.Scenarios[0].Chain;
        string[] goods = m.Of.Count == 0 ? [] : [.. chain.Commodities.Where(c => m.Of.Contains(c.Id) || m.Of.Contains(c.Stage)).Select(c => c.Unit).Distinct()];
        string good = goods.Length == 1 ? goods[0] : "unit";
        string perMonth = m.Statistic == Statistic.Sum ? "" : " per month";
        return m.Variable switch
        {
            ChainVariable.Price => $"USD of 2024 per {good}",
            ChainVariable.Stock or ChainVariable.InUse => good,
            ChainVariable.Cover => "months",
            ChainVariable.Output or ChainVariable.Disposed or ChainVariable.Reserved or ChainVariable.Shipped or ChainVariable.HeldUp or ChainVariable.Demand or ChainVariable.Used or ChainVariable.Unmet => good + perMonth,
            ChainVariable.Embodied or ChainVariable.ProgrammeTonnes or ChainVariable.AnnouncedTonnes or ChainVariable.CrowdedOutTonnes or ChainVariable.PulledForwardTonnes => "t" + perMonth,
            ChainVariable.Activity or ChainVariable.Idle => "unit of activity" + perMonth,
            ChainVariable.Capacity => "unit of activity per month",
            ChainVariable.UnmetShare or ChainVariable.Utilisation or ChainVariable.ShortfallShare or ChainVariable.Coverage or ChainVariable.Rationed or ChainVariable.ImportReliance => "share",
            ChainVariable.Concentration => "index",
            ChainVariable.ProjectsDeployed => "projects",
            ChainVariable.ResidueLeft => chain.Residues!.Residues.First(r => m.Of.Contains(r.Id)).Unit + perMonth,
            ChainVariable.CityDebt => "USD of 2024",
            ChainVariable.LeversOrdered or ChainVariable.BeyondReach or ChainVariable.RefusedByLaw or ChainVariable.Vetoed or ChainVariable.LeftUndone
                or ChainVariable.RefusedByBudget or ChainVariable.Answering => m.Statistic == Statistic.Sum ? "lever-months" : "levers",
            _ => "USD of 2024" + perMonth,
        };
    }
}
