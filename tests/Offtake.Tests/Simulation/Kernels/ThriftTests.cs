using Offtake.Model.Quantities;
using Offtake.Simulation.Demand;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-3: users learn to need less of what has become dear. Speed 0.11 a year, dead band 0.1, limit 0.12 a year, recovery a fifth as fast.</summary>
public sealed class ThriftTests
{
    // The price has long been what it is, so perceived and posted price are one; the normal price is still 20,000.
    private static double AfterAMonth(double dear, double before = 0.0, Action<Bench>? change = null, double limit = 0.12)
    {
        var bench = new Bench(TinyChain.Draft().Behave("thrift.limit-per-year", limit));
        int b = bench.BuyerOfMaker("motors-home");
        var price = new UsdPerUnit(20_000 * Math.Exp(dear));
        bench.State.Price[bench.Market("a-oxide")] = price;
        bench.State.PerceivedPrice[b] = price;
        bench.State.LogIntensity[b] = before;
        change?.Invoke(bench);
        Thrift.Follow(bench.State, bench.Numbers);
        return bench.State.LogIntensity[b];
    }

    [Fact]
    public void A_dear_input_is_thrifted() => Near(-0.11 / 12.0, AfterAMonth(1.1));

    [Fact]
    public void A_price_inside_the_dead_band_makes_nobody_redesign()
    {
        Assert.Equal(-0.2, AfterAMonth(0.1, before: -0.2));
        Assert.Equal(-0.2, AfterAMonth(-0.1, before: -0.2));
    }

    [Fact]
    public void Thrift_is_never_faster_than_its_limit() => Near(-0.01, AfterAMonth(2.1));

    [Fact]
    public void Thrift_listens_to_a_price_signal_only_so_far() => Near(-0.11 * 2.5 / 12.0, AfterAMonth(9.0, limit: 12));

    [Fact]
    public void What_has_become_cheap_is_used_more_freely_but_slowly() => Near(0.11 / 12.0 * 0.2, AfterAMonth(-1.1));

    [Fact]
    public void Recovery_listens_to_a_price_signal_only_so_far() => Near(0.11 * 1.5 / 12.0 * 0.2, AfterAMonth(-9.0));

    [Fact]
    public void Intensity_stops_at_its_floor() => Near(Math.Log(0.45), AfterAMonth(1.1, before: Math.Log(0.45) + 0.001));

    [Fact]
    public void Intensity_stops_at_its_ceiling() => Near(Math.Log(1.2), AfterAMonth(-1.1, before: Math.Log(1.2) - 0.001));

    [Fact]
    public void A_recipe_sets_how_fast_its_input_can_be_thrifted()
    {
        Near(-0.11 / 24.0, AfterAMonth(1.1, change: bench => bench.Numbers.ThriftMultiple[bench.BuyerOfMaker("motors-home")] = 0.5));
        Near(0.0, AfterAMonth(1.1, change: bench => bench.Numbers.ThriftMultiple[bench.BuyerOfMaker("motors-home")] = 0.0));
    }

    // ln 16 over four months of perception is ln 2; the normal price then moves by ln 2 over 90 months.
    [Fact]
    public void Users_perceive_a_price_slowly_and_take_it_for_normal_more_slowly()
    {
        var bench = new Bench();
        int b = bench.BuyerOfMaker("motors-home");
        bench.State.Price[bench.Market("a-oxide")] *= 16.0;
        Thrift.Follow(bench.State, bench.Numbers);
        Near(40_000, bench.State.PerceivedPrice[b].Value);
        Near(20_000 * Math.Pow(2.0, 1.0 / 90.0), bench.State.NormalPrice[b].Value);
    }

    // Elasticity 0.2 at a perceived price of twice the opening one, on an intensity that has been learned.
    [Fact]
    public void Intensity_is_what_was_learned_times_the_answer_to_todays_price()
    {
        var bench = new Bench();
        int b = bench.BuyerOfMaker("motors-home");
        bench.State.Price[bench.Market("a-oxide")] *= 2.0;
        bench.State.PerceivedPrice[b] *= 2.0;
        bench.State.NormalPrice[b] *= 2.0;
        bench.State.LogIntensity[b] = Math.Log(0.8);
        Thrift.Follow(bench.State, bench.Numbers);
        Near(0.8 * Math.Pow(2.0, -0.2), bench.State.Intensity[b]);
    }
}
