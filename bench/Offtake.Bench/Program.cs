using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Offtake.Bench;
using Offtake.Experiments;
using Offtake.Experiments.Weighing;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;

// offtake-bench profile [copies or scenarios ...]: time per phase of one future, "phases" the same without the recording; setup: its pieces; digest [scenarios ...]: equal bits; anything else goes to BenchmarkDotNet, such as --filter '*'.
if (args is ["profile" or "phases", ..])
{
    string[] sizes = args.Length > 1 ? args[1..] : ["1", "3", "7"];
    Scenario[] worlds = [.. sizes.Select(n => int.TryParse(n, CultureInfo.InvariantCulture, out int copies) ? GrownWorld.Grow(GrownWorld.Read("baseline"), copies) : GrownWorld.Read(n))];
    double[][] times = [.. worlds.Select(w => PhaseClock.MicrosecondsPerFuture(w, 40))];
    Console.WriteLine("microseconds per future " + string.Concat(sizes.Select(n => $"{n,12}")));
    for (int p = 0; p < PhaseClock.Phases.Length; p++) Console.WriteLine($"{PhaseClock.Phases[p],-23} " + string.Concat(times.Select(t => Number(t[p]))));
    Console.WriteLine("walk                    " + string.Concat(times.Select(t => Number(t[1..PhaseClock.Whole].Sum()))));
    if (args[0] == "profile") Console.WriteLine("recording               " + string.Concat(worlds.Select((w, i) => Number(Recorded(w) - times[i][..PhaseClock.Whole].Sum()))));
    Console.WriteLine("markets, routes         " + string.Concat(worlds.Select(w => $"{w.Chain.Markets.Count + ", " + w.Chain.Routes.Count,12}")));
    Console.WriteLine("facilities, uses        " + string.Concat(worlds.Select(w => $"{w.Chain.Facilities.Count + ", " + w.Chain.Uses.Count,12}")));
    Console.WriteLine("buyers                  " + string.Concat(worlds.Select(w => $"{new ChainLayout(w.Chain).Buyers.Length,12}")));
    return;
}

// The setup of a future in pieces: time and memory.
if (args is ["setup", ..])
{
    (double[] times, double[] bytes) = SetupClock.PerFuture(GrownWorld.Read("baseline"), args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 60);
    Console.WriteLine("piece                    microseconds       bytes");
    for (int p = 0; p < SetupClock.Pieces.Length; p++) Console.WriteLine($"{SetupClock.Pieces[p],-23} {Number(times[p])}{Number(bytes[p])}");
    return;
}

// Futures a second on one worker and on more, nothing recorded, and how often garbage was collected meanwhile.
if (args is ["workers", ..])
{
    WorkerClock.Print(GrownWorld.Read("baseline"), args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100);
    return;
}

// Nanoseconds a number of own and library functions, over a column as long as the world has buyers.
if (args is ["functions", ..])
{
    FunctionClock.Print();
    return;
}

// The last digest of a few futures of some scenarios: equal bits, equal digests, on any machine.
if (args is ["digest", ..])
{
    foreach (string id in args.Length > 1 ? args[1..] : ["baseline", "history"])
    {
        Manifest manifest = new Ensemble(GrownWorld.Read(id), new RunPlan(1, 3, 1)).Run().Manifest;
        Console.WriteLine($"{id,-16} {string.Join(' ', manifest.Digests.Select(d => d[..16]))}");
    }

    return;
}

// offtake-bench analyses: shortest time and processor time of each analysis.
if (args is ["analyses", ..])
{
    AnalysisClock.Write(Console.Out);
    return;
}

// offtake-bench weigh [scenario against [pairs]]: a weighing by the pair.
if (args is ["weigh", ..])
{
    WeighClock.Print(args.Length > 2 ? args[1] : "yuecheng", args.Length > 2 ? args[2] : "baseline", args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : WeighingPlan.UsualPairs);
    return;
}

// In this process: the tool need not know the newest runtime by name, and nothing is built anew.
ManualConfig config = DefaultConfig.Instance.AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile);
BenchmarkSwitcher.FromAssembly(typeof(FutureBenchmarks).Assembly).Run(args, config);

static string Number(double microseconds) => string.Create(CultureInfo.InvariantCulture, $"{microseconds,12:F0}");

// Microseconds per future with recording on one worker; the gathering of the results at the end is part of it.
static double Recorded(Scenario scenario)
{
    const int futures = 4;
    var times = new double[8];
    for (int i = 0; i < times.Length; i++)
    {
        long start = Stopwatch.GetTimestamp();
        new Ensemble(scenario, new RunPlan(1, futures, 1)).Run();
        times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / futures;
    }

    return PhaseClock.LowerQuartile(times);
}
