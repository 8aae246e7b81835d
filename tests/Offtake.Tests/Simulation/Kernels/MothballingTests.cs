using Offtake.Simulation.Investment;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-3: six months in a row below 0.85 close a sixth a month, six in a row above 1.1 reopen a sixth a month.</summary>
public sealed class MothballingTests
{
    private readonly Bench _bench = new();
    private readonly int _mine;

    public MothballingTests()
    {
        _mine = _bench.Facility("pit");
        _bench.State.OpeningMargin[_mine] = 1.5;
    }

    private double After(int months, double margin)
    {
        _bench.State.Margin[_mine] = margin;
        for (int i = 0; i < months; i++) Mothballing.Decide(_bench.State, _bench.Numbers, _mine);
        return _bench.State.OpenShare[_mine];
    }

    [Fact]
    public void A_mine_closes_bit_by_bit_after_months_of_poor_margin()
    {
        Assert.Equal(1.0, After(5, 0.8));
        Near(5.0 / 6.0, After(1, 0.8));
        Near(3.0 / 6.0, After(2, 0.8));
        Near(0.0, After(3, 0.8));
        Near(0.0, After(12, 0.8));
        Assert.True(_bench.State.OpenShare[_mine] >= 0.0);
    }

    [Fact]
    public void A_closed_mine_reopens_bit_by_bit_after_months_of_good_margin()
    {
        Near(0.0, After(20, 0.8));
        Near(0.0, After(5, 1.2));
        Near(1.0 / 6.0, After(1, 1.2));
        Near(1.0, After(5, 1.2));
        Assert.Equal(1.0, After(12, 1.2));
    }

    [Fact]
    public void One_better_month_starts_the_count_again()
    {
        After(5, 0.8);
        After(1, 0.9);
        Assert.Equal(1.0, After(5, 0.8));
        Near(5.0 / 6.0, After(1, 0.8));
    }

    [Fact]
    public void Between_the_two_ratios_nothing_changes()
    {
        Near(4.0 / 6.0, After(7, 0.8));
        Near(4.0 / 6.0, After(50, 1.0));
    }

    [Fact]
    public void A_state_mine_keeps_open_the_share_its_targets_press_for()
    {
        _bench.Numbers.TargetPressure[_mine] = 0.5;
        Near(0.5, After(30, 0.8));
    }

    [Fact]
    public void A_state_firm_keeps_open_what_its_targets_press_for()
    {
        _bench.Numbers.TargetPressure[_mine] = 0.6;
        Near(4.0 / 6.0, After(7, 0.8));
        Near(0.6, After(50, 0.8));
    }

    // A margin of 0.45 is 0.9 of what it has always lived with.
    [Fact]
    public void A_mine_that_never_covered_its_cost_is_judged_by_its_opening_margin()
    {
        _bench.State.OpeningMargin[_mine] = 0.5;
        Assert.Equal(1.0, After(50, 0.45));
        Near(5.0 / 6.0, After(6, 0.42));
    }
}
