using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>A study as its report reads it: names, units that read well, and the figures numbered so far.</summary>
internal sealed class StudyPage(StudyFindings findings)
{
    /// <summary>From here on the page folds tables away instead of showing all of them.</summary>
    public const int InSight = 12;

    private static readonly string[] PlainUnits = ["", "1", "times", "ratio", "factor", "elasticity"];

    private readonly Measure[] _measures = [.. findings.Outcomes.Select(o => MeasureOf(findings, o))];
    private int _figures;

    public StudyFindings Findings { get; } = findings;

    public StudyHeader Header => Findings.Header;

    public string Outcome(int outcome) => Header.Outcomes[outcome].Title;

    public string Policy(int policy) => Header.Policies[policy].Title;

    /// <summary>Title of an uncertainty; the index after the last is everything that is not named.</summary>
    public string Input(int? uncertainty) => uncertainty is { } u && u < Header.Uncertainties.Count ? Header.Uncertainties[u].Title : "Everything that is not named, and chance";

    /// <summary>The unit in which an outcome reads well.</summary>
    public Measure Measure(int outcome) => _measures[outcome];

    /// <summary>An uncertainty's value for readers: shares in per cent, units left away where they say nothing.</summary>
    public string Value(int uncertainty, double value, int figures = 2)
    {
        (double factor, string unit) = InputUnit(uncertainty);
        string number = Numeral.Significant(value * factor, figures);
        return unit.Length == 0 ? number : $"{number}\u00A0{unit}";
    }

    /// <summary>Factor and unit in which an uncertainty reads well; units that take more than a few words are left to the table of uncertainties.</summary>
    public (double Factor, string Unit) InputUnit(int uncertainty)
    {
        string unit = Header.Uncertainties[uncertainty].Unit;
        bool isShare = unit == "share" || (unit.StartsWith("share of ", StringComparison.Ordinal) && !unit.Contains(" per ") && unit.Length <= 24);
        return isShare ? (100.0, "%") : (1.0, PlainUnits.Contains(unit) || unit.Length > 16 ? "" : unit);
    }

    /// <summary>The name under which an outcome of the study is traced.</summary>
    public string NameOf(int outcome) => $"{TraceName.Studies}{Header.Id}/{Header.Outcomes[outcome].Id}";

    /// <summary>The command that traces one outcome; without one all of them.</summary>
    public string Trace(int? outcome = null) => TraceName.Command(outcome is { } o ? NameOf(o) : TraceName.Studies + Header.Id, "");

    /// <summary>The source line of all figures.</summary>
    public string Source => $"this study (study.sqlite), {Numeral.Count(Findings.Independent)} independent futures, each under {Counted(Header.Policies.Count, "policy", "policies")}.";

    /// <summary>What a range over futures is here.</summary>
    public string RangeInWords => Findings.Independent < Bands.FuturesForPercentiles ? $"range of {Findings.Independent} futures, smallest to largest" : "5 to 95 % of futures";

    /// <summary>Writes a figure with the next number.</summary>
    public Markup Show(FigureBlock figure) => figure.Write(++_figures);

    /// <summary>A count with its noun.</summary>
    public static string Counted(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Numeral.Count(count)} {many}";

    /// <summary>A share in whole per cent, never 0 or 100 for what is neither.</summary>
    public static string Percent(double share) => share switch
    {
        double.NaN => Numeral.NotRecorded,
        > 0.0 and < 0.005 => "less than 1\u00A0%",
        > 0.995 and < 1.0 => "more than 99\u00A0%",
        _ => $"{Math.Round(100.0 * share):0}\u00A0%",
    };

    /// <summary>A share or a correlation with two decimals.</summary>
    public static string Hundredths(double value) => !double.IsFinite(value) ? Numeral.NotRecorded
        : Math.Round(value, 2) is var rounded && rounded < 0 ? FormattableString.Invariant($"−{-rounded:0.00}") : FormattableString.Invariant($"{Math.Abs(rounded):0.00}");

    /// <summary>The unit in which a difference of an outcome reads well, which may be a smaller one than that of its level.</summary>
    public Measure MeasureOfDifference(int outcome, double largest) => MeasureOf(Header.Outcomes[outcome].Unit, largest).OfDifference;

    /// <summary>The unit of a difference where levels and differences stand side by side.</summary>
    public Measure MeasureOfDifference(int outcome) => _measures[outcome].OfDifference;

    private static Measure MeasureOf(StudyFindings findings, OutcomeFindings outcome) => MeasureOf(
        findings.Header.Outcomes[outcome.Outcome].Unit,
        outcome.Levels.SelectMany(l => new[] { Math.Abs(l.Band.Low), Math.Abs(l.Band.High) }).Where(double.IsFinite).DefaultIfEmpty(0).Max());

    private static Measure MeasureOf(string unit, double largest) => unit switch
    {
        "t" or "t per year" or "t per month" => Numbers.Measure.OfTonnes(largest) is var m ? m with { Unit = m.Unit + unit[1..] } : default,
        _ when unit.StartsWith("USD", StringComparison.Ordinal) && !unit.Contains('/') && !unit.Contains(" per ") => Numbers.Measure.OfUsd(largest),
        _ when PlainUnits.Contains(unit) => new Measure(1, ""),
        _ => Numbers.Measure.OfRecorded(unit, largest),
    };
}
