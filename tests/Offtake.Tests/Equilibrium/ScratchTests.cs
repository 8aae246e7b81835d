using System.Diagnostics;
using Offtake.Equilibrium;
using Xunit.Abstractions;

namespace Offtake.Tests.Equilibrium;

public class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Ka1()
    {
        SpatialEquilibrium e = new Draft().Supply("a", "g", CurveForm.Price, 9, 1).Supply("b", "g", CurveForm.Price, 3, 2).Supply("c", "g", CurveForm.Price, 18, 1)
            .Demand("a", "g", CurveForm.Price, 42, -2).Demand("b", "g", CurveForm.Price, 54, -3).Demand("c", "g", CurveForm.Price, 51, -1)
            .Route("a", "b", "g", 3).Route("a", "c", "g", 9).Route("b", "a", "g", 3).Route("b", "c", "g", 3).Route("c", "a", "g", 6).Route("c", "b", "g", 3).Solve();
        output.WriteLine(string.Join("\n", e.Markets) + "\n" + e.TotalSurplus + " " + e.Check);
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(4, 3, 1)]
    [InlineData(4, 3, 1 + 64)]
    [InlineData(4, 3, 1 + 8)]
    [InlineData(4, 3, 1 + 8 + 64)]
    [InlineData(4, 3, 1 + 2)]
    [InlineData(4, 3, 16)]
    [InlineData(4, 3, 32)]
    [InlineData(4, 3, 4)]
    [InlineData(4, 3, 255)]
    [InlineData(6, 5, 255)]
    public void Randoms(int regions, int goods, int traits)
    {
        int bad = 0;
        double worst = 0;
        int newton = 0;
        Stopwatch w = Stopwatch.StartNew();
        for (int seed = 0; seed < 200; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, regions, goods, (RandomProblem.Traits)traits);
            SpatialOutcome outcome = SpatialSolver.Solve(problem);
            if (outcome.Equilibrium is null)
            {
                if (bad++ < 3) output.WriteLine($"{seed}: {outcome.Refusal!.Kind} {outcome.Refusal!.Sentence}");
                continue;
            }

            worst = Math.Max(worst, outcome.Equilibrium.Check.Residual);
            if (outcome.Equilibrium.Check.Method == "Newton") newton++;
            try { Referee.Require(outcome.Equilibrium); }
            catch (Exception f)
            {
                if (bad++ < 3) output.WriteLine($"{seed}: {f.Message} {outcome.Equilibrium.Check}");
            }
        }

        output.WriteLine($"bad {bad} worst {worst} newton {newton} ms {w.Elapsed.TotalMilliseconds / 200}");
    }

    [Theory]
    [InlineData(12, 20, 0)]
    [InlineData(12, 20, 1)]
    [InlineData(12, 20, 1 + 16)]
    [InlineData(12, 20, 1 + 2 + 4 + 8 + 16)]
    [InlineData(12, 20, 255)]
    public void Big(int regions, int goods, int traits)
    {
        for (int seed = 0; seed < 2; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, regions, goods, (RandomProblem.Traits)traits);
            Stopwatch w = Stopwatch.StartNew();
            SpatialOutcome outcome = SpatialSolver.Solve(problem);
            output.WriteLine($"{w.ElapsedMilliseconds} ms {outcome.Equilibrium?.Check} {outcome.Refusal}");
            if (outcome.Equilibrium is not null) Referee.Require(outcome.Equilibrium);
        }
    }
}
