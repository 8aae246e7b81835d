using Offtake.Model.Evidence;
using Offtake.Model.Studies;
using Offtake.Tests.World;

namespace Offtake.Tests.Evidence;

/// <summary>How plans.csv says how the model measures a target: the words of outcomes, and every slip named by file, line, value and remedy.</summary>
public sealed class PlanRowTests
{
    private const string Head = "id,kind,who,target,unit,year_announced,period,announced,realised,better,definition,variable,of,in,statistic,factor,met_at,source,note\n";

    internal static TinyWorld With(params string[] rows) => new TinyWorld().Write("plans.csv", Head + string.Concat(rows.Select(r => r + "\n")))
        .Replace("datapackage.json", "\"path\": \"claims.csv\"}", "\"path\": \"claims.csv\"},\n{\"name\": \"plans\", \"path\": \"plans.csv\"}");

    /// <summary>A plan of motors in use at home, measured unless cells say otherwise.</summary>
    internal static string Row(string cells = "in-use,motor,home,last,1,", string period = "2026-12", string announced = "1000", string realised = "", string better = "", string id = "motors", string definition = "all motors") =>
        $"{id},fleet,Home,motors in use,units,2018,{period},{announced},{realised},{better},{definition},{cells},bureau,";

    [Fact]
    public void A_measured_plan_is_read_in_the_words_of_outcomes()
    {
        using TinyWorld world = With(Row("capacity,shop;works,,last,12,0.95"));
        PlanYear plan = world.Chain().Evidence.Plans.Single();
        Assert.Equal(ChainVariable.Capacity, plan.Measured!.Measurement.Variable);
        Assert.Equal(["shop", "works"], plan.Measured.Measurement.Of);
        Assert.Equal(Statistic.Last, plan.Measured.Measurement.Statistic);
        Assert.Equal((12.0, 0.95), (plan.Measured.Factor, plan.Measured.MetAt));
        Assert.Equal("plan-motors-2026-12", plan.OutcomeId);
        Assert.Empty(world.Read().Problems);
    }

    [Theory]
    [InlineData("2017-12", true)]
    [InlineData("2018-01", false)]
    public void What_is_announced_when_its_period_is_over_is_no_plan(string period, bool isError)
    {
        using TinyWorld world = With(Row(",,,,,", period));
        Assert.Equal(isError, world.Read().Problems.Any(p => p.What.Contains("when its period was over", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_variable_the_model_does_not_hold_it()
    {
        using TinyWorld world = With(Row(",,,,,"));
        Assert.Null(world.Chain().Evidence.Plans.Single().Measured);
    }

    [Theory]
    [InlineData("in-used,motor,home,last,1,", "'in-used'", "in-use")]
    [InlineData("in-use,motr,home,last,1,", "'motr'", "motor")]
    [InlineData("in-use,motor,homes,last,1,", "'homes'", "home")]
    [InlineData("in-use,motor,home,lst,1,", "'lst'", "last")]
    [InlineData("in-use,motor,home,months-above,1,", "'months-above'", "mean, sum, last")]
    [InlineData("in-use,motor,home,,1,", "'statistic' is empty", "absent is not zero")]
    [InlineData("in-use,motor,home,last,,", "'factor' is empty", "absent is not zero")]
    [InlineData("in-use,motor,home,last,0,", "'factor'", "above 0")]
    [InlineData("in-use,motor,home,last,1,1.2", "'met_at'", "up to 1")]
    [InlineData(",motor,,,,", "'motor'", "name a 'variable'")]
    [InlineData("price,alpha-oxide,,mean,1,", "prices of several markets", "one market")]
    [InlineData("in-use,mixture,,last,1,", "nothing in the world is a 'in-use'", "correct 'of'")]
    public void A_slip_in_a_measure_is_named_with_line_value_and_remedy(string cells, params string[] said)
    {
        using TinyWorld world = With(Row(cells));
        Expect.OnlyError(world.Read(), "plans.csv", 2, said);
    }

    [Fact]
    public void All_slips_of_all_rows_come_at_once()
    {
        using TinyWorld world = With(Row("in-use,motr,homes,last,1,"), Row("in-use,motor,hme,last,1,", id: "other"));
        Assert.Equal([2, 2, 3], world.Read().Errors.Select(p => p.Line));
    }

    [Fact]
    public void Months_before_the_model_begins_cannot_be_measured()
    {
        using TinyWorld world = With(Row(period: "2024-06"));
        Expect.OnlyError(world.Read(), "plans.csv", 2, "before it begins", "'2024-06'", "2025-01");
    }

    [Fact]
    public void A_figure_to_stay_below_is_met_by_what_is_less()
    {
        using TinyWorld world = With(Row(",,,,,", announced: "100", realised: "80", better: "lower"));
        Assert.Equal(1.25, world.Chain().Evidence.Plans.Single().Ratio!.Value, 12);
    }

    [Fact]
    public void A_direction_nobody_knows_and_a_ceiling_of_nothing_are_refused()
    {
        using TinyWorld world = With(Row(",,,,,", better: "more"));
        Expect.OnlyError(world.Read(), "plans.csv", 2, "'more'", "higher or lower");
        using TinyWorld other = With(Row(",,,,,", realised: "0", better: "lower"));
        Expect.OnlyError(other.Read(), "plans.csv", 2, "'realised'", "above 0");
    }
}
