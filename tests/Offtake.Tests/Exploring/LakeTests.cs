using System.Runtime.Intrinsics;
using Offtake.Experiments.Examples;
using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Simulation.Nature;
using Offtake.Tests.Cli;
using Offtake.World;
using Offtake.Simulation.Numerics;

namespace Offtake.Tests.Exploring;

/// <summary>The lake problem, held against closed forms and against a plain version of itself.</summary>
public class LakeTests
{
    private static readonly Study Shipped = Read(FileFinder.Studies()!, "lake");

    [Theory]
    [InlineData(0.42)]
    [InlineData(0.1)]
    [InlineData(0.45)]
    public void At_q_of_two_the_critical_level_is_the_lower_root_of_a_quadratic(double b) =>
        Assert.Equal((1.0 - Math.Sqrt(1.0 - (4.0 * b * b))) / (2.0 * b), LakeYears.CriticalLevel(b, 2.0), 14);

    [Fact]
    public void The_critical_level_of_the_usual_lake_is_that_of_the_literature() => Assert.Equal(0.545, LakeYears.CriticalLevel(0.42, 2.0), 3);

    [Theory]
    [InlineData(0.02, 2.0)]
    [InlineData(0.46, 2.0)]
    [InlineData(0.3, 10.0)]
    [InlineData(0.1, 4.5)]
    public void At_the_critical_level_the_lake_loses_what_its_sediment_gives_back(double b, double q)
    {
        double x = LakeYears.CriticalLevel(b, q);

        Assert.InRange(x, 0.01, 1.5);
        Assert.Equal(b * x, Math.Pow(x, q) / (1.0 + Math.Pow(x, q)), 14);
    }

    [Fact]
    public void Without_releases_and_spread_the_lake_is_one_iteration()
    {
        (double b, double q, double mean) = (0.35, 3.0, 0.03);
        double[] releases = new double[LakeYears.Count];
        LakeInflows inflows = new();
        inflows.Draw(new Chance(1, 0), mean, 0.0);
        (double highest, double reliability) = new LakeYears().Walk(b, q, releases, inflows.Values);

        double level = 0.0, most = 0.0;
        int below = 1;
        for (int t = 1; t < LakeYears.Count; t++)
        {
            level = ((1.0 - b) * level) + (level * level * level / (1.0 + (level * level * level))) + mean;
            most = Math.Max(most, level);
            below += level < LakeYears.CriticalLevel(b, q) ? 1 : 0;
        }

        Assert.Equal(most, highest, 13);
        Assert.Equal(below / 100.0, reliability, 14);
    }

    [Fact]
    public void Four_samples_at_a_time_give_what_one_at_a_time_gives()
    {
        Exploration exploration = new(Shipped, StudyModels.Of(Shipped));
        IStudyWorker worker = StudyModels.Of(Shipped).NewWorker();
        for (int future = 0; future < 40; future++)
        {
            StudyRow row = exploration.Walk(future, worker);
            for (int p = 0; p < 3; p++)
            {
                double[] plain = LakeTwin.Outcomes(row.Inputs, [.. Shipped.Policies[p].Settings.Select(s => s.Value)], new Chance(Shipped.Seed, future));
                for (int o = 0; o < plain.Length; o++) Assert.Equal(plain[o], row.Outcomes[(p * plain.Length) + o], 1e-10);
            }
        }
    }

