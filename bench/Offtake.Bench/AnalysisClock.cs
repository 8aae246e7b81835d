using System.Diagnostics;
using System.Globalization;

namespace Offtake.Bench;

/// <summary>Analyses on a machine that others use as well: the shortest time of many, and the processor time, which the others do not lengthen much.</summary>
internal static class AnalysisClock
{
    private const int Times = 20;

    public static void Write(TextWriter to)
    {
        AnalysisBenchmarks analyses = new();
        analyses.Prepare();
        (string Name, Action Run)[] all =
        [
            ("Sobol', 3 inputs, 65,536 pairs", () => analyses.SobolOfIshigamiWith65536PairsAndSecondOrder()),
            ("Sobol', 30 inputs, 4,096 pairs", () => analyses.SobolOfThirtyInputsWith4096PairsAndSecondOrder()),
            ("PRIM, 10,000 x 5", () => analyses.PrimOf10000Rows()),
            ("CART, 10,000 x 5", () => analyses.TreeOf10000RowsWithCrossValidation()),
            ("regional, 10,000 x 5", () => analyses.RegionalOf10000Rows()),
            ("Shapley, 10,000 x 5", () => analyses.ShapleyOf10000Rows()),
        ];
        to.WriteLine($"{"milliseconds",-32}{"shortest",10}{"processor",10}");
        foreach ((string name, Action run) in all)
        {
            for (int n = 0; n < 3; n++) run();
            double shortest = double.PositiveInfinity;
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            for (int n = 0; n < Times; n++)
            {
                long start = Stopwatch.GetTimestamp();
                run();
                shortest = Math.Min(shortest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Times;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{shortest,10:F0}{processor,10:F0}"));
        }
    }
}
