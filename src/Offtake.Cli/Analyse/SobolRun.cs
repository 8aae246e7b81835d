using System.Text.Json.Nodes;
using Offtake.Analysis;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse sobol</c>: shares of variance from a table that holds a design of pairs.</summary>
internal static class SobolRun
{
    private const string Remedy = "for futures drawn at random or inputs that depend on each other use 'offtake analyse shapley' or 'regional'; a sample of this kind is written by 'offtake analyse design sobol'; name all of its inputs and nothing else with --inputs";

    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        if (words.Design is not (null or "interleaved")) run.Options.Refuse("--design", "this is not a design:", words.Design, "interleaved", "leave --design away");
        Resampling resampling = run.Resampling();
        return run.Go(false, true, 2, (table, findings) => Find(run, table, findings), (table, design, outcome, findings) => Analyse(table, design, outcome, findings, words, resampling));
    }

    /// <summary>The design of a table, or null after telling which row does not fit.</summary>
    public static InterleavedDesign? Find(AnalyseRun run, AnalysedTable table, Findings findings)
    {
        run.MustBeNumbers(table);
        InterleavedDesign? design = InterleavedDesign.Find([.. table.Inputs.Select(i => i.Name)], [.. table.Inputs.Select(i => i.Values)], run.Words.SecondOrder, out DesignMisfit? misfit);
        if (misfit is not null) run.Tell(table.Table.LineOf(misfit.Row), $"data row {misfit.Row + 1} does not fit a design for Sobol' indices: {misfit.What}", Remedy);
        if (design is null) return null;
        if (design.Pairs < 64 || !int.IsPow2(design.Pairs))
            run.Problems.Add(new Problem(Severity.Warning, run.Words.File, 0, null, $"there are {design.Pairs} pairs; Sobol' points are even for powers of two, and fewer than 64 say little", null, null, "see the intervals, and 'offtake analyse converge'"));
        findings["pairs"] = design.Pairs;
        return design;
    }

    private static void Analyse(AnalysedTable table, InterleavedDesign design, Outcome outcome, Findings findings, AnalyseWords words, Resampling resampling)
    {
        SobolOutputs outputs = design.Outputs(outcome.Numbers!);
        SobolEstimates found = SobolAnalysis.Of(words.SecondOrder ? outputs : outputs with { BA = null }, resampling);
        string[] names = [.. table.Inputs.Select(i => i.Name)];
        TextTable indices = new("input", "first", "95 % interval", "total", "95 % interval");
        for (int i = 0; i < names.Length; i++)
            indices.Add(names[i], TextTable.Share(found.First[i].Value), TextTable.Interval(found.First[i]), TextTable.Share(found.Total[i].Value), TextTable.Interval(found.Total[i]));
        List<string> lines = [$"{outcome.Name}: shares of its variance, {found.Pairs:#,0} pairs, mean {TextTable.Number(found.Mean)}, standard deviation {TextTable.Number(Math.Sqrt(found.Variance))}", .. indices.Lines(0)];
        if (found.Second is { } second)
        {
            TextTable interactions = new("inputs", "second", "95 % interval");
            foreach (Interaction pair in second) interactions.Add($"{names[pair.I]}, {names[pair.J]}", TextTable.Share(pair.Index.Value), TextTable.Interval(pair.Index));
            lines.AddRange(interactions.Lines(0));
        }

        findings.Add(outcome, new JsonObject
        {
            ["mean"] = found.Mean,
            ["variance"] = found.Variance,
            ["indices"] = new JsonArray([.. names.Select((name, i) => (JsonNode)new JsonObject { ["input"] = name, ["first"] = Findings.Of(found.First[i]), ["total"] = Findings.Of(found.Total[i]) })]),
            ["secondOrder"] = found.Second is null ? null : Findings.List(found.Second, p => new JsonObject { ["inputs"] = new JsonArray(names[p.I], names[p.J]), ["second"] = Findings.Of(p.Index) }),
        }, lines);
    }
}
