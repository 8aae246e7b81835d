using Offtake.Model.Quantities;
using Offtake.Simulation.Logistics;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-4: one cap on a dear and a cheap oxide together.</summary>
public sealed class QuotaRentTests
{
    private readonly TwoOxides _oxides = new();
    private readonly Bench _bench;
    private readonly int _dear;
    private readonly int _cheap;

    public QuotaRentTests() => (_bench, _dear, _cheap) = (_oxides.Bench, _oxides.Dear, _oxides.Cheap);

    private (double Dear, double Cheap) Apply(double capPerMonth, int monthOfYear, double left = 0.0) => _oxides.Apply(capPerMonth, monthOfYear, left);

    // Cap 15: ln((1 + λ/20,000)(1 + λ/2,000)) = 5 / 12.5, so λ² + 22,000 λ = 4e7 (e^0.4 − 1).
    [Fact]
    public void Both_goods_bear_the_same_rent_a_unit_and_meet_the_cap_together()
    {
        (double dear, double cheap) = Apply(15, 1);
        double rent = Math.Sqrt((11_000.0 * 11_000.0) + (4e7 * (Math.Exp(0.4) - 1.0))) - 11_000.0;
        Assert.Equal(rent, _bench.State.RentNow[_dear].Value, 1e-4);
        Assert.Equal(_bench.State.RentNow[_dear], _bench.State.RentNow[_cheap]);
        Assert.Equal(15, dear + cheap, 1e-7);
        Assert.True(dear + cheap <= 15 * (1.0 + 1e-15));
    }

    [Fact]
    public void A_rent_a_tonne_cuts_the_cheap_good_most()
    {
        (double dear, double cheap) = Apply(15, 1);
        double rent = _bench.State.RentNow[_dear].Value;
        Assert.Equal(10 - (12.5 * Math.Log(1.0 + (rent / 20_000.0))), dear, 1e-7);
        Assert.Equal(10 - (12.5 * Math.Log(1.0 + (rent / 2_000.0))), cheap, 1e-7);
        Assert.True(cheap < 6.0 && dear > 9.0);
        Assert.Equal(0.0, _bench.Months.HeldUp[_dear].Value, 1e-6);
    }

    [Fact]
    public void A_cap_that_does_not_bind_has_no_rent()
    {
        (double dear, double cheap) = Apply(20, 1);
        Near(10, dear);
        Near(10, cheap);
        Assert.Equal(0.0, _bench.State.RentNow[_dear].Value);
    }

    // Seven a month would bind; by March 21 has accrued and nothing was used.
    [Fact]
    public void What_is_not_used_carries_over_within_the_year()
    {
        Near(20, Sum(Apply(7, 3, left: 14)));
        Assert.Equal(0.0, _bench.State.RentNow[_cheap].Value);
        Assert.Equal(14, Sum(Apply(7, 3, left: 7)), 1e-6);
    }

    // Whatever December left over.
    [Fact]
    public void January_begins_a_new_allowance() => Assert.Equal(10, Sum(Apply(10, 1, left: 5)), 1e-6);

    [Fact]
    public void An_allowance_that_is_used_up_stops_exports() => Near(0, Sum(Apply(10, 2, left: -10)));

    // A quota of the first half year that gave much does not tell against one of the second half that gives little: each accrues at its own rate.
    [Fact]
    public void A_quota_that_follows_another_within_the_year_goes_on_from_what_is_left()
    {
        Apply(18, 6);
        Near(18, _bench.State.ExportQuotaLeft[_dear].Value);
        Assert.Equal(9, Sum(Apply(6, 7, left: 3)), 1e-6);
    }

    [Fact]
    public void What_is_left_of_a_quota_ends_with_it()
    {
        Apply(30, 3, left: 50);
        Apply(double.NaN, 4, left: 60);
        Assert.Equal(0.0, _bench.State.ExportQuotaLeft[_dear].Value);
    }

    [Fact]
    public void A_quota_acts_on_what_closures_leave_open()
    {
        _bench.Policies.ClosedShare[_dear] = 0.5;
        (double dear, double cheap) = Apply(15, 1);
        Near(5, dear);
        Near(10, cheap);
        Assert.Equal(0.0, _bench.State.RentNow[_dear].Value);
    }

    // Four months of memory.
    [Fact]
    public void Importers_take_up_a_rent_slowly()
    {
        Apply(15, 1);
        Near(_bench.State.RentNow[_dear].Value / 4.0, _bench.State.Rent[_dear].Value);
    }

    [Fact]
    public void What_is_shipped_counts_against_the_allowance()
    {
        _bench.Policies.ExportQuotaPerMonth[_dear] = new Amount(15);
        Shipping.Ship(_bench.State, _bench.Numbers, Month.Of(2025, 1));
        double shipped = _bench.Months.Shipped[_dear].Value + _bench.Months.Shipped[_cheap].Value;
        Assert.Equal(15, shipped, 1e-6);
        Near(15 - shipped, _bench.State.ExportQuotaLeft[_dear].Value);
    }

    private static double Sum((double Dear, double Cheap) flows) => flows.Dear + flows.Cheap;
}
