using System.Reflection;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Institutions.Rules;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;
using Offtake.Tests.Simulation.Kernels;

namespace Offtake.Tests.Simulation.Institutions;

/// <summary>INS-5 and INS-2: figures come late, distorted and with errors, and nothing else is seen.</summary>
public sealed class SightTests
{
    private static readonly Month First = Month.Of(2025, 1);

    private readonly Bench _bench = new();

    private Target Watched => _bench.OnRoute("motor");

    /// <summary>An office that wants a barrier held below a value, obeyed at once.</summary>
    private Office Watching(double value, int lag = 0, int delay = 0, double noise = 0.0, double bias = 0.0) =>
        new Office("watcher") { Delay = delay }.Sees(StatisticKind.TradeBarrier, Watched, TargetSide.HoldBelow, value, lag, noise, bias).Retaliates(0);

    /// <summary>Months, counted from the first, in which the office pulls while a barrier follows a path; month m is decided on what closed before it.</summary>
    private int[] PullsIn(Office office, Func<int, double> barrier, int months, Chance? chance = null)
    {
        (Institution institution, ParameterDraw draw) = office.Build();
        var atWork = new InstitutionAtWork(institution, draw, chance);
        var pulled = new List<int>();
        for (int m = 0; m < months; m++)
        {
            if (m > 0)
            {
                _bench.Policies.Tariff[Watched.Index] = barrier(m - 1);
                atWork.Close(_bench.State);
            }

            atWork.Decide(First + m);
            if (atWork.PullIn(First + m) > 0.0) pulled.Add(m);
        }

        return [.. pulled];
    }

    // A barrier in month 10 only. It closes with month 10, arrives so many months after month 11 begins, and is answered so many months after that.
    [Theory]
    [InlineData(0, 0, 11)]
    [InlineData(3, 0, 14)]
    [InlineData(0, 4, 15)]
    [InlineData(2, 5, 18)]
    public void A_lag_of_n_months_means_n_months_and_so_does_a_delay(int lag, int delay, int month) =>
        Assert.Equal([month], PullsIn(Watching(0.0, lag, delay), m => m == 10 ? 0.5 : 0.0, 40));

    [Fact]
    public void An_answer_stands_for_its_time_after_its_cause_has_gone() =>
        Assert.Equal(Enumerable.Range(11, 4 + 6), PullsIn(
            new Office("watcher").Sees(StatisticKind.TradeBarrier, Watched, TargetSide.HoldBelow, 0.0).Retaliates(6), m => m is >= 10 and < 14 ? 0.5 : 0.0, 40));

    // A hundredth more every month: above a tenth in month 11. Reported a fifth too good it seems so only when it is above an eighth, in month 13.
    [Theory]
    [InlineData(0.0, 12)]
    [InlineData(0.2, 14)]
    public void A_figure_reported_too_good_delays_the_answer(double bias, int month) =>
        Assert.Equal(month, PullsIn(Watching(0.1, bias: bias), m => 0.01 * m, 40)[0]);

    [Fact]
    public void Without_an_error_chance_changes_nothing_and_with_one_it_does()
    {
        double Barrier(int m) => 0.1 + (0.001 * (m % 7)) - 0.003;
        int[] sharp = PullsIn(Watching(0.1), Barrier, 60);
        Assert.Equal(sharp, PullsIn(Watching(0.1), Barrier, 60, new Chance(3, 1)));
        Assert.Equal(sharp, PullsIn(Watching(0.1, noise: 0.1), Barrier, 60));
        Assert.NotEqual(sharp, PullsIn(Watching(0.1, noise: 0.1), Barrier, 60, new Chance(3, 1)));
    }

    [Fact]
    public void Errors_are_relative_and_of_the_size_stated()
    {
        const int months = 4_000;
        var chance = new Chance(5, 2);
        _bench.Policies.Tariff[Watched.Index] = 0.4;
        (Institution institution, ParameterDraw draw) = Watching(0.1, noise: 0.05).Build();
        var bulletin = new Offtake.Simulation.Institutions.Statistics.Bulletin(institution.Sight[0], 0, "watcher", draw, chance);
        double[] errors = [.. Enumerable.Range(0, months).Select(m =>
        {
            bulletin.Close(_bench.State);
            return (bulletin.Arrived(First + m) / 0.4) - 1.0;
        })];
        Assert.InRange(errors.Average(), -0.004, 0.004);
        Assert.InRange(Math.Sqrt(errors.Average(e => e * e)), 0.047, 0.053);
    }

    [Fact]
    public void A_figure_that_nobody_publishes_makes_nobody_pull()
    {
        Office blind = new Office("blind").Sees(StatisticKind.SkilledWorkers, new Target(TargetKind.Region, 0), TargetSide.Attain, 5.0).ClosesTheGap(1.0);
        Assert.Empty(PullsIn(blind, _ => 0.0, 24));
    }

    [Fact]
    public void Neither_a_rule_nor_what_it_observes_can_reach_the_state_of_the_chain()
    {
        Type[] rules = [.. typeof(Rule).Assembly.GetTypes().Where(t => t.Namespace == typeof(Rule).Namespace)];
        var reached = new HashSet<Type>();
        var open = new Queue<Type>([.. rules, typeof(Observation)]);
        while (open.TryDequeue(out Type? type))
        {
            foreach (Type named in NamedBy(type).SelectMany(Parts))
            {
                if (named.Assembly == typeof(Rule).Assembly && reached.Add(named)) open.Enqueue(named);
            }
        }

        // Numbers of a future are handed out where a rule is made; they are no state.
        Type[] strangers = [.. reached.Where(t => t != typeof(Observation) && t.Namespace != typeof(Rule).Namespace && t.Namespace != typeof(ParameterDraw).Namespace)];
        Assert.Contains(typeof(Observation), reached);
        Assert.True(strangers.Length == 0, string.Join(", ", strangers.Select(t => t.FullName)));
    }

    private static IEnumerable<Type> NamedBy(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return [
            .. type.GetFields(all).Select(f => f.FieldType), .. type.GetProperties(all).Select(p => p.PropertyType),
            .. type.GetConstructors(all).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType),
            .. type.GetMethods(all).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)),
        ];
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
}
