using System.Xml.Linq;
using Offtake.Reporting.Figures;

namespace Offtake.Tests.Reporting;

public class SankeyTests
{
    /// <summary>Two mines, two separators, one maker, two users and a loss; one flow skips a layer.</summary>
    private static readonly SankeyGraph Graph = new(
        [
            new("mine a", 0, 0, false), new("mine b", 0, 1, false), new("separator a", 1, 0, false), new("separator b", 1, 1, false),
            new("maker", 2, 0, false), new("user", 3, -2, false), new("other user", 3, -2, false), new("lost", 2, -1, true),
        ],
        [
            new(0, 2, 60), new(1, 3, 25), new(1, 2, 5), new(2, 4, 55), new(3, 4, 12), new(3, 6, 9), new(2, 7, 10), new(3, 7, 4), new(4, 5, 67),
        ],
        ["Mines", "Separation", "Making", "Use"]);

    private static SankeyPlan Plan(double scale = 2) => SankeyLayout.Place(Graph, 300, 12, scale);

    [Fact]
    public void The_width_of_a_ribbon_is_the_flow_times_the_scale() =>
        Assert.All(Plan().Links.Zip(Graph.Links), pair => Assert.Equal(pair.Second.Value * 2, pair.First.Width, 9));

    [Fact]
    public void What_leaves_a_box_side_by_side_fills_exactly_what_passes_through_it()
    {
        SankeyPlan plan = Plan();
        for (int n = 0; n < Graph.Nodes.Count; n++)
        {
            Assert.Equal(Graph.Through(n) * 2, plan.Nodes[n].Size, 9);
            AssertSideBySide(plan, n, Enumerable.Range(0, Graph.Links.Count).Where(l => Graph.Links[l].From == n), l => plan.Links[l].Centres[0]);
            AssertSideBySide(plan, n, Enumerable.Range(0, Graph.Links.Count).Where(l => Graph.Links[l].To == n), l => plan.Links[l].Centres[^1]);
        }
    }

    [Fact]
    public void Boxes_of_a_layer_never_overlap_and_stay_in_the_picture()
    {
        SankeyPlan plan = Plan();
        foreach (var layer in Enumerable.Range(0, Graph.Nodes.Count).GroupBy(n => Graph.Nodes[n].Layer))
        {
            PlacedNode[] boxes = [.. layer.Select(n => plan.Nodes[n]).OrderBy(b => b.Start)];
            Assert.True(boxes[0].Start >= -1e-6 && boxes[^1].Start + boxes[^1].Size <= 300 + 1e-6);
            Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Size + 12 <= pair.Second.Start + 1e-6));
        }
    }

    [Fact]
    public void A_flow_that_skips_a_layer_runs_beside_the_boxes_of_that_layer()
    {
        SankeyPlan plan = Plan();
        int skipping = Enumerable.Range(0, Graph.Links.Count).Single(l => Graph.Links[l] is { From: 3, To: 6 });
        PlacedLink link = plan.Links[skipping];
        PlacedNode maker = plan.Nodes[4];

        Assert.Equal(3, link.Centres.Count);
        Assert.True(link.Centres[1] + (link.Width / 2) <= maker.Start + 1e-6 || link.Centres[1] - (link.Width / 2) >= maker.Start + maker.Size - 1e-6);
    }

    [Fact]
    public void Sweeps_undo_a_crossing_that_need_not_be()
    {
        SankeyGraph crossed = new(
            [new("a", 0, 0, false), new("b", 0, 0, false), new("c", 1, 0, false), new("d", 1, 0, false)],
            [new(0, 3, 10), new(1, 2, 10)], ["", ""]);
        var slots = new SankeySlots(crossed);
        SankeyOrder.Settle(slots);

        Assert.Equal(0, SankeyOrder.Crossings(slots));
    }

    [Fact]
    public void Losses_keep_to_the_edge()
    {
        SankeyPlan plan = Plan();

        Assert.True(plan.Nodes[7].Start > plan.Nodes[4].Start);
    }

    [Fact]
    public void Pictures_to_be_compared_share_their_order()
    {
        SankeyGraph later = Graph with { Links = [.. Graph.Links.Select(l => l with { Value = l.Value * (l.From == 1 ? 3 : 0.5) })] };
        SankeyPlan first = SankeyLayout.Place(Graph, 300, 12, 1, 1, Graph), second = SankeyLayout.Place(later, 300, 12, 1, 1, Graph);

        Assert.Equal(first.Nodes[0].Start < first.Nodes[1].Start, second.Nodes[0].Start < second.Nodes[1].Start);
        Assert.Equal(first.Nodes[2].Start < first.Nodes[3].Start, second.Nodes[2].Start < second.Nodes[3].Start);
    }

    [Fact]
    public void A_flow_back_to_an_earlier_layer_is_refused_by_name()
    {
        SankeyGraph back = Graph with { Links = [.. Graph.Links, new(4, 2, 1)] };

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => SankeyLayout.Place(back, 300, 12, 1));
        Assert.Contains("'maker' to 'separator a'", refusal.Message);
    }

    [Fact]
    public void The_scale_that_fits_fits()
    {
        double scale = SankeyLayout.ScaleThatFits(Graph, 300, 12);

        Assert.True(SankeyLayout.LengthNeeded(Graph, 12, scale) <= 300 + Graph.Nodes.Count);
    }

    [Fact]
    public void Both_pictures_name_every_box_with_its_value()
    {
        var drawing = new SankeyDrawing("Flow", "kt", 1);
        foreach (string svg in new[] { drawing.DrawWide(Plan(), 300).Html, drawing.DrawTall(Plan(1)).Html })
        {
            string text = string.Join(" ", XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
            Assert.All(Graph.Nodes.Select((n, i) => $"{n.Name} {Graph.Through(i)}"), label => Assert.Contains(label, text));
        }
    }

    private static void AssertSideBySide(SankeyPlan plan, int node, IEnumerable<int> links, Func<int, double> centre)
    {
        int[] ordered = [.. links.OrderBy(centre)];
        Assert.All(ordered.Zip(ordered.Skip(1)), pair =>
            Assert.Equal(centre(pair.First) + (plan.Links[pair.First].Width / 2), centre(pair.Second) - (plan.Links[pair.Second].Width / 2), 6));
        Assert.All(ordered, l =>
        {
            Assert.True(centre(l) - (plan.Links[l].Width / 2) >= plan.Nodes[node].Start - 1e-6);
            Assert.True(centre(l) + (plan.Links[l].Width / 2) <= plan.Nodes[node].Start + plan.Nodes[node].Size + 1e-6);
        });
    }
}
