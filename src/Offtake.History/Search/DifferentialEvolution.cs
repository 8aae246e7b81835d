using Offtake.Simulation.Nature;

namespace Offtake.History.Search;

/// <summary>How a search is carried out. Workers change the time it takes, never a bit of the result.</summary>
/// <param name="Seed">Seed of its random numbers.</param>
/// <param name="Population">Points that are kept side by side; at least 8.</param>
/// <param name="Generations">Rounds in which every point is challenged once.</param>
/// <param name="Workers">Worker threads.</param>
public sealed record SearchPlan(ulong Seed, int Population, int Generations, int Workers);

/// <summary>How far a search has come.</summary>
/// <param name="Generation">Rounds done.</param>
/// <param name="Loss">The best loss so far.</param>
public sealed record SearchProgress(int Generation, double Loss);

/// <summary>What a search found.</summary>
/// <param name="Point">The best point, in the unit cube.</param>
/// <param name="Loss">Its loss.</param>
/// <param name="Generations">Rounds done before the end or the wish to stop.</param>
public sealed record Minimum(double[] Point, double Loss, int Generations);

/// <summary>Looks for the least value of a function over the unit cube. It needs no slopes and may find a local minimum: use several seeds.</summary>
/// <remarks>
/// Eq. BCK-11: success-history adaptive differential evolution: v = x + F (p − x) + F (a − b), with p one of the best tenth, a from the population, b from the population
/// or the archive of beaten points; F from a Cauchy, CR from a normal distribution around remembered successes. Zhang and Sanderson (2009), IEEE
/// Trans. Evol. Comput. 13:945 (current-to-pbest, archive); Tanabe and Fukunaga (2013), IEEE CEC:71 (success history).
/// Every random number is keyed by (seed, round, point, purpose), so the order in which threads finish cannot matter.
/// </remarks>
public sealed class DifferentialEvolution
{
    private const int Memory = 20;
    private const double BestShare = 0.1;
    private const double Width = 0.1;

    private readonly Func<double[], double, double> _loss;
    private readonly SearchPlan _plan;
    private readonly int _dimensions;
    private readonly double[][] _points;
    private readonly double[] _losses;
    private readonly List<double[]> _archive = [];
    private readonly double[] _memoryF = new double[Memory];
    private readonly double[] _memoryCr = new double[Memory];
    private int _memoryAt;

