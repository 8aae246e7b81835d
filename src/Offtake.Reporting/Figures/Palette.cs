namespace Offtake.Reporting.Figures;

/// <summary>Eight styles that differ in colour, dash and marker, so that no figure needs colour to be read. Colours after Okabe and Ito.</summary>
/// <param name="Colour">Stroke or fill.</param>
/// <param name="Dash">SVG dash pattern; empty for a solid line.</param>
/// <param name="Marker">Shape of the mark.</param>
internal sealed record Style(string Colour, string Dash, Marker Marker)
{
    private static readonly Style[] All =
    [
        new("#0072b2", "", Marker.Circle),
        new("#d55e00", "7 3", Marker.Square),
        new("#009e73", "2 2.5", Marker.Triangle),
        new("#cc79a7", "9 3 2 3", Marker.Diamond),
        new("#e69f00", "4 3", Marker.Circle),
        new("#56b4e9", "12 3", Marker.Square),
        new("#5c5c5c", "1.5 3", Marker.Triangle),
        new("#a08a00", "6 2 1.5 2", Marker.Diamond),
    ];

    /// <summary>The style of the nth series; styles repeat after the eighth.</summary>
    public static Style Of(int index) => All[index % All.Length];

    /// <summary>For what is lost, and for what is not a series.</summary>
    public static Style Grey { get; } = new("#8a8f98", "2 2", Marker.Circle);
}

/// <summary>The shape of a mark.</summary>
internal enum Marker
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle on its base.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,
}

/// <summary>Colours of everything that is not a series.</summary>
internal static class Ink
{
    /// <summary>Text.</summary>
    public const string Text = "#1d232b";

    /// <summary>Secondary text; at least 4.5 to 1 on white.</summary>
    public const string Muted = "#59626e";

    /// <summary>Grid lines.</summary>
    public const string Grid = "#e3e6ea";

    /// <summary>Axes and leader lines.</summary>
    public const string Line = "#9aa2ad";
}
