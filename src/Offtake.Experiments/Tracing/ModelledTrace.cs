using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>Traces results back: measurements, outcomes of comparisons and studies, events.</summary>
public static class ModelledTrace
{
    private const int MostNames = 12;

    /// <summary>The trace of <c>modelled/...</c>; null when a part of it means nothing.</summary>
    public static Trace? Of(string name, Scenario scenario)
    {
        if (MeasuredName.Of(name, scenario) is not { } measured) return null;
        List<string> facts = [.. measured.Select(m => WhyNone(m, scenario)).Where(w => w.Length > 0)];
        ChainVariable variable = measured[0].Variable;
        if (measured[0].Of.Count == 0 && List(MeasuredName.Subjects(variable, scenario)) is { Length: > 0 } goods) facts.Add($"Can be narrowed to one of {goods}.");
        if (measured[0].In.Count == 0 && List(MeasuredName.Places(variable, scenario.Chain)) is { Length: > 0 } places) facts.Add($"Can be narrowed to a place: {places}.");
        return Near(name, "measurement", facts, measured, scenario);
    }

    /// <summary>The trace of outcomes.</summary>
    /// <param name="name">As they were asked for.</param>
    /// <param name="outcomes">Which.</param>
    /// <param name="all">All that stand beside them, which quotients point to.</param>
    /// <param name="scenario">Where.</param>
    public static Trace Of(string name, IReadOnlyList<Outcome> outcomes, IReadOnlyList<Outcome> all, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(all);
        Measurement[] measured = [.. outcomes.SelectMany(o => Parts(o, all)).Distinct()];
        List<string> facts = [.. outcomes.Select(o => $"{o.Id}: {o.Title}, {o.Unit} = {Words(o, all)}")];
        facts.AddRange(measured.Select(m => WhyNone(m, scenario)).Where(w => w.Length > 0).Distinct());
        return Near(name, "outcome", facts, measured, scenario) with { Outcomes = [.. outcomes.Select(o => o.Id)] };
    }

    /// <summary>The trace of <c>events</c> or <c>events/KIND</c>; null when there is no such kind.</summary>
    public static Trace? OfEvents(string name, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scenario);
        string[] asked = name.StartsWith(TraceName.Events, StringComparison.Ordinal) ? name[TraceName.Events.Length..].Split(TraceName.And) : [];
        EventMakers[] kinds = [.. EventMakers.All.Where(e => asked.Length == 0 || asked.Contains(e.Kind))];
        if (kinds.Length == 0 || asked.Except(kinds.Select(k => k.Kind)).Any()) return null;
        Parameter[] on = [.. scenario.Chain.Evidence.Parameters.Where(p => kinds.Any(k => k.Reads.Any(r => ParameterPattern.Fits(r, p.Id))))];
        string[] facts = on.Length > 0 ? [] : ["No number of this scenario is read for it, so it cannot happen here."];
        return EvidenceTrace.With(name, "event", facts, on, scenario, []) with { Made = [.. kinds.Select(k => new MadeBy(k.Kind, k.Phase, k.Equations))] };
    }

    private static Trace Near(string name, string kind, IReadOnlyList<string> facts, IReadOnlyList<Measurement> measured, Scenario scenario)
    {
        HashSet<string> near = [.. measured.SelectMany(m => NearNumbers.Of(m, scenario)).Select(p => p.Id)];
        HashSet<string> named = [.. measured.SelectMany(m => m.Of.Concat(m.In).Concat(m.To))];

        // What bears most of the names that were asked for stands first.
        Parameter[] on = [.. scenario.Chain.Evidence.Parameters.Where(p => near.Contains(p.Id)).OrderByDescending(p => p.Id.Split('/').Count(named.Contains))];
        MadeBy[] made = [.. measured.Select(m => m.Variable).Distinct().Select(VariableMakers.Of).Select(m => new MadeBy(KebabName.Of(m.Variable), m.Phase, m.Equations))];
        return EvidenceTrace.With(name, kind, facts, on, scenario, []) with { Made = made };
    }

    private static IEnumerable<Measurement> Parts(Outcome outcome, IReadOnlyList<Outcome> all) => outcome switch
    {
        { Measured: { } measured } => [measured],
        { Quotient: { } q } => Parts(all[q.Of], all).Concat(Parts(all[q.By], all)),
        _ => [],
    };

    private static string Words(Outcome outcome, IReadOnlyList<Outcome> all) => outcome switch
    {
        { Measured: { Over: { } over } m } => $"{TraceName.Of(m)} over its mean in {over}",
        { Measured: { } m } => TraceName.Of(m),
        { Quotient: { } q } => $"{all[q.Of].Id} over {all[q.By].Id}",
        _ => $"'{outcome.Named}' of an example model, which has no ledger",
    };

    // Nobody need vouch for what is not there.
    private static string WhyNone(Measurement measured, Scenario scenario)
    {
        string variable = KebabName.Of(measured.Variable);
        if (Selection.IsOfLevers(measured.Variable) && !NearNumbers.Deciding(Selection.Levers(scenario.Chain, measured), scenario).Any())
            return $"'{variable}': no institution of this scenario decides over it, so there is nothing of it and no number to vouch for.";
        return Selection.RowsOf(measured.Variable) != Selection.Rows.Payers && Selection.Of(scenario.Chain, measured).Length == 0 ? $"'{variable}': nothing in this world is of these, so no number stands near." : "";
    }

    private static string List(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        return string.Join(", ", all.Take(MostNames)) + (all.Length > MostNames ? $" and {all.Length - MostNames} more" : "");
    }
}