    /// <summary>Prepares a search.</summary>
    /// <param name="loss">
    /// The function: a point of the unit cube and a bound. It may stop early and return anything not below the bound once it knows that it cannot get below. Never NaN.
    /// </param>
    /// <param name="start">A point that is tried first; a third of the others start around it, the rest anywhere.</param>
    /// <param name="plan">How.</param>
    public DifferentialEvolution(Func<double[], double, double> loss, double[] start, SearchPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Population, 8);
        _loss = loss;
        _plan = plan;
        _dimensions = start.Length;
        _points = Start(start);
        _losses = new double[plan.Population];
        Array.Fill(_memoryF, 0.5);
        Array.Fill(_memoryCr, 0.5);
    }

    /// <summary>Searches to the end or until asked to stop; what was best by then is kept.</summary>
    public Minimum Run(IProgress<SearchProgress>? progress = null, CancellationToken stop = default)
    {
        Parallel.For(0, _plan.Population, Options, i => _losses[i] = _loss(_points[i], double.PositiveInfinity));
        progress?.Report(new SearchProgress(0, _losses.Min()));
        int generation = 0;
        while (generation < _plan.Generations && !stop.IsCancellationRequested)
        {
            Challenge(++generation);
            progress?.Report(new SearchProgress(generation, _losses.Min()));
        }

        int best = Array.IndexOf(_losses, _losses.Min());
        return new Minimum([.. _points[best]], _losses[best], generation);
    }

    private ParallelOptions Options => new() { MaxDegreeOfParallelism = _plan.Workers };

    private void Challenge(int generation)
    {
        int[] ranked = [.. Enumerable.Range(0, _plan.Population).OrderBy(i => _losses[i]).ThenBy(i => i)];
        var trials = new Trial[_plan.Population];
        var losses = new double[_plan.Population];
        Parallel.For(0, _plan.Population, Options, i =>
        {
            trials[i] = Mutate(generation, i, ranked);
            losses[i] = _loss(trials[i].Point, _losses[i]);
        });

        double sum = 0.0, sumF = 0.0, sumFF = 0.0, sumCr = 0.0;
        for (int i = 0; i < _plan.Population; i++)
        {
            if (!(losses[i] < _losses[i])) continue;
            double gain = _losses[i] - losses[i];
            sum += gain;
            sumF += gain * trials[i].F;
            sumFF += gain * trials[i].F * trials[i].F;
            sumCr += gain * trials[i].Cr;
            _archive.Add(_points[i]);
            _points[i] = trials[i].Point;
            _losses[i] = losses[i];
        }

        for (int extra = 0; _archive.Count > _plan.Population; extra++)
            _archive.RemoveAt((int)(Unit(generation, _plan.Population + extra, 0) * _archive.Count));
        if (sum <= 0.0) return;
        _memoryF[_memoryAt] = sumFF / sumF;
        _memoryCr[_memoryAt] = sumCr / sum;
        _memoryAt = (_memoryAt + 1) % Memory;
    }

    private Trial Mutate(int generation, int i, int[] ranked)
    {
        int draw = 0;
        int memory = (int)(Next() * Memory);
        double cr = Math.Clamp(_memoryCr[memory] + (Width * NormalCurve.Quantile(Next())), 0.0, 1.0);
        double f;
        do f = _memoryF[memory] + (Width * Math.Tan(Math.PI * (Next() - 0.5)));
        while (f <= 0.0);
        f = Math.Min(f, 1.0);
        double[] own = _points[i], best = _points[ranked[(int)(Next() * Math.Max(2, BestShare * _plan.Population))]];
        int one, two;
        do one = (int)(Next() * _plan.Population);
        while (one == i);
        do two = (int)(Next() * (_plan.Population + _archive.Count));
        while (two == i || two == one);
        double[] a = _points[one], b = two < _plan.Population ? _points[two] : _archive[two - _plan.Population];
        int certain = (int)(Next() * _dimensions);
        var point = new double[_dimensions];
        for (int d = 0; d < _dimensions; d++)
        {
            double mutant = own[d] + (f * (best[d] - own[d])) + (f * (a[d] - b[d]));
            if (mutant < 0.0) mutant = own[d] / 2.0;
            if (mutant > 1.0) mutant = (own[d] + 1.0) / 2.0;
            point[d] = Next() < cr || d == certain ? mutant : own[d];
        }

        return new Trial(point, f, cr);

        double Next() => Unit(generation, i, draw++);
    }

    private double[][] Start(double[] start)
    {
        const double around = 0.15;
        int[][] strata = [.. Enumerable.Range(0, _dimensions).Select(d =>
            Enumerable.Range(0, _plan.Population).OrderBy(i => Unit(0, i, d)).ThenBy(i => i).ToArray())];
        var points = new double[_plan.Population][];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new double[_dimensions];
            for (int d = 0; d < _dimensions; d++)
            {
                double u = Unit(0, i, _dimensions + d);
                points[i][d] = i == 0 ? start[d]
                    : i % 3 == 0 ? Math.Clamp(start[d] + (around * NormalCurve.Quantile(u)), 0.0, 1.0)
                    : (strata[d][i] + u) / _plan.Population;
            }
        }

        return points;
    }

    private double Unit(int generation, int point, int draw)
    {
        (uint a, uint b, _, _) = Philox.Words((uint)generation, (uint)point, (uint)draw, (uint)Purpose.Search << 24, _plan.Seed);
        return Philox.Unit(a, b);
    }

    private readonly record struct Trial(double[] Point, double F, double Cr);
}
