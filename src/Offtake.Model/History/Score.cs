using Offtake.Model.Quantities;

namespace Offtake.Model.History;

/// <summary>A monthly series of the model, by name: what <c>observed.csv</c> calls variable, subject and region.</summary>
/// <param name="Variable">What is counted, such as <c>price</c>.</param>
/// <param name="Subject">Id of a commodity or facility, several joined by <c>+</c> to be summed, or blank for all.</param>
/// <param name="Region">Region id, or <c>world</c>.</param>
public sealed record SeriesName(string Variable, string Subject, string Region)
{
    /// <summary>The region that stands for all of them.</summary>
    public const string World = "world";

    /// <summary>The name as written in tables: <c>variable/subject/region</c>.</summary>
    public override string ToString() => $"{Variable}/{Subject}/{Region}";
}

/// <summary>How modelled and observed figures become one number.</summary>
public enum ScoreKind
{
    /// <summary>Root mean square of log errors (BCK-1).</summary>
    LogRmse,

    /// <summary>Mean over subjects of their root mean squares of log errors (BCK-1).</summary>
    MeanLogRmse,

    /// <summary>Mean absolute error as a share of the observed value (BCK-2).</summary>
    Mape,

    /// <summary>Largest absolute error as a share of the observed value (BCK-2).</summary>
    LargestError,

    /// <summary>Annual changes above 5 % whose sign is right (BCK-3).</summary>
    Direction,

    /// <summary>Months by which the model's highest month comes late (BCK-4).</summary>
    PeakMonth,

    /// <summary>Change from the base period to the window (BCK-5).</summary>
    Fall,

    /// <summary>Highest month of the window over the base period (BCK-5).</summary>
    Multiple,

    /// <summary>Level over the window: the mean of a price, the sum of a flow (BCK-5).</summary>
    Level,

    /// <summary>Highest month of the window (BCK-5).</summary>
    Peak,

    /// <summary>Sum of a series over the sum of another (BCK-6).</summary>
    Share,

    /// <summary>Mean of a series over the mean of another, such as an outside over an inside price (BCK-6).</summary>
    Wedge,

    /// <summary>Share of observed figures inside the ensemble's 5 to 95 % band (BCK-7).</summary>
    Coverage,

    /// <summary>Error of modelled one-year growth over that of a random walk (BCK-8).</summary>
    GrowthError,
}

/// <summary>How one figure is judged.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Kind">How errors become one number.</param>
/// <param name="Series">What is compared; several are pooled.</param>
/// <param name="From">First month of the window.</param>
/// <param name="To">Last month of the window.</param>
/// <param name="Base">Period that changes are counted from; null where the kind has none.</param>
/// <param name="Against">The other series of a ratio; null where the kind has none.</param>
/// <param name="Every">Only observed figures of this length count; null for all.</param>
/// <param name="Low">Least value that passes; null for none.</param>
/// <param name="High">Largest value that passes; null for none.</param>
/// <param name="AmbitiousLow">Least value aimed at.</param>
/// <param name="AmbitiousHigh">Largest value aimed at.</param>
/// <param name="Observed">What really happened, where it does not follow from observed figures: the value of the score, for a peak the number of its month.</param>
/// <param name="Standing">Whether the model's figure is <c>imposed</c>, <c>calibrated</c> or <c>predicted</c> for fits that saw everything.</param>
/// <param name="Weight">Weight in the objective; 0 keeps it out.</param>
/// <param name="Sigma">Standard error of one log error in the objective; null for the default of the kind.</param>
/// <param name="Window">Only fits of this window are judged; null for all.</param>
/// <param name="Source">Where the band comes from.</param>
/// <param name="Note">What to keep in mind.</param>
/// <param name="Address">Where it stands: file and line.</param>
public sealed record Score(
    string Id,
    string Title,
    ScoreKind Kind,
    IReadOnlyList<SeriesName> Series,
    Month From,
    Month To,
    Period? Base,
    SeriesName? Against,
    PeriodLength? Every,
    double? Low,
    double? High,
    double? AmbitiousLow,
    double? AmbitiousHigh,
    double? Observed,
    string Standing,
    double Weight,
    double? Sigma,
    string? Window,
    string Source,
    string Note,
    string Address)
{
    /// <summary>Whether it is about the shape of one path rather than about errors point by point.</summary>
    public bool IsShape => Kind is ScoreKind.PeakMonth or ScoreKind.Fall or ScoreKind.Multiple or ScoreKind.Level or ScoreKind.Peak or ScoreKind.Share or ScoreKind.Wedge;

    /// <summary>Whether it averages errors of single figures, so that naive forecasts can be judged in the same way.</summary>
    public bool IsPointwise => Kind is ScoreKind.LogRmse or ScoreKind.MeanLogRmse or ScoreKind.Mape or ScoreKind.LargestError;

    /// <summary>Whether a value passes; false when there is no value.</summary>
    public bool Meets(double value) => double.IsFinite(value) && !(value < Low) && !(value > High);

    /// <summary>Whether a value reaches what is aimed at; null when nothing is.</summary>
    public bool? MeetsAmbition(double value) =>
        AmbitiousLow is null && AmbitiousHigh is null ? null : double.IsFinite(value) && !(value < AmbitiousLow) && !(value > AmbitiousHigh);
}
