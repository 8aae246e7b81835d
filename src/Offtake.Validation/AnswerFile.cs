using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Validation;

/// <summary>Reads <c>known-answers.csv</c>. Everything wrong in it is reported at once.</summary>
internal static class AnswerFile
{
    public const string Name = "known-answers.csv";

    private static readonly string[] Columns = ["id", "case", "calculation", "inputs", "expected", "tolerance", "tolerance_is", "source"];
    private static readonly string[] Kinds = ["absolute", "relative"];

    /// <summary>The rows that could be read.</summary>
    public static IReadOnlyList<AnswerRow> Read(string folder, List<Problem> problems)
    {
        List<AnswerRow> rows = [];
        using StreamReader text = new(Path.Combine(folder, Name));
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        csv.Read();
        csv.ReadHeader();
        string[] missing = [.. Columns.Except(csv.HeaderRecord!)];
        if (missing.Length > 0)
        {
            problems.Add(ProblemAt(1, "missing column", missing[0], $"columns are {string.Join(", ", Columns)}"));
            return [];
        }

        while (csv.Read())
        {
            int line = csv.Parser.RawRow;
            try
            {
                rows.Add(RowAt(line, name => csv.GetField(name)?.Trim() ?? ""));
            }
            catch (AnswerException fault)
            {
                problems.Add(ProblemAt(line, fault.What, fault.Value, fault.Remedy));
            }
        }

        return rows;
    }

    /// <summary>A problem of a line of the file.</summary>
    public static Problem ProblemAt(int line, string what, string? value, string remedy) => new(Severity.Error, $"validation/{Name}", line, null, what, value, null, remedy);

    private static AnswerRow RowAt(int line, Func<string, string> cell)
    {
        if (cell("source").Length == 0) throw new AnswerException("a known answer without a source:", cell("id"), "say who knows it");
        if (!Calculations.Names.Contains(cell("calculation")))
            throw new AnswerException("unknown calculation", cell("calculation"), NearestName.Remedy(cell("calculation"), Calculations.Names));
        if (!Kinds.Contains(cell("tolerance_is"))) throw new AnswerException("'tolerance_is' is neither absolute nor relative:", cell("tolerance_is"), "write one of the two");
        if (Inputs.Numbers(cell("tolerance"), "tolerance") is not [> 0.0 and double tolerance]) throw new AnswerException("'tolerance' must be one number above 0:", cell("tolerance"), "write one");
        return new AnswerRow(
            line, cell("id"), cell("case"), cell("calculation"), new Inputs(cell("inputs")), cell("expected").Length == 0 ? [] : Inputs.Numbers(cell("expected"), "expected"),
            new Tolerance(tolerance, cell("tolerance_is") == "relative"), cell("source"));
    }
}
