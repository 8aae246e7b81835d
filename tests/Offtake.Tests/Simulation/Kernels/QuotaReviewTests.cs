using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INS-1: a quota that answers to what can be seen of a market.</summary>
/// <remarks>Reviewed once a year, price weight 0.5, weight of orders one, limit 0.25; the pit (9,600 a year at the opening) and the hill (2,400).</remarks>
public sealed class QuotaReviewTests
{
    private readonly Bench _bench = new();
    private readonly UsdPerUnit[] _price;
    private readonly Amount[] _orders;
    private readonly Amount[] _activity;
    private readonly Amount[] _quota;
    private readonly int _market;

    public QuotaReviewTests()
    {
        _market = _bench.Market("a-oxide");
        _price = [.. _bench.State.Price];
        _orders = [.. _bench.Months.OrdersOfMarket];
        _orders[_market] = new Amount(100);
        _activity = [.. _bench.Months.Activity];
        _quota = [.. _bench.Policies.QuotaPerMonth];
    }

    private QuotaReview Review(int fromMonth, double priceWeight = 0.5) => new(
        TinyChain.Measure(_bench.Chain, InstrumentKind.QuotaResponse, priceWeight, fromMonth, _bench.OnFacility("pit"), _bench.OnFacility("hill"), Market),
        priceWeight, new ClosedFigures(_price, _orders, _activity, _quota), _bench.Chain, _bench.Numbers);

    private Target Market => new(TargetKind.Market, _market);

    /// <summary>Lets months pass, as seen at the start of each, and returns those in which the quota changed.</summary>
    private List<int> Pass(QuotaReview review, int from, int to, Action<int>? during = null, bool isFrozen = false)
    {
        var changed = new List<int>();
        for (int month = from; month <= to; month++)
        {
            during?.Invoke(month);
            if (review.Decide(_bench.Chain.First + month, true, isFrozen)) changed.Add(month);
        }

        return changed;
    }

    [Fact]
    public void The_first_quota_is_what_was_done_where_there_was_none()
    {
        QuotaReview review = Review(0);
        Assert.Equal([0], Pass(review, 0, 0));
        Near(12_000, review.QuotaPerYear);
    }

    [Fact]
    public void The_first_quota_is_the_one_in_force_just_before_where_there_was_one()
    {
        _quota[_bench.Facility("pit")] = new Amount(700);
        QuotaReview review = Review(0);
        Pass(review, 0, 0);
        Near(8_400 + 2_400, review.QuotaPerYear);
    }

    // An outage of the month before does not make a quota: eleven months of 800 and one of nothing.
    [Fact]
    public void What_was_done_is_that_of_twelve_months()
    {
        QuotaReview review = Review(12);
        for (int month = 0; month <= 12; month++)
        {
            if (month == 12) _activity[_bench.Facility("pit")] = Amount.Zero;
            review.Decide(_bench.Chain.First + month, month == 12, false);
        }

        Near(8_800 + 2_400, review.QuotaPerYear);
    }

    [Fact]
    public void It_is_reviewed_once_a_year_from_its_start_on() => Assert.Equal([3, 15, 27], Pass(Review(3), 3, 38));

    [Fact]
    public void A_steady_market_leaves_it_as_it_is()
    {
        QuotaReview review = Review(0);
        Pass(review, 0, 60);
        Near(12_000, review.QuotaPerYear);
    }

    // Twelve months at twice the price; what is usual has closed 12/60 of the gap, month by month, less the first one, which is all it knows.
    [Fact]
    public void A_price_above_the_usual_raises_it_by_its_weight()
    {
        QuotaReview review = Review(0, priceWeight: 0.2);
        Pass(review, 0, 1);
        _price[_market] *= 2.0;
        Pass(review, 2, 12);
        double usual = Math.Log(2.0) * (1.0 - Math.Pow(59.0 / 60.0, 11));
        double mean = Math.Log(((11 * 2.0) + 1.0) / 12.0);
        Near(12_000 * Math.Exp(0.2 * (mean - usual)), review.QuotaPerYear);
    }

    [Fact]
    public void Orders_that_grow_raise_it_as_they_grow()
    {
        QuotaReview review = Review(0);
        Pass(review, 0, 24, month => _orders[_market] = new Amount(month <= 12 ? 100 : 110));
        Near(12_000 * 1.1, review.QuotaPerYear);
    }

    [Theory]
    [InlineData(100, 0.25)]
    [InlineData(0.01, -0.25)]
    public void No_review_moves_it_by_more_than_the_limit_of_a_year(double factor, double log)
    {
        QuotaReview review = Review(0);
        Pass(review, 0, 1);
        _price[_market] *= factor;
        Pass(review, 2, 12);
        Near(12_000 * Math.Exp(log), review.QuotaPerYear);
    }

    [Fact]
    public void A_market_where_nothing_is_ordered_says_nothing_by_its_orders()
    {
        _orders[_market] = Amount.Zero;
        QuotaReview review = Review(0);
        Pass(review, 0, 24);
        Near(12_000, review.QuotaPerYear);
    }

    [Fact]
    public void A_frozen_world_reviews_nothing()
    {
        QuotaReview review = Review(0);
        Assert.Equal([0], Pass(review, 0, 60, _ => _price[_market] *= 1.1, isFrozen: true));
    }

    [Fact]
    public void A_measure_that_ends_leaves_no_quota()
    {
        QuotaReview review = Review(0);
        Pass(review, 0, 5);
        Assert.False(review.Decide(_bench.Chain.First + 6, false, false));
        Assert.True(double.IsNaN(review.QuotaPerYear));
    }

    // The law of the month: four fifths of the cap to the pit, one fifth to the hill, as at the opening.
    [Fact]
    public void Its_quota_is_apportioned_like_any_other()
    {
        ValueChain chain = TinyChain.Draft().Build();
        Target[] targets = [TinyChain.Facility(chain, "pit"), TinyChain.Market(chain, "a-oxide", Home), TinyChain.Facility(chain, "hill")];
        Scenario scenario = TinyChain.Scenario(chain, 30, Exogenous.Moving, TinyChain.Measure(chain, InstrumentKind.QuotaResponse, 0.5, 2, targets));
        var quotas = new List<double>();
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, new Chance(1, 1)))
        {
            double pit = end.State.Policies.QuotaPerMonth[targets[0].Index].Value;
            double hill = end.State.Policies.QuotaPerMonth[targets[2].Index].Value;
            quotas.Add(pit + hill);
            if (double.IsFinite(pit)) Near(4.0, pit / hill);
        }

        Assert.Equal([double.PositiveInfinity, double.PositiveInfinity], quotas[..2]);
        Assert.Single(quotas[2..14].Distinct());
        Assert.Single(quotas[14..26].Distinct());
        Assert.NotEqual(quotas[13], quotas[14]);
    }
}
