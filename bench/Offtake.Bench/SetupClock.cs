using System.Diagnostics;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Cities;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Bench;

/// <summary>The setup of a future in pieces, with a stopwatch and a count of bytes asked for. The pieces are those of the constructor of <see cref="Future"/>.</summary>
internal static class SetupClock
{
    public static readonly string[] Pieces = ["numbers", "paths", "fleets alone", "state, fleets in it", "calendar", "flows", "fill, flows again", "projects", "ledger"];

    /// <summary>Microseconds and bytes by piece: lower quartiles over the futures.</summary>
    public static (double[] Microseconds, double[] Bytes) PerFuture(Scenario scenario, int futures)
    {
        var layout = new ChainLayout(scenario.Chain);
        for (int f = 0; f < 60; f++) Lay(layout, scenario, f, null, null);
        Thread.Sleep(300);
        var times = new double[Pieces.Length][];
        var bytes = new double[Pieces.Length][];
        for (int p = 0; p < Pieces.Length; p++) (times[p], bytes[p]) = (new double[futures], new double[futures]);
        for (int f = 0; f < futures; f++)
        {
            var time = new double[Pieces.Length];
            var asked = new double[Pieces.Length];
            Lay(layout, scenario, f, time, asked);
            for (int p = 0; p < Pieces.Length; p++) (times[p][f], bytes[p][f]) = (time[p], asked[p]);
        }

        return ([.. times.Select(PhaseClock.LowerQuartile)], [.. bytes.Select(PhaseClock.LowerQuartile)]);
    }

    private static void Lay(ChainLayout layout, Scenario scenario, int index, double[]? time, double[]? bytes)
    {
        Chance chance = new(1, index);
        ParameterDraw draw = ParameterDraw.InFuture(scenario.Chain.Evidence, chance);
        int piece = 0;
        try
        {
            ChainNumbers numbers = Clock(() => new ChainNumbers(layout, draw));
            DriverPaths paths = Clock(() => new DriverPaths(scenario.Chain, numbers, scenario.Exogenous, chance));
            int months = scenario.To - scenario.Chain.First + 1;
            Clock(() => new FleetBook(layout, numbers, paths, months));
            ChainState state = Clock(() => new ChainState(layout, numbers, paths, months));
            Clock(() =>
            {
                Calendar calendar = new(scenario, draw, numbers, state, scenario.Institutions.Count == 0 ? null : new Council(scenario, draw, state, chance));
                calendar.Enact(scenario.Chain.Opening);
                return calendar;
            });
            Clock(() =>
            {
                BalancedFlows flows = new(layout, numbers, state, paths);
                flows.Solve();
                return flows;
            });
            Clock(() =>
            {
                BalancedOpening.Fill(state, numbers, paths);
                return state;
            });
            Clock(() => (new ProjectSchedule(scenario.Chain, numbers, scenario.Exogenous, chance), new Progress(state, numbers, scenario.Exogenous, chance), new ShockKeys(scenario.Chain)));
            Clock(() => new ConservationLedger(layout, state.Holdings, state.Money, state.Accounts.Name));
        }
        catch (OpeningException)
        {
        }

        T Clock<T>(Func<T> make)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            T made = make();
            if (time is not null) time[piece] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            if (bytes is not null) bytes[piece] = GC.GetAllocatedBytesForCurrentThread() - before;
            piece++;
            return made;
        }
    }
}
