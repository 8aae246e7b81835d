using Offtake.Analysis.Sampling;
using Offtake.Model.Evidence;
using Offtake.Model.Studies;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Sampling;

/// <summary>Where the futures of a study lie among its uncertainties. Any future can be asked for alone, on any thread.</summary>
public abstract class FutureSample
{
    /// <summary>The sample a study asks for.</summary>
    /// <param name="study">The study; its number of futures fits its design.</param>
    public static FutureSample Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        int inputs = study.Uncertainties.Count;
        return study.Sampling switch
        {
            { Indices: not IndexDesign.None } => new PairSample(inputs, study.Sampling.FuturesInBlock(inputs), study.Seed),
            { Method: SamplingMethod.LatinHypercube } => new PlainSample(new LatinHypercube(study.Futures, study.Seed).At),
            { Method: SamplingMethod.Sobol } when inputs > 0 => new PlainSample(new ScrambledSobol(inputs, study.Seed).At),
            { Method: SamplingMethod.Factorial } => new PlainSample(new FactorialSample(inputs, study.Sampling.Levels).At),
            _ => new MonteCarloSample(study),
        };
    }

    /// <summary>Whose shocks, and whose numbers among those that are not named, a future has.</summary>
    public abstract int ChanceOf(int future);

    /// <summary>Writes where a future lies.</summary>
    /// <param name="future">Which, from 0.</param>
    /// <param name="attempt">How many draws of it were rejected before; moves only samples in which every future is drawn by itself.</param>
    /// <param name="u">By uncertainty, the share of its range that lies below; in (0, 1).</param>
    public abstract void Point(int future, int attempt, Span<double> u);
}

/// <summary>Points whose coordinates can be computed one by one.</summary>
internal sealed class PlainSample(Func<int, int, double> at) : FutureSample
{
    public override int ChanceOf(int future) => future;

    public override void Point(int future, int attempt, Span<double> u)
    {
        for (int i = 0; i < u.Length; i++) u[i] = at(future, i);
    }
}

/// <summary>Every combination of equally spaced levels, the last uncertainty changing fastest.</summary>
internal sealed class FactorialSample(int inputs, int levels)
{
    public double At(int future, int input)
    {
        long rest = future;
        for (int i = inputs - 1; i > input; i--) rest /= levels;
        return ((rest % levels) + 0.5) / levels;
    }
}

/// <summary>Random points, keyed as in a run: the same seed and future give the same numbers there.</summary>
internal sealed class MonteCarloSample(Study study) : FutureSample
{
    private readonly ulong[] _keys = [.. study.Uncertainties.Select(u => KeyOf(u, study))];

    public override int ChanceOf(int future) => future;

    public override void Point(int future, int attempt, Span<double> u)
    {
        Chance chance = new(study.Seed, future);
        for (int i = 0; i < u.Length; i++) u[i] = chance.UnitOfDraw(attempt, _keys[i]);
    }

    // A number with the ledger's own range is drawn as a run draws it, with all that rest on the same assumption; what only the study knows has a key of its own.
    private static ulong KeyOf(Uncertainty uncertainty, Study study) =>
        uncertainty.IsOfLedger && ParameterOf(uncertainty.Sets.Names[0], study) is { } parameter ? ParameterDraw.KeyOf(parameter) : Chance.KeyOf($"study/{uncertainty.Id}");

    private static Parameter? ParameterOf(string name, Study study) => study.Policies
        .SelectMany(p => p.Scenario?.Chain.Evidence.Parameters ?? []).FirstOrDefault(p => NumberSlots.NamesOf(p).Any(n => n.Name == name));
}

/// <summary>Points in blocks from which Sobol' indices are computed: A, A with each input in turn from B, and B; for second order also B with each input from A.</summary>
/// <remarks>The last input of a block is everything that is not named, shocks included: it is one chance in A and another in B. Order of rows: Saltelli et al. (2010), as in SEN-2.</remarks>
internal sealed class PairSample(int inputs, int block, ulong seed) : FutureSample
{
    private readonly ScrambledSobol _points = new(Math.Max(1, 2 * inputs), seed);

    public override int ChanceOf(int future) => IsFromB(future, inputs) ? (2 * (future / block)) + 1 : 2 * (future / block);

    public override void Point(int future, int attempt, Span<double> u)
    {
        int pair = future / block;
        for (int i = 0; i < u.Length; i++) u[i] = _points.At(pair, IsFromB(future, i) ? inputs + i : i);
    }

    private bool IsFromB(int future, int input)
    {
        int row = future % block;
        if (row == block - 1) return true;
        bool isMixedA = row <= inputs + 1;
        return isMixedA ? row == input + 1 : row - (inputs + 2) != input;
    }
}
