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
    private readonly double[] _net;
    private readonly double[] _turnover;

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
        _net = new double[layout.LaneCount];
        _turnover = new double[layout.LaneCount];
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
        for (int a = 0; a < _openingAmount.Length; a++)
        {
            double closing = holdings.Amounts[a].Value;
            double gap = closing - (_openingAmount[a].Value + journal.AmountIn[a].Value - journal.AmountOut[a].Value);
            double scale = Math.Abs(closing) + journal.AmountIn[a].Value + journal.AmountOut[a].Value;
            if (!(Math.Abs(gap) <= AccountToleranceTonnes + (RelativeRounding * scale)))
                throw new NotConservedException(month, _layout.AccountOfGoodsName(a), gap, _layout.Commodities[_layout.CommodityOf[a]].Unit);
            if (closing < -(AccountToleranceTonnes + (RelativeRounding * scale)))
                throw new NotConservedException(month, _layout.AccountOfGoodsName(a) + " (negative stock)", closing, _layout.Commodities[_layout.CommodityOf[a]].Unit);
        }
    }

    private void CheckContents(Month month, Holdings holdings)
    {
        int odd = LaneGaps.Find(
            _openingContent, holdings.Contents, holdings.Journal.ContentIn, holdings.Journal.ContentOut, AccountToleranceTonnes, RelativeRounding, _net, _turnover);
        if (odd >= 0)
            throw new NotConservedException(month, $"{_layout.Chain.Elements[_layout.ElementOfLane[odd]].Id} in {_layout.AccountName(odd)}", _net[odd], "t REO");
        Array.Clear(_gap);
        Array.Clear(_gross);
        ReadOnlySpan<int> elementOf = _layout.ElementOfLane;
        for (int lane = 0; lane < elementOf.Length; lane++)
        {
            if (_turnover[lane] == 0.0 && _net[lane] == 0.0) continue;
            _gap[elementOf[lane]] += _net[lane];
            _gross[elementOf[lane]] += _turnover[lane];
        }
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
        double sum = 0.0;
        double gross = 0.0;
        for (int a = 0; a < _openingBalance.Length; a++)
        {
            double closing = money.Balance[a].Value;
            double flow = money.Received[a].Value + money.Paid[a].Value;
            double gap = closing - (_openingBalance[a].Value + money.Received[a].Value - money.Paid[a].Value);
            if (!(Math.Abs(gap) <= AccountToleranceUsd + (MoneyRounding * (Math.Abs(closing) + flow))))
                throw new NotConservedException(month, _moneyAccountName(a), gap, "USD of 2024");
            sum += (money.Received[a].Value - money.Paid[a].Value) + gap;
            gross += flow;
        }

        RelativeMoneyGap = gross == 0.0 ? 0.0 : Math.Abs(sum) / gross;
        if (!(RelativeMoneyGap <= RelativeTolerance)) throw new NotConservedException(month, "money over all accounts", sum, "USD of 2024");
    }
}
