using System.Diagnostics;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Bench;

/// <summary>Whole futures on several workers at once: what one worker takes from another, and what the collector takes from all.</summary>
internal static class WorkerClock
{
    public static void Print(Scenario scenario, int futures)
    {
        var layout = new ChainLayout(scenario.Chain);
        Walk(layout, scenario, 0, 40, 4);
        Console.WriteLine("workers   ms a future and worker   futures a second   collections   bytes a future");
        foreach (int workers in (int[])[1, 2, 4])
        {
            int collections = GC.CollectionCount(0);
            long bytes = GC.GetTotalAllocatedBytes();
            long start = Stopwatch.GetTimestamp();
            Walk(layout, scenario, 1000, futures, workers);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(
                $"{workers,7} {seconds * 1e3 * workers / futures,24:F1} {futures / seconds,18:F1} {GC.CollectionCount(0) - collections,13} {(GC.GetTotalAllocatedBytes() - bytes) / futures,16}");
        }
    }

    private static void Walk(ChainLayout layout, Scenario scenario, int first, int futures, int workers)
    {
        int next = first;
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(_ => new Thread(() =>
        {
            for (int future = Interlocked.Increment(ref next); future <= first + futures; future = Interlocked.Increment(ref next))
            {
                foreach (MonthEnd _ in MonthlyWalk.Run(layout, scenario, new Chance(1, future)))
                {
                }
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
    }
}
