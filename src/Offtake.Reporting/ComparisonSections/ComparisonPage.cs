using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.StudySections;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>A comparison as its report reads it.</summary>
internal sealed class ComparisonPage(ComparisonFindings findings)
{
    public ComparisonFindings Findings { get; } = findings;

    public StudyPage Study { get; } = new(findings.Study);

    public StudyHeader Header => Findings.Study.Header;

    /// <summary>The source line of all figures.</summary>
    public string Source => $"this comparison (study.sqlite), {Counted(Findings.Study.Independent, "future", "futures")}, the same for each of {Counted(Header.Policies.Count, "scenario", "scenarios")}.";

    /// <summary>The name under which an outcome is traced.</summary>
    public string NameOf(int outcome) => TraceName.Outcomes + Header.Outcomes[outcome].Id;

    /// <summary>The command that traces outcomes, by the rows they are of, in the first scenario that is held against the reference.</summary>
    public string Trace(IEnumerable<int> outcomes) => Trace(TraceName.OfOutcomes(outcomes.Select(o => Findings.Asked[o].Row)));

    /// <summary>The command that traces the outcomes with these roles, those of single instruments aside; all outcomes when none has.</summary>
    public string Trace(params OutcomeRole[] roles) => Trace(WithRole(roles).Where(o => Findings.Asked[o].Instrument.Length == 0));

    /// <summary>The command that traces the outcomes of single instruments with these roles.</summary>
    public string TraceByInstrument(params OutcomeRole[] roles) => Trace(WithRole(roles).Where(o => Findings.Asked[o].Instrument.Length > 0));

    /// <summary>The command that traces a name there.</summary>
    public string Trace(string name) => TraceName.Command(name, Header.Policies[Math.Min(1, Header.Policies.Count - 1)].Scenario);

    /// <summary>What a range over futures is here.</summary>
    public string RangeInWords => Findings.Study.Independent switch
    {
        1 => "one future, so no range",
        < Bands.FuturesForPercentiles => $"smallest to largest of {Findings.Study.Independent} futures",
        _ => "5 to 95 % of futures",
    };

    /// <summary>What the scenarios are called here.</summary>
    public ScenarioNames Names { get; } = new(findings.Study.Header.Policies);

    /// <summary>Title of a scenario, without what is laid over all.</summary>
    public string Scenario(int policy) => Names.Titles[policy];

    /// <summary>Its id, which is what fits above a column, without what is laid over all.</summary>
    public string Short(int policy) => Names.Short[policy];

    /// <summary>Headings of columns of numbers, one a scenario.</summary>
    public IEnumerable<string> Columns => Names.Short.Select(s => $"#{s}");

    private IEnumerable<int> WithRole(OutcomeRole[] roles) => Enumerable.Range(0, Findings.Asked.Count).Where(o => Findings.Asked[o].Role is { } r && roles.Contains(r));

    /// <summary>Writes a figure with the next number.</summary>
    public Markup Show(FigureBlock figure) => Study.Show(figure);

    /// <summary>A count with its noun.</summary>
    public static string Counted(int count, string one, string many) => StudyPage.Counted(count, one, many);

    /// <summary>What can be said of a scenario beside the reference.</summary>
    public static Call CallOf(Comparison c) => c switch
    {
        { Pairs: 0 } => Call.Nothing,
        { TiedShare: 1.0 } => Call.Same,
        { Lead: Lead.Alike } => Call.NoMaterialEffect,
        { Lead: Lead.TooClose } => Call.TooClose,
        _ when c.Difference is { Low: <= 0.0, High: >= 0.0 } && c.AheadShare is >= 1.0 / 3.0 and <= 2.0 / 3.0 => Call.TooClose,
        { Lead: Lead.Ahead } => Call.Ahead,
        _ => Call.Behind,
    };

    /// <summary>The same in words.</summary>
    public string Words(int outcome, Call call) => call switch
    {
        Call.Nothing => "no future in common",
        Call.Same => "the same",
        Call.NoMaterialEffect => "no material effect",
        Call.TooClose => "too close to call",
        Call.Ahead => Header.Outcomes[outcome].Better == Better.Unsaid ? "higher" : "better",
        _ => Header.Outcomes[outcome].Better == Better.Unsaid ? "lower" : "worse",
    };

    /// <summary>A band for prose: an end that is nothing beside the other is nothing.</summary>
    public static Band Tidy(Band band)
    {
        const double NothingBeside = 0.005;
        double largest = Math.Max(Math.Abs(band.Low), Math.Abs(band.High));
        double Of(double end) => Math.Abs(end) < NothingBeside * largest ? 0.0 : end;
        return band with { Low = Of(band.Low), High = Of(band.High) };
    }

    /// <summary>A band in a unit, for prose: both ends, or one number where they are the same.</summary>
    public static string Between(Band band, Measure measure) => band.IsMissing ? Numeral.NotRecorded : $"{Ranges.Ends(band.Times(measure.Factor))}\u00A0{measure.Unit}".TrimEnd('\u00A0');
}

/// <summary>What can be said of a scenario beside the reference on one outcome.</summary>
internal enum Call
{
    /// <summary>No future in which both have a value.</summary>
    Nothing,

    /// <summary>The same number in every future.</summary>
    Same,

    /// <summary>Hardly any difference (DIS-8).</summary>
    NoMaterialEffect,

    /// <summary>The differences span zero and neither is ahead in two thirds of futures, or their mean may be nothing.</summary>
    TooClose,

    /// <summary>Better; higher where nobody says which way is better.</summary>
    Ahead,

    /// <summary>Worse; lower where nobody says which way is better.</summary>
    Behind,
}
