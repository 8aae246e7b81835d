using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Residues;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>OPS-6: what is left behind, by place.</summary>
public sealed class ResidueTests
{
    private static readonly ValueChain Chain = new ProgressTables(TinyChain.Draft())
        .Leaves(ProgressTables.Mining, 10).Leaves(ProgressTables.MotorMaking, 2).Leaves(ProgressTables.MotorMaking, 3, region: 1)
        .Leaves(ProgressTables.Separation, 0.5, residue: 1).Build();

    private static double At(ChainState state, int residue, int region)
    {
        int place = Array.FindIndex(state.Residues!.Places, p => p.Residue == residue && p.Region == region);
        return place < 0 ? double.NaN : state.Residues.Flow[place].Value;
    }

    [Fact]
    public void A_residue_is_what_its_processes_ran_at_times_what_a_unit_leaves()
    {
        Future future = TinyChain.Open(Chain);
        ChainState state = future.State;
        Array.Clear(state.Months.Activity);
        state.Months.Activity[0] = new Amount(7);
        state.Months.Activity[1] = new Amount(3);
        state.Months.Activity[3] = new Amount(20);
        state.Months.Activity[4] = new Amount(5);
        state.Residues!.Post(state.Months.Activity, state.Policies.StandardResidueFactor);
        Bench.Near(140, At(state, 0, 0));
        Bench.Near(15, At(state, 0, 1));
        Bench.Near(0, At(state, 1, 0));
        Assert.True(double.IsNaN(At(state, 1, 1)), "Nobody separates abroad, so the place has no such residue: absent is not zero.");
    }

    [Fact]
    public void Twice_the_activity_leaves_twice_as_much_behind()
    {
        ChainState state = TinyChain.Open(Chain).State;
        state.Residues!.Post(state.Months.Activity, state.Policies.StandardResidueFactor);
        Amount[] once = [.. state.Residues.Flow];
        for (int f = 0; f < state.Months.Activity.Length; f++) state.Months.Activity[f] *= 2.0;
        state.Residues.Post(state.Months.Activity, state.Policies.StandardResidueFactor);
        Assert.True(once.Sum(a => a.Value) > 0.0);
        Assert.Equal(once.Select(a => 2.0 * a.Value), state.Residues.Flow.Select(a => a.Value));
    }

    [Fact]
    public void The_stock_is_the_sum_of_all_months()
    {
        Scenario scenario = TinyChain.Scenario(Chain, 36);
        var sum = new double[TinyChain.Open(Chain).State.Residues!.Places.Length];
        ChainState? state = null;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null))
        {
            state = end.State;
            for (int p = 0; p < sum.Length; p++) sum[p] += state.Residues!.Flow[p].Value;
        }

        for (int p = 0; p < sum.Length; p++) Bench.Near(sum[p], state!.Residues!.Stock[p].Value);
        Assert.All(sum, s => Assert.True(s > 0.0));
    }

    [Fact]
    public void Cities_and_the_rest_of_their_region_are_counted_apart()
    {
        ValueChain chain = Chain with { Facilities = [.. Chain.Facilities.Select((f, i) => i == 0 ? f with { City = 0 } : f)] };
        ChainState state = TinyChain.Open(chain).State;
        state.Residues!.Post(state.Months.Activity, state.Policies.StandardResidueFactor);
        ResiduePlace[] mud = [.. state.Residues.Places.Where(p => p.Residue == 0 && p.Region == 0)];
        Assert.Equal([0, null], mud.Select(p => p.City));
        Bench.Near(10 * state.Months.Activity[0].Value, state.Residues.Flow[Array.IndexOf(state.Residues.Places, mud[0])].Value);
    }
}
