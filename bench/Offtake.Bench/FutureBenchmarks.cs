using BenchmarkDotNet.Attributes;
using Offtake.Experiments;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Bench;

/// <summary>One future of the baseline on one core, at several sizes of the world.</summary>
[MemoryDiagnoser]
public class FutureBenchmarks
{
    private Scenario _scenario = null!;
    private ChainLayout _layout = null!;
    private int _future;

    [Params(1, 3, 7)]
    public int Copies { get; set; }

    [GlobalSetup]
    public void Read()
    {
        _scenario = GrownWorld.Grow(GrownWorld.Read("baseline"), Copies);
        _layout = new ChainLayout(_scenario.Chain);
    }

    [Benchmark]
    public object SetUp() => new Future(_layout, _scenario, new Chance(1, _future++ % 16));

    [Benchmark]
    public double SetUpAndWalk()
    {
        double gap = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(_layout, _scenario, new Chance(1, _future++ % 16))) gap += end.RelativeMassGap;
        return gap;
    }

    [Benchmark]
    public object SetUpWalkAndRecord() => new Ensemble(_scenario, new RunPlan(1, 1, 1)).Run();
}