    [Fact]
    public void Inflows_have_the_mean_and_the_deviation_that_were_asked_for()
    {
        LakeInflows inflows = new();
        inflows.Draw(new Chance(3, 7), 0.02, 0.005);
        double[] x = inflows.Values.ToArray();
        double mean = x.Average(), deviation = Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));

        // Five standard errors of some 15,000 draws.
        Assert.Equal(0.02, mean, 5 * 0.005 / Math.Sqrt(x.Length));
        Assert.Equal(0.005, deviation, 5 * 0.005 / Math.Sqrt(x.Length));
        Assert.Equal(x.Length, x.Distinct().Count());
    }

    [Fact]
    public void Futures_do_not_depend_on_who_was_walked_before()
    {
        Exploration exploration = new(Shipped, StudyModels.Of(Shipped));
        IStudyWorker one = StudyModels.Of(Shipped).NewWorker(), other = StudyModels.Of(Shipped).NewWorker();
        double[][] forward = [.. Enumerable.Range(0, 6).Select(f => exploration.Walk(f, one).Outcomes)], backward = [.. Enumerable.Range(0, 6).Reverse().Select(f => exploration.Walk(f, other).Outcomes)];

        Assert.Equal(forward, backward.Reverse());
        Assert.Equal(6, forward.Select(o => o[0]).Distinct().Count());
    }

    [Fact]
    public void Utility_of_a_constant_release_is_a_geometric_sum()
    {
        double[] releases = [.. Enumerable.Repeat(0.05, 100)];

        Assert.Equal(0.4 * 0.05 * (1.0 - Math.Pow(0.98, 100)) / 0.02, LakeReleases.Utility(releases, 0.4, 0.98), 14);
        Assert.Equal(1.0, LakeReleases.Inertia(releases));
    }

    [Fact]
    public void Inertia_counts_changes_of_two_hundredths_as_abrupt_in_both_directions()
    {
        double[] releases = [.. Enumerable.Range(0, 100).Select(t => t < 50 ? (t % 2 == 0 ? 0.0 : 0.1) : 0.1)];

        Assert.Equal(50.0 / 99.0, LakeReleases.Inertia(releases), 14);
    }

    [Fact]
    public void Functions_of_four_numbers_differ_from_the_library_by_at_most_two_units_in_the_last_place()
    {
        double log = 0.0, exp = 0.0, logistic = 0.0, turns = 0.0;
        for (int n = 0; n < 200_000; n++)
        {
            double u = new Chance(1, n).UnitOfDraw(0, 1), x = Math.Exp((u - 0.5) * 200.0), y = (u - 0.5) * 1390.0, z = (u - 0.5) * 80.0;
            log = Math.Max(log, Gap(Logarithm.Of(Vector256.Create(x))[0], Math.Log(x)));
            exp = Math.Max(exp, Gap(FourNumbers.Exp(y), Math.Exp(y)));
            logistic = Math.Max(logistic, Gap(FourNumbers.Logistic(Vector256.Create(z))[0], 1.0 / (1.0 + Math.Exp(-z))));
            (Vector256<double> sine, Vector256<double> cosine) = FourNumbers.OfTurns(Vector256.Create(u));
            turns = Math.Max(turns, Math.Max(Math.Abs(sine[0] - Math.Sin(2.0 * Math.PI * u)), Math.Abs(cosine[0] - Math.Cos(2.0 * Math.PI * u))));
        }

        Assert.InRange(log, 0.0, 4.5e-16);
        Assert.InRange(exp, 0.0, 4.5e-16);
        Assert.InRange(logistic, 0.0, 6.7e-16);

        // The library is given an angle that was rounded already.
        Assert.InRange(turns, 0.0, 1.2e-15);

        static double Gap(double found, double expected) => Math.Abs(found - expected) / Math.Abs(expected);
    }

    [Theory]
    [InlineData(0.25, 1.0, 0.0)]
    [InlineData(0.5, 0.0, -1.0)]
    [InlineData(0.75, -1.0, 0.0)]
    public void Quarter_turns_are_exact(double turns, double sine, double cosine)
    {
        (Vector256<double> s, Vector256<double> c) = FourNumbers.OfTurns(Vector256.Create(turns));

        Assert.Equal((sine, cosine), (s[2] + 0.0, c[2] + 0.0));
    }

    [Fact]
    public void A_number_has_the_same_bits_in_every_lane()
    {
        Vector256<double> x = Vector256.Create(0.3, 1.0, 1.7, 123.0);
        for (int lane = 0; lane < 4; lane++)
        {
            Assert.Equal(Logarithm.Of(x[lane]), Logarithm.Of(x)[lane]);
            Assert.Equal(FourNumbers.Exp(-x[lane]), FourNumbers.Exp(-x)[lane]);
        }
    }

    [Fact]
    public void Values_without_an_answer_are_refused_when_the_study_is_read()
    {
        using Shell shell = new();
        Directory.CreateDirectory(shell["studies/lake"]);
        string[] text = File.ReadAllLines(Path.Combine(FileFinder.Studies()!, "lake", "study.yaml"));
        int line = Array.FindIndex(text, l => l.Contains("{id: b,", StringComparison.Ordinal));
        text[line] = text[line].Replace("0.45", "0.6", StringComparison.Ordinal);
        File.WriteAllLines(shell["studies/lake/study.yaml"], text);

        Problem problem = Assert.Single(StudyModels.Read(shell["studies"], "lake", FileFinder.Scenarios()!, FileFinder.Worlds()!).Errors);

        Assert.Equal((line + 1, "0.6", "0.02 to 0.46", "narrow the bounds"), (problem.Line, problem.Value, problem.Bound, problem.Remedy));
    }

    private static Study Read(string studies, string id)
    {
        Reading<Study> reading = StudyModels.Read(studies, id, FileFinder.Scenarios()!, FileFinder.Worlds()!);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value;
    }
}
