using Offtake.Model.Chain;

namespace Offtake.Tests.World;

/// <summary>The table of seasons: optional as a whole, twelve rows a season when it is there.</summary>
public class SeasonRowTests
{
    private static readonly double[] Harvest = [0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 5, 1];

    private static TinyWorld With(IEnumerable<double> factors)
    {
        TinyWorld world = new();
        world.Write("seasons.csv", "id,month,factor,source\n" + string.Concat(factors.Select((f, i) => $"harvest,{i + 1},{f},survey\n")));
        string[] rows = world.Text("facilities.csv").Replace("\r", "", StringComparison.Ordinal).Split('\n');
        world.Write("facilities.csv", string.Join('\n', rows.Select(r => r.StartsWith("id,", StringComparison.Ordinal) ? r + ",season"
            : r.StartsWith("pit,", StringComparison.Ordinal) ? r + ",harvest" : r.Contains(",bureau", StringComparison.Ordinal) || r.Contains(",paper", StringComparison.Ordinal) ? r + "," : r)));
        return world;
    }

    [Fact]
    public void Without_the_table_a_world_has_no_seasons_and_no_warning()
    {
        using TinyWorld world = new();
        Assert.Empty(world.Chain().Seasons);
        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void A_facility_names_its_season()
    {
        using TinyWorld world = With(Harvest);
        ValueChain chain = world.Chain();
        Assert.Equal(Harvest, chain.Seasons.Single().Factors.Select(f => f.Value));
        Assert.Equal(0, chain.Facilities.Single(f => f.Id == "pit").Season);
        Assert.All(chain.Facilities.Where(f => f.Id != "pit"), f => Assert.Null(f.Season));
    }

    [Fact]
    public void Factors_whose_mean_is_not_one_are_refused()
    {
        using TinyWorld world = With(Harvest.Select(f => f * 2));
        Expect.OnlyError(world.Read(), "seasons.csv", 2, "'harvest'", "mean of '2'", "divide them by their mean");
    }

    [Fact]
    public void A_month_that_is_left_out_is_not_zero()
    {
        using TinyWorld world = With(Harvest.Take(11));
        Expect.OnlyError(world.Read(), "seasons.csv", 2, "says nothing of months '12'", "absent is not zero");
    }

    [Fact]
    public void A_thirteenth_month_is_refused()
    {
        using TinyWorld world = With(Harvest.Append(0));
        Expect.OnlyError(world.Read(), "seasons.csv", 14, "no month of the year: '13'", "1 to 12");
    }

    [Fact]
    public void An_unknown_season_is_refused_with_the_nearest_name()
    {
        using TinyWorld world = With(Harvest);
        world.Replace("facilities.csv", ",harvest", ",harvset");
        Expect.Error(world.Read(), "facilities.csv", 2, "unknown season 'harvset'", "did you mean 'harvest'?");
    }

    [Fact]
    public void A_posted_by_product_of_a_maker_to_order_is_refused()
    {
        using TinyWorld world = new();
        world.Append("recipes.csv", "motor-making,share,beta-oxide,,0,share,,model");
        Expect.Error(world.Read(), "processes.csv", 4, "'motor-making'", "'beta-oxide'", "allowed: formula");
    }

    [Fact]
    public void A_season_that_nothing_follows_is_a_warning()
    {
        using TinyWorld world = With(Harvest);
        world.Replace("facilities.csv", ",harvest", ",");
        Expect.Warning(world.Read(), "seasons.csv", 2, "no use or facility follows it", "harvest");
    }
}
