using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>A report being written: the run it reads and the figures it has numbered so far.</summary>
internal sealed class Report(RunReading run)
{
    private int _figures;

    /// <summary>The run.</summary>
    public RunReading Run { get; } = run;

    /// <summary>The source line of figures drawn from a panel.</summary>
    public string SourceOf(params string[] panels) =>
        $"this run, {(panels.Length == 1 ? "panel" : "panels")} {string.Join(", ", panels)}; {FuturesInWords}.";

    /// <summary>What a range in this report is.</summary>
    public string FuturesInWords => Run.Completed switch
    {
        0 => "no future was recorded",
        1 => "1 future, so no range",
        < Numbers.Bands.FuturesForPercentiles => $"ranges over {Run.Completed} futures, smallest to largest",
        _ => $"ranges over {Run.Completed} futures, 5th to 95th percentile",
    };

    /// <summary>Writes a figure with the next number.</summary>
    public Markup Show(FigureBlock figure) => figure.Write(++_figures);

    /// <summary>A section with its heading; nothing when it has no content.</summary>
    public static Markup Section(string id, string heading, Markup content) =>
        content.IsEmpty ? Markup.None : Markup.Of($"<section id=\"{id}\"><h2>{heading}</h2>\n{content}</section>\n");

    /// <summary>A paragraph of plain text.</summary>
    public static Markup Paragraph(string text) => Markup.Of($"<p>{text}</p>\n");

    /// <summary>Says that something was not recorded.</summary>
    public static Markup Missing(string what) => Markup.Of($"<p class=\"note\">{what}: {Numbers.Numeral.NotRecorded} in this run.</p>\n");
}
