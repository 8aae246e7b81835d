using System.Globalization;
using System.Text;
using System.Text.Json;
using Offtake.Cli;

namespace Offtake.Tests.Cli;

public sealed class AnalyseCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_design_is_written_evaluated_elsewhere_and_analysed()
    {
        Write("inputs.csv", "name,low,high\nwide,0,10\n\"a, b\",0,1\n");
        Assert.Equal(ExitCodes.Done, _shell.Run("analyse", "design", "sobol", "--inputs", "inputs.csv", "--n", "256", "--second-order", "--out", "sample.csv").ExitCode);
        string[] rows = File.ReadAllLines(_shell["sample.csv"]);
        Assert.Equal("wide,\"a, b\"", rows[0]);
        Assert.Equal(256 * 6, rows.Length - 1);
        Write("both.csv", rows[0] + ",y\n" + string.Concat(rows.Skip(1).Select(r => FormattableString.Invariant($"{r},{r.Split(',').Sum(c => double.Parse(c, CultureInfo.InvariantCulture))}\n"))));

        Said said = _shell.Run("analyse", "sobol", "both.csv", "--outcome", "y", "--second-order", "--json");

        Assert.Equal("", said.Error);
        Assert.Equal(1, said.Json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(256, said.Json.GetProperty("pairs").GetInt32());
        JsonElement result = said.Json.GetProperty("results")[0];
        Assert.Equal("y", result.GetProperty("outcome").GetString());
        Assert.Equal(100.0 / 101.0, result.GetProperty("indices")[0].GetProperty("first").GetProperty("value").GetDouble(), 0.01);
        Assert.Equal("a, b", result.GetProperty("indices")[1].GetProperty("input").GetString());
        Assert.Equal(0.0, result.GetProperty("secondOrder")[0].GetProperty("second").GetProperty("value").GetDouble(), 0.02);
        Assert.Contains("wide", _shell.Run("analyse", "sobol", "both.csv", "--outcome", "y").Out);
        Assert.Contains("a design for Sobol' indices", _shell.Run("analyse", "shapley", "both.csv", "--outcome", "y").Error);
        Said enough = _shell.Run("analyse", "converge", "both.csv", "--inputs", "wide", "--inputs", "a, b", "--outcome", "y", "--within", "0.5");
        Assert.Contains("total of a, b", enough.Out);
        Assert.Equal("", enough.Error);
    }

    [Fact]
    public void Futures_drawn_at_random_are_refused_for_indices_with_the_first_row_that_does_not_fit()
    {
        Random();

        _shell.Run("analyse", "sobol", "t.csv", "--inputs", "a,b", "--outcome", "y").Refused("t.csv:3", "data row 2", "differs from it in", "offtake analyse shapley");
        _shell.Run("analyse", "morris", "t.csv", "--inputs", "a,b", "--outcome", "y").Refused("t.csv:3", "data row 2", "offtake analyse design morris");
    }

    [Theory]
    [InlineData("shapley", "--outcome", "y")]
    [InlineData("regional", "--where", "y > 1.2")]
    [InlineData("prim", "--outcome", "y", "--threshold", "1.2")]
    [InlineData("cart", "--outcome", "y")]
    [InlineData("cart", "--outcome", "kind", "--inputs", "a,b")]
    [InlineData("converge", "--outcome", "y", "--quantile", "0.9", "--where", "y > 1.2")]
    public void An_analysis_says_the_same_in_words_and_for_programs(params string[] words)
    {
        Random();
        string[] line = ["analyse", words[0], "t.csv", .. words[1..]];

        Said text = _shell.Run(line), json = _shell.Run([.. line, "--json"]);

        Assert.Equal((ExitCodes.Done, ""), (text.ExitCode, text.Error));
        Assert.Equal(words[0], json.Json.GetProperty("analysis").GetString());
        foreach (JsonElement result in json.Json.GetProperty("results").EnumerateArray()) Assert.Contains(result.GetProperty("outcome").GetString()!, text.Out);
        Assert.Equal(json.Out, _shell.Run([.. line, "--json", "--workers", "1"]).Out);
    }

    [Fact]
    public void Quotes_semicolons_tabs_marks_and_line_ends_of_other_programs_change_nothing()
    {
        string plain = "a,\"b c\",y\n" + string.Concat(Enumerable.Range(0, 40).Select(n => $"{n},{n % 7},{n % 2}\n"));
        Write("t.csv", plain);
        string expected = _shell.Run("analyse", "regional", "t.csv", "--outcome", "y").Out;
        Assert.Contains("b c", expected);

        foreach (string other in new[] { "\uFEFF" + plain, plain.Replace("\n", "\r\n"), plain.Replace(',', ';'), plain.Replace(',', '\t'), plain.Replace("\n", "\n\n"), plain.TrimEnd('\n'), plain.Replace(",3,", ", \"3\" ,") })
        {
            Write("t.csv", other);
            Assert.Equal(expected, _shell.Run("analyse", "regional", "t.csv", "--outcome", "y").Out);
        }
    }

    [Theory]
    [InlineData("a,y\n1,2\n,3\n", "t.csv:3", "row 2 of column 'a' is missing")]
    [InlineData("a,y\n1,2\nNaN,3\n", "t.csv:3", "row 2 of column 'a' is missing")]
    [InlineData("a,y\n1,2\n4,inf\n", "t.csv:3", "not finite", "inf")]
    [InlineData("a;y\n1;2\n1,5;3\n", "t.csv:3", "decimal comma", "3.14")]
    [InlineData("a,y\n1,2\n1,5,3\n", "t.csv:3", "this row has 3 cells and the header 2")]
    [InlineData("a,y\n1,2\nx,3\n", "t.csv:3", "is not a number", "--categories")]
    [InlineData("a,a\n1,2\n", "t.csv:1", "two columns have the same name", "'a'")]
    [InlineData("a,\n1,2\n", "t.csv:1", "column 2 has no name")]
    [InlineData("1,2\n1,2\n", "t.csv:1", "holds numbers, not names")]
    [InlineData("a,y\n", "t.csv:", "no rows")]
    [InlineData("a,y\n1,\"2\n3,4\n", "t.csv:2", "never closed")]
    [InlineData("a,y\n1,2\n2,2\n3,2\n4,2\n5,2\n6,2\n7,2\n8,2\n9,2\n10,2\n", "t.csv:1", "'y' is the same in every row")]
    [InlineData("a,y\n1,2\n", "t.csv:", "1 row", "at least 10")]
    public void What_is_wrong_in_a_table_is_refused_with_its_place(string text, params string[] fragments)
    {
        Write("t.csv", text);

        _shell.Run("analyse", "cart", "t.csv", "--outcome", "y").Refused(fragments);
    }

    [Fact]
    public void A_box_found_in_noise_is_said_to_be_an_accident_and_a_true_one_is_not()
    {
        Random chance = new(1);
        Write("t.csv", "a,b,hit,noise\n" + string.Concat(Enumerable.Range(0, 400).Select(_ =>
        {
            double a = chance.NextDouble(), b = chance.NextDouble();
            return FormattableString.Invariant($"{a:F6},{b:F6},{(a > 0.6 && b < 0.4 ? 1 : 0)},{(chance.NextDouble() < 0.15 ? 1 : 0)}\n");
        })));

        Assert.Contains("May well be accidents", _shell.Run("analyse", "prim", "t.csv", "--inputs", "a,b", "--where", "noise = 1").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("accidents", _shell.Run("analyse", "prim", "t.csv", "--inputs", "a,b", "--where", "hit = 1").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        Random();

        Said said = _shell.Run("analyse", "prim", "t.csv", "--outcome", "yy", "--inputs", "a,bb", "--where", "kind > 3", "--peel", "2", "--boxes", "0", "--seed", "-1");

        said.Refused("--outcome", "'yy'", "did you mean 'y'?");
        said.Refused("--inputs", "'bb'", "did you mean 'b'?");
        said.Refused("--where", "holds words, which have no order");
        said.Refused("--peel", "'2'");
        said.Refused("--boxes", "'0'");
        said.Refused("--seed", "'-1'");
    }

    [Fact]
    public void An_outcome_that_is_no_question_asks_for_one()
    {
        Random();

        _shell.Run("analyse", "prim", "t.csv", "--outcome", "y").Refused("does not say yes or no", "--threshold");
        _shell.Run("analyse", "regional", "t.csv", "--outcome", "kind").Refused("does not say yes or no", "--where 'kind = ");
        _shell.Run("analyse", "shapley", "t.csv", "--outcome", "kind").Refused("holds words", "--where 'kind = ");
        _shell.Run("analyse", "prim", "t.csv", "--where", "y > 99").Refused("holds in no row");
        _shell.Run("analyse", "prim", "t.csv").Refused("no outcome is named");
        _shell.Run("analyse", "prim", "t.csv", "--where", "kind = smal").Refused("nowhere holds", "did you mean 'small'?");
        _shell.Run("analyse", "prim", "t.csv", "--where", "y about 3").Refused("this is not a condition");
        _shell.Run("analyse", "prim", "nowhere.csv", "--where", "y > 3").Refused("nowhere.csv", "cannot be read");
        _shell.Run("analyse", "sobol", "t.csv", "--outcome", "y").Refused("column 'kind' holds words");
    }

    [Fact]
    public void Codes_can_be_words_and_a_column_that_never_varies_is_said()
    {
        Write("t.csv", "code,one,y\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $"{n % 3},5,{(n % 3 == 1 ? 1 : 0)}\n")));

        Said said = _shell.Run("analyse", "prim", "t.csv", "--outcome", "y", "--categories", "code");

        Assert.Contains("code is 1", said.Out);
        Assert.Contains("input 'one' never varies", said.Error);
    }

    [Fact]
    public void A_design_that_cannot_be_is_refused_and_nothing_is_overwritten()
    {
        Write("inputs.csv", "name,low,high\na,1,1\nb,2,x\n");
        _shell.Run("analyse", "design", "sobol", "--inputs", "inputs.csv", "--n", "1").Refused("--n", "'1'");
        _shell.Run("analyse", "design", "sobol", "--inputs", "inputs.csv").Refused("inputs.csv:3", "is not a number");
        Write("inputs.csv", "name,low,high\na,1,1\nb,2,3\n");
        _shell.Run("analyse", "design", "morris", "--inputs", "inputs.csv").Refused("inputs.csv:2", "not below its high");
        Write("inputs.csv", "name,low,high\na,0,1\n");
        Assert.Contains("512 or 1024", _shell.Run("analyse", "design", "sobol", "--inputs", "inputs.csv", "--n", "1000").Error);
        _shell.Run("analyse", "design", "sobol", "--inputs", "inputs.csv", "--out", "inputs.csv").Refused("is there already");
    }

    private void Random()
    {
        StringBuilder text = new("a,b,kind,y\n");
        Random random = new(3);
        for (int n = 0; n < 200; n++)
        {
            double a = random.NextDouble(), b = random.NextDouble();
            text.Append(CultureInfo.InvariantCulture, $"{a},{b},{(b > 0.6 ? "big" : "small")},{a + (a > 0.5 ? b : 0.0)}\n");
        }

        Write("t.csv", text.ToString());
    }

    private void Write(string name, string text) => File.WriteAllText(_shell[name], text);
}
