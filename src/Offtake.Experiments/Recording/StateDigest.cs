using System.Runtime.InteropServices;
using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Which columns of the state a monthly digest covers, in order: goods, content, prices, orders, capacity, margins and balances.</summary>
internal static class StateDigest
{
    public static string Of(ChainState state, DigestChain chain)
    {
        chain.Add(MemoryMarshal.Cast<Amount, double>(state.Holdings.Amounts));
        chain.Add(MemoryMarshal.Cast<Tonnes, double>(state.Holdings.Contents));
        chain.Add(MemoryMarshal.Cast<UsdPerUnit, double>(state.Price));
        chain.Add(MemoryMarshal.Cast<UsdPerUnit, double>(state.ExpectedPrice));
        chain.Add(MemoryMarshal.Cast<Amount, double>(state.ExpectedOrders));
        chain.Add(MemoryMarshal.Cast<UsdPerUnit, double>(state.PerceivedPrice));
        chain.Add(state.LogIntensity);
        chain.Add(state.Precaution);
        chain.Add(state.DemandShock);
        chain.Add(MemoryMarshal.Cast<Amount, double>(state.Capacity));
        chain.Add(state.Margin);
        chain.Add(MemoryMarshal.Cast<Amount, double>(state.Pipeline));
        chain.Add(MemoryMarshal.Cast<Usd, double>(state.Money.Balance));
        if (state.Finance is { } finance)
        {
            chain.Add(MemoryMarshal.Cast<Amount, double>(finance.Permits));
            chain.Add(MemoryMarshal.Cast<Amount, double>(finance.Ramping));
        }

        return chain.EndMonth();
    }
}
