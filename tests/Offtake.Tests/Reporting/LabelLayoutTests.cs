using Offtake.Reporting.Figures;

namespace Offtake.Tests.Reporting;

public class LabelLayoutTests
{
    [Fact]
    public void A_label_with_room_stays_where_it_wants_to_be() => Assert.Equal([20, 60], LabelLayout.Spread([20, 60], [14, 14], 0, 100));

    [Theory]
    [InlineData(50, 50, 50)]
    [InlineData(2, 3, 99)]
    [InlineData(98, 97, 96)]
    [InlineData(10, 90, 11)]
    public void Labels_never_overlap_and_never_leave_the_chart(double a, double b, double c)
    {
        double[] centres = [.. LabelLayout.Spread([a, b, c], [14, 14, 20], 0, 100)];
        (double Low, double High)[] boxes = [.. centres.Zip([14.0, 14, 20], (m, s) => (m - (s / 2), m + (s / 2))).OrderBy(x => x.Item1)];

        Assert.True(boxes[0].Low >= -1e-9 && boxes[^1].High <= 100 + 1e-9);
        Assert.All(boxes.Zip(boxes.Skip(1)), pair => Assert.True(pair.First.High <= pair.Second.Low + 1e-9));
    }

    [Fact]
    public void Labels_that_need_more_room_than_there_is_are_spread_evenly() =>
        Assert.Equal([12.5, 37.5, 62.5, 87.5], LabelLayout.Spread([50, 50, 50, 50], [40, 40, 40, 40], 0, 100));

    [Fact]
    public void Boxes_of_a_layer_keep_their_order_whatever_they_want()
    {
        double[] centres = LabelLayout.Spread([90, 10], [20, 20], 0, 100, keepOrder: true);

        Assert.True(centres[0] < centres[1]);
    }

    [Fact]
    public void Text_that_is_too_wide_ends_with_an_ellipsis_and_fits()
    {
        string cut = TextWidth.Fit("Mixed carbonate or oxide from clay", 11, 80);

        Assert.EndsWith("…", cut);
        Assert.True(TextWidth.Of(cut, 11) <= 80.5);
        Assert.Equal(["Rest of the", "world"], TextWidth.Wrap("Rest of the world", 11, 60, 2));
    }
}
