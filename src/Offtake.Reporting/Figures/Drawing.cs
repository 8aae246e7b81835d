using System.Text;
using Offtake.Reporting.Page;

namespace Offtake.Reporting.Figures;

/// <summary>Where text is tied to its point.</summary>
internal enum Anchor
{
    /// <summary>At its start.</summary>
    Start,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At its end.</summary>
    End,
}

/// <summary>An SVG picture being drawn: real text, a title and a description, and a size that follows its box.</summary>
internal sealed class Drawing(double width, double height, string title, string description)
{
    /// <summary>Smallest font size used in figures.</summary>
    public const double Small = 11.5;

    private readonly StringBuilder _body = new();

    /// <summary>Width of the canvas.</summary>
    public double Width { get; } = width;

    /// <summary>Height of the canvas.</summary>
    public double Height { get; } = height;

    /// <summary>Adds finished SVG.</summary>
    public void Add(Markup markup) => _body.Append(markup.Html);

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string dash = "") =>
        Add(Markup.Of($"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"{Dashed(dash)}/>"));

    /// <summary>A box without outline.</summary>
    public void Box(double x, double y, double boxWidth, double boxHeight, string fill, double opacity = 1) =>
        Add(Markup.Of($"<rect x=\"{x}\" y=\"{y}\" width=\"{Math.Max(0, boxWidth)}\" height=\"{Math.Max(0, boxHeight)}\" fill=\"{fill}\"{Opacity(opacity)}/>"));

    /// <summary>An open path along points, broken where a point is missing.</summary>
    public void Path(IEnumerable<(double X, double Y)?> points, string colour, double thickness, string dash = "", double opacity = 1)
    {
        Markup path = PathOf(points);
        if (!path.IsEmpty)
            Add(Markup.Of($"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{thickness}\" stroke-linejoin=\"round\"{Dashed(dash)}{Opacity(opacity, "stroke")}/>"));
    }

    /// <summary>A filled outline.</summary>
    public void Area(IReadOnlyList<(double X, double Y)> outline, string fill, double opacity)
    {
        if (outline.Count > 2) Add(Markup.Of($"<path d=\"{PathOf(outline.Select(p => ((double, double)?)p))}Z\" fill=\"{fill}\"{Opacity(opacity)}/>"));
    }

    /// <summary>A line of text.</summary>
    public void Text(double x, double y, string text, Anchor anchor = Anchor.Start, double size = Small, string colour = Ink.Text, bool bold = false, bool halo = false)
    {
        string tie = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        Add(Markup.Of($"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{new Markup(tie)}{new Markup(bold ? " font-weight=\"600\"" : "")}{new Markup(halo ? " class=\"halo\"" : "")}>{text}</text>"));
    }

    /// <summary>A name with its value in bold; the name is broken or cut when both do not fit, the value never.</summary>
    public void Label(double x, double y, string name, string value, double room, Anchor anchor, double size, int lines = 1)
    {
        double rest = room - TextWidth.Of(" " + value, size, bold: true);
        IReadOnlyList<string> broken = lines > 1 && TextWidth.Of(name, size) > rest ? TextWidth.Wrap(name, size, rest, lines) : [TextWidth.Fit(name, size, rest)];
        string tie = anchor == Anchor.End ? " text-anchor=\"end\"" : "";
        for (int i = 0; i < broken.Count; i++)
        {
            double at = y + ((i - ((broken.Count - 1) / 2.0)) * size * 1.15);
            Markup number = i == broken.Count - 1 ? Markup.Of($" <tspan font-weight=\"600\">{value}</tspan>") : Markup.None;
            Add(Markup.Of($"<text x=\"{x}\" y=\"{at}\" font-size=\"{size}\" fill=\"{Ink.Text}\" class=\"halo\"{new Markup(tie)}>{broken[i]}{number}</text>"));
        }
    }

    /// <summary>A mark at a point, filled or hollow.</summary>
    public void Mark(double x, double y, Marker marker, string colour, double radius = 3.5, bool hollow = false)
    {
        Markup paint = Markup.Of($"fill=\"{(hollow ? "#fff" : colour)}\" stroke=\"{(hollow ? colour : "#fff")}\" stroke-width=\"{(hollow ? 1.6 : 0.8)}\"");
        double r = radius;
        Add(marker switch
        {
            Marker.Circle => Markup.Of($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {paint}/>"),
            Marker.Square => Markup.Of($"<rect x=\"{x - (r * 0.9)}\" y=\"{y - (r * 0.9)}\" width=\"{r * 1.8}\" height=\"{r * 1.8}\" {paint}/>"),
            Marker.Triangle => Markup.Of($"<path d=\"M{x} {y - (r * 1.15)}L{x + (r * 1.1)} {y + (r * 0.85)}L{x - (r * 1.1)} {y + (r * 0.85)}Z\" {paint}/>"),
            _ => Markup.Of($"<path d=\"M{x} {y - (r * 1.25)}L{x + (r * 1.25)} {y}L{x} {y + (r * 1.25)}L{x - (r * 1.25)} {y}Z\" {paint}/>"),
        });
    }

    /// <summary>Says in the picture that there is nothing to draw.</summary>
    public void NothingRecorded(double x, double y) => Text(x, y, Numbers.Numeral.NotRecorded, Anchor.Middle, 12, Ink.Muted);

    /// <summary>The finished picture.</summary>
    /// <param name="cssClass">Class of the svg element, for its width on the page.</param>
    public Markup Finish(string cssClass = "chart") => Markup.Of(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{cssClass}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title><desc>{description}</desc>{new Markup(_body.ToString())}</svg>\n");

    /// <summary>The picture as a sample beside its name: hidden from readers who listen, since the name says it.</summary>
    public Markup FinishAsSample() => Markup.Of($"<svg class=\"sample\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\">{new Markup(_body.ToString())}</svg>");

    private static Markup PathOf(IEnumerable<(double X, double Y)?> points)
    {
        var path = new StringBuilder();
        bool down = false;
        foreach ((double X, double Y)? point in points)
        {
            if (point is { } p)
            {
                path.Append(down ? 'L' : 'M').Append(MarkupText.Coordinate(p.X)).Append(' ').Append(MarkupText.Coordinate(p.Y));
            }

            down = point is not null;
        }

        return new Markup(path.ToString());
    }

    private static Markup Dashed(string dash) => dash.Length == 0 ? Markup.None : Markup.Of($" stroke-dasharray=\"{dash}\"");

    private static Markup Opacity(double opacity, string of = "fill") =>
        opacity >= 1 ? Markup.None : new Markup(FormattableString.Invariant($" {of}-opacity=\"{opacity:0.##}\""));
}
