using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>What a number of a portrait counts.</summary>
internal enum Dimension
{
    /// <summary>Goods or content.</summary>
    Mass,

    /// <summary>Money for a unit of goods.</summary>
    Price,

    /// <summary>Money.</summary>
    Money,
}

/// <summary>A number of a portrait: what it counts, the commodity or element it belongs to, and what it is called.</summary>
internal readonly record struct Trait(Dimension Of, string Kin, string Name);

/// <summary>All stocks, contents, flows, prices and balances of a month, by name, so that two chains can be compared whatever the order of their lists.</summary>
internal static class Portrait
{
    /// <summary>Walks a scenario and portrays every month.</summary>
    public static List<Dictionary<Trait, double>> Walk(Scenario scenario, int? future = null) =>
        [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, future is { } f ? new Chance(1, f) : null).Select(end => Of(end))];

    /// <summary>The end of one month.</summary>
    public static Dictionary<Trait, double> Of(in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        var portrait = new Dictionary<Trait, double>();
        for (int m = 0; m < state.Price.Length; m++)
        {
            string name = layout.AccountOfGoodsName(m);
            string kin = KinOf(layout, m);
            portrait[new(Dimension.Price, kin, $"price of {name}")] = state.Price[m].Value;
            portrait[new(Dimension.Price, kin, $"expected price of {name}")] = state.ExpectedPrice[m].Value;
            portrait[new(Dimension.Mass, kin, $"orders expected by {name}")] = state.ExpectedOrders[m].Value;
            portrait[new(Dimension.Mass, kin, $"made for {name}")] = state.Months.Produced[m].Value;
        }

        for (int a = 0; a < layout.AccountCount; a++) portrait[new(Dimension.Mass, KinOf(layout, a), layout.AccountOfGoodsName(a))] = state.Holdings.Amounts[a].Value;
        for (int lane = 0; lane < layout.LaneCount; lane++)
        {
            string element = layout.Chain.Elements[layout.ElementOfLane[lane]].Id;
            portrait[new(Dimension.Mass, element, $"{element} in {layout.AccountName(lane)}")] = state.Holdings.Contents[lane].Value;
        }

        for (int q = 0; q < state.Months.Shipped.Length; q++)
        {
            string name = layout.AccountOfGoodsName(layout.UnderWay(q));
            portrait[new(Dimension.Mass, KinOf(layout, layout.UnderWay(q)), $"shipped {name}")] = state.Months.Shipped[q].Value;
            portrait[new(Dimension.Mass, KinOf(layout, layout.UnderWay(q)), $"smuggled {name}")] = state.Months.Smuggled[q].Value;
            portrait[new(Dimension.Price, KinOf(layout, layout.UnderWay(q)), $"rent on {name}")] = state.RentNow[q].Value;
        }

        for (int s = 0; s < layout.Sectors.Length; s++) portrait[new(Dimension.Mass, "activity", $"activity of {layout.SectorName(s)}")] = state.Months.SectorActivity[s].Value;
        for (int k = 0; k < state.Months.Used.Length; k++) portrait[new(Dimension.Mass, KinOf(layout, layout.InUse(k)), $"used for {layout.Chain.Uses[k].Id}")] = state.Months.Used[k].Value;
        for (int a = 0; a < state.Money.Balance.Length; a++) portrait[new(Dimension.Money, "money", state.Accounts.Name(a))] = state.Money.Balance[a].Value;
        return portrait;
    }

    private static string KinOf(ChainLayout layout, int account) => layout.Chain.Commodities[layout.CommodityOf[account]].Id;
}

/// <summary>Compares the portraits of two walks.</summary>
internal static class Likeness
{
    // A number below a thousandth of the largest of its kin is compared as if it were that: it is a difference of larger ones, and their rounding.
    private const double Least = 1e-3;

    /// <summary>The first number that is not what it should be, or null. Only names that the first walk knows are compared.</summary>
    /// <param name="expected">The walk that sets the measure.</param>
    /// <param name="actual">The walk that is compared with it.</param>
    /// <param name="tolerance">Relative difference allowed; 0 asks for equal bits.</param>
    /// <param name="mass">What masses of the second walk must be multiples of.</param>
    /// <param name="money">What prices of the second walk must be multiples of.</param>
    public static string? Difference(
        List<Dictionary<Trait, double>> expected, List<Dictionary<Trait, double>> actual, double tolerance = 0.0, double mass = 1.0, double money = 1.0)
    {
        if (expected.Count != actual.Count) return $"{expected.Count} months against {actual.Count}";
        for (int month = 0; month < expected.Count; month++)
        {
            var largest = expected[month].GroupBy(e => (e.Key.Of, e.Key.Kin)).ToDictionary(g => g.Key, g => g.Max(e => Math.Abs(e.Value)));
            foreach ((Trait trait, double value) in expected[month])
            {
                double factor = trait.Of switch { Dimension.Mass => mass, Dimension.Price => money, _ => mass * money };
                if (!actual[month].TryGetValue(trait, out double other)) return $"{trait.Name} is missing";
                double wanted = value * factor;
                bool same = wanted.Equals(other) || (wanted == 0.0 && other == 0.0)
                    || Math.Abs(wanted - other) <= tolerance * Math.Max(Math.Abs(wanted), Least * factor * largest[(trait.Of, trait.Kin)]);
                if (!same) return $"month {month + 1}: {trait.Of} {trait.Name}: {wanted:R} -> {other:R}";
            }
        }

        return null;
    }

    /// <summary>Fails with the first difference.</summary>
    public static void MustBeNone(string? difference) => Assert.True(difference is null, difference);
}
