using Offtake.Reporting.Readings;

namespace Offtake.Tests.Reporting;

public class ContractionTests
{
    [Fact]
    public void What_went_through_a_market_is_shared_out_in_proportion()
    {
        Dictionary<(string From, string To), double> links = new()
        {
            [("a", "market")] = 30, [("b", "market")] = 10, [("market", "x")] = 20, [("market", "y")] = 20,
        };
        Contraction.Remove(links, n => n == "market");

        Assert.Equal(15, links[("a", "x")], 9);
        Assert.Equal(5, links[("b", "y")], 9);
        Assert.Equal(4, links.Count);
    }

    [Fact]
    public void What_a_market_kept_goes_into_stock_and_what_it_released_comes_from_stock()
    {
        Dictionary<(string From, string To), double> links = new() { [("a", "kept")] = 10, [("kept", "x")] = 7, [("b", "released")] = 4, [("released", "y")] = 6 };
        Contraction.Remove(links, n => n is "kept" or "released");

        Assert.Equal(7, links[("a", "x")], 9);
        Assert.Equal(3, links[("a", Contraction.IntoStock)], 9);
        Assert.Equal(4, links[("b", "y")], 9);
        Assert.Equal(2, links[(Contraction.FromStock, "y")], 9);
    }

    [Fact]
    public void Trade_in_both_directions_loses_no_mass()
    {
        Dictionary<(string From, string To), double> links = new()
        {
            [("mine", "home")] = 100, [("home", "abroad")] = 40, [("abroad", "home")] = 10, [("home", "maker")] = 70, [("abroad", "other maker")] = 30,
        };
        Contraction.Remove(links, n => n is "home" or "abroad");

        Assert.Equal(100, links.Where(l => l.Key.From == "mine").Sum(l => l.Value), 9);
        Assert.Equal(70, links.Where(l => l.Key.To == "maker").Sum(l => l.Value), 9);
        Assert.Equal(30, links.Where(l => l.Key.To == "other maker").Sum(l => l.Value), 9);
    }
}
