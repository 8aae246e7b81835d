using Offtake.World;

namespace Offtake.Tests.World;

public class LintTests
{
    [Theory]
    [InlineData("markets.csv", "motor,abroad,120,2,0.5,,,,model\n", "", "facilities.csv", 6, "facility 'shop' needs a market that is not there: 'motor/abroad'")]
    [InlineData("markets.csv", "mixture,home,,,,,0.6,home,model\n", "", "facilities.csv", 2, "'mixture/home'")]
    [InlineData("markets.csv", "beta-oxide,home,900,3,0.7,0.3,,,bureau\n", "", "facilities.csv", 3, "'beta-oxide/home'")]
    [InlineData("markets.csv", "scrap,abroad,,,,,0.5,abroad,model\n", "", "routes.csv", 4, "the route needs a market that is not there: 'scrap/abroad'")]
    [InlineData("markets.csv", "motor,home,,2,0.5,,,,model\n", "", "uses.csv", 2, "use 'motors-home' needs a market")]
    public void What_is_made_moved_or_used_needs_a_market(string file, string old, string by, string where, int line, string sentence)
    {
        using TinyWorld world = new();
        world.Replace(file, old, by);

        Expect.OnlyError(world.Read(), where, line, sentence);
    }

    [Theory]
    [InlineData("routes.csv", "motor,abroad,home,2,2", "motor,home,home,2,2", "routes.csv", 3, "leads from a region to itself: 'home'")]
    [InlineData("routes.csv", "motor,abroad,home,2,2", "motor,abroad,home,2,4", "routes.csv", 3, "a whole number from 1 to 3")]
    [InlineData("routes.csv", "motor,abroad,home,2,2", "motor,abroad,home,2,1.5", "routes.csv", 3, "a whole number from 1 to 3")]
    [InlineData("routes.csv", "50,1,0.7", "50,1,1.2", "routes.csv", 4, "the routes out of scrap/abroad ship more than is released")]
    [InlineData("recipes.csv", "beta-oxide,beta,0.9", "beta-oxide,alpha,0.9", "recipes.csv", 4, "cannot contain it ('beta-oxide'): 'alpha'")]
    [InlineData("recipes.csv", "recycling,share,alpha-oxide,alpha,0.8", "recycling,share,scrap,alpha,0.8", "processes.csv", 5, "no row of the recipe leads to the main output 'alpha-oxide'")]
    [InlineData("recipes.csv", "motor-making,share,motor,,1,share,,model\nmotor-making,yield,motor,,1,unit per unit,,model\n", "", "processes.csv", 4, "neither yield nor share")]
    [InlineData("recipes.csv", "recycling,in,scrap,,1,t per t,yes,model\n", "", "processes.csv", 5, "takes nothing in")]
    [InlineData("recipes.csv", "separation,in,mixture", "mining,in,mixture", "processes.csv", 2, "a mine takes something in")]
    [InlineData("recipes.csv", "motor-making,yield,motor", "motor-making,yield,alpha-oxide", "recipes.csv", 7, "a yield is stated for a commodity counted by its content")]
    [InlineData("recipes.csv", "motor-making,in,alpha-oxide,,", "motor-making,in,alpha-oxide,alpha,", "recipes.csv", 5, "'element' is stated for a row of flow 'in'")]
    [InlineData("recipes.csv", "motor-making,share,motor,,1,share,,", "motor-making,share,motor,,1,share,yes,", "recipes.csv", 6, "'closes' is stated for a row of flow 'share'")]
    [InlineData("processes.csv", "mixture,0.8,survey", "mixture,,", "processes.csv", 2, "an extraction has no 'recovery'")]
    [InlineData("processes.csv", "yes,motor,,", "yes,motor,0.5,survey", "processes.csv", 4, "'recovery' is stated for a conversion")]
    [InlineData("processes.csv", "extraction,margin", "extraction,feed", "processes.csv", 2, "an extraction cannot be driven by 'feed'")]
    [InlineData("markets.csv", "alpha-oxide,abroad,,3,0.7", "alpha-oxide,abroad,,,0.7", "markets.csv", 4, "posted pricing has no 'cover_months'")]
    [InlineData("markets.csv", ",0.6,home,model", ",,home,model", "markets.csv", 2, "formula pricing has no 'payable_share'")]
    [InlineData("markets.csv", ",0.6,home,model", ",0.6,,model", "markets.csv", 2, "formula pricing has no 'values_at'")]
    [InlineData("markets.csv", "mixture,home,,,", "mixture,home,500,,", "markets.csv", 2, "'price_usd_per_unit' means nothing in a market with formula pricing")]
    [InlineData("markets.csv", "beta-oxide,home,900", "beta-oxide,home,", "markets.csv", 5, "neither an opening price nor a route into it: 'beta-oxide/home'")]
    [InlineData("facilities.csv", "mining,vein", "mining,", "facilities.csv", 2, "a mine has no 'ore'")]
    [InlineData("facilities.csv", "recycling,,home", "recycling,vein,home", "facilities.csv", 7, "no mine: 'vein'")]
    [InlineData("facilities.csv", "motor-making,,abroad,", "motor-making,,abroad,hill", "facilities.csv", 6, "the city lies in region 'home', the facility in 'abroad'")]
    [InlineData("facilities.csv", "no,500,0,", "no,500,5,", "facilities.csv", 4, "starts after the opening (2024-12) has an 'opening_per_year' of '5'")]
    [InlineData("facilities.csv", "2026-01,2029-12", "2026-01,2025-12", "facilities.csv", 4, "'ends' lies before 'starts' (2026-01): '2025-12'")]
    [InlineData("uses.csv", "motor,home,140000,", "motor,home,,", "uses.csv", 2, "neither 'amount_per_year' nor 'closes'")]
    [InlineData("uses.csv", "beta-oxide,home,,", "beta-oxide,home,5,", "uses.csv", 4, "an amount and closes a balance too")]
    [InlineData("uses.csv", "beta-oxide,1,0.2", "beta-oxide,,0.2", "uses.csv", 4, "no 'closing_share'")]
    [InlineData("uses.csv", "beta-oxide,1,0.2", "beta-oxide,0.9,0.2", "uses.csv", 4, "closing shares that sum to '0.9' (allowed: 1)")]
    [InlineData("uses.csv", "10,2,0.5,scrap,,,", "10,,0.5,scrap,,,", "uses.csv", 2, "stated by half; empty are 'life_sd_years'")]
    [InlineData("uses.csv", "scrap,12,20000", "scrap,12,", "uses.csv", 3, "a city's fleet is stated by half; empty are 'target_amount'")]
    [InlineData("uses.csv", "10,2,0.5,scrap,,,", "10,2,0.5,scrap,12,20000,", "uses.csv", 2, "a place that is no city: 'home'")]
    [InlineData("drivers.csv", "growth,2010", "growth,2011", "drivers.csv", 2, "too short: '2011 to 2030'")]
    [InlineData("drivers.csv", "growth,2030", "growth,2029", "drivers.csv", 2, "too short: '2010 to 2029'")]
    [InlineData("drivers.csv", "growth,2030", "growth,2029-12", "drivers.csv", 2, "too short: '2010 to 2029-12'")]
    [InlineData("drivers.csv", "growth,2024,1,", "growth,2031,1,", "drivers.csv", 4, "go back in time: '2030' (allowed: after 2031)")]
    [InlineData("drivers.csv", "growth,2024,1,", "growth,2030-01,1,", "drivers.csv", 4, "a year is given as a whole and by months: '2030'")]
    [InlineData("drivers.csv", "growth,2024,1,", "growth,2024-05,1,paper\ngrowth,2024-04,1,", "drivers.csv", 4, "go back in time: '2024-04' (allowed: after 2024-05)")]
    [InlineData("drivers.csv", "growth,2024,1,", "growth,2010-12,1,", "drivers.csv", 3, "a year is given as a whole and by months: '2010-12' (allowed: a year, as the row before)")]
    [InlineData("driver_spread.csv", "growth,0.04,0.02,0.5,model\n", "", "drivers.csv", 2, "how uncertain a driver is: 'growth'")]
    [InlineData("cities.csv", "hill,Hill", "home,Hill", "cities.csv", 2, "a city is called like a region: 'home'")]
    [InlineData("elements.csv", "alpha,Alpha\nbeta,Beta\n", "", "elements.csv", 0, "the table is empty")]
    public void A_chain_that_cannot_work_is_refused(string file, string old, string by, string where, int line, string sentence)
    {
        using TinyWorld world = new();
        world.Replace(file, old, by);

        Expect.Error(world.Read(), where, line, sentence);
    }

