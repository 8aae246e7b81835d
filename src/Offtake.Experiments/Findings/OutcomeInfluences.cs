using Offtake.Analysis;
using Offtake.Model.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Which inputs an outcome depends on: Sobol' indices where points lie in pairs, Shapley effects where inputs go together, rank correlations everywhere.</summary>
internal sealed class OutcomeInfluences(FutureTable table, int policiesLookedAt, int shapley, int replicates)
{
    private const int FewestBlocks = 16;
    private const int ShapleyPoints = 500;
    private const int ShapleyRows = 3000;

    private readonly Resampling _resampling = new(replicates, 1, 1);
    private readonly int[] _part = table.Part(ShapleyRows);

    /// <summary>Shapley effects are computed for correlated inputs, of which there may be so many: every set of them is looked at.</summary>
    public const int MostShapleyInputs = 9;

    /// <summary>Of an outcome, by policy that is looked at.</summary>
    /// <param name="outcome">Index of the outcome.</param>
    /// <param name="all">Values by policy and future, all futures.</param>
    /// <param name="independent">The same at the futures that are draws of their own.</param>
    public IEnumerable<Influences> Of(int outcome, double[][] all, double[][] independent)
    {
        for (int p = 0; p < Math.Min(policiesLookedAt, all.Length); p++)
        {
            double[] values = independent[p];
            double[] ranked = RankCorrelation.Ranks(values);
            double[] ranks = [.. Enumerable.Range(0, table.Inputs).Select(u => RankCorrelation.Of(table.Input(u), table.Orders[u], ranked))];
            yield return table.Block > 1 ? Indices(p, all[p], ranks) : table.Header.Correlations.Count > 0 && (p * table.Header.Outcomes.Count) + outcome < shapley ? Effects(p, values, ranks) : Ranks(p, values, ranks, null);
        }
    }

    private Influences Indices(int policy, double[] y, double[] ranks)
    {
        int block = table.Block, inputs = table.Inputs + 1, blocks = y.Length / block;
        int[] whole = [.. Enumerable.Range(0, blocks).Where(b => !y.AsSpan(b * block, block).ContainsAnyExceptInRange(double.MinValue, double.MaxValue))];
        if (whole.Length < FewestBlocks) return Ranks(policy, y, ranks, $"{whole.Length} of {blocks} blocks of futures are whole, and indices need {FewestBlocks}") with { Used = whole.Length, LeftOut = blocks - whole.Length };
        bool second = table.Header.Sampling.Indices == IndexDesign.SecondOrder;
        SobolOutputs outputs = new(
            Row(0), Row(block - 1), [.. Enumerable.Range(1, inputs).Select(Row)], second ? [.. Enumerable.Range(inputs + 1, inputs).Select(Row)] : null);
        if (outputs.A.Concat(outputs.B).All(v => v == outputs.A[0])) return Ranks(policy, y, ranks, "it does not vary") with { Used = whole.Length, LeftOut = blocks - whole.Length };
        SobolEstimates found = SobolAnalysis.Of(outputs, _resampling);
        return new Influences(
            policy, InfluenceMethod.Sobol, whole.Length, blocks - whole.Length,
            [.. Enumerable.Range(0, inputs).Select(i => new Influence(i < table.Inputs ? i : null, Means.Of(found.First[i]), Means.Of(found.Total[i]), null, i < table.Inputs ? ranks[i] : double.NaN))],
            [.. found.Second?.Select(t => new JointInfluence(t.I, t.J, Means.Of(t.Index))) ?? []], null);

        double[] Row(int row) => [.. whole.Select(b => y[(b * block) + row])];
    }

    private Influences Effects(int policy, double[] values, double[] ranks)
    {
        int[] known = [.. _part.Where(i => !double.IsNaN(values[i]))];
        double[] y = [.. known.Select(i => values[i])];
        if (table.Inputs is 0 or > MostShapleyInputs) return Ranks(policy, values, ranks, $"{table.Inputs} uncertainties are more than the {MostShapleyInputs} whose sets can all be looked at");
        if (y.Length < ShapleyFromTable.FewestRows) return Ranks(policy, values, ranks, "too few futures have a value");
        if (y.All(v => v == y[0])) return Ranks(policy, values, ranks, "it does not vary");
        Column[] columns = [.. table.Header.Uncertainties.Select((u, i) => Column.OfNumbers(u.Id, [.. known.Select(k => table.Input(i)[k])]))];
        TableShapley found = ShapleyFromTable.Effects(columns, y, _resampling, ShapleyPoints);
        return new Influences(
            policy, InfluenceMethod.Shapley, y.Length, values.Length - values.Count(v => !double.IsNaN(v)),
            [.. ranks.Select((r, i) => new Influence(i, null, null, Means.Of(found.Effects[i]), r)), new Influence(null, null, null, Means.Of(found.Unexplained), double.NaN)], [], null);
    }

    private static Influences Ranks(int policy, double[] values, double[] ranks, string? absent)
    {
        int known = values.Count(v => !double.IsNaN(v));
        return new Influences(policy, InfluenceMethod.RankCorrelation, known, values.Length - known, [.. ranks.Select((r, i) => new Influence(i, null, null, null, r))], [], absent);
    }
}
