using Offtake.Results;

namespace Offtake.Tests.Results;

public class IamcWriterTests
{
    [Fact]
    public void The_header_is_the_one_of_the_layout_with_years_ascending() =>
        Assert.Equal("Model,Scenario,Region,Variable,Unit,2025,2026", Lines(SampleRun.Of())[0]);

    [Theory]
    // Months 0..11 have the mean 5.5 and the sum 66; those of the second year 17.5 and 210. Future 2 adds 1000 a month, the coast 100.
    [InlineData("baseline|future 1,Inland,\"Price|NdPr oxide, 99%\",USD_2024/t,5.5,17.5")]
    [InlineData("baseline|future 2,Coast,\"Price|NdPr oxide, 99%\",USD_2024/t,1105.5,1117.5")]
    [InlineData("baseline|future 1,Inland,\"Stock|NdPr oxide, 99%\",t,11,23")]
    [InlineData("baseline|future 1,World,\"Stock|NdPr oxide, 99%\",t,122,146")]
    [InlineData("baseline|future 1,Inland,\"Output|NdPr oxide, 99%\",t/yr,66,210")]
    [InlineData("baseline|future 1,World,\"Output|NdPr oxide, 99%\",t/yr,1332,1620")]
    [InlineData("baseline|future 1,Inland,\"Trade|NdPr oxide, 99%|Inland>Coast\",t/yr,66,210")]
    [InlineData("baseline|future 1,Coast,Use|Cars,motor/yr,66,210")]
    [InlineData("baseline|future 1,Coast,In use|Cars,motor,11,23")]
    [InlineData("baseline,Coast,In use|Cars,motor,1011,1023")]
    public void Prices_are_means_stocks_are_at_year_end_and_flows_are_sums(string line) =>
        Assert.Contains("Offtake 0.1.0," + line, Lines(SampleRun.Of(futures: 3)));

    [Fact]
    public void There_is_no_price_of_the_world() =>
        Assert.DoesNotContain(Lines(SampleRun.Of()), line => line.Contains("World") && line.Contains("Price|"));

    [Fact]
    public void No_two_rows_have_the_same_name()
    {
        RunResults run = SampleRun.Of();
        run = run with { Titles = new Dictionary<string, string>(run.Titles) { ["coast"] = "Inland" } };

        string[] names = [.. Lines(run).Select(NameOf)];

        Assert.Equal(names.Distinct(), names);
        Assert.Contains(names, name => name.Contains(",Inland (coast),"));
    }

    [Fact]
    public void Every_row_has_a_name_for_everything_and_as_many_cells_as_the_header()
    {
        foreach (string line in Lines(SampleRun.Of()))
        {
            string[] cells = Cells(line);
            Assert.Equal(7, cells.Length);
            Assert.DoesNotContain("", cells.Take(5));
        }
    }

    [Fact]
    public void A_broken_year_is_left_out_because_its_sum_would_pass_for_a_year()
    {
        Assert.Equal("Model,Scenario,Region,Variable,Unit,2025", Lines(SampleRun.Of(months: 18))[0]);
        Assert.Equal(["Model,Scenario,Region,Variable,Unit"], Lines(SampleRun.Of(months: 11)));
    }

    [Fact]
    public void A_value_that_does_not_exist_is_an_empty_cell_and_adds_nothing()
    {
        RunResults run = SampleRun.Of(futures: 1);
        for (int period = 0; period < 12; period++) run.Panels["market"].Row(0, period, 1).Fill(double.NaN);
        string[] lines = Lines(run);

        Assert.Contains("Offtake 0.1.0,baseline,Coast,\"Output|NdPr oxide, 99%\",t/yr,,1410", lines);
        Assert.Contains("Offtake 0.1.0,baseline,World,\"Output|NdPr oxide, 99%\",t/yr,66,1620", lines);
    }

    [Fact]
    public void A_series_without_any_value_has_no_row()
    {
        RunResults run = SampleRun.Of(futures: 2);
        for (int f = 0; f < 2; f++)
        {
            for (int period = 0; period < 24; period++) run.Panels["use"].Row(f, period, 0).Fill(double.NaN);
        }

        Assert.DoesNotContain(Lines(run), line => line.Contains("Use|Cars"));
    }

    [Fact]
    public void Bars_in_titles_do_not_make_a_deeper_variable()
    {
        RunResults run = SampleRun.Of(futures: 1) with { Titles = new Dictionary<string, string> { ["cars"] = "Cars|vans" } };

        Assert.Contains(Lines(run), line => line.Contains(",Use|Cars/vans,"));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" blank", "\" blank\"")]
    public void Cells_are_quoted_when_they_must_be(string cell, string written) => Assert.Equal(written, IamcWriter.Quoted(cell));

    [Theory]
    [InlineData(YearRule.Sum, "t per month", "t/yr")]
    [InlineData(YearRule.Sum, "t", "t/yr")]
    [InlineData(YearRule.End, "MW", "MW")]
    [InlineData(YearRule.Mean, "t", "USD_2024/t")]
    [InlineData(YearRule.Sum, "", "unit/yr")]
    internal void Units_are_those_of_a_year(YearRule rule, string unit, string written) =>
        Assert.Equal(written, new IamcRule("", "", "", rule, "", null).UnitOf(unit));

    private static string[] Lines(RunResults run)
    {
        using StringWriter text = new() { NewLine = "\n" };
        IamcWriter.Write(run, text);
        return text.ToString().TrimEnd('\n').Split('\n');
    }

    private static string NameOf(string line) => string.Join(',', Cells(line).Take(5));

    private static string[] Cells(string line)
    {
        string[] parts = line.Split('"');
        for (int i = 1; i < parts.Length; i += 2) parts[i] = parts[i].Replace(',', ';');
        return string.Concat(parts).Split(',');
    }
}
