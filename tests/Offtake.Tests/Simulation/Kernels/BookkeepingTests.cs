using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Ledger;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Goods with their content, and money, move only as they are booked.</summary>
public sealed class BookkeepingTests
{
    private readonly Bench _bench = new();
    private readonly Holdings _holdings;
    private readonly int _seller;
    private readonly int _buyer;

    public BookkeepingTests()
    {
        _holdings = _bench.State.Holdings;
        _seller = _bench.Market("motor");
        _buyer = _bench.Layout.Buyer(_bench.BuyerOfUse("motors-home-use"));
        Set(_seller, 100, 8);
        Set(_buyer, 10, 3);
        _holdings.Journal.Clear();
    }

    private void Set(int account, double amount, double content)
    {
        _holdings.Amounts[account] = new Amount(amount);
        _holdings.ContentOf(account)[0] = new Tonnes(content);
    }

    [Fact]
    public void An_amount_moves_with_its_share_of_the_content()
    {
        _holdings.Move(_seller, _buyer, new Amount(25));
        Near(75, _holdings.Amounts[_seller].Value);
        Near(35, _holdings.Amounts[_buyer].Value);
        Near(6, _holdings.ContentOf(_seller)[0].Value);
        Near(5, _holdings.ContentOf(_buyer)[0].Value);
    }

    [Fact]
    public void A_move_is_booked_on_both_sides()
    {
        _holdings.Move(_seller, _buyer, new Amount(25));
        Near(25, _holdings.Journal.AmountOut[_seller].Value);
        Near(25, _holdings.Journal.AmountIn[_buyer].Value);
        Near(2, _holdings.Journal.ContentOut[_bench.Layout.LaneStart[_seller]].Value);
        Near(2, _holdings.Journal.ContentIn[_bench.Layout.LaneStart[_buyer]].Value);
        Near(0, _holdings.Journal.AmountIn[_seller].Value);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(-5.0)]
    [InlineData(100.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Nobody_gives_less_than_nothing_or_more_than_he_holds(double amount)
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => _holdings.Move(_seller, _buyer, new Amount(amount)));
        Assert.Contains("motor", refused.Message, StringComparison.Ordinal);
        Near(100, _holdings.Amounts[_seller].Value);
        Near(8, _holdings.ContentOf(_seller)[0].Value);
    }

    [Fact]
    public void An_empty_account_gives_nothing()
    {
        Set(_seller, 0, 0);
        Assert.Throws<InvalidOperationException>(() => _holdings.Move(_seller, _buyer, new Amount(1e-12)));
        _holdings.Move(_seller, _buyer, Amount.Zero);
        Near(10, _holdings.Amounts[_buyer].Value);
    }

    [Fact]
    public void A_wish_above_stock_by_rounding_empties_the_account()
    {
        _holdings.Move(_seller, _buyer, new Amount(100 * (1.0 + 1e-12)));
        Assert.Equal(0.0, _holdings.Amounts[_seller].Value);
        Assert.Equal(0.0, _holdings.ContentOf(_seller)[0].Value);
    }

    [Fact]
    public void Goods_used_up_leave_their_content_in_a_sink()
    {
        int lane = _bench.Layout.SinkLane(Sink.Dissipated, 0, 0);
        _holdings.MoveToSink(_seller, new Amount(50), Sink.Dissipated, 0);
        Near(4, _holdings.Contents[lane].Value);
        Near(50, _holdings.Amounts[_seller].Value);
    }

    [Fact]
    public void Feed_leaves_its_content_by_element()
    {
        int pool = _bench.Market("concentrate");
        Tonnes[] entering = [new Tonnes(1), new Tonnes(2)];
        double half = _holdings.Amounts[pool].Value / 2.0;
        _holdings.TakeInto(pool, new Amount(half), entering);
        Near(1 + (half / 2.0), entering[0].Value);
        Near(2 + (half / 2.0), entering[1].Value);
    }

    [Theory]
    [InlineData(70.0)]
    [InlineData(-70.0)]
    [InlineData(0.0)]
    public void Money_that_one_pays_another_receives(double amount)
    {
        var book = new MoneyBook(3);
        book.Pay(0, 2, new Usd(amount));
        Assert.Equal(-amount, book.Balance[0].Value);
        Assert.Equal(amount, book.Balance[2].Value);
        Assert.Equal(Math.Max(amount, 0.0), book.Paid[0].Value);
        Assert.Equal(Math.Max(-amount, 0.0), book.Paid[2].Value);
        Assert.Equal(Math.Max(-amount, 0.0), book.Received[0].Value);
        Assert.Equal(Math.Max(amount, 0.0), book.Received[2].Value);
        Assert.Equal(0.0, book.Balance[1].Value);
    }

    [Fact]
    public void A_new_month_forgets_payments_and_keeps_balances()
    {
        var book = new MoneyBook(2);
        book.Pay(0, 1, new Usd(5));
        book.Clear();
        Assert.Equal(0.0, book.Paid[0].Value + book.Received[1].Value);
        Assert.Equal(-5.0, book.Balance[0].Value);
    }

    [Fact]
    public void The_ledger_names_the_account_that_does_not_balance()
    {
        Bench fresh = new();
        fresh.Future.Ledger.Begin(fresh.State.Holdings, fresh.State.Money);
        fresh.State.Holdings.Amounts[_seller] += new Amount(0.01);
        NotConservedException found = Assert.Throws<NotConservedException>(
            () => fresh.Future.Ledger.MustBalance(Month.Of(2025, 1), fresh.State.Holdings, fresh.State.Money));
        Assert.Contains("sellers' stock of motor in home", found.Message, StringComparison.Ordinal);
        Assert.Equal(0.01, found.Gap, 1e-6);
    }

    [Fact]
    public void The_ledger_sees_money_from_nowhere()
    {
        Bench fresh = new();
        fresh.Future.Ledger.Begin(fresh.State.Holdings, fresh.State.Money);
        fresh.State.Money.Balance[fresh.State.Accounts.Bank] += new Usd(1);
        NotConservedException found = Assert.Throws<NotConservedException>(
            () => fresh.Future.Ledger.MustBalance(Month.Of(2025, 1), fresh.State.Holdings, fresh.State.Money));
        Assert.Equal("bank", found.Account);
    }
}
