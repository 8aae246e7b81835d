using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>Understands <c>modelled/VARIABLE[/OF][/IN][/TO][/PERIOD][/STATISTIC]</c>. A part is known by what it names, so that any but the variable may be left away.</summary>
internal static class MeasuredName
{
    /// <summary>The measurements that a name means; null where a part means nothing.</summary>
    public static IReadOnlyList<Measurement>? Of(string name, Scenario scenario)
    {
        string[] parts = name[TraceName.Modelled.Length..].Split('/');
        List<Measurement> found = [];
        foreach (string word in parts[0].Split(TraceName.And))
        {
            if (VariableOf(word) is not { } variable) return null;
            if (Parse(variable, parts[1..], scenario) is not { } measured) return null;
            found.Add(measured);
        }

        return found;
    }

    /// <summary>The nearest name that means something: each part that means nothing is put right by itself.</summary>
    public static string? Nearest(string name, Scenario scenario, Func<string, IEnumerable<string>, string?> nearest)
    {
        string[] parts = name[TraceName.Modelled.Length..].Split('/');
        string[] variables = [.. Enum.GetValues<ChainVariable>().Select(KebabName.Of)];
        string?[] mended = [.. parts[0].Split(TraceName.And).Select(v => variables.Contains(v) ? v : nearest(v, variables))];
        if (mended.Contains(null)) return null;
        List<string> whole = [string.Join(TraceName.And, mended)];
        foreach (string part in parts[1..])
        {
            string[] known = [.. Subjects(VariableOf(mended[0]!)!.Value, scenario).Concat(Places(VariableOf(mended[0]!)!.Value, scenario.Chain)).Concat(Enum.GetValues<Statistic>().Select(KebabName.Of))];
            string?[] words = [.. part.Split(TraceName.And).Select(w => known.Contains(w) || Period.TryParse(w, out _) ? w : nearest(w, known))];
            if (words.Contains(null)) return null;
            whole.Add(string.Join(TraceName.And, words));
        }

        return TraceName.Modelled + string.Join('/', whole) is var near && near != name && Of(near, scenario) is not null ? near : null;
    }

    /// <summary>The names by which a measurement can be narrowed.</summary>
    public static IEnumerable<string> Subjects(ChainVariable variable, Scenario scenario)
    {
        IEnumerable<string> named = Selection.Subjects(scenario.Chain, variable);
        return Selection.IsOfLevers(variable) ? named.Concat(scenario.Institutions.Select(i => i.Id)).Concat(InstrumentName.All) : named;
    }

    /// <summary>The places by which it can be narrowed.</summary>
    public static IEnumerable<string> Places(ChainVariable variable, ValueChain chain) => Selection.Places(chain, variable);

    private static ChainVariable? VariableOf(string word) => Enum.GetValues<ChainVariable>().Cast<ChainVariable?>().FirstOrDefault(v => KebabName.Of(v!.Value) == word);

    private static Measurement? Parse(ChainVariable variable, string[] parts, Scenario scenario)
    {
        HashSet<string> subjects = [.. Subjects(variable, scenario)], places = [.. Places(variable, scenario.Chain)], regions = [.. scenario.Chain.Regions.Select(r => r.Id)];
        bool isOfRoutes = Selection.RowsOf(variable) == Selection.Rows.Routes;
        Measurement measured = new(variable, [], [], [], new Period(scenario.From, scenario.To), Statistic.Mean, double.NaN, null);
        bool hasPeriod = false, hasStatistic = false;
        foreach (string part in parts)
        {
            string[] words = part.Split(TraceName.And);
            if (measured.Of.Count == 0 && words.All(subjects.Contains)) measured = measured with { Of = words };
            else if (measured.In.Count == 0 && words.All(places.Contains)) measured = measured with { In = words };
            else if (isOfRoutes && measured.To.Count == 0 && words.All(regions.Contains)) measured = measured with { To = words };
            else if (!hasPeriod && Period.TryParse(part, out Period period)) (measured, hasPeriod) = (measured with { Period = period }, true);
            else if (!hasStatistic && Enum.GetValues<Statistic>().Where(s => KebabName.Of(s) == part).ToArray() is [var statistic]) (measured, hasStatistic) = (measured with { Statistic = statistic }, true);
            else return null;
        }

        return measured;
    }
}
