using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Coverage and density of a peeling, step by step.</summary>
internal static class PeelingChart
{
    private const double Width = 360;
    private const double Height = 250;

    /// <summary>Draws one peeling.</summary>
    public static Markup Draw(string title, ScenarioBox box)
    {
        var drawing = new Drawing(Width, Height, $"{title}: coverage and density of the peeling",
            $"Dots from coverage 1 and density {Numeral.Rough(box.Trajectory[0].Density)} to coverage {Numeral.Rough(box.Trajectory[^1].Coverage)} and density {Numeral.Rough(box.Trajectory[^1].Density)}; the box taken has coverage {Numeral.Rough(box.Coverage)} and density {Numeral.Rough(box.Density)}.");
        var plot = new Plot(34, 46, Width - 12, Height - 40, Axis.Linear(0, 1), Axis.Linear(0, 1));
        drawing.Text(0, 14, TextWidth.Fit(title, 13.5, Width), size: 13, bold: true);
        drawing.Text(0, 30, "density (upward) and coverage (across), shares", colour: Ink.Muted);
        plot.DrawFrame(drawing);
        drawing.Text((plot.Left + plot.Right) / 2, Height - 6, "coverage", Anchor.Middle, colour: Ink.Muted);
        drawing.Line(plot.Left, plot.Y(0.8), plot.Right, plot.Y(0.8), Ink.Line, 1, "4 3");
        int most = Math.Max(1, box.Trajectory.Max(s => s.Dimensions));
        int before = -1;
        foreach (PeelingStep s in box.Trajectory)
        {
            Style style = Style.Of(s.Dimensions % 8);
            drawing.Mark(plot.X(s.Coverage), plot.Y(s.Density), style.Marker, style.Colour, 3);
            if (s.Dimensions != before && most <= 6) drawing.Text(plot.X(s.Coverage) + 5, plot.Y(s.Density) - 5, s.Dimensions.ToString(System.Globalization.CultureInfo.InvariantCulture), size: 10.5, colour: Ink.Muted, halo: true);
            before = s.Dimensions;
        }

        drawing.Mark(plot.X(box.Coverage), plot.Y(box.Density), Marker.Diamond, Ink.Text, 6, hollow: true);
        return drawing.Finish();
    }
}
