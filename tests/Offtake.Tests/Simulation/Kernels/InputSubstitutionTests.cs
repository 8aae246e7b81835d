using Offtake.Model.Chain;
using Offtake.Simulation.Demand;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-8: a machine takes 0.2 t of a-oxide and 0.1 t of b-oxide; a tonne of b does the work of two of a, so each does half of it. Elasticity 2, 18 months.</summary>
public sealed class InputSubstitutionTests
{
    private const double A = 0.2;
    private const double B = 0.1;

    private readonly Bench _bench = Machines(2.0);

    private static Bench Machines(double elasticity) => new(TinyChain.Draft().Behave("substitute.input-elasticity", elasticity)
        .Commodity("machine", Basis.Units, ["a", "b"], refunded: true)
        .Process(new Recipe("machine-making", Drive.Orders, "machine")
        {
            Inputs = [new Intake("a-oxide", A, Thrift: 1), new Intake("b-oxide", B, Displaces: ("a-oxide", 2.0))], Shares = [("machine", null, 1)], Yields = [("machine", 1)],
        })
        .Facility(new Site("machines", "machine-making", Home, 1_200, 600, 100))
        .PostedMarket("machine", Home, 10_000)
        .Use(new Wish("machines-home", "machine", Home, "steady") { Amount = 600 }));

    private (int A, int B) Buyers(Bench bench) => (bench.Layout.BuyersOfSector[bench.Sector("machines")][0], bench.Layout.BuyersOfSector[bench.Sector("machines")][1]);

    private (double A, double B) RatesAfter(Bench bench, double priceOfA, double priceOfB, int months)
    {
        (int a, int b) = Buyers(bench);
        for (int i = 0; i < months; i++)
        {
            bench.State.PerceivedPrice[a] = bench.State.OpeningPerceivedPrice[a] * priceOfA;
            bench.State.PerceivedPrice[b] = bench.State.OpeningPerceivedPrice[b] * priceOfB;
            bench.State.Intensity[a] = bench.State.Intensity[b] = 1.0;
            InputSubstitution.Follow(bench.State, bench.Numbers);
        }

        return (A * bench.State.Intensity[a], B * bench.State.Intensity[b]);
    }

    // ln 2 times the elasticity of 2, an eighteenth of it in the first month.
    [Fact]
    public void Makers_move_towards_the_substitute_slowly_when_the_other_gets_dearer()
    {
        (double a, double b) = RatesAfter(_bench, 2.0, 1.0, 1);
        Near(Math.Log(4.0) / 18.0, Math.Log(b / a) - Math.Log(B / A));
        Assert.True(b > B && a < A);
    }

    // In the end the ratio of the rates has gone up by 2^2: shares of the work 4 to 1 instead of 1 to 1.
    [Fact]
    public void In_the_end_the_ratio_of_rates_has_the_elasticity_of_its_table()
    {
        (double a, double b) = RatesAfter(_bench, 2.0, 1.0, 2_000);
        Near(0.4 * 0.2, a);
        Near(0.4 * 0.8 / 2.0, b);
    }

    [Theory]
    [InlineData(3.0, 1.0)]
    [InlineData(1.0, 3.0)]
    [InlineData(1e6, 1e-6)]
    public void Their_work_together_is_kept_and_neither_vanishes(double priceOfA, double priceOfB)
    {
        (double a, double b) = RatesAfter(_bench, priceOfA, priceOfB, 60);
        Near(A + (2.0 * B), a + (2.0 * b));
        Assert.True(a > 0.0 && b > 0.0);
    }

    [Fact]
    public void Prices_that_move_together_move_nobody()
    {
        (double a, double b) = RatesAfter(_bench, 5.0, 5.0, 24);
        Assert.Equal((A, B), (a, b));
    }

    [Fact]
    public void Without_an_elasticity_nobody_moves()
    {
        (double a, double b) = RatesAfter(Machines(0.0), 5.0, 0.1, 24);
        Assert.Equal((A, B), (a, b));
    }

    [Fact]
    public void Substitution_comes_on_top_of_thrift()
    {
        (int a, int b) = Buyers(_bench);
        _bench.State.PerceivedPrice[a] *= 2.0;
        _bench.State.Intensity[a] = 0.5;
        InputSubstitution.Follow(_bench.State, _bench.Numbers);
        (double thrifted, double other) = (_bench.State.Intensity[a], _bench.State.Intensity[b]);
        var fresh = Machines(2.0);
        (double plain, double same) = RatesAfter(fresh, 2.0, 1.0, 1);
        Near(0.5 * plain / A, thrifted);
        Near(same / B, other);
    }
}