    [Fact]
    public void More_of_an_element_cannot_leave_a_process_than_enters_it()
    {
        using TinyWorld world = new();
        world.Append("recipes.csv", "separation,share,scrap,alpha,0.2,share,,model");

        Expect.OnlyError(world.Read(), "recipes.csv", 10, "more leaves process 'separation' than enters it (alpha): shares sum to '1.1'");
    }

    [Fact]
    public void A_share_without_an_element_is_for_all_elements_of_its_commodity()
    {
        using TinyWorld world = new();
        world.Replace("recipes.csv", "beta-oxide,beta,0.9", "beta-oxide,,0.9").Append("recipes.csv", "separation,share,scrap,,0.1,share,,model");

        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void Opening_prices_cannot_go_round_in_a_circle()
    {
        using TinyWorld world = new();
        world.Replace("markets.csv", "alpha-oxide,home,50000", "alpha-oxide,home,").Append("routes.csv", "alpha-oxide,abroad,home,300,1,1,bureau");

        Expect.Error(world.Read(), "markets.csv", 3, "go round in a circle: 'home <- abroad <- home'");
    }

    [Fact]
    public void A_landed_price_may_come_from_a_market_that_has_one_by_another_route()
    {
        using TinyWorld world = new();
        world.Append("routes.csv", "alpha-oxide,abroad,home,300,1,1,bureau");

        Assert.Empty(world.Read().Problems);
    }

    [Theory]
    [InlineData("uses.csv", "0.3,growth,2,10,2,0.5,scrap,,", "0.3,output-2025,2,10,2,0.5,scrap,,", 2)]
    [InlineData("uses.csv", "0.3,growth,2,10,2,0.5,scrap,,", "0.3,observed/output-2025,2,10,2,0.5,scrap,,", 2)]
    [InlineData("regions.csv", "0.13,bureau", "0.13,observed/output-2025", 2)]
    [InlineData("regions.csv", "0.13,bureau", "0.13,output-2025", 2)]
    [InlineData("regions.csv", "0.13,bureau", "@observed/output-2025,", 2)]
    [InlineData("driver_spread.csv", "growth,", "output-2025,", 2)]
    [InlineData("assumptions.csv", "clock,3", "output-2025,3", 5)]
    public void An_outcome_cannot_be_an_input(string file, string old, string by, int line)
    {
        using TinyWorld world = new();
        world.Replace(file, old, by);

        Expect.Error(world.Read(), file, line, "an outcome cannot be an input", "output-2025");
    }

    [Fact]
    public void A_driver_that_is_an_outcome_is_refused()
    {
        using TinyWorld world = new();
        foreach (string file in (string[])["drivers.csv", "driver_spread.csv", "uses.csv"]) world.Replace(file, "growth,", "output-2025,");

        Expect.OnlyError(world.Read(), "drivers.csv", 2, "an outcome cannot be an input: 'output-2025'");
    }

    [Fact]
    public void What_is_there_for_nothing_is_a_warning()
    {
        using TinyWorld world = new();
        world.Append("sources.csv", "spare,Nobody,2024,press,Unread,,,").Append("assumptions.csv", "idle,1,0,2,x,uniform,No use.")
            .Append("processes.csv", "spare,Spare,recycling,conversion,feed,no,alpha-oxide,,").Append("recipes.csv", "spare,in,scrap,,1,,no,model")
            .Append("recipes.csv", "spare,share,alpha-oxide,,0.5,,,model").Append("ores.csv", "other,alpha,1,survey").Append("ores.csv", "other,beta,0,survey")
            .Append("elements.csv", "gamma,Gamma").Append("ores.csv", "vein,gamma,0,survey").Append("ores.csv", "other,gamma,0,survey")
            .Append("commodities.csv", "dust,Dust,reo,t,mining,beta,formula,no,");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Assert.True(reading.Succeeded);
        Expect.Warning(reading, "sources.csv", 6, "no number rests on the source 'spare'");
        Expect.Warning(reading, "assumptions.csv", 6, "no number rests on the assumption 'idle'");
        Expect.Warning(reading, "processes.csv", 6, "no facility runs it: 'spare'");
        Expect.Warning(reading, "ores.csv", 4, "no facility mines it: 'other'");
        Expect.Warning(reading, "elements.csv", 4, "no commodity contains it: 'gamma'");
        Expect.Warning(reading, "commodities.csv", 7, "no market trades it: 'dust'");
        Assert.Equal(6, reading.Problems.Count);
    }

    [Fact]
    public void A_source_named_in_the_reason_of_an_assumption_is_used()
    {
        using TinyWorld world = new();
        world.Append("sources.csv", "spare,Nobody,2024,press,Read,,,").Replace("assumptions.csv", "A convention.", "A convention. [see spare; sparse]");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Assert.Single(reading.Problems);
        Expect.Warning(reading, "assumptions.csv", 5, "unknown source 'sparse'; did you mean 'spare'?");
    }

    [Fact]
    public void A_facility_that_opens_above_its_capacity_is_a_warning()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "no,100,50,400", "no,100,150,400");

