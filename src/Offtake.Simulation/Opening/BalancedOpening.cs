using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Opening;

/// <summary>Puts a chain at rest: flows that balance, stocks at their targets, prices at their anchors.</summary>
/// <remarks>
/// What moves afterwards moves because drivers, policies, projects or shocks move, not because the start was out of balance; a test
/// holds a frozen scenario to that. Demand that nothing explains is what closes the balance, and the report shows how large it is.
/// </remarks>
public static class BalancedOpening
{
    /// <summary>Fills an empty state whose policies are those in force in the opening month.</summary>
    /// <exception cref="OpeningException">The numbers of this future contradict each other.</exception>
    public static void Fill(ChainState state, ChainNumbers numbers, DriverPaths paths)
    {
        var flows = new BalancedFlows(state.Layout, numbers, state, paths);
        flows.Solve();
        SetActivity(state, flows);
        SetCapacity(state, numbers, flows);
        SetPrices(state, numbers, flows);
        SetStocks(state, numbers, flows);
        Seasons.FillStores(state, flows, paths);
        SetCosts(state, numbers, flows);
        SetMargins(state, numbers);
        for (int c = 0; c < numbers.CityOpeningDebt.Length; c++)
            state.Money.Pay(Treasury.Debts.AccountOfCity(state, c), state.Accounts.Bank, numbers.CityOpeningDebt[c]);
        SetDeploymentShares(state, numbers);
        if (numbers.Finance is { } finance) Treasury.OpeningFinance.Fill(state, numbers, finance);
        state.Money.Clear();
        state.Holdings.Journal.Clear();
    }

    private static void SetActivity(ChainState state, BalancedFlows flows)
    {
        ChainLayout layout = state.Layout;
        flows.Activity.CopyTo(state.Months.Activity, 0);
        flows.SectorActivity.CopyTo(state.Months.SectorActivity, 0);
        flows.Flow.CopyTo(state.Months.Shipped, 0);
        for (int q = 0; q < state.HabitualFlow.Length; q++)
            state.HabitualFlow[q] = flows.Flow[q].Value > 0.0 ? flows.Flow[q] / state.Policies.OpenShare(q) : Amount.Zero;
        for (int s = 0; s < layout.Sectors.Length; s++)
        {
            for (int o = 0; o < flows.Made[s].Length; o++) state.Months.ProducedFrom[s][o] = new Amount(flows.Made[s][o]);
        }

        for (int s = 0; s < layout.Sectors.Length; s++)
        {
            double activity = flows.SectorActivity[s].Value;
            for (int o = 0; o < state.OpeningYieldPerActivity[s].Length; o++)
                state.OpeningYieldPerActivity[s][o] = activity > 0.0 ? flows.Made[s][o] / activity : double.NaN;
        }

        for (int m = 0; m < flows.InflowAmount.Length; m++)
        {
            state.OwnSupplyShare[m] = flows.InflowAmount[m] > 0.0 ? flows.MadeInMarket[m] / flows.InflowAmount[m] : 1.0;
            state.OpeningOwnShare[m] = state.OwnSupplyShare[m];
        }

        for (int k = 0; k < state.ReferenceUse.Length; k++) state.ReferenceUse[k] = flows.UseAmount[k];
    }

