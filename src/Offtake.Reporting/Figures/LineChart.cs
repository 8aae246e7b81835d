using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;

namespace Offtake.Reporting.Figures;

/// <summary>A line over time, with its range over futures.</summary>
/// <param name="Name">Name for legend and label.</param>
/// <param name="Style">Which of the eight styles.</param>
/// <param name="Points">Ascending in time; a missing band breaks the line.</param>
internal sealed record LineSeries(string Name, int Style, IReadOnlyList<LinePoint> Points);

/// <summary>A point of a line.</summary>
/// <param name="Year">Place on the time axis, in years.</param>
/// <param name="Value">What is drawn there.</param>
internal readonly record struct LinePoint(double Year, Band Value);

/// <summary>What was observed, to be set beside what was modelled.</summary>
/// <param name="Year">Place on the time axis, in years.</param>
/// <param name="Value">The observed value.</param>
/// <param name="Low">Lower end when observers disagree.</param>
/// <param name="High">Upper end when observers disagree.</param>
internal readonly record struct ObservedPoint(double Year, double Value, double? Low, double? High);

/// <summary>A small chart of lines over years. Its axis is logarithmic where values span more than a factor of ten.</summary>
internal sealed class LineChart
{
    private const double Top = 46;
    private const double Bottom = 26;
    private const double LabelRoom = 104;

    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the vertical axis.</summary>
    public required string Unit { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Observed points.</summary>
    public IReadOnlyList<ObservedPoint> Observed { get; init; } = [];

    /// <summary>Whether the axis may be logarithmic.</summary>
    public bool MayBeLog { get; init; }

    /// <summary>Highest value the axis needs to reach in any case.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Width of the canvas; 360 fits a phone at full size.</summary>
    public double Width { get; init; } = 360;

    /// <summary>Height of the canvas.</summary>
    public double Height { get; init; } = 224;

    /// <summary>Draws the chart.</summary>
    public Markup Draw()
    {
        var drawing = new Drawing(Width, Height, $"{Title}, {Unit}", Describe());
        Axis values = Axis.Fitting(Series.SelectMany(s => s.Points).SelectMany(p => new[] { p.Value.Low, p.Value.High, p.Value.Median })
            .Concat(Observed.SelectMany(o => new[] { o.Value, o.Low ?? o.Value, o.High ?? o.Value })).Append(AtLeast ?? double.NaN), MayBeLog, fromZero: true);
        double[] years = [.. Series.SelectMany(s => s.Points).Select(p => p.Year)];
        Axis time = years.Length == 0 ? Axis.Years(0, 1) : Axis.Years(Math.Floor(years.Min() + 1e-9), Math.Ceiling(years.Max() - 1e-9));

        double left = values.Ticks.Max(t => TextWidth.Of(t.Label, Drawing.Small)) + 8;
        double room = Series.Count > 1 ? Math.Min(LabelRoom, Series.Max(s => TextWidth.Of(s.Name, Drawing.Small)) + 14) : 14;
        var plot = new Plot(left, Top, Width - room, Height - Bottom, time, values);

        drawing.Text(0, 14, TextWidth.Fit(Title, 13.5, Width), size: 13, bold: true);
        drawing.Text(0, 30, Unit + (values.IsLog ? ", log scale" : ""), colour: Ink.Muted);
        plot.DrawFrame(drawing);

        if (!Series.Any(s => s.Points.Any(p => !p.Value.IsMissing)))
        {
            drawing.NothingRecorded((plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2);
            return drawing.Finish();
        }

        for (int i = 0; i < Series.Count; i++) DrawBand(drawing, plot, Series[i], i == 0);
        foreach (LineSeries series in Series) DrawLine(drawing, plot, series);
        foreach (ObservedPoint point in Observed) DrawObserved(drawing, plot, point);
        if (Series.Count > 1) DrawLabels(drawing, plot, room);
        return drawing.Finish();
    }

    /// <summary>The first band is filled; the others are faint with an outline, so that bands that overlap stay apart.</summary>
    private static void DrawBand(Drawing drawing, Plot plot, LineSeries series, bool isFirst)
    {
        string colour = Style.Of(series.Style).Colour;
        foreach (IReadOnlyList<LinePoint> run in Runs(series.Points))
        {
            if (run.All(p => p.Value.Futures < 2)) continue;
            drawing.Area(
                [.. run.Select(p => (plot.X(p.Year), plot.Y(p.Value.High))), .. run.Reverse().Select(p => (plot.X(p.Year), plot.Y(p.Value.Low)))],
                colour, isFirst ? 0.18 : 0.09);
            if (isFirst) continue;
            drawing.Path(run.Select(p => ((double, double)?)(plot.X(p.Year), plot.Y(p.Value.High))), colour, 0.7, opacity: 0.55);
            drawing.Path(run.Select(p => ((double, double)?)(plot.X(p.Year), plot.Y(p.Value.Low))), colour, 0.7, opacity: 0.55);
        }
    }

    private static void DrawLine(Drawing drawing, Plot plot, LineSeries series)
    {
        Style style = Style.Of(series.Style);
        drawing.Path(series.Points.Select(p => p.Value.IsMissing ? ((double, double)?)null : (plot.X(p.Year), plot.Y(p.Value.Median))), style.Colour, 1.8, style.Dash);
        LinePoint last = series.Points.LastOrDefault(p => !p.Value.IsMissing);
        if (last.Value.Futures > 0) drawing.Mark(plot.X(last.Year), plot.Y(last.Value.Median), style.Marker, style.Colour);
    }

    private static void DrawObserved(Drawing drawing, Plot plot, ObservedPoint point)
    {
        double x = plot.X(point.Year);
        if (point is { Low: { } low, High: { } high })
        {
            drawing.Line(x, plot.Y(low), x, plot.Y(high), Ink.Text, 1.2);
            drawing.Line(x - 3, plot.Y(low), x + 3, plot.Y(low), Ink.Text, 1.2);
            drawing.Line(x - 3, plot.Y(high), x + 3, plot.Y(high), Ink.Text, 1.2);
        }

        drawing.Mark(x, plot.Y(point.Value), Marker.Diamond, Ink.Text, 4, hollow: true);
    }

    private void DrawLabels(Drawing drawing, Plot plot, double room)
    {
        LineSeries[] shown = [.. Series.Where(s => s.Points.Any(p => !p.Value.IsMissing))];
        double[] wanted = [.. shown.Select(s => plot.Y(s.Points.Last(p => !p.Value.IsMissing).Value.Median))];
        IReadOnlyList<string>[] texts = [.. shown.Select(s => TextWidth.Wrap(s.Name, Drawing.Small, room - 12, 2))];
        double[] centres = LabelLayout.Spread(wanted, [.. texts.Select(t => (t.Count * 12.5) + 3)], Top - 8, Height - Bottom + 6);
        for (int i = 0; i < shown.Length; i++)
        {
            if (Math.Abs(centres[i] - wanted[i]) > 5) drawing.Line(plot.Right + 4, wanted[i], plot.Right + 10, centres[i], Ink.Line, 0.8);
            for (int line = 0; line < texts[i].Count; line++)
                drawing.Text(plot.Right + 12, centres[i] + 4 + ((line - ((texts[i].Count - 1) / 2.0)) * 12.5), texts[i][line]);
        }
    }

    private string Describe()
    {
        IEnumerable<string> lines = Series.Select(s =>
        {
            LinePoint[] known = [.. s.Points.Where(p => !p.Value.IsMissing)];
            return known.Length == 0
                ? $"{s.Name}: {Numeral.NotRecorded}."
                : $"{s.Name}: {Numeral.Rough(known[0].Value.Median)} in {(int)known[0].Year}, {Numeral.Rough(known[^1].Value.Median)} in {(int)known[^1].Year}.";
        });
        return $"Lines over years, {Unit}. {string.Join(" ", lines)}{(Observed.Count > 0 ? " Diamonds mark what was observed." : "")}";
    }

    private static IEnumerable<IReadOnlyList<LinePoint>> Runs(IReadOnlyList<LinePoint> points)
    {
        List<LinePoint> run = [];
        foreach (LinePoint point in points)
        {
            if (!point.Value.IsMissing)
            {
                run.Add(point);
                continue;
            }

            if (run.Count > 1) yield return run;
            run = [];
        }

        if (run.Count > 1) yield return run;
    }
}
