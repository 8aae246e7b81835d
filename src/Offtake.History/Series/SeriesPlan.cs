using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.History.Series;

/// <summary>The monthly series that a backtest needs of a chain, and what was observed of them. Nothing else is recorded.</summary>
public sealed class SeriesPlan
{
    private readonly Dictionary<SeriesName, int> _indexOf = [];
    private readonly List<MonthlyReading> _readings = [];

    /// <summary>Finds every series that the scores and forecasts name.</summary>
    /// <param name="backtest">What is to be judged.</param>
    /// <param name="layout">The chain that is walked.</param>
    /// <param name="problems">Receives what cannot be found; the plan must not be used then.</param>
    public SeriesPlan(Backtest backtest, ChainLayout layout, List<Problem> problems)
    {
        foreach (Score score in backtest.Scores)
        {
            foreach (SeriesName name in score.Series) Add(name, score.Address, layout, problems);
            if (score.Against is { } against) Add(against, score.Address, layout, problems);
        }

        foreach (Forecast forecast in backtest.Forecasts) Add(forecast.Series, "forecasts.csv", layout, problems);
        Observed = [.. Names.Select(name => ObservedPoint.Of(layout.Chain.Observed, name))];
    }

    /// <summary>Names by index.</summary>
    public IReadOnlyList<SeriesName> Names => [.. _indexOf.OrderBy(n => n.Value).Select(n => n.Key)];

    /// <summary>Observed figures by series, in order of time.</summary>
    public IReadOnlyList<IReadOnlyList<ObservedPoint>> Observed { get; }

    internal int Count => _readings.Count;

    /// <summary>Index of a series.</summary>
    public int IndexOf(SeriesName name) => _indexOf[name];

    /// <summary>How months of a series make up a longer period.</summary>
    public OverMonths OverOf(int series) => _readings[series].Over;

    /// <summary>Unit of one month of a series.</summary>
    public string UnitOf(int series) => _readings[series].Unit;

    internal double Read(int series, ChainState state) => _readings[series].Of(state);

    private void Add(SeriesName name, string address, ChainLayout layout, List<Problem> problems)
    {
        if (_indexOf.ContainsKey(name) || MonthlyVariables.Find(layout, name, address, problems) is not { } reading) return;
        _indexOf[name] = _readings.Count;
        _readings.Add(reading);
    }
}

/// <summary>One observed figure of a series.</summary>
/// <param name="Id">Its row in <c>observed.csv</c>.</param>
/// <param name="Period">When.</param>
/// <param name="Value">The figure, in the unit of the row.</param>
/// <param name="SigmaOfLog">Standard error of its logarithm that the observers' range implies; 0 without a range.</param>
/// <param name="Source">Who says so.</param>
public sealed record ObservedPoint(string Id, Period Period, double Value, double SigmaOfLog, string Source)
{
    private const double NormalPoint95 = Model.Evidence.Spread.NormalPoint95;

    /// <summary>The figures of a series, in order of time.</summary>
    public static IReadOnlyList<ObservedPoint> Of(IEnumerable<ObservedFigure> figures, SeriesName name) =>
    [
        .. figures.Where(f => f.Variable == name.Variable && f.Subject == name.Subject && f.Region == name.Region)
            .Select(f => Period.TryParse(f.Period, out Period period) ? new ObservedPoint(f.Id, period, f.Value, Sigma(f.Low, f.High), f.Source) : null)
            .OfType<ObservedPoint>()
            .OrderBy(p => p.Period.First).ThenBy(p => p.Period.Last).ThenBy(p => p.Id, StringComparer.Ordinal),
    ];

    private static double Sigma(double? low, double? high) => low > 0.0 && high > low ? Math.Log(high.Value / low.Value) / (2.0 * NormalPoint95) : 0.0;
}
