using Offtake.Model.Quantities;

namespace Offtake.Model.Studies;

/// <summary>Names under which numbers of reports are traced. Reports print them and <c>offtake evidence trace</c> takes them.</summary>
public static class TraceName
{
    /// <summary>Before a variable of the model: <c>modelled/VARIABLE[/OF][/IN][/TO][/PERIOD][/STATISTIC]</c>, with <c>+</c> between several of a part.</summary>
    public const string Modelled = "modelled/";

    /// <summary>Before outcomes of a comparison: <c>outcomes/ID</c>, or the id of a row that stands for many, with <c>+</c> between several.</summary>
    public const string Outcomes = "outcomes/";

    /// <summary>Before outcomes of a study: <c>studies/STUDY[/ID]</c>.</summary>
    public const string Studies = "studies/";

    /// <summary>Before a figure that is also observed; without an id all of them.</summary>
    public const string Observed = "observed/";

    /// <summary>Before a kind of event; without one all of them.</summary>
    public const string Events = "events/";

    /// <summary>Before a series of plans and a period of it; without one all of them.</summary>
    public const string Plans = "plans/";

    /// <summary>Everything a scenario rests on.</summary>
    public const string Ledger = "ledger";

    /// <summary>Everything in it for which nobody vouches.</summary>
    public const string Assumptions = "assumptions";

    /// <summary>Several of one part.</summary>
    public const char And = '+';

    /// <summary>Variables of the model, wherever they are looked at.</summary>
    public static string Of(params ChainVariable[] variables) => Modelled + string.Join(And, variables.Select(KebabName.Of));

    /// <summary>A measurement.</summary>
    public static string Of(Measurement measurement)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        string[] parts = [.. new[] { measurement.Of, measurement.In, measurement.To }.Where(p => p.Count > 0).Select(p => string.Join(And, p))];
        return string.Join('/', [Of(measurement.Variable), .. parts, $"{measurement.Period}", KebabName.Of(measurement.Statistic)]);
    }

    /// <summary>Outcomes of a comparison, by the ids of their rows; all of them when none is named.</summary>
    public static string OfOutcomes(IEnumerable<string> ids) => string.Join(And, ids.Distinct()) is { Length: > 0 } all ? Outcomes + all : Outcomes.TrimEnd('/');

    /// <summary>The command that follows a name.</summary>
    /// <param name="name">What is traced.</param>
    /// <param name="scenario">Where; empty for studies, which name their own.</param>
    public static string Command(string name, string scenario) => $"offtake evidence trace {name} {scenario}".TrimEnd();
}
