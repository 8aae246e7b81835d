using Offtake.Reporting.Page;

namespace Offtake.Tests.Reporting;

public class MarkupTests
{
    [Fact]
    public void Text_in_a_hole_is_escaped_and_markup_is_not()
    {
        Markup inner = Markup.Of($"<b>{"a<b & \"c\""}</b>");

        Assert.Equal("<p><b>a&lt;b &amp; &quot;c&quot;</b></p>", Markup.Of($"<p>{inner}</p>").Html);
    }

    [Fact]
    public void Characters_that_xml_forbids_are_dropped() => Assert.Equal("ab", Markup.Escape("a\u0000\u0007b"));

    [Fact]
    public void Letters_of_every_script_survive() => Assert.Equal("包头 😀", System.Net.WebUtility.HtmlDecode(Markup.Escape("包头 😀")));

    [Fact]
    public void A_coordinate_that_is_missing_cannot_be_drawn() => Assert.Throws<ArgumentOutOfRangeException>(() => Markup.Of($"{double.NaN}"));

    [Fact]
    public void A_story_keeps_its_headings_lists_and_code()
    {
        string html = Markdown.Render("# One\n\nText with **bold *deep*** and `x < y`.\n\n- first\n  goes on\n- second\n\n1. third\n\n```\n<raw>\n```\n\n> said").Html;

        Assert.Contains("<h3>One</h3>", html);
        Assert.Contains("<strong>bold <em>deep</em></strong>", html);
        Assert.Contains("<code>x &lt; y</code>", html);
        Assert.Contains("<li>first goes on</li>\n<li>second</li>", html);
        Assert.Contains("<ol>\n<li>third</li>", html);
        Assert.Contains("<pre><code>&lt;raw&gt;</code></pre>", html);
        Assert.Contains("<blockquote>said</blockquote>", html);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("# <script>alert(1)</script>")]
    [InlineData("- **<script>**")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[<script>](https://example.org/\"onload=\"x)")]
    public void A_story_cannot_bring_a_script(string markdown)
    {
        string html = Markdown.Render(markdown).Html;

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("href=\"javascript", html);
        Assert.DoesNotContain("\"onload", html);
    }

    [Fact]
    public void Only_addresses_of_the_web_become_links()
    {
        Assert.Equal("<a href=\"https://example.org/a\" rel=\"noopener noreferrer\">here</a>", Markdown.Link("here", "https://example.org/a").Html);
        Assert.Equal("here (file:///etc)", Markdown.Link("here", "file:///etc").Html);
        Assert.Equal("here", Markdown.Link("here", "").Html);
    }

    [Theory]
    [InlineData("```\nnever closed")]
    [InlineData("-")]
    [InlineData("**")]
    [InlineData("#")]
    [InlineData(">")]
    [InlineData("")]
    public void Unfinished_markdown_does_no_harm(string markdown) => Assert.NotNull(Markdown.Render(markdown).Html);

    [Fact]
    public void A_table_refuses_a_row_of_the_wrong_length() => Assert.Throws<ArgumentException>(() => new HtmlTable("t", "a", "b").Row("1"));
}
