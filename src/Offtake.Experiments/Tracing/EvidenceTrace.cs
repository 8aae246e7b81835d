using System.Globalization;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Tracing;

/// <summary>Follows a number from where it is shown to who vouches for it, and from there to what it moves.</summary>
public static class EvidenceTrace
{
    private const string Facts = "facts/";

    /// <summary>The trace of a parameter, a pattern or a table of parameters, <c>@assumption</c>, source, claim, figure of a report, measurement, event or fact, or of the whole ledger; null when nothing bears the name. Outcomes of comparisons and studies are traced by <see cref="ModelledTrace"/>.</summary>
    /// <param name="name">What is traced.</param>
    /// <param name="scenario">Where.</param>
    public static Trace? Of(string name, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(scenario);
        EvidenceLedger ledger = scenario.Chain.Evidence;
        if (name.StartsWith(TraceName.Modelled, StringComparison.Ordinal)) return ModelledTrace.Of(name, scenario);
        if (IsOneOf(TraceName.Events, name)) return ModelledTrace.OfEvents(name, scenario);
        if (IsOneOf(TraceName.Plans, name)) return PlanTrace.Of(name, scenario);
        if (name == TraceName.Ledger) return With(name, "ledger", ["Every number of the scenario."], [.. ledger.Parameters], scenario, []);
        if (name == TraceName.Assumptions) return With(name, "ledger", ["Every number for which nobody vouches."], [.. ledger.Parameters.Where(p => p.Kind == SourceKind.Assumption)], scenario, []);
        if (name + "/" == TraceName.Observed) return OfFigures(name, scenario);
        string bare = name.StartsWith("observed/", StringComparison.Ordinal) ? name["observed/".Length..] : name;
        if (name.StartsWith('@') || name.StartsWith("assumptions/", StringComparison.Ordinal)) return OfAssumption(name, scenario);
        if (ledger.Claims.FirstOrDefault(c => c.Id == name) is { } claim) return OfClaim(claim, scenario);
        if (ledger.SourceOf(name) is { } source) return OfSource(source, scenario);
        if (scenario.Chain.Observed.FirstOrDefault(o => o.Id == bare) is { } observed) return OfFigure(observed, scenario);
        if (name.StartsWith(Facts, StringComparison.Ordinal) && RivalsOf([name], [], ledger) is { Count: > 0 } rivals)
            return new Trace(name, "fact", ["The model does not hold it; it stands here because sources differ."], [], [], rivals, []);
        Parameter[] found = [.. ParameterPattern.Of(name, ledger)];
        if (found.Length == 0) found = [.. ledger.Parameters.Where(p => p.Id.StartsWith(name + "/", StringComparison.Ordinal))];
        return found.Length == 0 ? null : With(name, "parameter", [], found, scenario, [name]);
    }

    /// <summary>Every name that can be traced in a scenario, patterns aside.</summary>
    public static IEnumerable<string> Names(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        EvidenceLedger ledger = scenario.Chain.Evidence;
        return ledger.Claims.Select(c => c.Id).Concat(ledger.Sources.Select(s => s.Id)).Concat(scenario.Chain.Observed.Select(o => o.Id)).Concat(ledger.Assumptions.Select(a => "@" + a.Id))
            .Concat(ledger.Rivals.Select(r => r.Subject).Where(r => r.StartsWith(Facts, StringComparison.Ordinal))).Concat(ledger.Parameters.Select(p => p.Id))
            .Concat(Enum.GetValues<ChainVariable>().Select(v => TraceName.Of(v))).Concat(EventMakers.All.Select(e => TraceName.Events + e.Kind)).Concat(ledger.Plans.Select(PlanTrace.NameOf)).Append(TraceName.Ledger).Append(TraceName.Assumptions).Append(TraceName.Observed.TrimEnd('/'))
            .Concat(ledger.Parameters.Select(p => p.Id.Split('/')[0])).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The name nearest to one that nothing bears; null when none is near.</summary>
    /// <param name="name">As it was asked for.</param>
    /// <param name="scenario">Where.</param>
    /// <param name="others">Names beside those of the scenario: of outcomes.</param>
    /// <param name="nearest">Of some known names the one nearest to a misspelt one; null when none is near.</param>
    public static string? Nearest(string name, Scenario scenario, IEnumerable<string> others, Func<string, IEnumerable<string>, string?> nearest)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(nearest);
        return name.StartsWith(TraceName.Modelled, StringComparison.Ordinal) && MeasuredName.Nearest(name, scenario, nearest) is { } mended ? mended : nearest(name, Names(scenario).Concat(others));
    }

