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
        foreach (int m in layout.Lists.MadeToOrder)
        {
            int[] makers = layout.MakersOfMarket[m];
            double usual = 0.0;
            double inMeanMonth = 0.0;
            foreach (int s in makers)
            {
                double yield = MainYield(state, numbers, s);
                foreach (int f in layout.FacilitiesOfSector[s])
                {
                    Amount mean = Capacity.InMeanMonth(state, f);
                    month.Usable[f] = mean * state.SeasonOfFacility[f];
                    usual += state.OpeningRate[f] * month.Usable[f].Value * yield;
                    inMeanMonth += state.OpeningRate[f] * mean.Value * yield;
                }
            }

            double expected = state.ExpectedOrders[m].Value;
            double gap = ((numbers.CoverMonths[m] * expected) - state.Holdings.Amounts[ChainLayout.Seller(m)].Value) / numbers.Behaviour.MakeAdjustMonths;
            double held = state.OpeningOwnShare[m];
            double wanted = Math.Min(expected, Math.Max(inMeanMonth, held * expected)) + (gap > 0.0 ? gap : held * gap);
            wanted = Math.Max(0.0, wanted) * (inMeanMonth > 0.0 ? usual / inMeanMonth : 1.0);
            month.WantedOfMarket[m] = new Amount(wanted);
            Share(state, numbers, m, wanted, usual);
        }

        foreach (int s in layout.Lists.OrderSectors)
        {
            int[] buyers = layout.BuyersOfSector[s];
            double[] rates = state.InputRate[s];
            for (int i = 0; i < buyers.Length; i++) month.Demand[buyers[i]] = month.SectorWanted[s] * (rates[i] * state.Intensity[buyers[i]]);
        }
    }

    /// <summary>Amount a buyer takes in per unit of its sector's activity at today's intensity and price.</summary>
    public static double Rate(ChainState state, int b, BuyerLink buyer) => state.InputRate[buyer.Sector][buyer.Input] * state.Intensity[b];

    private static double MainYield(ChainState state, ChainNumbers numbers, int s) => numbers.Yield[s][state.Layout.MainOutput[s]];

    private static void Share(ChainState state, ChainNumbers numbers, int market, double wanted, double usual)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        double left = wanted;
        double spare = 0.0;
        foreach (int s in layout.MakersOfMarket[market])
        {
            double yield = MainYield(state, numbers, s);
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                double capacity = month.Usable[f].Value;
                double share = usual > 0.0 ? wanted * state.OpeningRate[f] * capacity / usual : 0.0;
                month.Wished[f] = new Amount(share);
                month.Wanted[f] = new Amount(Math.Min(share, capacity));
                left -= month.Wanted[f].Value * yield;
                spare += (capacity - month.Wanted[f].Value) * yield;
            }
        }

        double more = spare > 0.0 ? Math.Clamp(left / spare, 0.0, 1.0) : 0.0;
        foreach (int s in layout.MakersOfMarket[market])
        {
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                month.Wanted[f] += (month.Usable[f] - month.Wanted[f]) * more;
                month.SectorWanted[s] += month.Wanted[f];
            }
        }
    }
}
