using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>Reads the levers within reach of an institution, each with the terms its instrument needs and knows.</summary>
/// <param name="file">The root of the file.</param>
/// <param name="institution">Id of the institution.</param>
/// <param name="numbers">Reads its numbers.</param>
/// <param name="world">What targets name.</param>
internal sealed class ReachRows(YamlMap file, string institution, FileNumbers numbers, WorldDraft world)
{
    private readonly ProblemList _problems = world.Problems;

    /// <summary>The levers, in file order, each with its place.</summary>
    public IReadOnlyList<(ReachedInstrument Lever, Place At)> Read()
    {
        List<(ReachedInstrument Lever, Place At)> levers = [];
        foreach (YamlMap map in file.Maps("reach", InstitutionFormat.Root.At("reach")))
        {
            string id = map.TextOrNull("id") ?? "";
            PlainIds.Check(id, "id", map.PlaceOf("id"), _problems);
            if (id.Length > 0 && levers.Exists(l => l.Lever.Id == id)) _problems.Error(map.PlaceOf("id"), "repeated id", id, null, "rename one of them");
            levers.Add((ReadOne(map, id), map.At));
        }

        if (file.Has("reach") && levers.Count == 0) _problems.Error(file.PlaceOf("reach"), "the institution can do nothing", null, null, "name at least one instrument");
        return levers;
    }

    private ReachedInstrument ReadOne(YamlMap map, string id)
    {
        InstrumentKind? instrument = InstrumentOf(map);
        InstrumentRule? rule = instrument is { } known ? InstrumentRule.Of(known) : null;
        string unit = map.TextOrNull("unit") ?? "";
        Units.CheckWords(unit, map.PlaceOf("unit"), _problems);
        if (rule is not null) Units.Require(unit, rule.UnitWord, EnumText.Of(instrument!.Value), map.PlaceOf("unit"), _problems);
        IReadOnlyList<Target> targets = TargetText.Read(map.List("on"), map.Has("on") ? instrument : null, map.PlaceOf("on"), world);
        NumberKind strength = rule?.Strength(unit) ?? NumberKind.AtLeastZero(unit);
        Parameter atMost = numbers.Number(map, "at-most", $"reach/{id}/at-most", strength, isUnitStated: true);
        InstrumentTerms terms = TermsOf(map, id, instrument, strength);
        ReachedInstrument lever = new(id, map.TextOrNull("title") ?? "", instrument ?? default, targets, atMost, terms);
        if (rule is not null && atMost != WitnessBook.Unread) CheckTogether(map, lever);
        return lever;
    }

    private InstrumentKind? InstrumentOf(YamlMap map)
    {
        if (map.TextOrNull("instrument") is not { } text) return null;
        if (EnumText.TryParse(text, out InstrumentKind instrument))
        {
            if (InstrumentRule.Of(instrument).IsOfCalendar)
                _problems.Error(map.PlaceOf("instrument"), "this instrument reviews itself; nobody pulls it:", text, null, "date it under 'measures' of a scenario, or reach for a production-quota");
            return instrument;
        }

        _problems.Error(map.PlaceOf("instrument"), "unknown instrument", text, null, NearestName.Remedy(text, EnumText.All<InstrumentKind>()));
        return null;
    }

    private InstrumentTerms TermsOf(YamlMap map, string id, InstrumentKind? instrument, NumberKind strength)
    {
        if (instrument is { } lever) RequireTerms(map, lever);
        Dictionary<string, Parameter> terms = [];
        foreach (TermRule term in TermRules.All)
            if (numbers.NumberOrNull(map, term.Name, $"reach/{id}/{term.Name}", term.Kind ?? strength, isUnitStated: term.Kind is null) is { } number) terms[term.Name] = number;
        return TermRules.Of(terms, PayerOf(map));
    }

    private void RequireTerms(YamlMap map, InstrumentKind lever)
    {
        InstrumentRule rule = InstrumentRule.Of(lever);
        string name = EnumText.Of(lever);
        string[] known = [.. TermRules.KnownTo(rule)];
        foreach (string term in TermRules.Names.Where(t => map.Has(t) && !known.Contains(t)))
            _problems.Error(map.PlaceOf(term), $"{name} knows no term", term, string.Join(", ", known), "remove it, or choose another instrument");
        foreach (string term in rule.Needs.Where(t => !map.Has(t)))
            _problems.Error(map.At, $"{name} lacks a term", term, null, "add it, if it is nothing then as 0: what others stop buying is never left out");
        if (rule.ActsByTerms && !rule.Knows.Any(map.Has))
            _problems.Error(map.At, $"{name} does nothing without a term", null, string.Join(", ", rule.Knows), "add at least one of them");
    }

    private Target? PayerOf(YamlMap map)
    {
        if (!map.Has(TermRules.Payer)) return null;
        IReadOnlyList<Target> payers = TargetText.Read(map.List(TermRules.Payer), "payer", [TargetKind.City, TargetKind.Region], map.PlaceOf(TermRules.Payer), world);
        if (payers.Count > 1) _problems.Error(map.PlaceOf(TermRules.Payer), "there is more than one payer:", map.TextOrNull(TermRules.Payer), "one city: or region:", "keep one");
        return payers.Count == 1 ? payers[0] : null;
    }

    private void CheckTogether(YamlMap map, ReachedInstrument lever)
    {
        InstrumentTerms terms = lever.Terms;
        if (terms.LawfulAtMost is { } lawful && lawful.Value > lever.AtMost.Value)
            _problems.Warn(map.PlaceOf(TermRules.LawfulAtMost), "the law allows more than is within reach and never binds:", $"{lawful.Value}", $"up to {lever.AtMost.Value}", "correct one of the two, or leave it out");
        if (terms.CrowdingOut is { } crowding && terms.PullForward is { } forward && crowding.Value + forward.Value > 1.0)
            _problems.Error(map.PlaceOf(TermRules.PullForward), "a unit bought displaces more than one other: 'crowding-out' and 'pull-forward' add up to", $"{crowding.Value + forward.Value}", "up to 1 together", "lower one of them");
        if (terms.ReplicationGain is not null && terms.Cities is null)
            _problems.Error(map.PlaceOf(TermRules.ReplicationGain), "'replication-gain' says nothing without 'cities'", null, null, "add 'cities', or remove it");
        if (lever.Instrument == InstrumentKind.Veto && lever.Targets.Any(t => t.Kind == TargetKind.Institution && world.InstitutionNames.Names[t.Index] == institution))
            _problems.Error(map.PlaceOf("on"), "the institution blocks its own orders:", $"institution:{institution}", null, "name another institution");
        Overdraft.Check(map, lever, world);
        LeverFaults.Check(map, lever, world);
    }
}
