using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Tests.World.Institutions;

namespace Offtake.Tests.Simulation.Institutions;

/// <summary>Nothing knows a place by its name: institutions are files, and two places that exchange names, or exchange institutions, exchange results.</summary>
public class LabelSwapTests
{
    // Levers are enacted and added up in the order of their names, so sums are taken in another order.
    private const double Rounding = 1e-9;

    [Fact]
    public void Two_places_that_exchange_names_in_every_file_exchange_results()
    {
        List<Dictionary<string, double>> before = Walk(MirroredWorld.Read(Same, Same)), after = Walk(MirroredWorld.Read(MirroredWorld.Swapped, MirroredWorld.Swapped));

        MustBeAlike(before, after);
    }

    [Fact]
    public void Two_places_that_are_alike_and_exchange_institutions_exchange_results()
    {
        List<Dictionary<string, double>> before = Walk(MirroredWorld.Read(Same, Same)), after = Walk(MirroredWorld.Read(Same, MirroredWorld.Swapped));

        MustBeAlike(before, after);
    }

    [Fact]
    public void The_two_institutions_are_felt_and_not_alike()
    {
        List<Dictionary<string, double>> months = Walk(MirroredWorld.Read(Same, Same));

        Assert.All(months[^1].Keys.Where(k => k.StartsWith("outlay of", StringComparison.Ordinal) && !k.Contains("border", StringComparison.Ordinal)), k => Assert.Contains(months, m => m[k] > 0.0));
        foreach (string what in (string[])["activity of works-home", "capacity of shop-home", "price of motor/home", "used for motors-hill"])
            Assert.Contains(months, m => Math.Abs(m[what] - m[MirroredWorld.Swapped(what)]) > 1e-3 * Math.Abs(m[what]));
    }

    private static string Same(string text) => text;

    private static List<Dictionary<string, double>> Walk(Scenario scenario) =>
        [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(end => Portrait(end.State))];

    internal static Dictionary<string, double> Portrait(ChainState state)
    {
        ChainLayout layout = state.Layout;
        Dictionary<string, double> all = [];
        for (int m = 0; m < state.Price.Length; m++) all[$"price of {layout.Chain.Commodities[layout.Markets[m].Commodity].Id}/{layout.Chain.Regions[layout.Markets[m].Region].Id}"] = state.Price[m].Value;
        for (int a = 0; a < layout.AccountCount; a++) all[$"stock of {layout.AccountOfGoodsName(a)}"] = state.Holdings.Amounts[a].Value;
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            all[$"capacity of {layout.Facilities[f].Id}"] = state.Capacity[f].Value;
            all[$"activity of {layout.Facilities[f].Id}"] = state.Months.Activity[f].Value;
        }

        for (int k = 0; k < state.Months.Used.Length; k++) all[$"used for {layout.Uses[k].Id}"] = state.Months.Used[k].Value;
        for (int a = 0; a < state.Money.Balance.Length; a++) all[$"money of {state.Accounts.Name(a)}"] = state.Money.Balance[a].Value;
        ProgrammeBook? book = state.Programmes;
        for (int d = 0; d < (book?.Names.Count ?? 0); d++)
        {
            all[$"strength of {book!.Names[d]}"] = book.Strength[d];
            all[$"outlay of {book.Names[d]}"] = book.Outlay[d].Value;
        }

        return all;
    }

    private static void MustBeAlike(List<Dictionary<string, double>> before, List<Dictionary<string, double>> after)
    {
        Assert.Equal(before.Count, after.Count);
        for (int month = 0; month < before.Count; month++)
        {
            Assert.Equal(before[month].Count, after[month].Count);
            double largestMoney = before[month].Where(e => e.Key.StartsWith("money", StringComparison.Ordinal)).Max(e => Math.Abs(e.Value));
            foreach ((string what, double value) in before[month])
            {
                double scale = what.StartsWith("money", StringComparison.Ordinal) ? largestMoney : Math.Abs(value);
                double other = after[month][MirroredWorld.Swapped(what)];
                Assert.True(Math.Abs(value - other) <= Rounding * Math.Max(scale, 1e-3), $"month {month + 1}: {what}: {value:R} -> {other:R}");
            }
        }
    }
}
