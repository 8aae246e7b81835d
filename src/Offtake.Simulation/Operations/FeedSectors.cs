using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>Separation and recycling run on what their pool releases and routes do not take.</summary>
/// <remarks>Eq. OPS-4: x = min(usable capacity, release − what open routes ship), shared by usable capacity. Feed beyond capacity stays in the pool.</remarks>
internal static class FeedSectors
{
    public static void Run(ChainState state, int sector, Span<Tonnes> entering)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        int pool = layout.FeedMarket(sector);
        Amount local = month.Released[pool];
        foreach (int q in layout.RoutesOut[pool]) local -= Logistics.FormulaRoutes.Shipment(state, q);
        Amount capacity = Amount.Zero;
        Amount own = Amount.Zero;
        foreach (int s in layout.FeedersOfMarket[pool])
        {
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                month.Usable[f] = Capacity.Usable(state, f);
                capacity += month.Usable[f];
                if (s == sector) own += month.Usable[f];
            }
        }

        double rate = capacity.Value > 0.0 ? Math.Clamp(local / capacity, 0.0, 1.0) : 0.0;
        double wish = capacity.Value > 0.0 ? Math.Max(0.0, local / capacity) : 0.0;
        foreach (int f in layout.FacilitiesOfSector[sector])
        {
            month.Wished[f] = month.Usable[f] * wish;
            month.Wanted[f] = month.Wished[f];
            month.Activity[f] = month.Usable[f] * rate;
        }

        month.SectorActivity[sector] = own * rate;
        month.SectorWanted[sector] = own * wish;
        state.Holdings.TakeInto(ChainLayout.Seller(pool), month.SectorActivity[sector], entering);
    }
}
