using System.CommandLine;


namespace Offtake.Cli.Analyse;

/// <summary>Options of one analysis: those that all have, and those it asks for.</summary>
internal sealed class AnalyseOptions
{
    private readonly Command _command;
    private readonly List<Func<ParseResult, AnalyseWords, AnalyseWords>> _fill = [];

    public AnalyseOptions(string analysis, string description)
    {
        Argument<string> file = new("file") { Description = "CSV with one future a row and names in the first row; separated by commas, semicolons or tabs." };
        _command = new Command(analysis, description) { file };
        _fill.Add((parsed, _) => new AnalyseWords(analysis, parsed.GetValue(file)!));
        Many("--inputs", "NAMES", "Columns of inputs, separated by commas. [default: all but the outcomes; for converge none]", (w, v) => w with { Inputs = v });
        Many("--outcome", "NAME", "Column to be explained; may be given several times.", (w, v) => w with { Outcomes = v });
        One("--threshold", "NUMBER", "Analyse whether outcomes lie above this.", (w, v) => w with { Threshold = v });
        Many("--where", "CONDITION", "Analyse where this holds, such as 'y > 3 and z = high'; may be given several times.", (w, v) => w with { Where = v });
        Many("--categories", "NAME", "Column whose cells are words even where they look like numbers; may be given several times.", (w, v) => w with { Categories = v });
        One("--seed", "N", "Seed of all random choices. [default: 1]", (w, v) => w with { Seed = v });
        One("--workers", "N", "Threads at the same time; changes the time, never a result. [default: all cores]", (w, v) => w with { Workers = v });
        Flag("--json", "Write the results as JSON to standard output, and nothing else.", (w, v) => w with { Json = v });
    }

    public AnalyseOptions WithBootstraps(string usual) => One("--bootstraps", "N", $"Times the sample is drawn anew for intervals; 0 for none. [default: {usual}]", (w, v) => w with { Bootstraps = v });

    public AnalyseOptions WithSecondOrder() => Flag("--second-order", "Also what every two inputs explain together.", (w, v) => w with { SecondOrder = v })
        .One("--design", "NAME", "How rows are laid out. [default: interleaved, the only one]", (w, v) => w with { Design = v });

    public AnalyseOptions WithRanges() => One("--ranges", "FILE", "CSV with the columns name, low, high. [default: lowest and highest value in the table]", (w, v) => w with { Ranges = v });

    public AnalyseOptions WithBoxes() => One("--least-density", "SHARE", "Take the largest box with at least this share of interest. [default: the box at the knee]", (w, v) => w with { LeastDensity = v })
        .One("--least-mass", "SHARE", "No box is smaller than this share of the rows. [default: 0.05]", (w, v) => w with { LeastMass = v })
        .One("--peel", "SHARE", "Share of a box that one step takes off. [default: 0.05]", (w, v) => w with { Peel = v })
        .One("--paste", "SHARE", "Share of a box that one step gives back; 0 for none. [default: 0.05]", (w, v) => w with { Paste = v })
        .One("--objective", "NAME", "Which step is taken: gain-per-row or density. [default: gain-per-row]", (w, v) => w with { Objective = v })
        .One("--boxes", "N", "Boxes at most, each from the rows outside those before. [default: 1]", (w, v) => w with { Boxes = v });

    public AnalyseOptions WithTree() => One("--least-leaf", "N", "Fewest rows in a leaf. [default: one in a hundred, at least 5]", (w, v) => w with { LeastLeaf = v })
        .One("--most-depth", "N", "Most questions to a leaf. [default: 4]", (w, v) => w with { MostDepth = v })
        .One("--folds", "N", "Parts for cross-validation, by which the tree is cut back; 0 for neither. [default: 10]", (w, v) => w with { Folds = v });

    public AnalyseOptions WithQuantiles() => Many("--quantile", "P", "Also this quantile, such as 0.95; may be given several times.", (w, v) => w with { Quantiles = v })
        .One("--within", "NUMBER", "Half-width of an interval that is small enough. [default: 0.05 for shares and indices, else a twentieth of the standard deviation]", (w, v) => w with { Within = v });

    public Command Build(Func<AnalyseWords, int> go)
    {
        _command.SetAction(parsed => go(_fill.Aggregate(default(AnalyseWords)!, (words, fill) => fill(parsed, words))));
        return _command;
    }

    private AnalyseOptions One(string name, string value, string description, Func<AnalyseWords, string?, AnalyseWords> fill)
    {
        Option<string?> option = new(name) { HelpName = value, Description = description };
        _command.Options.Add(option);
        _fill.Add((parsed, words) => fill(words, parsed.GetValue(option)));
        return this;
    }

    private AnalyseOptions Many(string name, string value, string description, Func<AnalyseWords, string[], AnalyseWords> fill)
    {
        Option<string[]> option = new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        _command.Options.Add(option);
        _fill.Add((parsed, words) => fill(words, parsed.GetValue(option) ?? []));
        return this;
    }

    private AnalyseOptions Flag(string name, string description, Func<AnalyseWords, bool, AnalyseWords> fill)
    {
        Option<bool> option = new(name) { Description = description };
        _command.Options.Add(option);
        _fill.Add((parsed, words) => fill(words, parsed.GetValue(option)));
        return this;
    }
}
