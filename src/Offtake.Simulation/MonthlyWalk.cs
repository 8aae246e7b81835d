using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Operations;
using Offtake.Simulation.Opening;
using Offtake.Simulation.Treasury;

namespace Offtake.Simulation;

/// <summary>Walks one future of a scenario month by month. Each numbered line is one page of docs/model.</summary>
public static class MonthlyWalk
{
    /// <summary>
    /// Yields the state at the end of every month asked for. The walk always begins with the world's first month; months before the first one
    /// asked for are walked but not shown. The state is the same object each time: copy what you keep.
    /// </summary>
    /// <param name="layout">The compiled structure of the scenario's chain.</param>
    /// <param name="scenario">What is walked.</param>
    /// <param name="chance">Which future; null walks the central one, without shocks.</param>
    /// <exception cref="OpeningException">The numbers of this future contradict each other.</exception>
    /// <exception cref="NotConservedException">Mass or money went missing.</exception>
    public static IEnumerable<MonthEnd> Run(ChainLayout layout, Scenario scenario, Chance? chance) =>
        Run(FutureDraw.Of(layout, scenario, chance), scenario);

    /// <summary>The same with numbers drawn by somebody else, such as fitted ones.</summary>
    /// <param name="layout">The compiled structure of the scenario's chain.</param>
    /// <param name="scenario">What is walked.</param>
    /// <param name="chance">Which future's shocks; null for none.</param>
    /// <param name="draw">Hands out the numbers.</param>
    /// <param name="kick">Share by which all sellers' stocks are raised, or lowered when negative, before the first month: a test of stability.</param>
    public static IEnumerable<MonthEnd> Run(ChainLayout layout, Scenario scenario, Chance? chance, ParameterDraw draw, double kick = 0.0)
    {
        Future future = new(layout, scenario, chance, draw);
        if (kick != 0.0) StockKick.Apply(future, scenario.Chain.First, kick);
        return Run(future, scenario);
    }

    /// <summary>Walks a future that is ready, so that a test can disturb it first.</summary>
    internal static IEnumerable<MonthEnd> Run(Future future, Scenario scenario)
    {
        ChainState state = future.State;
        ChainNumbers numbers = future.Numbers;
        Month first = scenario.Chain.First;
        for (Month month = first; month <= scenario.To; month += 1)
        {
            future.Ledger.Begin(state.Holdings, state.Money);
            Shocks.Draw(state, numbers, future.Keys, future.Shocks, month);     // 0 nature
            DatedCapacity.Follow(state, future.Paths, month);
            Seasons.Follow(state, future.Paths, month);
            CityRevenue.Move(state, numbers, future.Paths, month);
            future.Calendar.Enact(month);                                       // 1 institutions decide, then all is enacted
            DemandFormation.Form(state, numbers, future.Paths, month);          // 2 demand forms
            PriceFormation.Post(state, numbers, scenario.PriceRule);            // 3 prices are posted
            Production.Run(state, numbers);                                     // 4 facilities run
            Shipping.Ship(state, numbers, month);                               // 5 goods move
            Deployment.Deploy(state, numbers, month - first);                   // 6 cities deploy, fleets age and retire
            Settlement.Settle(state, numbers);                                  // 7 money settles
            Building.Build(state, numbers, future.Projects, month);             // 8 capacity is built
            future.Council?.Post(numbers);                                      //   what orders cost is posted
            future.Progress.Advance(month);                                     //   people are trained, methods improve
            future.Ledger.MustBalance(month, state.Holdings, state.Money);      // 9 the ledger balances, or the run stops
            if (month >= scenario.From) yield return new MonthEnd(month, state, future.Ledger.RelativeMassGap, future.Ledger.RelativeMoneyGap);
        }
    }
}

/// <summary>The end of a month: state, flows within the month and the ledger's gaps. Valid until the next month is asked for.</summary>
/// <param name="Month">Which month ended.</param>
/// <param name="State">Stocks at its end; <see cref="ChainState.Months"/> holds the flows within it.</param>
/// <param name="RelativeMassGap">Largest gap over the elements, relative to gross flow.</param>
/// <param name="RelativeMoneyGap">Gap of money, relative to gross flow.</param>
public readonly record struct MonthEnd(Month Month, ChainState State, double RelativeMassGap, double RelativeMoneyGap);
