using System.Xml.Linq;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

public class FigureTests
{
    private static readonly Band Known = Band.Of([1, 2, 3]);

    [Fact]
    public void A_missing_value_breaks_the_line()
    {
        var chart = Chart([new(2025, Known), new(2026, Known), new(2027, Bands.Missing), new(2028, Known), new(2029, Known)]);
        XElement line = Elements(chart.Draw().Html, "path").Single(p => p.Attribute("fill")?.Value == "none");

        Assert.Equal(2, line.Attribute("d")!.Value.Count(c => c == 'M'));
    }

    [Fact]
    public void A_chart_without_any_value_says_so()
    {
        string svg = Chart([new(2025, Bands.Missing), new(2026, Bands.Missing)]).Draw().Html;

        Assert.Contains("not recorded", Text(svg));
        Assert.Empty(Elements(svg, "path"));
    }

    [Fact]
    public void Every_chart_is_well_formed_has_a_title_and_text_of_readable_size()
    {
        var bars = new HorizontalBars { Title = "Bars <x>", Unit = "%", Bars = [new("a & b", Known, 0), new("missing", Bands.Missing, 1)] };
        var dots = new HorizontalBars { Title = "Dots", Unit = "%", Bars = [new("a", Band.Of([1e-5, 2e-5]), 0), new("none", Band.Of([0, 1e-4]), 1)], Limit = (0.5, "limit") };
        var stacks = new StackedBars { Title = "Stacks", Unit = "%", Stacks = ["2025", "2030"], Layers = [new("a", 0, [3, double.NaN]), new("b", 1, [1, double.NaN])] };
        var area = new StackedArea { Title = "Area", Unit = "t", Years = [2025, 2026, 2027], Layers = [new("a", 0, [1, 2, 3]), new("b", -1, [0, double.NaN, 1])] };
        string[] all = [Chart([new(2025, Known), new(2026, Known)]).Draw().Html, bars.Draw().Html, dots.Draw().Html, stacks.Draw().Html, area.Draw().Html];

        Assert.All(all, svg =>
        {
            XElement root = XDocument.Parse(svg).Root!;
            Assert.Equal("img", root.Attribute("role")!.Value);
            Assert.NotEmpty(root.Elements().Single(e => e.Name.LocalName == "title").Value);
            Assert.NotEmpty(root.Elements().Single(e => e.Name.LocalName == "desc").Value);
            Assert.All(Elements(svg, "text"), t => Assert.True(double.Parse(t.Attribute("font-size")!.Value) >= 11));
            Assert.Equal("360", root.Attribute("viewBox")!.Value.Split(' ')[2]);
        });
    }

    [Fact]
    public void A_missing_bar_and_a_missing_stack_say_so()
    {
        Assert.Contains("not recorded", Text(new HorizontalBars { Title = "t", Unit = "u", Bars = [new("gone", Bands.Missing, 0)] }.Draw().Html));
        Assert.Contains("not recorded", Text(new StackedBars { Title = "t", Unit = "u", Stacks = ["2025"], Layers = [new("a", 0, [double.NaN])] }.Draw().Html));
    }

    [Fact]
    public void Lines_differ_in_more_than_colour()
    {
        Style[] four = [Style.Of(0), Style.Of(1), Style.Of(2), Style.Of(3)];

        Assert.Equal(4, four.Select(s => s.Marker).Distinct().Count());
        Assert.Equal(4, four.Select(s => s.Dash).Distinct().Count());
    }

    [Fact]
    public void Labels_at_line_ends_do_not_overlap()
    {
        LineSeries[] series = [.. Enumerable.Range(0, 4).Select(i => new LineSeries($"line {i}", i, [new(2025, Band.Of([1.0])), new(2026, Band.Of([1.0 + (i * 0.001)]))]))];
        string svg = new LineChart { Title = "t", Unit = "u", Series = series }.Draw().Html;
        double[] heights = [.. Elements(svg, "text").Where(t => t.Value.StartsWith("line ", StringComparison.Ordinal)).Select(t => double.Parse(t.Attribute("y")!.Value)).Order()];

        Assert.Equal(4, heights.Length);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 11));
    }

    [Fact]
    public void An_observed_point_is_a_mark_of_its_own()
    {
        var chart = new LineChart { Title = "t", Unit = "u", Series = [new("a", 0, [new(2025, Known), new(2026, Known)])], Observed = [new(2025.5, 2, 1, 3)] };

        Assert.Contains("Diamonds mark what was observed", chart.Draw().Html);
        Assert.Contains(Elements(chart.Draw().Html, "path"), p => p.Attribute("fill")?.Value == "#fff");
    }

    private static LineChart Chart(IReadOnlyList<LinePoint> points) => new() { Title = "Price <of> things", Unit = "USD/kg", Series = [new("here", 0, points)] };

    private static IEnumerable<XElement> Elements(string svg, string name) => XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == name);

    private static string Text(string svg) => string.Join(" ", Elements(svg, "text").Select(t => t.Value));
}
