using System.Text;

namespace Offtake.Reporting.Page;

/// <summary>A table in a box of its own, which scrolls sideways when the screen is narrow.</summary>
/// <param name="label">What the table is, for readers who do not see it.</param>
/// <param name="columns">Headings; a leading <c>#</c> marks a column of numbers.</param>
internal sealed class HtmlTable(string label, params string[] columns)
{
    private readonly List<Markup> _rows = [];

    /// <summary>The command that traces what the table shows; it stands below it. Empty for a table behind a figure, whose line says it.</summary>
    public string Trace { get; init; } = "";

    /// <summary>Adds a row of plain text.</summary>
    public void Row(params string[] cells) => Row([.. cells.Select(Markup.Text)]);

    /// <summary>Adds a row of finished cells.</summary>
    public void Row(params Markup[] cells) => Add("", cells);

    /// <summary>Adds a row of finished cells that has a name of its own under which it is traced; it shows where a pointer rests on the row's head.</summary>
    public void RowOf(string trace, params Markup[] cells) => Add(Markup.Of($" title=\"{trace}\"").Html, cells);

    /// <summary>The same with plain text.</summary>
    public void RowOf(string trace, params string[] cells) => RowOf(trace, [.. cells.Select(Markup.Text)]);

    private void Add(string attribute, Markup[] cells)
    {
        if (cells.Length != columns.Length) throw new ArgumentException($"A row of {cells.Length} cells in a table of {columns.Length} columns.", nameof(cells));
        var row = new StringBuilder("<tr>");
        for (int i = 0; i < cells.Length; i++)
        {
            string tag = i == 0 ? "th scope=\"row\"" : "td";
            row.Append($"<{tag}{(IsNumber(i) ? " class=\"n\"" : "")}{(i == 0 ? attribute : "")}>").Append(cells[i].Html).Append(i == 0 ? "</th>" : "</td>");
        }

        _rows.Add(new Markup(row.Append("</tr>\n").ToString()));
    }

    /// <summary>The table in its box.</summary>
    public Markup Write(string cssClass = "") =>
        Markup.Of($"<div class=\"scroll {cssClass}\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table><thead><tr>{columns.Select(Head)}</tr></thead><tbody>\n{_rows}</tbody></table></div>\n") + TraceLine.Below(Trace);

    private Markup Head(string column, int index) =>
        IsNumber(index) ? Markup.Of($"<th scope=\"col\" class=\"n\">{column[1..]}</th>") : Markup.Of($"<th scope=\"col\">{column}</th>");

    private bool IsNumber(int column) => columns[column].StartsWith('#');
}
