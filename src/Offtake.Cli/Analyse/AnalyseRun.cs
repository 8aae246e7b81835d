using System.Globalization;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>One analysis of a table: reads it, lists everything that is wrong, or writes what was found.</summary>
/// <param name="words">The command line.</param>
/// <param name="around">Where it reads and writes.</param>
internal sealed class AnalyseRun(AnalyseWords words, Surroundings around)
{
    private const int FineGrained = 20;

    private readonly OptionText _options = new();

    /// <summary>The command line.</summary>
    public AnalyseWords Words => words;

    /// <summary>Everything that is wrong.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Understands options; what is wrong with them is listed with all else.</summary>
    public OptionText Options => _options;

    /// <summary>How intervals are found.</summary>
    /// <param name="usual">Replicates when none are asked for.</param>
    public Resampling Resampling(int usual = 100) => new(
        _options.CountOf("--bootstraps", words.Bootstraps, usual, 10_000, 0), _options.SeedOf(words.Seed), _options.WorkersOf(words.Workers));

    /// <summary>A number between bounds.</summary>
    public double NumberOf(string option, string? text, double usual, double low, double high)
    {
        if (text is null) return usual;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= low && number <= high) return number;
        _options.Refuse(option, "this cannot be used:", text, string.Create(CultureInfo.InvariantCulture, $"numbers from {low} to {high}"), string.Create(CultureInfo.InvariantCulture, $"give such a number, such as {usual}, or leave {option} away"));
        return usual;
    }

    /// <summary>Reads the table and analyses each outcome.</summary>
    /// <param name="wordsAllowed">Whether inputs may hold words.</param>
    /// <param name="inputsNeeded">Whether inputs are needed at all.</param>
    /// <param name="fewestRows">Fewer are refused.</param>
    /// <param name="prepare">Looks at the inputs once; null after telling what is wrong.</param>
    /// <param name="analyse">Analyses one outcome.</param>
    public int Go<T>(bool wordsAllowed, bool inputsNeeded, int fewestRows, Func<AnalysedTable, Findings, T?> prepare, Action<AnalysedTable, T, Outcome, Findings> analyse)
        where T : class
    {
        Problems.AddRange(_options.Problems);
        AnalysedTable? table = AnalysedTable.Read(words, around.Folder, wordsAllowed, inputsNeeded, Problems);
        if (table is null) return Refuse();
        if (table.Table.Rows < fewestRows) Tell(0, $"the table has {ProblemText.Of(table.Table.Rows, "row")}; '{words.Analysis}' needs at least {fewestRows}", "give more rows");
        Problems.AddRange(table.Outcomes.Select(o => o.Constant(words.File)).OfType<Problem>());
        if (words.Analysis is not ("sobol" or "morris" or "converge") && DesignOf(table) is { } design)
            Problems.Add(new Problem(Severity.Warning, words.File, 1, null, $"the rows are {design}, so they are not independent futures: effects are blurred and intervals too narrow", null, null, $"use 'offtake analyse {(design.Contains("walks", StringComparison.Ordinal) ? "morris" : "sobol")}', or give futures that were drawn one by one"));
        Findings findings = new(words, table);
        T? prepared = table.Table.Rows < fewestRows ? null : prepare(table, findings);
        if (prepared is null || HasErrors) return Refuse();
        foreach (Column input in table.Inputs.Where(i => i.Values.All(v => v == i.Values[0])))
            Problems.Add(new Problem(Severity.Warning, words.File, 1, null, $"input '{input.Name}' never varies, so nothing can be said about it", null, null, "leave it out, or let it vary"));
        foreach (Outcome outcome in table.Outcomes)
        {
            try
            {
                analyse(table, prepared, outcome, findings);
            }
            catch (ArgumentException refusal)
            {
                Tell(0, $"{outcome.Name}: {refusal.Message.Split(" (Parameter")[0].TrimEnd('.')}", "see docs/analyse.md");
            }
        }

        if (HasErrors) return Refuse();
        ProblemText.Write(Problems, around.Error);
        findings.Write(words.Json, around.Out);
        return ExitCodes.Done;
    }

    /// <summary>Adds an error about the file.</summary>
    public void Tell(int line, string what, string remedy) => Problems.Add(new Problem(Severity.Error, words.File, line, null, what, null, null, remedy));

    /// <summary>Adds errors about outcomes that are not numbers, for analyses that need them.</summary>
    public void MustBeNumbers(AnalysedTable table)
    {
        foreach (Outcome outcome in table.Outcomes.Where(o => o.Numbers is null))
            Tell(1, $"outcome '{outcome.Name}' holds words, and '{words.Analysis}' needs numbers", $"ask for a condition, such as --where '{outcome.Name} = {outcome.Column!.Categories![0]}'");
    }

    /// <summary>Adds errors about outcomes that do not say yes or no, for analyses that need it.</summary>
    public void MustBeCases(AnalysedTable table)
    {
        foreach (Outcome outcome in table.Outcomes.Where(o => o.Cases is null))
        {
            Column column = outcome.Column!;
            Tell(1, $"outcome '{outcome.Name}' does not say yes or no, and '{words.Analysis}' asks which futures are of interest",
                column.Categories is { } kinds ? $"ask for a condition, such as --where '{column.Name} = {kinds[0]}'" : $"add --threshold, such as --threshold {TextTable.Number(column.Values.Order().ElementAt(column.Values.Length * 9 / 10))} for its highest tenth, or use --where");
        }
    }

    // Rows that were laid out for another analysis repeat each other's inputs.
    private static string? DesignOf(AnalysedTable table)
    {
        Column[] inputs = [.. table.Inputs.Where(i => i.Categories is null)];
        string[] names = [.. inputs.Select(i => i.Name)];
        double[][] values = [.. inputs.Select(i => i.Values)];
        if (inputs.Length < 2) return null;
        double[][] fine = [.. values.Where(v => v.Distinct().Take(FineGrained).Count() == FineGrained)];
        int repeated = fine.Length < 3 ? 0 : Enumerable.Range(1, table.Table.Rows - 1).Count(r => fine.Count(v => v[r] == v[r - 1]) >= fine.Length - 1);
        if (Trajectories.Find(names, values, [.. values.Select(v => (v.Min(), v.Max()))], out _) is not null) return "walks for elementary effects";
        return InterleavedDesign.Find(names, values, false, out _) is not null || repeated > table.Table.Rows / 3 ? "a design for Sobol' indices or a part of one" : null;
    }

    private bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    private int Refuse()
    {
        ProblemText.Write(Problems.Distinct(), around.Error);
        return ExitCodes.BadInput;
    }
}
