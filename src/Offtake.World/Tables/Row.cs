using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Problems;

namespace Offtake.World.Tables;

/// <summary>A row of a table. Its methods read one cell each and report what is wrong with it.</summary>
/// <remarks>A column that is absent has been reported once for the table; its cells read as empty without another word.</remarks>
internal sealed class Row(Table table, int line, string[] cells)
{
    private string? _key;

    public Table Table { get; } = table;

    public Place At { get; } = new(table.Label, line);

    /// <summary>The cells that name the row, joined by <c>/</c>; empty ones are left out.</summary>
    public string Key => _key ??= string.Join('/', Table.Shape.Key.Select(Text).Where(t => t.Length > 0));

    /// <summary>The witnesses named in the row's <c>source</c> cell, once they have been looked up.</summary>
    public IReadOnlyList<Source> Sources { get; set; } = [];

    private ProblemList Problems => Table.Problems;

    /// <summary>Where a cell of the row stands.</summary>
    public Place AtCell(string column) => At with { Cell = column };

    /// <summary>Whether the table has the column.</summary>
    public bool Has(string column) => Table.ColumnOf(column) >= 0;

    /// <summary>The cell, or an empty text.</summary>
    public string Text(string column)
    {
        int index = Table.ColumnOf(column);
        return index < 0 ? "" : cells[index];
    }

    /// <summary>The cell, which must not be empty.</summary>
    public string Required(string column)
    {
        string text = Text(column);
        if (text.Length == 0 && Has(column)) Problems.Error(At, $"'{column}' is empty", null, null, "fill it in; absent is not zero");
        return text;
    }

    /// <summary>A <c>yes</c> or <c>no</c>.</summary>
    public bool YesNo(string column)
    {
        string text = Required(column);
        if (text.Length > 0 && text is not ("yes" or "no")) Problems.Error(At, $"'{column}' is", text, "yes or no", "write yes or no");
        return text == "yes";
    }

    /// <summary>A month, or null when the cell is empty.</summary>
    public Month? MonthOrNull(string column)
    {
        string text = Text(column);
        if (text.Length == 0) return null;
        if (Month.TryParse(text, out Month month)) return MonthBounds.Require(month, column, At, Problems);
        Problems.Error(
            At, $"'{column}' is not a month:", text, "year and month such as 2025-04", "write the month with four and two digits");
        return null;
    }

    /// <summary>A month; the earliest there is when the cell does not hold one, which has then been reported.</summary>
    public Month RequiredMonth(string column)
    {
        Required(column);
        return MonthOrNull(column) ?? default;
    }

    /// <summary>One of the names of an enumeration, in kebab-case.</summary>
    public T Choice<T>(string column)
        where T : struct, Enum
    {
        string text = Required(column);
        if (EnumText.TryParse(text, out T value)) return value;
        if (text.Length > 0) Problems.Error(At, $"unknown {column}", text, null, NearestName.Remedy(text, EnumText.All<T>()));
        return default;
    }

    /// <summary>The entries of a list, which are separated by semicolons.</summary>
    public IReadOnlyList<string> List(string column) =>
        Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The index of what the cell names.</summary>
    public int Refer(string column, NameList names)
    {
        string name = Required(column);
        return name.Length == 0 ? NameList.Nowhere : names.Find(name, AtCell(column), Problems);
    }

    /// <summary>The index of what the cell names, or null when the cell is empty.</summary>
    public int? ReferOrNull(string column, NameList names) => Text(column).Length == 0 ? null : Refer(column, names);
}
