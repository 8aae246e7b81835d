using Offtake.Analysis;
using Offtake.Results.Weighing;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Weighing;

/// <summary>Walks one pair of futures A and B and what stands between them: groups of evidence from B, one by one, one after the other, and publisher by publisher.</summary>
internal sealed class PairWalk(WeighingPlan plan, EvidenceCells cells, IReadOnlyList<ChainLayout> layouts)
{
    private static readonly EvidenceGroup[] Groups = Enum.GetValues<EvidenceGroup>();

    private readonly OutcomeWalker[] _walkers = [.. plan.Scenarios.Select((s, i) => new OutcomeWalker(plan, s, layouts[i]))];
    private readonly Dictionary<ulong, double[]?>[] _known = [.. plan.Scenarios.Select(_ => new Dictionary<ulong, double[]?>())];

    /// <summary>By outcome, what came out at the points of a pair; null when one of them is impossible.</summary>
    public PairOutputs[]? Of(int pair)
    {
        foreach (Dictionary<ulong, double[]?> known in _known) known.Clear();
        Chance a = new(plan.Seed, 2 * pair), b = new(plan.Seed, (2 * pair) + 1);
        int[] order = GroupShares.Order(Groups.Length, plan.Seed, pair);
        ulong[] sets = [0, .. Groups.Select(cells.BitsOf), .. Along(order), .. cells.ByPublisher.Select(p => cells.BitsOf(p.Publisher))];
        double[][] points = new double[sets.Length][];
        for (int s = 0; s < sets.Length; s++)
        {
            if (At(a, b, sets[s]) is not { } found) return null;
            points[s] = found;
        }

        int first = 1, along = first + Groups.Length, others = along + Groups.Length;
        return
        [
            .. Enumerable.Range(0, plan.Asked).Select(o => new PairOutputs(
                points[0][o], points[others - 1][o], [.. points[first..along].Select(p => p[o])], order, [points[0][o], .. points[along..others].Select(p => p[o])], [.. points[others..].Select(p => p[o])])),
        ];
    }

    private IEnumerable<ulong> Along(int[] order)
    {
        ulong taken = 0;
        foreach (int group in order) yield return taken |= cells.BitsOf(Groups[group]);
    }

    private double[]? At(Chance a, Chance b, ulong fromB)
    {
        double[]?[] found = new double[]?[_walkers.Length];
        for (int i = 0; i < found.Length; i++)
        {
            // Cells without a number that varies change nothing; such a point is walked already.
            ulong felt = fromB & (cells.Of[i].Varying | EvidenceCells.ChanceBit);
            if (!_known[i].TryGetValue(felt, out found[i]))
            {
                Chance shocks = (felt & EvidenceCells.ChanceBit) != 0 ? b : a;
                found[i] = _known[i][felt] = _walkers[i].Walk(shocks, ParameterDraw.Grouped(plan.Scenarios[i].Chain.Evidence, cells.Of[i], a, b, felt));
            }

            if (found[i] is null) return null;
        }

        return OutcomeWalker.Difference(found[0], found[^1], plan.Against is not null);
    }
}
