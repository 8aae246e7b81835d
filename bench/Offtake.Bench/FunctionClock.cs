using System.Diagnostics;
using Offtake.Simulation.Numerics;

namespace Offtake.Bench;

/// <summary>Own logarithm and exponential beside those of the library.</summary>
internal static class FunctionClock
{
    private const int Length = 351;

    public static void Print()
    {
        double[] about = [.. Enumerable.Range(1, Length).Select(i => 0.5 + (i / 300.0))];
        var x = new double[Length];
        Time("copy", x => { });
        Time("log, own", Logarithm.Of);
        Time("log, library", x => { for (int i = 0; i < x.Length; i++) x[i] = Math.Log(x[i]); });
        Time("exp, own", Exponential.Of);
        Time("exp, library", x => { for (int i = 0; i < x.Length; i++) x[i] = Math.Exp(x[i]); });

        void Time(string name, Action<Span<double>> of)
        {
            const int turns = 2_000;
            var seen = new double[30];
            for (int round = -10; round < seen.Length; round++)
            {
                if (round == 0) Thread.Sleep(300);
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < turns; i++)
                {
                    about.CopyTo(x, 0);
                    of(x);
                }

                if (round >= 0) seen[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (turns * (double)Length);
            }

            Console.WriteLine($"{name,-16} {PhaseClock.LowerQuartile(seen),8:F2}");
        }
    }
}
