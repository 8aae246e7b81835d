using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>Where the most valuable element goes, in the first full year and ten years later.</summary>
internal static class FlowSection
{
    private const int YearsApart = 10;

    /// <summary>Writes the section.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (run.Flows.Focus is not { } element) return Report.Missing("Flows");
        int later = Math.Min(run.Horizon.Last, run.Horizon.First + YearsApart);
        var pictures = new FlowPictures(run, element, [.. new[] { run.Horizon.First, later }.Distinct()]);
        if (pictures.Years.Count == 0) return Report.Missing("Flows");

        string name = Prose.Inside(run.Name(element));
        Measure measure = Measure.OfTonnes(pictures.Total);
        double wide = pictures.Years.Min(p => SankeyLayout.ScaleThatFits(p.Graph, SankeyDrawing.WideLength, SankeyDrawing.WideGap));
        double tall = pictures.Years.Min(p => SankeyLayout.ScaleThatFits(p.Graph, SankeyDrawing.TallLength, SankeyDrawing.TallGap, 2));
        List<Markup> drawn = [];
        var behind = new HtmlTable("Flows", "From", "To", "#Year", $"#Mean, {measure.Unit}", "#Low", "#High");
        foreach (FlowPicture picture in pictures.Years)
        {
            var drawing = new SankeyDrawing($"{run.Name(element)} in {picture.Year}", measure.Unit, measure.Factor);
            double length = SankeyLayout.LengthNeeded(picture.Graph, SankeyDrawing.WideGap, wide);
            drawn.Add(drawing.DrawWide(SankeyLayout.Place(picture.Graph, length, SankeyDrawing.WideGap, wide, 1, pictures.All), length));
            drawn.Add(drawing.DrawTall(SankeyLayout.Place(picture.Graph, SankeyDrawing.TallLength, SankeyDrawing.TallGap, tall, 2, pictures.All)));
            foreach (PictureLink link in picture.Links)
            {
                behind.Row(pictures.NameOf(link.From), pictures.NameOf(link.To), picture.Year.ToString("0000"),
                    Numeral.Exact(measure.Of(link.Mean)), Numeral.Exact(measure.Of(link.Band.Low)), Numeral.Exact(measure.Of(link.Band.High)));
            }
        }

        return Report.Paragraph($"The element with the highest traded value in {run.Horizon.First} is {name}. Widths are tonnes of its content, on the same scale in both years; goods are followed through markets in proportion, and what went into or came out of stock over the year is shown where it is large enough.")
            + report.Show(new FigureBlock
            {
                Caption = $"Where the {name} goes.",
                Note = $"Numbers in {measure.Unit} of content a year, mean over futures. Grey: lost, returned or put aside.",
                Legend = Legend.OfFills([.. run.Regions.Select(r => (run.Name(r), Style.Of(run.StyleOfRegion(r)))), ("lost, returned or put aside", Style.Grey)]),
                Pictures = drawn,
                Trace = run.Trace(ChainVariable.Output, ChainVariable.Shipped, ChainVariable.Used),
                Source = report.SourceOf("flow"),
                Behind = behind,
                IsWide = true,
            });
    }
}
