using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Along a lever that several policies differ in alone: when setting it pays, against the first policy.</summary>
internal static class LeverPaths
{
    private const int FewestPoints = 3;

    /// <summary>Paths of policies, as the study lays them out: the same scenario, all other levers alike.</summary>
    public static IReadOnlyList<(int Lever, int[] Policies)> Of(StudyHeader header)
    {
        List<(int, int[])> paths = [];
        for (int lever = 0; lever < header.Levers.Count; lever++)
        {
            int l = lever;
            paths.AddRange(Enumerable.Range(0, header.Policies.Count).Where(p => ValueOf(header, p, l) is not null)
                .GroupBy(p => (header.Policies[p].Scenario, string.Join(';', header.Policies[p].Settings.Where(s => s.Lever != l).OrderBy(s => s.Lever).Select(s => $"{s.Lever}={s.Value:R}"))))
                .Select(g => g.DistinctBy(p => ValueOf(header, p, l)).OrderBy(p => ValueOf(header, p, l)).ToArray())
                .Where(g => g.Length >= FewestPoints).Select(g => (l, g)));
        }

        return paths;
    }

    /// <summary>One path for an outcome.</summary>
    public static LeverPath Along(StudyHeader header, (int Lever, int[] Policies) path, Better better, double[][] byPolicy)
    {
        LeverPoint[] points = [.. path.Policies.Select(p => new LeverPoint(p, ValueOf(header, p, path.Lever)!.Value,
            Means.Of([.. byPolicy[p].Zip(byPolicy[0], (a, b) => a - b).Where(d => !double.IsNaN(d))])))];
        double sign = better == Better.Lower ? -1.0 : 1.0;
        List<BreakEven> places = [];
        for (int i = 0; i + 1 < points.Length && better != Better.Unsaid; i++)
        {
            (double here, double next) = (sign * points[i].MeanDifference.Value, sign * points[i + 1].MeanDifference.Value);
            if (here * next < 0.0) places.Add(new BreakEven(BreakEvenSearch.Between(points[i].Value, here, points[i + 1].Value, next), points[i].Value, points[i + 1].Value, next > 0.0));
        }

        return new LeverPath(path.Lever, points, places);
    }

    private static double? ValueOf(StudyHeader header, int policy, int lever) =>
        header.Policies[policy].Settings.Where(s => s.Lever == lever).Select(s => (double?)s.Value).FirstOrDefault();
}
