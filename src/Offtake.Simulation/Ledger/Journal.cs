using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>What was booked into and out of every account within one month. It holds no stock.</summary>
public sealed class Journal
{
    internal Journal(int accounts, int lanes)
    {
        AmountIn = new Amount[accounts];
        AmountOut = new Amount[accounts];
        ContentIn = new Tonnes[lanes];
        ContentOut = new Tonnes[lanes];
    }

    /// <summary>Amount booked in, by account of goods.</summary>
    public Amount[] AmountIn { get; }

    /// <summary>Amount booked out, by account of goods.</summary>
    public Amount[] AmountOut { get; }

    /// <summary>Content booked in, by lane.</summary>
    public Tonnes[] ContentIn { get; }

    /// <summary>Content booked out, by lane.</summary>
    public Tonnes[] ContentOut { get; }

    /// <summary>Starts a new month.</summary>
    internal void Clear()
    {
        Array.Clear(AmountIn);
        Array.Clear(AmountOut);
        Array.Clear(ContentIn);
        Array.Clear(ContentOut);
    }
}
