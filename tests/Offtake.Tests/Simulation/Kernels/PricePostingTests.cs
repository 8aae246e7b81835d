using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>PRI-1 and PRI-3: what sellers post.</summary>
public sealed class PricePostingTests
{
    private const string Oxide = "a-oxide";

    // Expected price 20,000, target stock 3 months of 100, β one: the price is 20,000 over the cover ratio.
    private static (Bench Bench, int Market) Shop(double stock, double beta = 1.0, ChainDraft? draft = null)
    {
        var bench = new Bench(draft);
        int m = bench.Market(Oxide);
        bench.Numbers.Beta[m] = beta;
        bench.State.ExpectedOrders[m] = new Amount(100);
        bench.Stock(m, stock);
        return (bench, m);
    }

    private static double Posted(double stock, double beta = 1.0, ChainDraft? draft = null)
    {
        (Bench bench, int m) = Shop(stock, beta, draft);
        PriceFormation.Post(bench.State, bench.Numbers);
        return bench.State.Price[m].Value;
    }

    [Fact]
    public void A_price_stays_when_sellers_hold_their_target() => Near(20_000, Posted(300));

    [Fact]
    public void A_price_falls_when_sellers_hold_more_than_their_target() => Near(16_000, Posted(375));

    [Fact]
    public void A_price_rises_when_sellers_hold_less_than_their_target() => Near(25_000, Posted(240));

    // (1.25)^-0.5 = 0.894427...
    [Fact]
    public void A_price_answers_to_cover_by_its_response() => Near(20_000 / Math.Sqrt(1.25), Posted(375, beta: 0.5));

    [Theory]
    [InlineData(0.0, 100.0, 0.02)]
    [InlineData(3.0, 100.0, 0.02)]
    [InlineData(6.0, 100.0, 0.02)]
    [InlineData(150.0, 100.0, 0.5)]
    [InlineData(3_600.0, 100.0, 12.0)]
    [InlineData(9_999.0, 100.0, 12.0)]
    public void A_price_answers_to_cover_within_a_range(double stock, double orders, double ratio)
    {
        double answer = PriceFormation.CoverRatio(new Amount(stock), new Amount(orders), 3.0, new Bench().Behaviour);
        Near(ratio, answer);
    }

    [Fact]
    public void Cover_without_orders_is_as_long_as_it_can_be() =>
        Near(12.0, PriceFormation.CoverRatio(new Amount(5), Amount.Zero, 3.0, new Bench().Behaviour));

    [Theory]
    [InlineData(1_200.0, 14_400.0, true)]
    [InlineData(75.0, 30_000.0, true)]
    [InlineData(375.0, 16_000.0, false)]
    public void A_monthly_limit_is_counted_when_it_binds(double stock, double price, bool counted)
    {
        (Bench bench, int m) = Shop(stock);
        PriceFormation.Post(bench.State, bench.Numbers);
        Near(price, bench.State.Price[m].Value);
        Assert.Equal(counted, bench.Months.PriceLimited[m]);
    }

    // The floor is 0.2 of 20,000; cover of twice the target would make it 2,000, the limit 4,100 x 0.72 = 2,952.
    [Fact]
    public void A_price_does_not_fall_below_its_floor()
    {
        (Bench bench, int m) = Shop(600);
        bench.State.Price[m] = new UsdPerUnit(4_100);
        bench.State.ExpectedPrice[m] = new UsdPerUnit(4_000);
        PriceFormation.Post(bench.State, bench.Numbers);
        Near(4_000, bench.State.Price[m].Value);
        Assert.False(bench.Months.PriceLimited[m]);
    }

    [Fact]
    public void A_price_without_a_floor_falls_as_far_as_cover_says()
    {
        (Bench bench, int m) = Shop(600);
        bench.Numbers.FloorShare[m] = double.NaN;
        bench.State.Price[m] = new UsdPerUnit(2_500);
        bench.State.ExpectedPrice[m] = new UsdPerUnit(4_000);
        PriceFormation.Post(bench.State, bench.Numbers);
        Near(2_000, bench.State.Price[m].Value);
    }

    // With a limit of one there is no fall at all, whatever is in stock.
    [Fact]
    public void A_limit_of_one_holds_the_price() => Near(20_000, Posted(1_200, draft: TinyChain.Draft().Behave("price.monthly-fall-limit", 1)));
}
