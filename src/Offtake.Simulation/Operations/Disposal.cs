using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>Sellers dispose of part of the stock that no buyer will take within reach.</summary>
/// <remarks>Eq. OPS-5: disposed = share · max(0, S − C_disposal · E), posted to an account of its own.</remarks>
internal static class Disposal
{
    public static void Dispose(ChainState state, ChainNumbers numbers)
    {
        Array.Clear(state.Months.Disposed);
        foreach (int m in state.Layout.Lists.PostedMarkets)
        {
            if (double.IsNaN(numbers.DisposalCoverMonths[m])) continue;
            int account = ChainLayout.Seller(m);
            Amount excess = state.Holdings.Amounts[account] - (state.ExpectedOrders[m] * numbers.DisposalCoverMonths[m]);
            if (excess.Value <= 0.0) continue;
            state.Months.Disposed[m] = excess * numbers.Behaviour.DisposeSharePerMonth;
            state.Holdings.MoveToSink(account, state.Months.Disposed[m], Sink.Disposed, state.Layout.Markets[m].Region);
        }
    }
}