    /// <summary>Capacity is what is known, or what it takes to run as it does.</summary>
    private static void SetCapacity(ChainState state, ChainNumbers numbers, BalancedFlows flows)
    {
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            Facility facility = state.Layout.Facilities[f];
            Amount activity = flows.Activity[f];
            bool runs = facility.Starts is null && activity.Value > 0.0;
            if (runs && flows.UsableShare[f] <= 0.0) throw OpeningException.Shut(state.Layout, f, activity);
            state.FullCapacity[f] = runs ? Amount.Max(numbers.Capacity[f], activity / flows.UsableShare[f]) : numbers.Capacity[f];
            state.Capacity[f] = facility.Starts is null ? state.FullCapacity[f] * flows.DatedShare[f] : Amount.Zero;
            state.OpenShare[f] = 1.0;
            state.OpeningRate[f] = runs ? activity / (state.FullCapacity[f] * flows.UsableShare[f]) : numbers.Behaviour.InvestTargetUtilisation;
        }
    }

    private static void SetPrices(ChainState state, ChainNumbers numbers, BalancedFlows flows)
    {
        ChainLayout layout = state.Layout;
        Array.Fill(state.Price, new UsdPerUnit(double.NaN));
        for (int m = 0; m < state.Price.Length; m++)
        {
            if (layout.IsPosted[m]) state.Price[m] = numbers.PostedPrice[m];
        }

        // Partners with whom there is trade come first; a route that carries nothing tells a price only where no other does.
        // A round reads only what the rounds before have found, so that the order of markets does not matter.
        var next = new UsdPerUnit[state.Price.Length];
        bool mustFlow = true;
        for (bool found = true; found || mustFlow;)
        {
            mustFlow &= found;
            found = false;
            for (int m = 0; m < next.Length; m++)
            {
                bool isKnown = !layout.IsPosted[m] || !double.IsNaN(state.Price[m].Value);
                next[m] = isKnown ? state.Price[m] : PriceOfNeighbour(state, numbers, flows, m, mustFlow);
                found |= !isKnown && !double.IsNaN(next[m].Value);
            }

            next.CopyTo(state.Price, 0);
        }

        for (int m = 0; m < state.Price.Length; m++)
        {
            if (layout.IsPosted[m] && double.IsNaN(state.Price[m].Value))
                throw new OpeningException($"opening balance: {layout.Commodities[layout.Markets[m].Commodity].Id} in {layout.Chain.Regions[layout.Markets[m].Region].Id} has no price and no priced supplier; give price_usd_per_unit in markets.csv or a route into it.");
        }

        SetTradeMargins(state, numbers, flows);
    }

    /// <summary>Eq. PRI-7: what the opening prices leave between a landed price and the price at the destination is the margin of the route.</summary>
    private static void SetTradeMargins(ChainState state, ChainNumbers numbers, BalancedFlows flows)
    {
        const double rounding = 1e-12;
        foreach (int q in state.Layout.Lists.PostedRoutes)
        {
            double margin = state.Price[state.Layout.RouteTo[q]] / Landed.Price(state, numbers, q, UsdPerUnit.Zero);
            bool isCalibrated = (flows.Flow[q].Value > 0.0 || margin > 1.0) && Math.Abs(margin - 1.0) > rounding;
            if (isCalibrated) state.TradeMargin[q] = margin;
        }
    }

    /// <summary>The landed price of the main supplier; for a region that only exports, what its main customer's price leaves it.</summary>
    private static UsdPerUnit PriceOfNeighbour(ChainState state, ChainNumbers numbers, BalancedFlows flows, int market, bool mustFlow)
    {
        ChainLayout layout = state.Layout;
        UsdPerUnit fromCustomer = OfMain(layout.RoutesOut[market], layout.RouteTo, true, q => Landed.Netback(state, numbers, q));
        return double.IsNaN(fromCustomer.Value)
            ? OfMain(layout.RoutesIn[market], layout.RouteFrom, mustFlow, q => Landed.Price(state, numbers, q, UsdPerUnit.Zero))
            : fromCustomer;

        // Of routes that are equally large, the mean.
        UsdPerUnit OfMain(int[] routes, int[] otherEnd, bool isTraded, Func<int, UsdPerUnit> priceOn)
        {
            (double, double) largest = (double.NegativeInfinity, double.NegativeInfinity);
            UsdPerUnit sum = UsdPerUnit.Zero;
            int count = 0;
            foreach (int q in routes)
            {
                if (double.IsNaN(state.Price[otherEnd[q]].Value) || (isTraded && flows.Flow[q].Value <= 0.0)) continue;
                int larger = (flows.Flow[q].Value, numbers.RouteWeight[q]).CompareTo(largest);
                if (larger < 0) continue;
                if (larger > 0) (largest, sum, count) = ((flows.Flow[q].Value, numbers.RouteWeight[q]), UsdPerUnit.Zero, 0);
                sum += priceOn(q);
                count++;
            }

            return count > 0 ? sum / count : new UsdPerUnit(double.NaN);
        }
    }

    private static void SetStocks(ChainState state, ChainNumbers numbers, BalancedFlows flows)
    {
        ChainLayout layout = state.Layout;
        for (int m = 0; m < flows.InflowAmount.Length; m++)
        {
            double months = layout.IsPosted[m] ? numbers.CoverMonths[m] : 1.0 / numbers.Behaviour.PoolReleaseShare;
            state.ExpectedOrders[m] = new Amount(flows.InflowAmount[m]);
            Fill(state, ChainLayout.Seller(m), flows.InflowAmount[m] * months, flows.Content[m]);
        }

        for (int b = 0; b < layout.Buyers.Length; b++)
        {
            BuyerLink buyer = layout.Buyers[b];
            double use = buyer.Use >= 0
                ? flows.UseAmount[buyer.Use].Value
                : state.InputRate[buyer.Sector][buyer.Input] * flows.SectorActivity[buyer.Sector].Value;
            Fill(state, layout.Buyer(b), use * (numbers.BuyerCoverMonths[b] + state.Policies.DutyMonths[buyer.Market]), flows.Content[buyer.Market]);
        }

        for (int q = 0; q < flows.Flow.Length; q++)
        {
            Fill(state, layout.UnderWay(q), flows.Flow[q].Value * numbers.TransitMonths[q], flows.Content[layout.RouteFrom[q]]);
            for (int age = 0; age < numbers.TransitMonths[q]; age++) state.UnderWayByAge[(q * ChainState.MaxTransit) + age] = flows.Flow[q];
        }

        for (int k = 0; k < flows.UseAmount.Length; k++)
        {
            if (!state.Fleets.Has(k)) continue;
            Tonnes[] content = flows.Content[layout.Buyers[layout.BuyerOfUse[k]].Market];
            state.Fleets.Open(k, flows.UseAmount[k].Value, content);
            Fill(state, layout.InUse(k), flows.UseAmount[k].Value * state.Fleets.OpeningStockPerUse(k), content);
        }
    }

    private static void Fill(ChainState state, int account, double amount, Tonnes[] contentPerUnit)
    {
        state.Holdings.Amounts[account] = new Amount(amount);
        Span<Tonnes> lanes = state.Holdings.ContentOf(account);
        for (int j = 0; j < lanes.Length; j++) lanes[j] = contentPerUnit[j] * amount;
    }

    private static void SetCosts(ChainState state, ChainNumbers numbers, BalancedFlows flows)
    {
        ChainLayout layout = state.Layout;
        Netback.ValueElements(state, numbers);
        for (int m = 0; m < state.Price.Length; m++)
        {
            if (!layout.IsPosted[m]) state.Price[m] = UsdPerUnit.Zero;
        }

        Netback.PriceFormulaMarkets(state, numbers);
        for (int hop = 0; hop <= layout.Chain.Regions.Count; hop++)
        {
            for (int m = 0; m < state.CostBasis.Length; m++)
            {
                if (layout.IsPosted[m]) continue;
                (Usd cost, Amount amount) = AverageCost.Inflow(state, numbers, m, flows.Activity, flows.Flow);
                if (amount.Value > 0.0) state.CostBasis[m] = new UsdPerUnit(cost.Value / amount.Value);
            }
        }

        state.Price.CopyTo(state.OpeningPrice, 0);
        state.Price.CopyTo(state.ExpectedPrice, 0);
        state.Price.CopyTo(state.TrendPrice, 0);
        state.Price.CopyTo(state.SlowPrice, 0);
        for (int b = 0; b < layout.Buyers.Length; b++)
        {
            UsdPerUnit price = state.Price[layout.Buyers[b].Market];
            state.PerceivedPrice[b] = price;
            state.NormalPrice[b] = price;
            double subsidy = layout.Buyers[b].Use >= 0 ? state.Policies.Subsidy[layout.Buyers[b].Use] : 0.0;
            state.OpeningPerceivedPrice[b] = price * (1.0 - subsidy);
        }

        for (int s = 0; s < layout.Sectors.Length; s++)
            state.OpeningUnitCost[s] = flows.SectorActivity[s].Value > 0.0 ? AverageCost.Full(state, numbers, s) : new UsdPerUnit(double.NaN);
    }

    /// <summary>A city that holds fleets has been paying for them, whatever share of its revenue is drawn.</summary>
    private static void SetDeploymentShares(ChainState state, ChainNumbers numbers)
    {
        state.ReferenceUse.CopyTo(state.Months.Wanting, 0);
        for (int c = 0; c < state.DeploymentShare.Length; c++)
        {
            double spent = CityBudget.Spending(state, numbers, c).Value / numbers.CityRevenue[c].Value;
            if (spent > 1.0) throw OpeningException.TooDear(state.Layout, c, spent);
            state.DeploymentShare[c] = Math.Max(numbers.CityDeploymentShare[c], spent);
        }
    }

    private static void SetMargins(ChainState state, ChainNumbers numbers)
    {
        for (int f = 0; f < state.Margin.Length; f++)
        {
            if (state.Layout.DriveOf(state.Layout.SectorOf[f]) != Drive.Margin) continue;
            state.Margin[f] = Operations.MineMargin.Of(state, numbers, f);
            state.HurdleMargin[f] = Math.Max(numbers.Behaviour.InvestHurdle, state.Margin[f] * numbers.Behaviour.MineReopenRatio);
            state.OpeningMargin[f] = state.Months.Activity[f].Value > 0.0 ? state.Margin[f] : 1.0;
        }
    }
}
