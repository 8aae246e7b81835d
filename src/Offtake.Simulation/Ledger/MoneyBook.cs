using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Balances of everybody who pays or is paid, and what each paid and received this month.</summary>
/// <remarks>Every payment has a payer and a receiver, so balances always sum to what they summed to at the opening.</remarks>
public sealed class MoneyBook(int accounts)
{
    /// <summary>Balance by account.</summary>
    public Usd[] Balance { get; } = new Usd[accounts];

    /// <summary>Received this month by account.</summary>
    public Usd[] Received { get; } = new Usd[accounts];

    /// <summary>Paid this month by account.</summary>
    public Usd[] Paid { get; } = new Usd[accounts];

    /// <summary>To be paid by account when the month's invoices are settled; never below zero.</summary>
    internal Usd[] Payable { get; } = new Usd[accounts];

    /// <summary>To be received by account when the month's invoices are settled; never below zero.</summary>
    internal Usd[] Receivable { get; } = new Usd[accounts];

    /// <summary>Pays an amount; a negative amount flows the other way.</summary>
    public void Pay(int from, int to, Usd amount)
    {
        if (amount.Value == 0.0) return;
        if (amount.Value < 0.0) (from, to, amount) = (to, from, -amount);

        Balance[from] -= amount;
        Paid[from] += amount;
        Balance[to] += amount;
        Received[to] += amount;
    }

    /// <summary>Pays all that was invoiced, gross, and leaves no invoice open.</summary>
    /// <remarks>
    /// Who has many invoices is booked once. Payables and receivables are added up apart, so that the sum over all accounts is a test of both (LED-2).
    /// </remarks>
    internal void SettleInvoices()
    {
        Span<Usd> balance = Balance, received = Received.AsSpan(0, balance.Length), paid = Paid.AsSpan(0, balance.Length);
        ReadOnlySpan<Usd> receivable = Receivable.AsSpan(0, balance.Length), payable = Payable.AsSpan(0, balance.Length);
        for (int a = 0; a < balance.Length; a++)
        {
            balance[a] += receivable[a] - payable[a];
            received[a] += receivable[a];
            paid[a] += payable[a];
        }

        Array.Clear(Receivable);
        Array.Clear(Payable);
    }

    /// <summary>Starts a new month.</summary>
    internal void Clear()
    {
        Array.Clear(Received);
        Array.Clear(Paid);
    }
}
