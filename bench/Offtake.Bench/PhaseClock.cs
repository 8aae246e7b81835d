using System.Diagnostics;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Operations;
using Offtake.Simulation.Treasury;

namespace Offtake.Bench;

/// <summary>Walks whole futures with a stopwatch between the phases. A phase alone cannot be repeated: it would walk its own state away.</summary>
internal static class PhaseClock
{
    public static readonly string[] Phases =
    [
        "setup", "0 nature", "1 institutions", "2 demand", "3 prices", "4 operations", "5 logistics", "6 cities", "7 treasury", "8 investment", "  progress", "9 ledger",
        "2a precaution", "2b thrift", "2c substitution", "2d final demand", "2e makers' wants", "2f orders", "3a asked", "3b element values", "3c formula prices", "3d anchors",
    ];

    /// <summary>How many of them are phases; those after them are pieces of phases.</summary>
    public const int Whole = 12;

    /// <summary>Microseconds per future by phase, the setup of a future first: of every phase of every month the lower quartile over the futures, summed over months.</summary>
    /// <remarks>So that what else the machine does at the time, which strikes here and there, stays out.</remarks>
    public static double[] MicrosecondsPerFuture(Scenario scenario, int futures)
    {
        var layout = new ChainLayout(scenario.Chain);
        for (int future = 0; future < 8; future++) Walk(layout, scenario, future);
        Thread.Sleep(300);
        long[][] seen = [.. Enumerable.Range(0, futures).Select(f => Walk(layout, scenario, f))];
        var sums = new double[Phases.Length];
        for (int cell = 0; cell < seen[0].Length; cell++) sums[cell % Phases.Length] += LowerQuartile([.. seen.Select(s => s[cell] * 1e6 / Stopwatch.Frequency)]);
        return sums;
    }

    public static double LowerQuartile(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 4];
    }

    private static long[] Walk(ChainLayout layout, Scenario scenario, int index)
    {
        var ticks = new long[Phases.Length * (scenario.To - scenario.Chain.First + 2)];
        long last = Stopwatch.GetTimestamp();
        var future = new Future(layout, scenario, new Chance(1, index));
        Lap(ticks, 0, ref last);
        ChainState state = future.State;
        ChainNumbers numbers = future.Numbers;
        Month first = scenario.Chain.First;
        for (Month month = first; month <= scenario.To; month += 1)
        {
            int cells = Phases.Length * (month - first + 1);
            future.Ledger.Begin(state.Holdings, state.Money);
            Lap(ticks, cells + 11, ref last);
            Shocks.Draw(state, numbers, future.Keys, future.Shocks, month);
            DatedCapacity.Follow(state, future.Paths, month);
            Seasons.Follow(state, future.Paths, month);
            CityRevenue.Move(state, numbers, future.Paths, month);
            Lap(ticks, cells + 1, ref last);
            future.Calendar.Enact(month);
            Lap(ticks, cells + 2, ref last);
            Precaution.Follow(state, numbers.Behaviour);
            Lap(ticks, cells + Whole, cells + 3, ref last);
            Thrift.Follow(state, numbers);
            Lap(ticks, cells + Whole + 1, cells + 3, ref last);
            InputSubstitution.Follow(state, numbers);
            Lap(ticks, cells + Whole + 2, cells + 3, ref last);
            FinalDemand.Want(state, numbers, future.Paths, month);
            Lap(ticks, cells + Whole + 3, cells + 3, ref last);
            MakersWants.Want(state, numbers);
            Lap(ticks, cells + Whole + 4, cells + 3, ref last);
            Ordering.Order(state, numbers);
            Lap(ticks, cells + Whole + 5, cells + 3, ref last);
            PriceFormation.PostAsked(state, numbers, scenario.PriceRule);
            Lap(ticks, cells + Whole + 6, cells + 4, ref last);
            Netback.ValueElements(state, numbers);
            Lap(ticks, cells + Whole + 7, cells + 4, ref last);
            Netback.PriceFormulaMarkets(state, numbers);
            Lap(ticks, cells + Whole + 8, cells + 4, ref last);
            Anchors.Follow(state, numbers);
            Lap(ticks, cells + Whole + 9, cells + 4, ref last);
            Production.Run(state, numbers);
            Lap(ticks, cells + 5, ref last);
            Shipping.Ship(state, numbers, month);
            Lap(ticks, cells + 6, ref last);
            Deployment.Deploy(state, numbers, month - first);
            Lap(ticks, cells + 7, ref last);
            Settlement.Settle(state, numbers);
            Lap(ticks, cells + 8, ref last);
            Building.Build(state, numbers, future.Projects, month);
            Lap(ticks, cells + 9, ref last);
            future.Progress.Advance(month);
            Lap(ticks, cells + 10, ref last);
            future.Ledger.MustBalance(month, state.Holdings, state.Money);
            Lap(ticks, cells + 11, ref last);
        }

        return ticks;
    }

    private static void Lap(long[] ticks, int phase, ref long last)
    {
        long now = Stopwatch.GetTimestamp();
        ticks[phase] += now - last;
        last = now;
    }

    private static void Lap(long[] ticks, int piece, int phase, ref long last)
    {
        long before = last;
        Lap(ticks, piece, ref last);
        ticks[phase] += last - before;
    }
}
