namespace Offtake.Architecture.Tests;

/// <summary>The scanner the other rules stand on.</summary>
public class CSharpTextTests
{
    [Theory]
    [InlineData("x = \"plain\";", "plain")]
    [InlineData("x = \"a \\\" b\";", "a \\\" b")]
    [InlineData("x = @\"a \"\" b\";", "a \"\" b")]
    [InlineData("x = $\"a {y + 1:0.0} b\";", "a   b")]
    [InlineData("x = $\"{{kept}} {y}\";", "{{kept}}  ")]
    [InlineData("x = \"\"\"a \"quoted\" b\"\"\";", "a \"quoted\" b")]
    [InlineData("x = $$\"\"\"{a} {{y}}\"\"\";", "{a}  ")]
    [InlineData("c = '\"'; x = \"after\";", "after")]
    [InlineData("// \"not this\"\nx = \"this\";", "this")]
    [InlineData("/* \"not this\" */ x = \"this\";", "this")]
    public void A_literal_is_found_whatever_its_quotes(string source, string literal) =>
        Assert.Equal([literal], CSharpText.Of(source).Literals.Select(l => l.Text));

    [Fact]
    public void A_literal_inside_an_interpolation_hole_is_found_too() =>
        Assert.Equal(["inner", "a   b"], CSharpText.Of("x = $\"a {f(\"inner\")} b\"; y = \"\";").Literals.Select(l => l.Text));

    [Fact]
    public void Comments_are_not_code_and_doc_comments_are_kept_apart()
    {
        var text = CSharpText.Of("/// <summary>OPS-2</summary>\nint x; // OPS-9\n");

        Assert.Contains("OPS-2", text.DocComments);
        Assert.DoesNotContain("OPS", text.Code);
        Assert.Contains("int x;", text.Code);
    }
}
