using Offtake.World;

namespace Offtake.Tests.World;

public class TableFormTests
{
    [Fact]
    public void An_unknown_column_is_reported_with_the_nearest_name()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "unit_cost_usd", "unit_cost_us");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Expect.Error(reading, "facilities.csv", 1, "unknown column 'unit_cost_us'; did you mean 'unit_cost_usd'?");
        Expect.Error(reading, "facilities.csv", 1, "missing column 'unit_cost_usd'");
        Assert.Equal(2, reading.Problems.Count);
    }

    [Fact]
    public void A_misspelt_range_column_is_not_overlooked()
    {
        using TinyWorld world = new();
        world.Write("regions.csv", "id,title,vat,vat_lo,source\nhome,Home,0.13,0.1,bureau\nabroad,Abroad,0,,bureau\n");

        Expect.OnlyError(world.Read(), "regions.csv", 1, "unknown column 'vat_lo'; did you mean 'vat_low'?");
    }

    [Fact]
    public void A_repeated_column_is_refused()
    {
        using TinyWorld world = new();
        world.Write("elements.csv", "id,title,title\nalpha,Alpha,A\nbeta,Beta,B\n");

        Expect.OnlyError(world.Read(), "elements.csv", 1, "repeated column 'title'");
    }

    [Fact]
    public void A_column_that_may_be_empty_may_be_absent()
    {
        using TinyWorld world = new();
        world.Write("sources.csv", string.Join('\n', world.Text("sources.csv").Split('\n').Select(l => string.Join(',', l.Split(',').Take(5)))));

        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void A_note_may_stand_in_every_table()
    {
        using TinyWorld world = new();
        world.Write("elements.csv", "id,title,note\nalpha,Alpha,first\nbeta,Beta,\n");

        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        using TinyWorld world = new();
        world.Write("elements.csv", "title,id\nAlpha,alpha\nBeta,beta\n");

        Assert.Equal("alpha", world.Chain().Elements[0].Id);
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_counted()
    {
        using TinyWorld world = new();
        world.Write("elements.csv", "id,title\n\nalpha,Alpha\n,\n\nbeta,\n");

        Expect.OnlyError(world.Read(), "elements.csv", 6, "'title' is empty");
    }

    [Theory]
    [InlineData("alpha,\"Al\"pha")]
    [InlineData("alpha,Al\"pha")]
    [InlineData("alpha,\"Alpha")]
    public void A_lost_quote_is_reported_where_its_row_starts(string row)
    {
        using TinyWorld world = new();
        world.Write("elements.csv", $"id,title\nbeta,\"Be\nta\"\n{row}\n");

        Expect.OnlyError(world.Read(), "elements.csv", 4, "a quote");
    }

    [Fact]
    public void A_doubled_quote_is_a_quote()
    {
        using TinyWorld world = new();
        world.Replace("elements.csv", "alpha,Alpha", "alpha,\"The \"\"first\"\"\"");

        Assert.Equal("The \"first\"", world.Chain().Elements[0].Title);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_reported()
    {
        using TinyWorld world = new();
        world.Replace("drivers.csv", "growth,2030,1.6,paper", "growth,2030,1.6");

        Expect.OnlyError(world.Read(), "drivers.csv", 4, "'3' (allowed: 4)");
    }

    [Theory]
    [InlineData("elements.csv", "alpha,Again", "repeated id 'alpha'", "line 2")]
    [InlineData("ores.csv", "vein,beta,0.1,survey", "repeated ore, element 'vein/beta'", "line 3")]
    [InlineData("routes.csv", "motor,abroad,home,2,2,1,bureau", "'motor/abroad/home'", "line 3")]
    [InlineData("drivers.csv", "growth,2024,1,paper", "'growth/2024'", "line 3")]
    [InlineData("markets.csv", "scrap,home,,,,,0.5,home,model", "'scrap/home'", "line 6")]
    [InlineData("recipes.csv", "recycling,in,scrap,,1,t,yes,model", "'recycling/in/scrap'", "line 8")]
    public void A_repeated_key_names_the_line_of_the_first(string file, string row, params string[] fragments)
    {
        using TinyWorld world = new();
        world.Append(file, row);

        Expect.OnlyError(world.Read(), file, world.Text(file).Split('\n').Length - 1, fragments);
    }

    [Fact]
    public void A_table_without_a_header_is_reported()
    {
        using TinyWorld world = new();
        world.Write("claims.csv", "\n");

        Expect.OnlyError(world.Read(), "claims.csv", 1, "no header", "id,system,kind");
    }

    [Theory]
    [InlineData("facilities.csv", ",no,1000,800,@cost,0.5", ",nope,1000,800,@cost,0.5", 2, "'aggregate' is 'nope' (allowed: yes or no)")]
    [InlineData("facilities.csv", "2026-01", "2026-13", 4, "'starts' is not a month: '2026-13'")]
    [InlineData("commodities.csv", "motor,Motor,units", "motor,Motor,unit", 6, "unknown basis 'unit'; did you mean 'units'?")]
    [InlineData("commodities.csv", "products,alpha,posted", "products,alpha,poste", 6, "did you mean 'posted'?")]
    [InlineData("processes.csv", "extraction,margin", "extraction,margins", 2, "did you mean 'margin'?")]
    [InlineData("processes.csv", "extraction,margin", "extracton,margin", 2, "did you mean 'extraction'?")]
    [InlineData("recipes.csv", "separation,in,mixture", "separation,im,mixture", 2, "did you mean 'in'?")]
    [InlineData("sources.csv", "2025,press", "2025,pres", 4, "did you mean 'press'?")]
    [InlineData("sources.csv", "2025,press", "2025,assumption", 4, "a source cannot be of kind 'assumption'")]
    [InlineData("claims.csv", "confirmed", "confirmd", 2, "did you mean 'confirmed'?")]
    [InlineData("calendar.csv", "production-quota,facility:pit,900", "production-quot,facility:pit,900", 2, "did you mean 'production-quota'?")]
    [InlineData("observed.csv", "mine-output,home", "mine-output,hom", 2, "did you mean 'home'?")]
    [InlineData("drivers.csv", "growth,2010", "growth,2010-13", 2, "'when' is neither a year nor a month: '2010-13'")]
    [InlineData("drivers.csv", "growth,2010", "growth,10", 2, "'when' is neither a year nor a month: '10'")]
    [InlineData("uses.csv", "motor,hill", "motor,hall", 3, "unknown place 'hall'; did you mean 'hill'?")]
    [InlineData("commodities.csv", "mining,alpha;beta", "mining,alpha;beta;alpha", 2, "repeated element 'alpha'")]
    [InlineData("world.yaml", "first: 2025-01", "first: 2025-02", 4, "does not follow the opening")]
    [InlineData("world.yaml", "world: tiny", "world: other", 1, "not named after its folder")]
    [InlineData("world.yaml", "last: 2030-12", "last: 2020-12", 5, "lies before the first")]
    [InlineData("world.yaml", "title:", "titel:", 2, "unknown key 'titel'; did you mean 'title'?")]
    public void A_word_that_is_not_one_of_those_known_is_reported_where_it_stands(string file, string old, string by, int line, string sentence)
    {
        using TinyWorld world = new();
        world.Replace(file, old, by);

        Expect.Error(world.Read(), file, line, sentence);
    }
}
