using System.Globalization;
using System.Text.Json.Nodes;
using Offtake.Analysis.Discovery;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse cart</c>: a tree of yes-or-no questions, its leaves as boxes.</summary>
internal static class CartRun
{
    private const int FewestRows = 10;

    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        TreeOptions options = new(
            run.Options.CountOf("--least-leaf", words.LeastLeaf, 0, 1_000_000_000), run.Options.CountOf("--most-depth", words.MostDepth, 4, 30),
            run.Options.CountOf("--folds", words.Folds, 10, 100, 0), run.Options.SeedOf(words.Seed), run.Options.WorkersOf(words.Workers));
        if (options.Folds == 1) run.Options.Refuse("--folds", "one part cannot be checked against others:", "1", "0, or 2 to 100", "give 0 for no cross-validation");
        return run.Go(true, true, FewestRows, (table, _) => table, (table, _, outcome, findings) =>
        {
            RegressionTree tree = RegressionTree.Grow(table.Inputs, outcome.ForTree, options);
            bool isNumber = tree.Classes is null;
            TextTable leaves = new("leaf", "rows", "mass", isNumber ? "mean" : "most are", isNumber ? "deviation" : "share", "where");
            for (int l = 0; l < tree.Leaves.Count; l++)
            {
                Leaf leaf = tree.Leaves[l];
                leaves.Add($"{l + 1}", $"{leaf.Rows}", TextTable.Share(leaf.Mass), leaf.Class ?? TextTable.Number(leaf.Value), isNumber ? TextTable.Number(leaf.Deviation!.Value) : TextTable.Share(leaf.Value), leaf.Box.Words);
            }

            string error = isNumber
                ? $"explains {Percent(1.0 - (tree.Error / tree.RootError))} of the variance{(tree.ValidatedError is { } v ? $", {Percent(1.0 - (v / tree.RootError))} of rows not seen" : "")}"
                : $"{Percent(tree.Error)} of rows foretold wrongly{(tree.ValidatedError is { } w ? $", {Percent(w)} of rows not seen" : "")}; without the tree {Percent(tree.RootError)}";
            findings.Add(outcome, new JsonObject
            {
                ["kind"] = isNumber ? "regression" : "classification",
                ["classes"] = tree.Classes is null ? null : Findings.List(tree.Classes, c => JsonValue.Create(c)),
                ["error"] = Findings.Number(tree.Error),
                ["rootError"] = Findings.Number(tree.RootError),
                ["validatedError"] = tree.ValidatedError,
                ["validatedErrorStandardError"] = tree.ValidatedErrorStandardError,
                ["leaves"] = Findings.List(tree.Leaves, l => new JsonObject
                {
                    ["words"] = l.Box.Words, ["limits"] = Findings.Of(l.Box), ["rows"] = l.Rows, ["mass"] = l.Mass, ["class"] = l.Class, ["value"] = Findings.Number(l.Value),
                    ["deviation"] = l.Deviation, ["rowsByClass"] = l.RowsByClass is null ? null : Findings.List(l.RowsByClass, n => JsonValue.Create(n)),
                }),
            }, [$"{outcome.Name}: a tree of {ProblemText.Of(tree.Leaves.Count, "leaf").Replace("leafs", "leaves", StringComparison.Ordinal)}, {error}", .. leaves.Lines(3, 5)]);
        });
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100.0 * share, 1) + 0.0:F1} %");
}
