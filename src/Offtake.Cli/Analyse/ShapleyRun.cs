using System.Text.Json.Nodes;
using Offtake.Analysis;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse shapley</c>: fair shares of variance from any table, also with inputs that depend on each other.</summary>
internal static class ShapleyRun
{
    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        Resampling resampling = run.Resampling();
        return run.Go(true, true, ShapleyFromTable.FewestRows, (table, _) => Check(run, table), (table, _, outcome, findings) =>
        {
            TableShapley found = ShapleyFromTable.Effects(table.Inputs, outcome.Numbers!, resampling);
            IReadOnlyList<Estimate> effects = found.Effects;
            TextTable shares = new("input", "effect", "95 % interval");
            for (int i = 0; i < effects.Count; i++) shares.Add(table.Inputs[i].Name, TextTable.Share(effects[i].Value), TextTable.Interval(effects[i]));
            shares.Add("(no input)", TextTable.Share(found.Unexplained.Value), TextTable.Interval(found.Unexplained));
            findings.Add(outcome, new JsonObject
            {
                ["effects"] = new JsonArray([.. effects.Select((e, i) => (JsonNode)new JsonObject { ["input"] = table.Inputs[i].Name, ["effect"] = Findings.Of(e) })]),
                ["unexplained"] = Findings.Of(found.Unexplained),
            }, [$"{outcome.Name}: Shapley effects, {table.Table.Rows:#,0} rows; (no input): chance, what is not in the table, and neighbours too far apart", .. shares.Lines(0)]);
        });
    }

    private static AnalysedTable? Check(AnalyseRun run, AnalysedTable table)
    {
        run.MustBeNumbers(table);
        if (table.Inputs.Count > ShapleyFromTable.MaxInputs)
            run.Tell(1, $"there are {table.Inputs.Count} inputs; up to {ShapleyFromTable.MaxInputs} can be looked at together", "name the most important with --inputs ('offtake analyse regional' orders them); what the others do is left to '(no input)'");
        return table;
    }
}
