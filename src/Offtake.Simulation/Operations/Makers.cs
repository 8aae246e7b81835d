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
        double feed = 1.0;
        for (int i = 0; i < buyers.Length; i++)
        {
            Amount need = month.SectorWanted[sector] * (rates[i] * state.Intensity[buyers[i]]);
            Amount usable = state.Holdings.Amounts[layout.Buyer(buyers[i])] * numbers.Behaviour.UsableStockShare;
            if (need > usable) feed = Math.Min(feed, usable / need);
        }

        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            month.Activity[f] = month.Wanted[f] * feed;
            month.SectorActivity[sector] += month.Activity[f];
        }

        for (int i = 0; i < buyers.Length; i++)
        {
            Amount taken = month.SectorActivity[sector] * (rates[i] * state.Intensity[buyers[i]]);
            state.Holdings.TakeInto(layout.Buyer(buyers[i]), taken, entering);
            month.InputTaken[buyers[i]] = taken;
        }
    }
}
