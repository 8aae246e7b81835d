using System.Text.Json.Nodes;
using Offtake.Analysis;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse converge</c>: whether there are enough futures.</summary>
internal static class ConvergeRun
{
    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        double? within = words.Within is null ? null : run.NumberOf("--within", words.Within, 0.05, 1e-12, 1e12);
        double[] quantiles = [.. words.Quantiles.Select(q => run.NumberOf("--quantile", q, 0.5, 1e-6, 1.0 - 1e-6))];
        Resampling resampling = run.Resampling();
        bool sobol = words.Inputs.Count > 0;
        return run.Go<object>(false, sobol, 2, (table, findings) =>
        {
            if (sobol) return SobolRun.Find(run, table, findings);
            run.MustBeNumbers(table);
            return table;
        }, (table, prepared, outcome, findings) =>
        {
            IReadOnlyList<ConvergenceSteps> all = prepared is InterleavedDesign design
                ? Convergence.OfSobol(design.Outputs(outcome.Numbers!) with { BA = null }, [.. table.Inputs.Select(i => i.Name)], within ?? 0.05, resampling)
                : outcome.Column is null ? [Convergence.OfShare(outcome.Cases!, within ?? 0.05)]
                : Of(outcome.Numbers!, quantiles, within);
            TextTable steps = new("estimate", sobol ? "pairs" : "futures", "value", "from", "to", "verdict");
            foreach (ConvergenceSteps s in all)
            {
                for (int k = 0; k < s.Steps.Count; k++)
                {
                    Estimate e = s.Steps[k].Estimate;
                    bool last = k == s.Steps.Count - 1;
                    steps.Add(k == 0 ? s.What : "", $"{s.Steps[k].Count}", TextTable.Number(e.Value), TextTable.Number(e.Low), TextTable.Number(e.High), last ? $"{s.Words}; half the interval takes {s.ToHalve}" : "");
                }
            }

            findings.Add(outcome, new JsonObject
            {
                ["estimates"] = Findings.List(all, s => new JsonObject
                {
                    ["what"] = s.What, ["within"] = s.Within, ["isEnough"] = s.IsEnough, ["verdict"] = s.Words, ["toHalve"] = s.ToHalve, ["toMeet"] = s.ToMeet,
                    ["steps"] = Findings.List(s.Steps, x => new JsonObject { ["count"] = x.Count, ["estimate"] = Findings.Of(x.Estimate) }),
                }),
            }, [$"{outcome.Name}: is it enough? Half-width of a 95 % interval that is small enough: {string.Join(", ", all.Select(s => s.Within).Distinct().Select(TextTable.Number))}", .. steps.Lines(0, 5)]);
        });
    }

    // Without a bound of the user's: a twentieth of the result's standard deviation.
    private static ConvergenceSteps[] Of(double[] y, double[] quantiles, double? within)
    {
        double mean = y.Average(), bound = within ?? Math.Sqrt(y.Sum(v => (v - mean) * (v - mean)) / y.Length) / 20.0;
        return [Convergence.OfMean(y, bound), .. quantiles.Select(q => Convergence.OfQuantile(y, q, bound))];
    }
}
