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
        AddOptional(state, chain);
        return chain.EndMonth();
    }

    /// <summary>Columns of the tables a world may do without; nothing where it has none of them.</summary>
    private static void AddOptional(ChainState state, DigestChain chain)
    {
        if (state.Residues is { } residues) chain.Add(MemoryMarshal.Cast<Amount, double>(residues.Stock));
        if (state.Skills is { } skills) chain.Add(skills.Pool);
        if (state.Experience is { } experience) chain.Add(experience.Cumulative);
        if (state.Projects is { } projects) chain.Add(projects.CostLeft);
        if (state.Finance is not { } finance) return;
        chain.Add(MemoryMarshal.Cast<Amount, double>(finance.Permits));
        chain.Add(MemoryMarshal.Cast<Amount, double>(finance.Ramping));
    }
}
