using System.Globalization;
using System.Text.Json.Nodes;
using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse prim</c>: boxes of inputs in which something happens often.</summary>
internal static class PrimRun
{
    private const int FewestRows = 20;
    private const int UsualReplicates = 20;
    private const int MostBoxes = 20;
    private const double MostChance = 0.05;

    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        PrimOptions options = new(run.NumberOf("--peel", words.Peel, 0.05, 0.001, 0.5), run.NumberOf("--paste", words.Paste, 0.05, 0.0, 0.5), run.NumberOf("--least-mass", words.LeastMass, 0.05, 1e-6, 0.999),
            words.Objective == "density" ? PeelObjective.Density : PeelObjective.GainPerRow);
        if (words.Objective is not (null or "gain-per-row" or "density")) run.Options.Refuse("--objective", "this is not an objective:", words.Objective, "gain-per-row, density", "leave --objective away for gain-per-row");
        BoxRule rule = new(words.LeastDensity is null ? null : run.NumberOf("--least-density", words.LeastDensity, 0.8, 0.0, 1.0));
        int boxes = run.Options.CountOf("--boxes", words.Boxes, 1, MostBoxes);
        Resampling resampling = run.Resampling(UsualReplicates);
        return run.Go(true, true, FewestRows, (table, _) =>
        {
            run.MustBeCases(table);
            return table;
        }, (table, _, outcome, findings) => Analyse(table, outcome, findings, rule, options, boxes, resampling));
    }

    private static void Analyse(AnalysedTable table, Outcome outcome, Findings findings, BoxRule rule, PrimOptions options, int boxes, Resampling resampling)
    {
        bool[] cases = outcome.Cases!;
        int count = cases.Count(c => c);
        IReadOnlyList<PrimResult> found = Prim.Cover(table.Inputs, cases, rule, options, boxes);
        List<string> lines = [$"{outcome.Name}: {count:#,0} of {cases.Length:#,0} rows ({Percent((double)count / cases.Length)})"];
        if (found.Count == 0) lines.Add("No box is denser than the whole table.");
        JsonArray written = [];
        for (int b = 0; b < found.Count; b++)
        {
            PrimResult result = found[b];
            PrimBox chosen = result.Chosen;
            IReadOnlyList<double>? again = b == 0 && resampling.Replicates > 0 ? Prim.Reproducibility(table.Inputs, cases, chosen.Coverage, options, resampling) : null;
            lines.Add($"box {b + 1}{(b == 0 ? "" : ", among the rows outside the boxes above")}: {chosen.Box.Sentence(chosen.Density, chosen.Coverage, chosen.Mass, outcome.Name)}.");
            if (!result.MeetsRule) lines.Add($"  No box reaches a density of {rule.LeastDensity!.Value.ToString(CultureInfo.InvariantCulture)}; this is the densest.");
            TextTable limits = new("limit", "quasi-p", "limited again");
            foreach (Limit limit in chosen.Box.Limits)
            {
                string chances = string.Join(", ", result.Chances.Where(c => c.Column == limit.Column).Select(c => (c.Side switch { LimitSide.Low => "low ", LimitSide.High => "high ", _ => "" }) + (c.Chance < 0.0001 ? "< 0.0001" : TextTable.Share(c.Chance))));
                limits.Add(limit.Words, chances, again is null ? "–" : Percent(again[table.Inputs.ToList().FindIndex(i => i.Name == limit.Column)]));
            }

            lines.AddRange(limits.Lines(0));
            string[] doubtful = [.. result.Chances.Where(c => c.Chance > MostChance).Select(c => c.Column).Distinct()];
            if (doubtful.Length > 0) lines.Add($"  May well be accidents (quasi-p above {MostChance.ToString(CultureInfo.InvariantCulture)}): {(doubtful.Length == chosen.Dimensions ? "all limits, and so the box" : "the limits of " + string.Join(", ", doubtful))}.");
            if (b == 0) lines.AddRange(Trajectory(result).Lines(6));
            written.Add((JsonNode)Of(result, table, again));
        }

        findings.Add(outcome, new JsonObject { ["cases"] = count, ["boxes"] = written }, lines);
    }

    private static TextTable Trajectory(PrimResult result)
    {
        TextTable steps = new("step", "rows", "coverage", "density", "mass", "inputs", "limits");
        for (int s = 0; s < result.Trajectory.Count; s++)
        {
            PrimBox step = result.Trajectory[s];
            string mark = s == result.ChosenStep ? "*" : "";
            steps.Add($"{mark}{s}", $"{step.Rows}", TextTable.Share(step.Coverage), TextTable.Share(step.Density), TextTable.Share(step.Mass), $"{step.Dimensions}", step.Box.Words);
        }

        return steps;
    }

    private static JsonObject Of(PrimResult result, AnalysedTable table, IReadOnlyList<double>? again)
    {
        JsonObject box = Of(result.Chosen);
        box["chosenStep"] = result.ChosenStep;
        box["meetsRule"] = result.MeetsRule;
        box["quasiPValues"] = Findings.List(result.Chances, c => new JsonObject { ["input"] = c.Column, ["side"] = c.Side.ToString().ToLowerInvariant(), ["quasiPValue"] = Findings.Number(c.Chance) });
        box["reproducibility"] = again is null ? null : new JsonArray([.. again.Select((share, i) => (JsonNode)new JsonObject { ["input"] = table.Inputs[i].Name, ["limitedIn"] = share })]);
        box["trajectory"] = Findings.List(result.Trajectory, Of);
        return box;
    }

    private static JsonObject Of(PrimBox box) => new()
    {
        ["words"] = box.Box.Words, ["limits"] = Findings.Of(box.Box), ["rows"] = box.Rows, ["cases"] = box.Cases,
        ["coverage"] = box.Coverage, ["density"] = box.Density, ["mass"] = box.Mass,
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * share:F0} %");
}
