using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Mass or money went missing or came from nowhere.</summary>
public sealed class NotConservedException(Month month, string account, double gap, string unit) : Exception(
    $"{month}: {account} is off by {gap:G6} {unit}: what was booked does not explain what is there. The run stops; this is a fault of the program, please report it.")
{
    /// <summary>When.</summary>
    public Month Month { get; } = month;

    /// <summary>Which account.</summary>
    public string Account { get; } = account;

    /// <summary>How much too much is there; negative when it is missing.</summary>
    public double Gap { get; } = gap;
}

/// <summary>Compares, every month, what is there with what was booked. Always on.</summary>
/// <remarks>
/// Eq. LED-1: for every account, closing = opening + in − out, to an absolute tolerance; for every element, the sum over all accounts,
/// sinks and nature does not change, relative to gross flow.
/// Eq. LED-2: for every money account, closing = opening + received − paid; the sum over all accounts does not change, relative to gross flow.
/// </remarks>
public sealed class ConservationLedger
{
    // Absolute tolerance of one account, far below the smallest leak that matters (1e-6 t) and far above rounding of the largest stock.
    private const double AccountToleranceTonnes = 1e-7;
    private const double AccountToleranceUsd = 0.1;
    private const double RelativeRounding = 1e-13;
    private const double MoneyRounding = 2e-14;
    private const double RelativeTolerance = 1e-9;

    private readonly ChainLayout _layout;
    private readonly Func<int, string> _moneyAccountName;
    private readonly Amount[] _openingAmount;
    private readonly Tonnes[] _openingContent;
    private readonly Usd[] _openingBalance;
    private readonly double[] _gap;
    private readonly double[] _gross;
    private readonly Vector128<double>[] _flow;
    private readonly int[] _moneyAccounts;

    /// <summary>Takes the opening balances.</summary>
    public ConservationLedger(ChainLayout layout, Holdings holdings, MoneyBook money, Func<int, string> moneyAccountName)
    {
        _layout = layout;
        _moneyAccountName = moneyAccountName;
        _openingAmount = [.. holdings.Amounts];
        _openingContent = [.. holdings.Contents];
        _openingBalance = [.. money.Balance];
        _gap = new double[layout.ElementCount];
        _gross = new double[layout.ElementCount];
        _moneyAccounts = [.. Enumerable.Range(0, _openingBalance.Length)];
        _flow = new Vector128<double>[Math.Max(Math.Max(layout.LaneCount, layout.AccountCount), _moneyAccounts.Length)];
    }

    /// <summary>Largest mass gap of this month over the elements, relative to gross flow.</summary>
    public double RelativeMassGap { get; private set; }

    /// <summary>Money gap of this month, relative to gross flow.</summary>
    public double RelativeMoneyGap { get; private set; }

    /// <summary>Stops the run when anything does not balance, and takes this month's closing as the next opening.</summary>
    /// <exception cref="NotConservedException">Names month, account and amount.</exception>
    public void MustBalance(Month month, Holdings holdings, MoneyBook money)
    {
        CheckAmounts(month, holdings);
        CheckContents(month, holdings);
        CheckElements(month);
        CheckMoney(month, money);
        holdings.Amounts.CopyTo(_openingAmount, 0);
        holdings.Contents.CopyTo(_openingContent, 0);
        money.Balance.CopyTo(_openingBalance, 0);
    }

    /// <summary>Opens a new page: what was booked last month is forgotten, balances stay.</summary>
    public void Begin(Holdings holdings, MoneyBook money)
    {
        holdings.Journal.Clear();
        money.Clear();
    }

    private void CheckAmounts(Month month, Holdings holdings)
    {
        Journal journal = holdings.Journal;
        int odd = BookGaps.Find(
            Bare(_openingAmount), Bare(holdings.Amounts), Bare(journal.AmountIn), Bare(journal.AmountOut), AccountToleranceTonnes, RelativeRounding, _flow);
        if (odd >= 0) throw new NotConservedException(month, _layout.AccountOfGoodsName(odd), Gap(_openingAmount, holdings.Amounts, journal.AmountIn, journal.AmountOut, odd), _layout.Commodities[_layout.CommodityOf[odd]].Unit);
        if (!BookGaps.AnyBelow(Bare(holdings.Amounts), -AccountToleranceTonnes)) return;
        for (int a = 0; a < _openingAmount.Length; a++)
        {
            double closing = holdings.Amounts[a].Value;
            double scale = Math.Abs(closing) + journal.AmountIn[a].Value + journal.AmountOut[a].Value;
            if (closing < -(AccountToleranceTonnes + (RelativeRounding * scale)))
                throw new NotConservedException(month, _layout.AccountOfGoodsName(a) + " (negative stock)", closing, _layout.Commodities[_layout.CommodityOf[a]].Unit);
        }
    }

    private void CheckContents(Month month, Holdings holdings)
    {
        Journal journal = holdings.Journal;
        int odd = BookGaps.Find(
            Bare(_openingContent), Bare(holdings.Contents), Bare(journal.ContentIn), Bare(journal.ContentOut), AccountToleranceTonnes, RelativeRounding, _flow);
        if (odd >= 0)
            throw new NotConservedException(month, $"{_layout.Chain.Elements[_layout.ElementOfLane[odd]].Id} in {_layout.AccountName(odd)}", Gap(_openingContent, holdings.Contents, journal.ContentIn, journal.ContentOut, odd), "t REO");
        for (int e = 0; e < _gap.Length; e++) (_gap[e], _gross[e]) = BookGaps.Sum(_layout.Lists.LanesOfElement[e], _flow);
    }

    private void CheckElements(Month month)
    {
        RelativeMassGap = 0.0;
        for (int e = 0; e < _gap.Length; e++)
        {
            if (_gross[e] == 0.0) continue;
            double relative = Math.Abs(_gap[e]) / _gross[e];
            RelativeMassGap = Math.Max(RelativeMassGap, relative);
            if (!(relative <= RelativeTolerance))
                throw new NotConservedException(month, $"{_layout.Chain.Elements[e].Id} over all accounts", _gap[e], "t REO");
        }
    }

    private void CheckMoney(Month month, MoneyBook money)
    {
        int odd = BookGaps.Find(
            Bare(_openingBalance), Bare(money.Balance), Bare(money.Received), Bare(money.Paid), AccountToleranceUsd, MoneyRounding, _flow);
        if (odd >= 0) throw new NotConservedException(month, _moneyAccountName(odd), Gap(_openingBalance, money.Balance, money.Received, money.Paid, odd), "USD of 2024");
        (double sum, double gross) = BookGaps.Sum(_moneyAccounts, _flow);
        RelativeMoneyGap = gross == 0.0 ? 0.0 : Math.Abs(sum) / gross;
        if (!(RelativeMoneyGap <= RelativeTolerance)) throw new NotConservedException(month, "money over all accounts", sum, "USD of 2024");
    }

    private static double Gap<T>(T[] opening, T[] closing, T[] into, T[] outOf, int account)
        where T : struct => Bare(closing)[account] - (Bare(opening)[account] + Bare(into)[account] - Bare(outOf)[account]);

    private static ReadOnlySpan<double> Bare<T>(T[] quantities)
        where T : struct => MemoryMarshal.Cast<T, double>(quantities.AsSpan());
}