        Expect.Warning(world.Read(), "facilities.csv", 7, "above capacity: '150' (allowed: up to 100)");
    }

    [Fact]
    public void A_file_nobody_knows_is_a_warning()
    {
        using TinyWorld world = new();
        world.Write("facilites.csv", "").Write("README.md", "").Write(".DS_Store", "").Write("picture.png", "");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Expect.Warning(reading, "facilites.csv", 0, "did you mean 'facilities.csv'?");
        Expect.Warning(reading, "picture.png", 0, "unknown file");
        Assert.Equal(2, reading.Problems.Count);
    }

    [Fact]
    public void A_data_package_that_describes_other_tables_is_a_warning()
    {
        using TinyWorld world = new();
        world.Write("datapackage.json", """{"resources": [{"path": "elements.csv", "schema": {"fields": [{"name": "id"}]}}, {"path": "gone.csv"}]}""");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Assert.True(reading.Succeeded);
        Expect.Warning(reading, "datapackage.json", 0, "other columns of elements.csv: 'id' (allowed: id,title)");
        Expect.Warning(reading, "datapackage.json", 0, "not there: 'gone.csv'");
        Expect.Warning(reading, "datapackage.json", 0, "does not describe 'regions.csv'");
    }

    [Theory]
    [InlineData("{\n\"resources\": [\n}", 3, "this is not JSON")]
    [InlineData("[]", 1, "no list of resources")]
    public void A_data_package_that_cannot_be_read_is_an_error(string text, int line, string sentence)
    {
        using TinyWorld world = new();
        world.Write("datapackage.json", text);

        Expect.OnlyError(world.Read(), "datapackage.json", line, sentence);
    }

    [Fact]
    public void A_missing_data_package_is_a_warning()
    {
        using TinyWorld world = new();
        world.Delete("datapackage.json");

        Expect.Warning(world.Read(), "datapackage.json", 0, "the data package is missing");
    }

    [Fact]
    public void A_rule_of_behaviour_that_has_no_row_is_an_error()
    {
        using TinyWorld world = new();
        world.Replace("parameters.csv", "thrift.floor,", "thrift.flor,");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Expect.Error(reading, "parameters.csv", world.LineOf("parameters.csv", "thrift.flor"), "unknown parameter 'thrift.flor'; did you mean 'thrift.floor'?");
        Expect.Error(reading, "parameters.csv", 0, "missing parameter 'thrift.floor'");
    }

    [Theory]
    [InlineData("mine.reopen-ratio,1.1", "mine.reopen-ratio,0.4", "mine.close-ratio", "is not below 'mine.reopen-ratio'")]
    [InlineData("thrift.floor,0.5", "thrift.floor,1.5", "thrift.floor", "0 to 1")]
    [InlineData("order.adjust-months,6", "order.adjust-months,0", "order.adjust-months", "above 0")]
    [InlineData("order.adjust-months,6,,", "order.adjust-months,6,4,", "order.adjust-months", "half a range")]
    [InlineData("thrift.floor,0.5,,", "thrift.floor,0.5,0.2,1.5", "thrift.floor", "reaches too far")]
    public void A_rule_of_behaviour_outside_its_bounds_is_refused(string old, string by, string row, string sentence)
    {
        using TinyWorld world = new();
        world.Replace("parameters.csv", old, by);

        Expect.OnlyError(world.Read(), "parameters.csv", world.LineOf("parameters.csv", row + ","), sentence);
    }
}
