using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Model.Quantities;

namespace Offtake.Results.Backtests;

/// <summary>A history held against what happened: every score for every window and variant, with the fits behind it.</summary>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Id">Id of the backtest.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="World">Id of the world.</param>
/// <param name="WorldTitle">Its name for readers.</param>
/// <param name="WorldSha256">Hash of the world's files.</param>
/// <param name="First">First month walked.</param>
/// <param name="Last">Last month walked.</param>
/// <param name="Holdout">Last month that fits for validation have seen.</param>
/// <param name="Seed">Seed of the futures.</param>
/// <param name="FuturesPerFit">Futures with shocks and drawn numbers walked for each fit, besides its central one.</param>
/// <param name="Variants">Ways in which the history was put.</param>
/// <param name="Fits">The fits that were walked.</param>
/// <param name="Scores">Results by score, window and variant; those over all variants first.</param>
/// <param name="Series">Monthly paths for charts, by series and window.</param>
/// <param name="Forecasts">What others had said, beside what came.</param>
/// <param name="Free">Fitted numbers.</param>
/// <param name="Imposed">What the history gets from outside.</param>
/// <param name="Ablations">What switching mechanisms off did, when somebody last tried.</param>
/// <param name="Warnings">What a reader must know.</param>
public sealed record BacktestResults(
    string Program,
    string Id,
    string Title,
    string World,
    string WorldTitle,
    string WorldSha256,
    Month First,
    Month Last,
    Month Holdout,
    ulong Seed,
    int FuturesPerFit,
    IReadOnlyList<VariantLine> Variants,
    IReadOnlyList<FitLine> Fits,
    IReadOnlyList<ScoreResult> Scores,
    IReadOnlyList<SeriesBand> Series,
    IReadOnlyList<ForecastResult> Forecasts,
    IReadOnlyList<FreeLine> Free,
    IReadOnlyList<ImposedLine> Imposed,
    IReadOnlyList<Ablation> Ablations,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The name of the window when nothing was fitted.</summary>
    public const string Unfitted = "none";

    /// <summary>The windows there are results for, in order.</summary>
    public IReadOnlyList<string> Windows => [.. Fits.Select(f => f.Window).Distinct()];

    /// <summary>Results over all variants of one window.</summary>
    public IEnumerable<ScoreResult> Pooled(string window) => Scores.Where(s => s.Variant is null && s.Window == window);
}

/// <summary>One way the history was put.</summary>
public sealed record VariantLine(string Id, string Title, string Scenario, IReadOnlyList<string> Imposes);

/// <summary>A fit that was walked.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Variant">In which variant.</param>
/// <param name="Window">What it was allowed to see.</param>
/// <param name="Seed">Seed of its search.</param>
/// <param name="Loss">Its loss; NaN when nothing was fitted.</param>
/// <param name="FreezeDrift">Largest relative move of a price while nothing moves from outside; NaN when it cannot be walked.</param>
/// <param name="KickLeft">Share of the largest price move after a small kick that is left at the end.</param>
/// <param name="IsStale">Whether the world has changed since.</param>
/// <param name="Failure">Why it could not be walked to the end; null when it could.</param>
public sealed record FitLine(string Id, string Variant, string Window, ulong? Seed, double Loss, double FreezeDrift, double KickLeft, bool IsStale, string? Failure);

/// <summary>A score of one window, over all variants or for one.</summary>
/// <param name="Score">How it is judged.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Window">What the fits were allowed to see.</param>
/// <param name="Variant">The variant; null for all together.</param>
/// <param name="Standing">Whether the figure is an input, was fitted, or follows.</param>
/// <param name="Observed">What really happened, in the unit of the score; for a peak the number of its month. Null for scores that are errors.</param>
/// <param name="Cases">Observed figures or changes that were judged.</param>
/// <param name="Value">Median over the fits; NaN when it could not be told.</param>
/// <param name="Ensemble">Middle and range over all futures of all fits.</param>
/// <param name="ByFit">Value of each fit's central path.</param>
/// <param name="Benchmarks">The same score of naive forecasts.</param>
/// <param name="Points">The single figures behind it.</param>
public sealed record ScoreResult(
    Score Score, string Unit, string Window, string? Variant, Standing Standing, double? Observed, int Cases, double Value, Band Ensemble,
    IReadOnlyList<FitValue> ByFit, IReadOnlyList<BenchmarkValue> Benchmarks, IReadOnlyList<PointResult> Points)
{
    /// <summary>Whether the median passes.</summary>
    public bool IsMet => Score.Meets(Value);

    /// <summary>Whether the median reaches what is aimed at; null when nothing is.</summary>
    public bool? IsAmbitionMet => Score.MeetsAmbition(Value);

    /// <summary>How many fits pass on their own.</summary>
    public int FitsMeeting => ByFit.Count(f => Score.Meets(f.Value));

    /// <summary>Whether it has a band to be judged by.</summary>
    public bool IsJudged => Score.Low is not null || Score.High is not null;

    /// <summary>Modelled less observed, in the unit of the score; for scores that are errors the value itself.</summary>
    public double Error => Observed is { } observed && Score.IsShape && Score.Kind != ScoreKind.PeakMonth ? Value - observed : Value;
}

/// <summary>A value by fit.</summary>
public sealed record FitValue(string Fit, string Variant, double Value);

/// <summary>The same score of a naive forecast; NaN where it cannot be made.</summary>
/// <param name="Name">Such as <c>no-change</c>.</param>
/// <param name="Value">In the unit of the score.</param>
public sealed record BenchmarkValue(string Name, double Value);

/// <summary>One observed figure beside the modelled one.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Period">When.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="Modelled">Middle and range over the futures.</param>
/// <param name="Source">Who observed it.</param>
public sealed record PointResult(SeriesName Series, Period Period, double Observed, Band Modelled, string Source);

/// <summary>A monthly path over the futures of a window, with what was observed.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Title">The series in words.</param>
/// <param name="Unit">Unit of its numbers; a flow is that much a month or a year.</param>
/// <param name="IsFlow">Whether months add up to a year; otherwise a year is their mean.</param>
/// <param name="Window">What the fits were allowed to see.</param>
/// <param name="First">First month.</param>
/// <param name="Months">Middle and range by month.</param>
/// <param name="Years">Middle and range by calendar year, whole years only.</param>
/// <param name="Observed">Observed figures.</param>
public sealed record SeriesBand(
    SeriesName Series, string Title, string Unit, bool IsFlow, string Window, Month First, IReadOnlyList<Band> Months, IReadOnlyList<(int Year, Band Value)> Years,
    IReadOnlyList<ObservedFigure> Observed);

/// <summary>What somebody had said, beside what came and what the model says.</summary>
public sealed record ForecastResult(Forecast Forecast, string Window, double? Observed, Band Modelled);

/// <summary>A fitted number: its bounds, the world's own value and what the fits of a window chose.</summary>
public sealed record FreeLine(FreeNumber Number, string Unit, double Centre, string Window, Band Fitted, double Least, double Most);

/// <summary>Something the history gets from outside.</summary>
/// <param name="Kind">Measure, driver or project.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Variants">The variants that get it.</param>
public sealed record ImposedLine(string Kind, string Id, string Title, IReadOnlyList<string> Variants);
