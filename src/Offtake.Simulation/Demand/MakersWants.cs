using Offtake.Model.Quantities;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Demand;

/// <summary>What makers to order want to run at, and so what they want to buy.</summary>
/// <remarks>
/// Eq. OPS-1 (makers): W = min(E, max(Σ u₀ c, z₀ E)) + g, with z₀ the share of their market's supply that makers held at the opening, u₀ c what their
/// capacity usually makes, and g = (C* E − S) / τ the stock gap; a surplus slows them by z₀ g only, the rest of it slows imports.
/// In a season (NAT-4) all of it is multiplied by what their usual capacity is now over what it is in a mean month.
/// W is shared by usual rate × capacity, and what exceeds a capacity by spare capacity.
/// </remarks>
internal static class MakersWants
{
    public static void Want(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Array.Clear(month.SectorWanted);
        double[] openingRate = state.OpeningRate;
        double[] season = state.SeasonOfFacility;
        double[] cover = numbers.CoverMonths;
        double[] ownShare = state.OpeningOwnShare;
        Amount[] expectedOrders = state.ExpectedOrders;
        Amount[] usable = month.Usable;
        Amount[] amounts = state.Holdings.Amounts;
        int[][] facilitiesOf = layout.FacilitiesOfSector;
        double adjustMonths = numbers.Behaviour.MakeAdjustMonths;
        foreach (int m in layout.Lists.MadeToOrder)
        {
            int[] makers = layout.MakersOfMarket[m];
            double usual = 0.0;
            double inMeanMonth = 0.0;
            foreach (int s in makers)
            {
                double yield = MainYield(state, numbers, s);
                foreach (int f in facilitiesOf[s])
                {
                    Amount mean = Capacity.InMeanMonth(state, f);
                    Amount now = mean * season[f];
                    usable[f] = now;
                    usual += openingRate[f] * now.Value * yield;
                    inMeanMonth += openingRate[f] * mean.Value * yield;
                }
            }

            double expected = expectedOrders[m].Value;
            double gap = ((cover[m] * expected) - amounts[ChainLayout.Seller(m)].Value) / adjustMonths;
            double held = ownShare[m];
            double wanted = Math.Min(expected, Math.Max(inMeanMonth, held * expected)) + (gap > 0.0 ? gap : held * gap);
            wanted = Math.Max(0.0, wanted) * (inMeanMonth > 0.0 ? usual / inMeanMonth : 1.0);
            month.WantedOfMarket[m] = new Amount(wanted);
            Share(state, numbers, m, wanted, usual);
        }

        StateTarget.Press(state, numbers);
        double[] intensity = state.Intensity;
        Amount[] demand = month.Demand;
        foreach (int s in layout.Lists.OrderSectors)
        {
            int[] buyers = layout.BuyersOfSector[s];
            double[] rates = state.InputRate[s];
            Amount sectorWanted = month.SectorWanted[s];
            for (int i = 0; i < buyers.Length; i++) demand[buyers[i]] = sectorWanted * (rates[i] * intensity[buyers[i]]);
        }
    }

    /// <summary>Amount a buyer takes in per unit of its sector's activity at today's intensity and price.</summary>
    public static double Rate(ChainState state, int b, BuyerLink buyer) => state.InputRate[buyer.Sector][buyer.Input] * state.Intensity[b];

    private static double MainYield(ChainState state, ChainNumbers numbers, int s) => numbers.Yield[s][state.Layout.MainOutput[s]];

    private static void Share(ChainState state, ChainNumbers numbers, int market, double wanted, double usual)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Amount[] usable = month.Usable;
        Amount[] wished = month.Wished;
        Amount[] wantedOf = month.Wanted;
        double[] openingRate = state.OpeningRate;
        int[] makers = layout.MakersOfMarket[market];
        double left = wanted;
        double spare = 0.0;
        foreach (int s in makers)
        {
            double yield = MainYield(state, numbers, s);
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                double capacity = usable[f].Value;
                double share = usual > 0.0 ? wanted * openingRate[f] * capacity / usual : 0.0;
                double within = Math.Min(share, capacity);
                wished[f] = new Amount(share);
                wantedOf[f] = new Amount(within);
                left -= within * yield;
                spare += (capacity - within) * yield;
            }
        }

        double more = spare > 0.0 ? Math.Clamp(left / spare, 0.0, 1.0) : 0.0;
        foreach (int s in makers)
        {
            Amount all = month.SectorWanted[s];
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                Amount own = wantedOf[f] + ((usable[f] - wantedOf[f]) * more);
                wantedOf[f] = own;
                all += own;
            }

            month.SectorWanted[s] = all;
        }
    }
}
