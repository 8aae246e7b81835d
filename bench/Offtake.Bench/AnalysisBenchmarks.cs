using BenchmarkDotNet.Attributes;
using Offtake.Analysis;
using Offtake.Analysis.Discovery;

namespace Offtake.Bench;

/// <summary>Analyses of tables; evaluating the points is not part of them.</summary>
public class AnalysisBenchmarks
{
    private const int Rows = 10_000;
    private const int Inputs = 5;

    private readonly Resampling _hundred = new(100);
    private SobolOutputs _ishigami = null!;
    private SobolOutputs _thirty = null!;
    private Column[] _columns = null!;
    private bool[] _cases = null!;
    private Column _outcome = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _ishigami = SobolOutputs.Of(new PairDesign(3, 1 << 16), Ishigami, true);
        _thirty = SobolOutputs.Of(new PairDesign(30, 4096), Product, true);
        Random random = new(1);
        _columns = [.. Enumerable.Range(0, Inputs).Select(c => Column.OfNumbers($"x{c}", [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())]))];
        _cases = [.. Enumerable.Range(0, Rows).Select(n => _columns[0].Values[n] > 0.6 && _columns[1].Values[n] < 0.5 && random.NextDouble() < 0.9)];
        _outcome = Column.OfNumbers("y", [.. Enumerable.Range(0, Rows).Select(n => _columns[0].Values[n] + (_columns[1].Values[n] * _columns[2].Values[n]) + (0.1 * random.NextDouble()))]);
    }

    [Benchmark]
    public SobolEstimates SobolOfIshigamiWith65536PairsAndSecondOrder() => SobolAnalysis.Of(_ishigami, _hundred);

    [Benchmark]
    public SobolEstimates SobolOfThirtyInputsWith4096PairsAndSecondOrder() => SobolAnalysis.Of(_thirty, _hundred);

    [Benchmark]
    public PrimResult PrimOf10000Rows() => Prim.Find(_columns, _cases, new BoxRule(), new PrimOptions());

    [Benchmark]
    public RegressionTree TreeOf10000RowsWithCrossValidation() => RegressionTree.Grow(_columns, _outcome, new TreeOptions());

    [Benchmark]
    public IReadOnlyList<Separation> RegionalOf10000Rows() => RegionalSensitivity.Of(_columns, _cases);

    [Benchmark]
    public IReadOnlyList<Estimate> ShapleyOf10000Rows() => ShapleyFromTable.Effects(_columns, _outcome.Values, _hundred).Effects;

    private static double Ishigami(ReadOnlySpan<double> p)
    {
        double x1 = Math.PI * ((2.0 * p[0]) - 1.0), s2 = Math.Sin(Math.PI * ((2.0 * p[1]) - 1.0)), x3 = Math.PI * ((2.0 * p[2]) - 1.0);
        return Math.Sin(x1) + (7.0 * s2 * s2) + (0.1 * x3 * x3 * x3 * x3 * Math.Sin(x1));
    }

    // Sobol's g-function with weights 0, 1, 2, …
    private static double Product(ReadOnlySpan<double> p)
    {
        double product = 1.0;
        for (int i = 0; i < p.Length; i++) product *= (Math.Abs((4.0 * p[i]) - 2.0) + i) / (1.0 + i);
        return product;
    }
}
