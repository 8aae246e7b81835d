using System.Diagnostics;
using Offtake.Experiments.Weighing;
using Offtake.Model.Studies;
using Offtake.Results.Weighing;
using Offtake.World;

namespace Offtake.Bench;

/// <summary>A weighing of evidence by the pair of futures, and what theory says of its sums.</summary>
internal static class WeighClock
{
    public static void Print(string scenario, string against, int pairs)
    {
        string scenarios = FileFinder.Scenarios(AppContext.BaseDirectory) ?? throw new InvalidOperationException("No folder 'scenarios' above the program.");
        string worlds = FileFinder.Worlds(AppContext.BaseDirectory)!;
        ComparisonPlan comparison = ComparisonReader.Read(FileFinder.Comparisons(AppContext.BaseDirectory)!, [against, scenario], scenarios, worlds, 1, 1).Value ?? throw new InvalidOperationException($"'{scenario}' and '{against}' cannot be compared.");
        WeighingPlan plan = WeighingPlan.Of(comparison, true, WeighingPlan.Usual(comparison), pairs);
        EvidenceScale.Weigh(plan with { Pairs = 2, Futures = 2 }, Environment.ProcessorCount, "");
        TimeSpan used = Process.GetCurrentProcess().TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        EvidenceWeighing found = EvidenceScale.Weigh(plan, Environment.ProcessorCount, "");
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{scenario} against {against}: {pairs} pairs and {plan.Futures} futures of changed beliefs in {seconds:F1} s, {(Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds / pairs:F2} s of processor time a pair"));
        foreach (WeighedOutcome o in found.Outcomes.Where(o => o.WhyNot.Length == 0))
            Console.WriteLine(FormattableString.Invariant($"{o.Id,-16} Shapley {o.Shapley.Sum(s => s.Value):P0}, alone {o.FirstSum.Value:P0}, alone or with others {o.TotalSum.Value:P0}"));
    }
}
