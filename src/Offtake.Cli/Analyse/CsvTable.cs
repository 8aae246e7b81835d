using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>Somebody's table: cells by row and column, still as bytes, so that a million rows are no trouble. What is wrong with it is listed, not mended.</summary>
internal sealed class CsvTable
{
    private const int LargestBytes = 1_000_000_000;
    private const int MostFaults = 10;

    private readonly byte[] _bytes;
    private readonly List<(int Start, int End)> _cells = [];
    private readonly List<int> _lines = [];

    private CsvTable(string file, byte[] bytes)
    {
        File = file;
        _bytes = bytes;
    }

    /// <summary>Its name as the user wrote it.</summary>
    public string File { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Rows without the header.</summary>
    public int Rows => _lines.Count;

    /// <summary>Reads a table, or says everything that keeps it from being one.</summary>
    public static CsvTable? Read(string folder, string file, List<Problem> problems)
    {
        FileContent content = PlainFile.Read(Path.Combine(folder, file), null, LargestBytes);
        if (content.Refusal is { } refusal)
        {
            problems.Add(new Problem(Severity.Error, file, 0, null, refusal.What, refusal.Value, refusal.Bound, refusal.Remedy));
            return null;
        }

        CsvTable table = new(file, content.Bytes!);
        int before = problems.Count;
        table.Parse(problems);
        return problems.Count > before ? null : table;
    }

    /// <summary>Line of the file on which a row begins.</summary>
    public int LineOf(int row) => _lines[row];

    /// <summary>The text of a cell without its quotes.</summary>
    public string Text(int row, int column)
    {
        string text = Encoding.UTF8.GetString(Cell(row, column));
        return IsQuoted(row, column) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>The bytes of a cell without its quotes and the blanks around it; doubled quotes stay doubled.</summary>
    public ReadOnlySpan<byte> Cell(int row, int column)
    {
        (int start, int end) = _cells[((row + 1) * Header.Count) + column];
        ReadOnlySpan<byte> cell = _bytes.AsSpan(start, end - start).Trim(" \t\r"u8);
        return cell.Length >= 2 && cell[0] == '"' ? cell[1..^1] : cell;
    }

    private bool IsQuoted(int row, int column) => _bytes.AsSpan(_cells[((row + 1) * Header.Count) + column].Start).TrimStart(" \t"u8) is [(byte)'"', ..];

    private void Parse(List<Problem> problems)
    {
        int start = _bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        if (_bytes.AsSpan().StartsWith(new byte[] { 0xFF, 0xFE }) || _bytes.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF }) || !Utf8.IsValid(_bytes))
        {
            problems.Add(new Problem(Severity.Error, File, 0, null, "the file is not text in UTF-8", null, null, "save it as CSV in UTF-8"));
            return;
        }

        byte delimiter = Delimiter(_bytes.AsSpan(start));
        int line = 1, faults = 0;
        while (start < _bytes.Length)
        {
            int first = _cells.Count, at = line;
            if (Record(ref start, ref line, delimiter) is { } fault)
            {
                problems.Add(Fault(line, fault.What, fault.Value, fault.Remedy));
                return;
            }

            int cells = _cells.Count - first;
            if (cells == 1 && _bytes.AsSpan(_cells[first].Start, _cells[first].End - _cells[first].Start).Trim(" \t\r"u8).IsEmpty)
            {
                _cells.RemoveAt(first);
            }
            else if (first == 0)
            {
                Header = [.. Enumerable.Range(0, cells).Select(c => Heading(_cells[c]))];
                Headings(at, problems);
            }
            else if (cells != Header.Count)
            {
                if (++faults <= MostFaults) problems.Add(Fault(at, $"this row has {cells} cells and the header {Header.Count}", null, "put quotes around cells that hold the separator, write decimals with a point, and leave no cell out"));
                _cells.RemoveRange(first, cells);
            }
            else
            {
                _lines.Add(at);
            }
        }

        if (faults > MostFaults) problems.Add(new Problem(Severity.Error, File, 0, null, $"{faults - MostFaults} more rows have another number of cells than the header", null, null, "mend those above first"));
        if (Rows == 0 && faults == 0) problems.Add(new Problem(Severity.Error, File, 0, null, "the table has no rows below its header", null, null, "give at least one row"));
    }

    private string Heading((int Start, int End) cell)
    {
        string text = Encoding.UTF8.GetString(_bytes.AsSpan(cell.Start, cell.End - cell.Start)).Trim();
        return text is ['"', .., '"'] ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    private void Headings(int line, List<Problem> problems)
    {
        for (int c = 0; c < Header.Count; c++)
        {
            if (Header[c].Length == 0) problems.Add(Fault(line, $"column {c + 1} has no name", null, "give every column a name in the first row"));
            else if (Header.Take(c).Contains(Header[c])) problems.Add(Fault(line, "two columns have the same name:", Header[c], "rename one of them"));
        }

        if (Header.All(h => double.TryParse(h, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
            problems.Add(Fault(line, "the first row holds numbers, not names:", Header[0], "begin the file with a row of column names"));
    }

    // What separates the header's names; a comma when none of the usual separators is there.
    private static byte Delimiter(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> header = end < 0 ? text : text[..end];
        int commas = header.Count((byte)','), semicolons = header.Count((byte)';'), tabs = header.Count((byte)'\t');
        return semicolons > commas && semicolons >= tabs ? (byte)';' : tabs > commas ? (byte)'\t' : (byte)',';
    }

    private (string What, string? Value, string Remedy)? Record(ref int start, ref int line, byte delimiter)
    {
        while (true)
        {
            int end = start, opened = line;
            while (end < _bytes.Length && _bytes[end] is (byte)' ') end++;
            if (end < _bytes.Length && _bytes[end] == '"')
            {
                for (end++; end < _bytes.Length; end++)
                {
                    if (_bytes[end] == '\n') line++;
                    if (_bytes[end] != '"') continue;
                    if (end + 1 >= _bytes.Length || _bytes[end + 1] != '"') break;
                    end++;
                }

                if (end >= _bytes.Length)
                {
                    line = opened;
                    return ("a quote is opened here and never closed", null, "close it, or double quotes that belong to the text");
                }

                end++;
                while (end < _bytes.Length && _bytes[end] is (byte)' ' or (byte)'\r') end++;
                if (end < _bytes.Length && _bytes[end] != delimiter && _bytes[end] != '\n') return ("text follows a closing quote:", ((char)_bytes[end]).ToString(), "double quotes that belong to the text");
            }
            else
            {
                int length = _bytes.AsSpan(end).IndexOfAny(delimiter, (byte)'\n');
                end = length < 0 ? _bytes.Length : end + length;
            }

            _cells.Add((start, end));
            bool more = end < _bytes.Length && _bytes[end] == delimiter;
            start = end + 1;
            if (more) continue;
            line++;
            return null;
        }
    }

    private Problem Fault(int line, string what, string? value, string remedy) => new(Severity.Error, File, line, null, what, value, null, remedy);
}
