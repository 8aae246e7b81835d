using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-4: a project of 1,200 a year, announced for January 2026, ramps up over a year; delays reach two years; six in ten are built.</summary>
public sealed class ProjectScheduleTests
{
    private static readonly Month Announced = Month.Of(2026, 1);

    private readonly ValueChain _chain;
    private readonly ChainNumbers _numbers;
    private readonly int _project;
    private readonly int _running;
    private readonly int _ending;

    public ProjectScheduleTests()
    {
        ChainDraft draft = TinyChain.Draft();
        draft.Facility(new Site("project", "motor-making", Home, 1_200, 0, 250) { Starts = Announced });
        draft.Facility(new Site("running", "motor-making", Home, 1_200, 0, 250) { Starts = Month.Of(2025, 1) });
        draft.Facility(new Site("ending", "motor-making", Home, 1_200, 0, 250) { Ends = Month.Of(2030, 6) });
        var bench = new Bench(draft);
        _chain = bench.Chain;
        _numbers = bench.Numbers;
        (_project, _running, _ending) = (bench.Facility("project"), bench.Facility("running"), bench.Facility("ending"));
    }

    private ProjectSchedule Schedule(Chance? chance, Exogenous exogenous = Exogenous.Moving) => new(_chain, _numbers, exogenous, chance);

    private static Month? FirstOutput(ProjectSchedule schedule, int facility)
    {
        for (Month month = Month.Of(2025, 1); month <= Month.Of(2032, 12); month += 1)
        {
            if (schedule.AddedThisMonth(facility, month).Value > 0.0) return month;
        }

        return null;
    }

    private static double Total(ProjectSchedule schedule, int facility)
    {
        double sum = 0.0;
        for (Month month = Month.Of(2025, 1); month <= Month.Of(2035, 12); month += 1) sum += schedule.AddedThisMonth(facility, month).Value;
        return sum;
    }

    [Fact]
    public void In_the_central_future_a_project_comes_late_by_half_the_largest_delay_and_ramps_up()
    {
        ProjectSchedule schedule = Schedule(null);
        Near(0, schedule.AddedThisMonth(_project, Month.Of(2026, 12)).Value);
        Near(100.0 / 12.0, schedule.AddedThisMonth(_project, Month.Of(2027, 1)).Value);
        Near(100.0 / 12.0, schedule.AddedThisMonth(_project, Month.Of(2027, 12)).Value);
        Near(0, schedule.AddedThisMonth(_project, Month.Of(2028, 1)).Value);
        Near(100, Total(schedule, _project));
    }

    [Fact]
    public void A_project_that_has_started_is_taken_as_told()
    {
        Assert.Equal(Month.Of(2025, 1), FirstOutput(Schedule(null), _running));
        for (int i = 0; i < 50; i++) Assert.Equal(Month.Of(2025, 1), FirstOutput(Schedule(new Chance(5, i)), _running));
    }

    // 1,000 futures: 600 give or take four standard deviations of 15.5.
    [Fact]
    public void In_drawn_futures_a_project_is_built_with_its_probability_and_late_by_a_uniform_delay()
    {
        int built = 0;
        double delays = 0.0;
        for (int i = 0; i < 1_000; i++)
        {
            ProjectSchedule schedule = Schedule(new Chance(1, i));
            if (FirstOutput(schedule, _project) is not { } first) continue;
            built++;
            Assert.InRange(first - Announced, 0, 24);
            delays += first - Announced;
            Near(100, Total(schedule, _project));
        }

        Assert.InRange(built, 538, 662);
        Assert.InRange(delays / built, 10.8, 13.2);
    }

    [Fact]
    public void A_frozen_scenario_builds_and_ends_nothing()
    {
        ProjectSchedule schedule = Schedule(null, Exogenous.Frozen);
        Near(0, Total(schedule, _project));
        Near(0, Total(schedule, _running));
        Assert.False(schedule.EndsThisMonth(_ending, Month.Of(2030, 6)));
    }

    [Fact]
    public void A_facility_shuts_at_the_end_of_its_last_month()
    {
        ProjectSchedule schedule = Schedule(null);
        Assert.True(schedule.EndsThisMonth(_ending, Month.Of(2030, 6)));
        Assert.False(schedule.EndsThisMonth(_ending, Month.Of(2030, 5)));
        Assert.False(schedule.EndsThisMonth(_project, Month.Of(2030, 6)));
    }

    [Fact]
    public void A_facility_without_a_date_adds_nothing() => Near(0, Total(Schedule(null), _ending));
}
