using System.Globalization;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>A table as an analysis needs it: inputs, and outcomes one after the other.</summary>
/// <param name="Table">Where they come from, for addresses in messages.</param>
/// <param name="Inputs">At least one, unless the analysis needs none.</param>
/// <param name="Outcomes">At least one.</param>
internal sealed record AnalysedTable(CsvTable Table, IReadOnlyList<Column> Inputs, IReadOnlyList<Outcome> Outcomes)
{
    /// <summary>Reads the columns that the words ask for; null after telling all that is wrong.</summary>
    /// <param name="words">The command line.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="wordsAllowed">Whether inputs may hold words.</param>
    /// <param name="inputsNeeded">Whether all other columns are inputs when none are named.</param>
    /// <param name="problems">Gathers what is wrong.</param>
    public static AnalysedTable? Read(AnalyseWords words, string folder, bool wordsAllowed, bool inputsNeeded, List<Problem> problems)
    {
        if (CsvTable.Read(folder, words.File, problems) is not { } table) return null;
        CsvColumns columns = new(table, words.Categories, problems);
        foreach (string name in words.Categories) columns.Find(name, "--categories");
        HashSet<string> used = new(StringComparer.Ordinal);
        Outcome[] outcomes = [.. OutcomesOf(words, columns, used, problems)];
        if (words.Outcomes.Count + words.Where.Count == 0)
            problems.Add(new Problem(Severity.Error, "--outcome", 0, null, "no outcome is named", null, null, $"name one with --outcome, or a condition with --where; columns are {string.Join(", ", table.Header.Take(12))}"));
        IReadOnlyList<string> names = words.Inputs.Count > 0 ? [.. words.Inputs.SelectMany(i => Names(i, table))] : inputsNeeded ? [.. table.Header.Where(h => !used.Contains(h) && !words.Outcomes.Contains(h))] : [];
        foreach (string both in names.Where(used.Contains).Distinct())
            problems.Add(new Problem(Severity.Error, "--inputs", 0, null, "this column is an outcome as well:", both, null, "name it on one side only"));
        foreach (IGrouping<string, string> twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
            problems.Add(new Problem(Severity.Error, "--inputs", 0, null, "this column is named twice:", twice.Key, null, "name it once"));
        Column?[] inputs = [.. names.Select(n => wordsAllowed ? columns.Find(n, "--inputs") : columns.FindNumbers(n, "--inputs", $"'{words.Analysis}'"))];
        if (inputsNeeded && names.Count == 0) problems.Add(new Problem(Severity.Error, "--inputs", 0, null, "no column is left for an input", null, null, "name inputs and outcomes with --inputs and --outcome"));
        return problems.Any(p => p.Severity == Severity.Error) ? null : new AnalysedTable(table, [.. inputs.Select(i => i!)], outcomes);
    }

    // A name may hold commas itself.
    internal static IEnumerable<string> Names(string text, CsvTable table) => table.Header.Contains(text) ? [text] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<Outcome> OutcomesOf(AnalyseWords words, CsvColumns columns, HashSet<string> used, List<Problem> problems)
    {
        if (words.Threshold is not null && words.Outcomes.Count == 0)
            problems.Add(new Problem(Severity.Error, "--threshold", 0, null, "a threshold needs an outcome", words.Threshold, null, "add --outcome COLUMN, or use --where"));
        foreach (string name in words.Outcomes)
        {
            Column? column = columns.Find(name, "--outcome");
            used.Add(name);
            if (column is null) continue;
            if (words.Threshold is not { } threshold) yield return Outcome.Of(column);
            else if (Condition.Holds($"{name} > {threshold}", "--threshold", columns, problems, used) is { } above) yield return Outcome.Of($"{name} > {threshold}", above);
        }

        foreach (string condition in words.Where)
        {
            if (Condition.Holds(condition, "--where", columns, problems, used) is { } holds) yield return Outcome.Of(condition, holds);
        }
    }
}

/// <summary>One thing that comes out: numbers, words, or whether it is so.</summary>
/// <param name="Name">The column, or the condition.</param>
/// <param name="Column">Numbers or words; null for a condition.</param>
/// <param name="Cases">Whether it is so in each row; null when that is not known.</param>
internal sealed record Outcome(string Name, Column? Column, bool[]? Cases)
{
    /// <summary>As numbers: one where it is so, zero elsewhere; null for words.</summary>
    public double[]? Numbers => Column is null ? [.. Cases!.Select(c => c ? 1.0 : 0.0)] : Column.Categories is null ? Column.Values : null;

    /// <summary>As classes or numbers for a tree.</summary>
    public Column ForTree => Column is not null && Cases is null ? Column : Analysis.Column.OfWords(Name, [.. Cases!.Select(c => c ? "yes" : "no")]);

    public static Outcome Of(string name, bool[] cases) => new(name, null, cases);

    // Zeros and ones, and the words for them, are cases.
    public static Outcome Of(Column column) => new(column.Name, column, column.Categories switch
    {
        null when column.Values.All(v => v is 0.0 or 1.0) => [.. column.Values.Select(v => v == 1.0)],
        ["no", "yes"] or ["false", "true"] or ["False", "True"] or ["FALSE", "TRUE"] => [.. column.Values.Select(v => v == 1.0)],
        _ => null,
    });

    /// <summary>Why it cannot be analysed, if it cannot: all values are the same.</summary>
    public Problem? Constant(string file)
    {
        if (Column is { } column && column.Values.All(v => v == column.Values[0]))
            return new Problem(Severity.Error, file, 1, null, $"outcome '{Name}' is the same in every row:", column.Categories?[(int)column.Values[0]] ?? column.Values[0].ToString(CultureInfo.InvariantCulture), null, "nothing can be explained about what never varies; name another outcome");
        if (Cases is { } cases && Column is null && (cases.All(c => c) || !cases.Any(c => c)))
            return new Problem(Severity.Error, file, 1, null, $"'{Name}' holds in {(cases[0] ? "every" : "no")} row", null, null, "choose a condition that holds in some rows and not in others");
        return null;
    }
}
