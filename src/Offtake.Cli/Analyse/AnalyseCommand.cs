using System.CommandLine;

namespace Offtake.Cli.Analyse;

/// <summary>The words of <c>offtake analyse</c>: which inputs matter, and where things happen, in any table.</summary>
internal static class AnalyseCommand
{
    public const string Name = "analyse";

    public const string Examples = """
          offtake analyse shapley futures.csv --outcome price --inputs growth,quota,ore     shares of variance from any futures
          offtake analyse regional futures.csv --where 'price > 90'                         which inputs differ where it happens
          offtake analyse prim futures.csv --where 'price > 90' --least-density 0.8         boxes in which it happens often
          offtake analyse cart futures.csv --outcome price --most-depth 3                   a tree of questions
          offtake analyse converge futures.csv --outcome price --quantile 0.95              are there enough futures?
          offtake analyse design sobol --inputs inputs.csv --n 1024 --out sample.csv        points for a model of one's own
          offtake analyse sobol sample-and-results.csv --outcome y --second-order --json    Sobol' indices with intervals
        """;

    /// <summary>The command and its analyses.</summary>
    public static Command Describe(Surroundings around) => new(Name, "Analyses any CSV with one future a row: which inputs an outcome depends on, where it happens, and whether there are enough futures.")
    {
        new AnalyseOptions("sobol", "Sobol' indices with intervals, from a table that holds such a design.").WithBootstraps("100").WithSecondOrder().Build(words => SobolRun.Go(words, around)),
        new AnalyseOptions("morris", "Elementary effects, from a table that holds trajectories.").WithBootstraps("100").WithRanges().Build(words => MorrisRun.Go(words, around)),
        new AnalyseOptions("shapley", "Shapley effects from any table; inputs may depend on each other.").WithBootstraps("100").Build(words => ShapleyRun.Go(words, around)),
        new AnalyseOptions("regional", "How differently each input is distributed where something happens.").Build(words => RegionalRun.Go(words, around)),
        new AnalyseOptions("prim", "Boxes of inputs in which something happens often: scenario discovery.").WithBootstraps("20").WithBoxes().Build(words => PrimRun.Go(words, around)),
        new AnalyseOptions("cart", "A classification or regression tree, its leaves as boxes.").WithTree().Build(words => CartRun.Go(words, around)),
        new AnalyseOptions("converge", "Whether there are enough futures for a mean, quantiles, a share or, with --inputs, Sobol' indices.").WithBootstraps("100").WithQuantiles().Build(words => ConvergeRun.Go(words, around)),
        Design(around),
    };

    private static Command Design(Surroundings around)
    {
        Command design = new("design", "Writes the points at which a model is to be evaluated for 'sobol' or 'morris'.");
        foreach (string kind in new[] { "sobol", "morris" })
        {
            Option<string?> inputs = new("--inputs") { HelpName = "FILE", Description = "CSV with the columns name, low, high." };
            Option<string?> n = new("--n") { HelpName = "N", Description = kind == "sobol" ? "Number of pairs, best a power of two; each takes inputs + 2 rows. [default: 1024]" : "Number of trajectories; each takes inputs + 1 rows. [default: 20]" };
            Option<string?> seed = new("--seed") { HelpName = "N", Description = kind == "sobol" ? "Shift of the points. [default: none]" : "Which random trajectories. [default: 1]" };
            Option<string?> to = new("--out") { HelpName = "FILE", Description = "File to write, a new one. [default: standard output]" };
            Option<bool> second = new("--second-order") { Description = "Also the points for second-order indices: 2 inputs + 2 rows a pair." };
            Command command = new(kind, kind == "sobol" ? "Pairs of points for Sobol' indices." : "Trajectories for elementary effects.") { inputs, n, seed, to };
            if (kind == "sobol")
            {
                command.Options.Add(second);
                command.SetAction(words => DesignRun.Sobol(words.GetValue(inputs), words.GetValue(n), words.GetValue(seed), words.GetValue(second), words.GetValue(to), around));
            }
            else
            {
                command.SetAction(words => DesignRun.Morris(words.GetValue(inputs), words.GetValue(n), words.GetValue(seed), words.GetValue(to), around));
            }

            design.Subcommands.Add(command);
        }

        return design;
    }
}
