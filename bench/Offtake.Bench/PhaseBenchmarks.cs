using BenchmarkDotNet.Attributes;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Operations;

namespace Offtake.Bench;

/// <summary>Phases that can be repeated on one state without wearing it out. For all ten, run <c>profile</c>.</summary>
public class PhaseBenchmarks
{
    private Scenario _scenario = null!;
    private Future _future = null!;
    private Month _month;

    [Params(1, 7)]
    public int Copies { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _scenario = GrownWorld.Grow(GrownWorld.Read("baseline"), Copies);
        _future = new Future(new ChainLayout(_scenario.Chain), _scenario, new Chance(1, 0));
        foreach (MonthEnd end in MonthlyWalk.Run(_future, _scenario with { To = _scenario.From + 11 })) _month = end.Month;
    }

    [Benchmark]
    public void Nature() => Shocks.Draw(_future.State, _future.Numbers, _future.Keys, _future.Shocks, _month);

    [Benchmark]
    public void Demand() => DemandFormation.Form(_future.State, _future.Numbers, _future.Paths, _month);

    [Benchmark]
    public void Prices() => PriceFormation.Post(_future.State, _future.Numbers);

    [Benchmark]
    public double Margins()
    {
        double sum = 0.0;
        foreach (int[] mines in _future.State.Layout.MinesOfMarket)
        {
            foreach (int f in mines) sum += MineMargin.Of(_future.State, _future.Numbers, f);
        }

        return sum;
    }

    [Benchmark]
    public void Ledger()
    {
        _future.Ledger.MustBalance(_month, _future.State.Holdings, _future.State.Money);
        _future.Ledger.Begin(_future.State.Holdings, _future.State.Money);
    }
}
