namespace Offtake.Reporting.Page;

/// <summary>A figure on the page: caption, legend, one or more pictures that flow with the width, source line and the numbers behind it.</summary>
internal sealed class FigureBlock
{
    /// <summary>What the figure shows.</summary>
    public required string Caption { get; init; }

    /// <summary>How to read it; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Legend above the pictures.</summary>
    public Markup Legend { get; init; }

    /// <summary>The pictures.</summary>
    public required IReadOnlyList<Markup> Pictures { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>The command that traces what the figure shows.</summary>
    public string Trace { get; init; } = "";

    /// <summary>The numbers behind the figure.</summary>
    public required HtmlTable Behind { get; init; }

    /// <summary>Whether pictures come in pairs, two to a row at most.</summary>
    public bool IsPaired { get; init; }

    /// <summary>Whether pictures take the whole width instead of flowing in a grid.</summary>
    public bool IsWide { get; init; }

    /// <summary>Writes the block with its number.</summary>
    public Markup Write(int number)
    {
        string box = IsWide ? "wide-box" : Pictures.Count == 1 ? "grid one" : IsPaired ? "grid two" : "grid";
        return Markup.Of($"<figure id=\"figure-{number}\"{new Markup(Pictures.Count <= 4 && !IsWide ? " class=\"small\"" : "")}><figcaption><b>Figure {number}.</b> {Caption}")
            + (Note.Length > 0 ? Markup.Of($" <span class=\"note\">{Note}</span>") : Markup.None)
            + Markup.Of($"</figcaption>\n{Legend}<div class=\"{box}\">{Pictures}</div>\n<p class=\"source\">Source: {Source}{TraceLine.InLine(Trace)}</p>\n")
            + Markup.Of($"<details><summary>Numbers behind figure {number}</summary>{Behind.Write("numbers")}</details></figure>\n");
    }
}