    private static bool IsOneOf(string prefix, string name) => name.StartsWith(prefix, StringComparison.Ordinal) || name + "/" == prefix;

    private static Trace? OfAssumption(string name, Scenario scenario)
    {
        string id = name.StartsWith('@') ? name[1..] : name["assumptions/".Length..];
        EvidenceLedger ledger = scenario.Chain.Evidence;
        if (ledger.Assumptions.FirstOrDefault(a => a.Id == id) is not { } a) return null;
        Parameter[] on = [.. ledger.Parameters.Where(p => p.Witnesses.Contains("@" + id))];
        return With(name, "assumption", [$"{Number(a.Value)} {a.Unit}, {Range(a.Spread)}.", a.Reason], on, scenario, [$"assumptions/{id}"]);
    }

    private static Trace OfSource(Source source, Scenario scenario)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        Parameter[] on = [.. ledger.Parameters.Where(p => p.Witnesses.Contains(source.Id))];
        int alone = on.Count(p => p.Witnesses.Select(w => ledger.SourceOf(w)?.Publisher).Distinct().Count() == 1);
        Claim[] claims = [.. ledger.Claims.Where(c => c.Source.Split(';', StringSplitOptions.TrimEntries).Contains(source.Id))];
        Trace trace = With(source.Id, "source", [Words(source), $"{on.Length} numbers rest on it, {alone} of them on its publisher alone; it states {claims.Length} claims."], on, scenario, []);
        return trace with { Claims = claims, Rivals = [.. trace.Rivals.Concat(ledger.Rivals.Where(r => r.Source == source.Id)).Distinct()] };
    }

    private static Trace OfClaim(Claim claim, Scenario scenario)
    {
        ClaimLine line = ClaimRoll.Of(scenario.Chain.Evidence, [scenario]).First(l => l.Claim.Id == claim.Id);
        HashSet<string> ids = [.. line.Parameters];
        List<string> facts = [claim.Statement, $"Stated by {string.Join(", ", line.Publishers)} ({claim.Source})."];
        facts.AddRange(claim.Verifications.Select(v => $"{v.Aspect} checked {v.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by '{v.Check}': {v.Arithmetic}"));
        facts.Add(line.Levers.Count > 0 ? $"Carried by {string.Join(", ", line.Levers)}." : "No institution of this scenario carries it.");
        if (ids.Count > 0) facts.Add(line.IsByName ? $"It drives {ids.Count} numbers by name." : $"{ids.Count} numbers of the institutions that carry it; its table names none.");
        Parameter[] on = [.. scenario.Chain.Evidence.Parameters.Where(p => ids.Contains(p.Id))];
        return With(claim.Id, "claim", facts, on, scenario, []) with { Claims = [claim] };
    }

    private static Trace OfFigure(ObservedFigure figure, Scenario scenario)
    {
        string range = figure.Low is null && figure.High is null ? "" : $", observers from {Number(figure.Low ?? figure.Value)} to {Number(figure.High ?? figure.Value)}";
        string[] facts =
        [
            $"{figure.Title}, {figure.Period}: observed {Number(figure.Value)} {figure.Unit}{range}; {figure.Standing} by the model.",
            .. figure.Source.Split(';', StringSplitOptions.TrimEntries).Select(s => scenario.Chain.Evidence.SourceOf(s) is { } known ? "Observed by " + Words(known) : $"Observed by {s}."),
            $"Modelled as '{figure.Variable}' of {(figure.Subject.Length > 0 ? figure.Subject : "everything")}, {figure.Region}.",
        ];
        return With(figure.Id, "figure", facts, [.. NumbersNear(figure, scenario)], scenario, [$"{TraceName.Observed}{figure.Id}"]);
    }

    private static Trace? OfFigures(string name, Scenario scenario)
    {
        IReadOnlyList<ObservedFigure> all = scenario.Chain.Observed;
        if (all.Count == 0) return null;
        HashSet<string> near = [.. all.SelectMany(f => NumbersNear(f, scenario)).Select(p => p.Id)];
        string[] facts = [$"{all.Count} figures are held against what was observed; each has a trace of its own, such as {TraceName.Observed}{all[0].Id}."];
        return With(name, "figure", facts, [.. scenario.Chain.Evidence.Parameters.Where(p => near.Contains(p.Id))], scenario, [.. all.Select(f => TraceName.Observed + f.Id)]);
    }

    private static IEnumerable<Parameter> NumbersNear(ObservedFigure figure, Scenario scenario)
    {
        HashSet<string> near = NearTo(figure, scenario.Chain);
        return scenario.Chain.Evidence.Parameters.Where(p => IsNear(p, figure, near));
    }

    // A figure lists a number, and the number the figure: the same rule both ways. What a path says of a later year cannot have moved the figure.
    private static bool IsNear(Parameter p, ObservedFigure figure, HashSet<string> near)
    {
        string[] parts = p.Id.Split('/');
        if (!parts.Skip(1).Any(near.Contains) || (figure.Region != "world" && parts[0] is "markets" or "routes" && !parts.Contains(figure.Region))) return false;
        return parts[0] != "drivers" || !int.TryParse(parts[2].AsSpan(0, Math.Min(4, parts[2].Length)), CultureInfo.InvariantCulture, out int year) || !Period.TryParse(figure.Period, out Period period) || year <= period.Last.Year + 1;
    }

    // Ids of the goods a figure is about, of the works that make them and of the uses that take them.
    private static HashSet<string> NearTo(ObservedFigure figure, ValueChain chain)
    {
        string[] subjects = figure.Subject.Split('+', StringSplitOptions.RemoveEmptyEntries);
        bool IsThere(int region) => figure.Region == "world" || chain.Regions[region].Id == figure.Region;
        bool Mines(Facility f) => figure.Variable.StartsWith("mine", StringComparison.Ordinal) && subjects.Length == 0 && chain.Processes[f.Process].ExtractionRecovery is not null;
        IEnumerable<string> works = chain.Facilities.Where(f => IsThere(f.Region) && (Mines(f) || Makes(chain.Processes[f.Process], subjects, chain))).Select(f => f.Id);
        return [.. subjects, .. works, .. chain.Uses.Where(u => subjects.Contains(chain.Commodities[u.Commodity].Id) && IsThere(u.Region)).Select(u => u.Id)];
    }

    private static bool Makes(Process process, string[] subjects, ValueChain chain) => subjects.Contains(process.Id) || subjects.Contains(chain.Commodities[process.Output].Id);

    internal static Trace With(string name, string kind, IReadOnlyList<string> facts, Parameter[] on, Scenario scenario, IReadOnlyList<string> subjects)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        Claim[] claims = [.. ledger.Claims.Where(c => c.Drives.Any(d => on.Any(p => ParameterPattern.Fits(d, p.Id))))];
        string[] witnesses = [.. on.SelectMany(p => p.Witnesses).Where(w => w.StartsWith('@')).Select(w => "assumptions/" + w[1..]).Distinct()];
        string[] figures = kind is "figure" or "measurement" or "outcome" or "event" or "ledger" ? [] : [.. scenario.Chain.Observed.Where(o => NearTo(o, scenario.Chain) is var near && on.Any(p => IsNear(p, o, near))).Select(o => o.Id)];
        return new Trace(name, kind, facts, on, claims, RivalsOf([.. subjects, .. on.Length <= 12 ? witnesses : []], on, ledger), figures);
    }

    private static List<RivalValue> RivalsOf(IReadOnlyList<string> subjects, Parameter[] on, EvidenceLedger ledger) =>
        [.. ledger.Rivals.Where(r => subjects.Contains(r.Subject) || on.Any(p => ParameterPattern.Fits(r.Subject, p.Id)))];

    /// <summary>A source in words: publisher, year, kind, title, address.</summary>
    public static string Words(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        string kind = source.Kind.Name().Replace('-', ' ');
        return $"{source.Publisher}, {source.Year} ({kind}): {source.Title}{(source.Address.Length > 0 ? $", {source.Address}" : ", no address kept")}.";
    }

    /// <summary>The range of a number in words.</summary>
    public static string Range(Spread spread) => spread.Shape == SpreadShape.Fixed ? "fixed" : $"{spread.Shape.ToString().ToLowerInvariant()} {Number(spread.Low)} to {Number(spread.High)}";

    /// <summary>A number as people write it; a very small one with its exponent.</summary>
    public static string Number(double value) => value.ToString(value == 0.0 || Math.Abs(value) >= 1e-3 ? "#,0.#####" : "G4", CultureInfo.InvariantCulture);
}
