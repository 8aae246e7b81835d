using System.Text.Json.Nodes;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse morris</c>: elementary effects from a table that holds walks.</summary>
internal static class MorrisRun
{
    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        Resampling resampling = run.Resampling();
        InputRanges? ranges = words.Ranges is null ? null : InputRanges.Read(around.Folder, words.Ranges, run.Problems);
        return run.Go(false, true, 2, (table, findings) => Find(run, table, findings, ranges), (table, walks, outcome, findings) =>
        {
            IReadOnlyList<ElementaryEffects> found = Morris.Effects(walks, outcome.Numbers!, resampling);
            TextTable effects = new("input", "mu*", "95 % interval", "mu", "sigma");
            for (int i = 0; i < found.Count; i++)
                effects.Add(table.Inputs[i].Name, TextTable.Number(found[i].MeanSize.Value), double.IsNaN(found[i].MeanSize.HalfWidth) ? "–" : $"{TextTable.Number(found[i].MeanSize.Low)} to {TextTable.Number(found[i].MeanSize.High)}", TextTable.Number(found[i].Mean), TextTable.Number(found[i].Deviation));
            findings.Add(outcome, new JsonObject
            {
                ["effects"] = new JsonArray([.. found.Select((e, i) => (JsonNode)new JsonObject
                {
                    ["input"] = table.Inputs[i].Name, ["muStar"] = Findings.Of(e.MeanSize), ["mu"] = Findings.Number(e.Mean), ["sigma"] = Findings.Number(e.Deviation),
                })]),
            }, [$"{outcome.Name}: change over the whole range of an input {(ranges is null ? "(lowest to highest value in the table)" : $"(from {words.Ranges})")}, {walks.Count:#,0} trajectories", .. effects.Lines(0)]);
        });
    }

    private static Trajectories? Find(AnalyseRun run, AnalysedTable table, Findings findings, InputRanges? ranges)
    {
        run.MustBeNumbers(table);
        foreach (Column input in table.Inputs.Where(i => i.Values.All(v => v == i.Values[0]))) run.Tell(1, $"input '{input.Name}' never varies", "leave it out with --inputs");
        (double, double)[] between = [.. table.Inputs.Select(i => ranges is null ? (i.Values.Min(), i.Values.Max()) : ranges.Of(i.Name, run.Words.Ranges!, run.Problems) ?? (0.0, 1.0))];
        if (run.Problems.Any(p => p.Severity == Severity.Error)) return null;
        Trajectories? walks = Trajectories.Find([.. table.Inputs.Select(i => i.Name)], [.. table.Inputs.Select(i => i.Values)], between, out DesignMisfit? misfit);
        if (misfit is not null) run.Tell(table.Table.LineOf(misfit.Row), $"data row {misfit.Row + 1} does not fit a design for elementary effects: {misfit.What}", "such a sample is written by 'offtake analyse design morris'; name all of its inputs and nothing else with --inputs; for other samples use 'offtake analyse shapley' or 'regional'");
        if (walks is not null) findings["trajectories"] = walks.Count;
        return walks;
    }
}
