using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>A value over time in one future.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="Style">Which of the eight styles.</param>
/// <param name="Value">From the future's number and a window to the recorded value.</param>
internal sealed record Curve(string Name, int Style, Func<int, Window, double> Value);

/// <summary>Small line charts that belong together, and the yearly numbers behind them in one long table.</summary>
internal sealed class ChartSet(RunReading run, string label, IReadOnlyList<Window> windows)
{
    private readonly List<Markup> _pictures = [];

    /// <summary>The pictures so far.</summary>
    public IReadOnlyList<Markup> Pictures => _pictures;

    /// <summary>The yearly numbers so far.</summary>
    public HtmlTable Behind { get; } = new(label, "Chart", "Line", "#Year", "#Median", "#Low", "#High", "Unit");

    /// <summary>Draws a chart and tabulates its years.</summary>
    public void Add(
        string title, Measure measure, IReadOnlyList<Curve> curves,
        bool mayBeLog = false, IReadOnlyList<ObservedPoint>? observed = null, double? atLeast = null)
    {
        IReadOnlyList<Window> shown = windows.Count > 1 ? windows : run.Horizon.Months;
        var chart = new LineChart
        {
            Title = title,
            Unit = measure.Unit,
            Series = [.. curves.Select(c => new LineSeries(c.Name, c.Style, [.. shown.Select(w => new LinePoint(w.Year, At(c, w, measure)))]))],
            Observed = observed ?? [],
            MayBeLog = mayBeLog,
            AtLeast = atLeast,
        };
        _pictures.Add(chart.Draw());
        foreach (Curve curve in curves)
        {
            foreach (int year in run.Horizon.Years)
            {
                Band band = At(curve, run.Horizon.Of(year), measure);
                Behind.Row(title, curve.Name, year.ToString("0000"), Numeral.Exact(band.Median), Numeral.Exact(band.Low), Numeral.Exact(band.High), measure.Unit);
            }
        }
    }

    /// <summary>The largest value of a curve over all years, to choose a unit by.</summary>
    public double Largest(IEnumerable<Func<int, Window, double>> values) => values
        .SelectMany(v => run.Horizon.Years.Select(y => run.Over(f => v(f, run.Horizon.Of(y))).High)).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    private Band At(Curve curve, Window window, Measure measure) => run.Over(f => measure.Of(curve.Value(f, window)));
}
