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
        int firstStock = layout.Buyer(0);
        Amount wanted = month.SectorWanted[sector];
        double feed = 1.0;
        for (int i = 0; i < buyers.Length; i++)
        {
            Amount need = wanted * (rates[i] * state.Intensity[buyers[i]]);
            Amount usable = state.Holdings.Amounts[firstStock + buyers[i]] * numbers.Behaviour.UsableStockShare;
            if (need > usable) feed = Math.Min(feed, usable / need);
        }

        Amount activity = Amount.Zero;
        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            month.Activity[f] = month.Wanted[f] * feed;
            activity += month.Activity[f];
        }

        month.SectorActivity[sector] = activity;
        for (int i = 0; i < buyers.Length; i++)
        {
            Amount taken = activity * (rates[i] * state.Intensity[buyers[i]]);
            state.Holdings.TakeInto(firstStock + buyers[i], taken, entering);
            month.InputTaken[buyers[i]] = taken;
        }
    }
}
