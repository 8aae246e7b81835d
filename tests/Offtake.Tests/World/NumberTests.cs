using Offtake.Model.Evidence;
using Offtake.World;

namespace Offtake.Tests.World;

public class NumberTests
{
    [Theory]
    [InlineData("abc", "is not a number")]
    [InlineData("NaN", "is not finite")]
    [InlineData("-Infinity", "is not finite")]
    [InlineData("∞", "is not finite")]
    [InlineData("1e999", "is too large")]
    [InlineData("\"50,000\"", "has thousands separators", "write 50000")]
    [InlineData("50 000", "has thousands separators", "write 50000")]
    [InlineData("50'000.5", "has thousands separators", "write 50000.5")]
    [InlineData("\"50000,5\"", "has a decimal comma", "write 50000.5")]
    [InlineData("50 %", "is a percentage", "share of one")]
    [InlineData("\u22125", "typographic minus")]
    [InlineData("0x10", "is not a number")]
    [InlineData("-50000", "it cannot be negative")]
    [InlineData("0", "above 0")]
    [InlineData("=1+1", "is not a number")]
    public void A_number_that_is_none_is_reported_with_the_remedy(string written, params string[] fragments)
    {
        using TinyWorld world = new();
        world.Replace("markets.csv", "home,50000", $"home,{written}");

        Expect.OnlyError(world.Read(), "markets.csv", 3, ["'price_usd_per_unit'", .. fragments]);
    }

    [Theory]
    [InlineData("5e4")]
    [InlineData("+50000")]
    [InlineData(" 50000.0 ")]
    public void A_plain_number_may_have_sign_point_and_exponent(string written)
    {
        using TinyWorld world = new();
        world.Replace("markets.csv", "home,50000", $"home,{written}");

        Assert.Equal(50000.0, world.Chain().Markets[1].OpeningPrice!.Value);
    }

