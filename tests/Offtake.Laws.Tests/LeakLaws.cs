using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Ledger;

namespace Offtake.Laws.Tests;

/// <summary>Whatever is put into an account between two months, without being booked, stops the run in that month.</summary>
/// <remarks>
/// One future serves many accounts: after a leak is found it is taken out again and the page is closed, so the next account meets a sound ledger.
/// Leaks are tried near the opening and once more after years, when sinks are full and rounding is coarser.
/// </remarks>
public class LeakLaws
{
    private const double LeakTonnes = 1e-6;
    private const double LeakUsd = 1.0;

    public static TheoryData<int> Ages => [1, 180];

    [Theory]
    [MemberData(nameof(Ages))]
    public void A_leak_of_a_gram_into_the_content_of_any_account_or_sink_is_named(int months)
    {
        Leaks leaks = Leaks.After(months);
        for (int lane = 0; lane < leaks.Layout.LaneCount; lane++)
        {
            int at = lane;
            string element = leaks.Layout.Chain.Elements[leaks.Layout.ElementOfLane[lane]].Id;
            leaks.MustBeNamed($"{element} in {leaks.Layout.AccountName(lane)}", LeakTonnes, add => leaks.Holdings.Contents[at] += new Tonnes(add));
        }

        leaks.NoneMissed();
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public void A_leak_into_the_amount_of_any_account_is_named(int months)
    {
        Leaks leaks = Leaks.After(months);
        for (int a = 0; a < leaks.Layout.AccountCount; a++)
        {
            int at = a;
            leaks.MustBeNamed(leaks.Layout.AccountOfGoodsName(a), leaks.AmountOfAGram(a), add => leaks.Holdings.Amounts[at] += new Amount(add));
        }

        leaks.NoneMissed();
    }

    [Theory]
    [MemberData(nameof(Ages))]
    public void A_dollar_that_leaks_into_any_money_account_is_named(int months)
    {
        Leaks leaks = Leaks.After(months);
        for (int a = 0; a < leaks.Money.Balance.Length; a++)
        {
            int at = a;
            leaks.MustBeNamed(leaks.NameOfMoneyAccount(a), LeakUsd, add => leaks.Money.Balance[at] += new Usd(add));
        }

        leaks.NoneMissed();
    }

    private sealed class Leaks
    {
        // Every leak takes a month of the future it is tried on, so a future is used for a year or two and then replaced.
        private const int LeaksPerFuture = 20;
        private const double Rounding = 1e-15;

        private readonly int _months;
        private readonly Scenario _oneMonth;
        private readonly List<string> _missed = [];
        private Future _future;
        private int _tried;

        private Leaks(int months)
        {
            _months = months;
            Scenario scenario = ShippedWorld.Baseline;
            Month month = scenario.From + months;
            _oneMonth = scenario with { Chain = scenario.Chain with { First = month }, From = month, To = month };
            _future = Renew();
        }

        public ChainLayout Layout => _future.State.Layout;

        public Holdings Holdings => _future.State.Holdings;

        public MoneyBook Money => _future.State.Money;

        public static Leaks After(int months) => new(months);

        public string NameOfMoneyAccount(int account) => _future.State.Accounts.Name(account);

        /// <summary>A millionth of a tonne of the commodity; of goods that are counted, what contains that much.</summary>
        public double AmountOfAGram(int account)
        {
            if (Layout.Chain.Commodities[Layout.CommodityOf[account]].Basis != Basis.Units) return LeakTonnes;
            int market = Layout.Chain.Markets.ToList().FindIndex(m => m.Commodity == Layout.CommodityOf[account]);
            double content = 0.0;
            foreach (Tonnes t in Holdings.ContentOf(market)) content += t.Value;
            return content > 0.0 ? LeakTonnes * Holdings.Amounts[market].Value / content : LeakTonnes;
        }

        public void MustBeNamed(string account, double leak, Action<double> add)
        {
            if (++_tried % LeaksPerFuture == 0) _future = Renew();
            add(leak);
            NotConservedException? found = Walk();
            bool isNamed = found is { } e && e.Month == _oneMonth.From && e.Account == account && Math.Abs(e.Gap - leak) < 0.2 * leak
                && e.Message.Contains($"{e.Month}", StringComparison.Ordinal) && e.Message.Contains(account, StringComparison.Ordinal);
            if (!isNamed) _missed.Add($"{account}: {(found is null ? "nothing was noticed" : found.Message)}");
            if (found is null) return;
            add(-leak);

            // What is taken back leaves a rounding error behind in an account that was empty; no goods are less than nothing.
            foreach (ref Amount amount in Holdings.Amounts.AsSpan()) amount = Math.Abs(amount.Value) < Rounding ? Amount.Zero : amount;
            _future.Ledger.MustBalance(_oneMonth.From, Holdings, Money);
        }

        public void NoneMissed() => Assert.True(_missed.Count == 0, $"{_missed.Count} leaks were not named:\n{string.Join('\n', _missed.Take(40))}");

        private Future Renew()
        {
            Scenario scenario = ShippedWorld.Baseline;
            var future = new Future(ShippedWorld.Layout, scenario, null);
            Assert.Equal(_months, MonthlyWalk.Run(future, scenario with { To = scenario.From + (_months - 1) }).Count());
            return future;
        }

        private NotConservedException? Walk()
        {
            try
            {
                foreach (MonthEnd end in MonthlyWalk.Run(_future, _oneMonth)) Assert.Equal(_oneMonth.From, end.Month);
                return null;
            }
            catch (NotConservedException found)
            {
                return found;
            }
        }
    }
}
