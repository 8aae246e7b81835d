using System.Globalization;
using System.Text;

namespace Offtake.Results;

/// <summary>Writes yearly results as CSV in the IAMC layout, which pyam and spreadsheets read.</summary>
/// <remarks>
/// <para>Columns are Model, Scenario, Region, Variable, Unit and the whole calendar years of the run, ascending. Prices are means over the
/// year, stocks are those at its end, flows are sums; money is in US dollars of 2024. <c>World</c> adds up regions, never prices.</para>
/// <para>The scenario <c>baseline</c> holds the median over futures, year by year, which is no single future; <c>baseline|future 1</c> is
/// the first one. A value that does not exist is an empty cell, and a row without any is left out.</para>
/// </remarks>
public static class IamcWriter
{
    /// <summary>Writes the file, first under another name, so that a half-written file never carries the final one.</summary>
    /// <param name="results">What to write.</param>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Write(RunResults results, string path) => PartFile.Write(path, part => Fill(results, part));

    /// <summary>Writes the file under exactly the name given.</summary>
    internal static void Fill(RunResults results, string path)
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        using StreamWriter text = new(path, append: false, encoding, bufferSize: 1 << 16) { NewLine = "\n" };
        Write(results, text);
    }

    /// <summary>Writes the table as text.</summary>
    internal static void Write(RunResults results, TextWriter text)
    {
        IamcTable table = IamcTable.Of(results);
        text.Write("Model,Scenario,Region,Variable,Unit");
        foreach (int year in table.Years) text.Write($",{year:0000}");
        text.WriteLine();

        Manifest manifest = results.Manifest;
        string[] tails = [.. table.Series.Select(s => $",{Quoted(s.Region)},{Quoted(s.Variable)},{Quoted(s.Unit)}")];
        string median = $"{Quoted(manifest.Program)},{Quoted(manifest.Scenario)}";
        for (int s = 0; s < tails.Length; s++) WriteRow(text, median, tails[s], table.Series[s].Medians());

        for (int f = 0; f < table.FutureIndices.Count; f++)
        {
            string one = $"{Quoted(manifest.Program)},{Quoted($"{manifest.Scenario}|future {Futures.Number(table.FutureIndices[f])}")}";
            for (int s = 0; s < tails.Length; s++) WriteRow(text, one, tails[s], table.Series[s].Of(f));
        }
    }

    /// <summary>A cell as RFC 4180 wants it: in quotes when it holds a comma, a quote, a line break or blanks at its ends.</summary>
    internal static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static void WriteRow(TextWriter text, string head, string tail, ReadOnlySpan<double> values)
    {
        if (!values.ContainsAnyExcept(double.NaN)) return;

        text.Write(head);
        text.Write(tail);
        Span<char> digits = stackalloc char[32];
        foreach (double value in values)
        {
            text.Write(',');
            if (double.IsNaN(value)) continue;

            value.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture);
            text.Write(digits[..length]);
        }

        text.WriteLine();
    }
}