    [Fact]
    public void A_missing_number_is_an_error_with_an_address()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "no,1000,800,@cost,0.5", "no,,800,@cost,0.5");

        Expect.OnlyError(world.Read(), "facilities.csv", 2, "'capacity_per_year' has no number", "absent is not zero");
    }

    [Fact]
    public void A_number_without_a_witness_is_refused()
    {
        using TinyWorld world = new();
        world.Replace("regions.csv", "0.13,bureau", "0.13,");

        Expect.OnlyError(world.Read(), "regions.csv", 2, "without a witness", "vat_source");
    }

    [Fact]
    public void A_column_may_have_a_witness_of_its_own()
    {
        using TinyWorld world = new();
        world.Write("regions.csv", "id,title,vat,vat_source,source\nhome,Home,0.13,survey;paper,bureau\nabroad,Abroad,0,,bureau\n");

        Parameter vat = world.Chain().Regions[0].Vat;

        Assert.Equal(["survey", "paper"], vat.Witnesses);
        Assert.Equal(SourceKind.Measured, vat.Kind);
        Assert.Equal(["bureau"], world.Chain().Regions[1].Vat.Witnesses);
    }

    [Fact]
    public void An_unknown_source_is_reported_once_a_row_with_the_nearest_name()
    {
        using TinyWorld world = new();
        world.Replace("cities.csv", "1.5,bureau", "1.5,buro");

        Expect.OnlyError(world.Read(), "cities.csv", 2, "unknown source 'buro'");
    }

    [Fact]
    public void An_unknown_assumption_is_reported_with_the_nearest_name()
    {
        using TinyWorld world = new();
        world.Replace("cities.csv", "@share", "@shore");

        Expect.OnlyError(world.Read(), "cities.csv", 2, "unknown assumption 'shore'; did you mean 'share'?");
    }

    [Fact]
    public void An_assumption_named_as_a_source_is_refused()
    {
        using TinyWorld world = new();
        world.Replace("regions.csv", "0.13,bureau", "0.13,@share");

        Expect.Error(world.Read(), "regions.csv", 2, "an assumption stands where a source is asked for");
    }

    [Fact]
    public void A_number_that_rests_on_an_assumption_carries_its_range()
    {
        using TinyWorld world = new();

        Parameter share = world.Chain().Cities[0].DeploymentShare;

        Assert.Equal((0.5, SourceKind.Assumption), (share.Value, share.Kind));
        Assert.Equal(["@share"], share.Witnesses);
        Assert.Equal(Spread.Triangular(0.25, 0.75), share.Spread);
    }

    [Fact]
    public void An_assumption_that_reaches_beyond_what_is_possible_is_refused_where_it_is_used()
    {
        using TinyWorld world = new();
        world.Replace("assumptions.csv", "share,0.5,0.25,0.75", "share,0.5,0.25,1.2");

        Expect.OnlyError(world.Read(), "cities.csv", 2, "the range of 'deployment_share' reaches too far", "@share from 0.25 to 1.2", "0 to 1");
    }

    [Fact]
    public void An_assumption_has_no_second_range_in_the_table()
    {
        using TinyWorld world = new();
        world.Write("regions.csv", "id,title,vat,vat_low,vat_high,source\nhome,Home,@share,0.1,0.2,bureau\nabroad,Abroad,0,,,bureau\n");

        Expect.OnlyError(world.Read(), "regions.csv", 2, "has a range of its own");
    }

    [Theory]
    [InlineData("0.1,", "has half a range")]
    [InlineData("0.2,0.3", "lies outside its own range")]
    [InlineData("0.2,0.1", "wrong way round")]
    [InlineData("0.1,1.1", "reaches too far")]
    [InlineData("0.1,x", "'vat_high' is not a number")]
    public void A_range_that_does_not_hold_its_value_is_refused(string range, string fragment)
    {
        using TinyWorld world = new();
        world.Write("regions.csv", $"id,title,vat,vat_low,vat_high,source\nhome,Home,0.13,{range},bureau\nabroad,Abroad,0,,,bureau\n");

        Expect.OnlyError(world.Read(), "regions.csv", 2, fragment);
    }

    [Theory]
    [InlineData("gaussian", "5", "20", "unknown distribution 'gaussian'")]
    [InlineData("lognorml", "5", "20", "did you mean 'lognormal'?")]
    [InlineData("lognormal", "0", "20", "cannot be lognormal")]
    [InlineData("uniform", "", "20", "has no range")]
    [InlineData("uniform", "11", "20", "outside its own range")]
    public void An_assumption_states_a_distribution_that_fits_its_range(string distribution, string low, string high, string fragment)
    {
        using TinyWorld world = new();
        world.Replace("assumptions.csv", "cost,10,5,20,USD/t,lognormal", $"cost,10,{low},{high},USD/t,{distribution}");

        Expect.Error(world.Read(), "assumptions.csv", 2, fragment);
    }

    [Fact]
    public void An_assumption_without_a_reason_is_refused()
    {
        using TinyWorld world = new();
        world.Replace("assumptions.csv", "A convention.", "");

        Expect.OnlyError(world.Read(), "assumptions.csv", 5, "'reason' is empty");
    }

    [Fact]
    public void A_share_listed_for_an_ore_is_divided_by_the_sum_of_all()
    {
        using TinyWorld world = new();
        world.Write("ores.csv", "ore,element,share,share_low,share_high,source\nvein,alpha,0.392,0.343,0.441,survey\nvein,beta,0.588,,,survey\n");

        var ore = world.Chain().Ores[0];

        Assert.Equal(0.98, ore.ListedSum, 12);
        Assert.Equal(0.4, ore.Shares[0].Value, 12);
        Assert.Equal((0.35, 0.45), (Math.Round(ore.Shares[0].Spread.Low, 12), Math.Round(ore.Shares[0].Spread.High, 12)));
        Assert.Equal(1.0, ore.Shares.Sum(s => s.Value), 12);
    }

    [Fact]
    public void An_ore_whose_shares_are_far_from_one_is_read_with_a_warning()
    {
        using TinyWorld world = new();
        world.Replace("ores.csv", "0.6", "0.4");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Expect.Warning(reading, "ores.csv", 2, "sum to '0.8' (allowed: 0.95 to 1.05)");
        Assert.Equal(0.8, reading.Value!.Ores[0].ListedSum, 12);
    }

    [Fact]
    public void An_element_an_ore_says_nothing_of_is_not_taken_for_zero()
    {
        using TinyWorld world = new();
        world.Replace("ores.csv", "vein,beta,0.6,survey\n", "");

        Expect.OnlyError(world.Read(), "ores.csv", 2, "ore 'vein' says nothing of 'beta'");
    }
}
