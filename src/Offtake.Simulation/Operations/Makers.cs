using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>Makers to order run at what they want, within what their scarcest input allows.</summary>
/// <remarks>Eq. OPS-2: x = wanted · min(1, min over inputs of usable stock / (rate · wanted)).</remarks>
internal static class Makers
{
    public static void Run(ChainState state, ChainNumbers numbers, int sector, Span<Tonnes> entering)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        int[] buyers = layout.BuyersOfSector[sector];
        double[] rates = state.InputRate[sector];
        double[] intensity = state.Intensity;
        Ledger.Holdings holdings = state.Holdings;
        double usableShare = numbers.Behaviour.UsableStockShare;
        int firstStock = layout.Buyer(0);
        Amount wanted = month.SectorWanted[sector];
        double feed = 1.0;
        for (int i = 0; i < buyers.Length; i++)
        {
            Amount need = wanted * (rates[i] * intensity[buyers[i]]);
            Amount usable = holdings.Amounts[firstStock + buyers[i]] * usableShare;
            if (need > usable) feed = Math.Min(feed, usable / need);
        }

        Amount activity = Amount.Zero;
        Amount[] activityOf = month.Activity;
        Amount[] wantedOf = month.Wanted;
        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            Amount own = wantedOf[f] * feed;
            activityOf[f] = own;
            activity += own;
        }

        month.SectorActivity[sector] = activity;
        Amount[] inputTaken = month.InputTaken;
        for (int i = 0; i < buyers.Length; i++)
        {
            Amount taken = activity * (rates[i] * intensity[buyers[i]]);
            holdings.TakeInto(firstStock + buyers[i], taken, entering);
            inputTaken[buyers[i]] = taken;
        }
    }
}
