using System.Text.Json.Nodes;
using Offtake.Analysis.Discovery;

namespace Offtake.Cli.Analyse;

/// <summary><c>offtake analyse regional</c>: how differently inputs are distributed where something happens and where not.</summary>
internal static class RegionalRun
{
    private const int FewestRows = 10;

    public static int Go(AnalyseWords words, Surroundings around)
    {
        AnalyseRun run = new(words, around);
        return run.Go(true, true, FewestRows, (table, _) =>
        {
            run.MustBeCases(table);
            return table;
        }, (table, _, outcome, findings) =>
        {
            IReadOnlyList<Separation> found = RegionalSensitivity.Of(table.Inputs, outcome.Cases!);
            TextTable distances = new("input", "distance", "at", "p-value", "p among all");
            foreach (Separation s in found.OrderByDescending(s => s.Distance)) distances.Add(s.Column, TextTable.Share(s.Distance), s.At is { } at ? TextTable.Number(at) : "–", Chance(s.Chance), Chance(s.ChanceAmongAll));
            int cases = outcome.Cases!.Count(c => c);
            findings.Add(outcome, new JsonObject
            {
                ["cases"] = cases,
                ["separations"] = Findings.List(found, s => new JsonObject
                {
                    ["input"] = s.Column, ["distance"] = Findings.Number(s.Distance), ["at"] = s.At, ["pValue"] = Findings.Number(s.Chance), ["pValueAmongAll"] = Findings.Number(s.ChanceAmongAll),
                }),
            }, [$"{outcome.Name}: {cases:#,0} of {table.Table.Rows:#,0} rows; distance between the distributions of each input there and elsewhere", .. distances.Lines(0)]);
        });
    }

    private static string Chance(double chance) => chance < 0.0001 ? "< 0.0001" : TextTable.Share(chance);
}
