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

/// <summary>All stocks, contents, flows, prices and balances of a month, by name, so that two chains can be compared whatever the order of their lists.</summary>
internal static class Portrait
{
    /// <summary>Walks a scenario and portrays every month.</summary>
    public static List<Dictionary<(Dimension Of, string Name), double>> Walk(Scenario scenario, int? future = null) =>
        [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, future is { } f ? new Chance(1, f) : null).Select(end => Of(end))];

    /// <summary>The end of one month.</summary>
    public static Dictionary<(Dimension Of, string Name), double> Of(in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        var portrait = new Dictionary<(Dimension, string), double>();
        for (int m = 0; m < state.Price.Length; m++)
        {
            string name = layout.AccountOfGoodsName(m);
            portrait[(Dimension.Price, $"price of {name}")] = state.Price[m].Value;
            portrait[(Dimension.Price, $"expected price of {name}")] = state.ExpectedPrice[m].Value;
            portrait[(Dimension.Mass, $"orders expected by {name}")] = state.ExpectedOrders[m].Value;
            portrait[(Dimension.Mass, $"made for {name}")] = state.Months.Produced[m].Value;
        }

        for (int a = 0; a < layout.AccountCount; a++) portrait[(Dimension.Mass, layout.AccountOfGoodsName(a))] = state.Holdings.Amounts[a].Value;
        for (int lane = 0; lane < layout.LaneCount; lane++)
        {
            string element = layout.Chain.Elements[layout.ElementOfLane[lane]].Id;
            portrait[(Dimension.Mass, $"{element} in {layout.AccountName(lane)}")] = state.Holdings.Contents[lane].Value;
        }

        for (int q = 0; q < state.Months.Shipped.Length; q++)
        {
            portrait[(Dimension.Mass, $"shipped {layout.AccountOfGoodsName(layout.UnderWay(q))}")] = state.Months.Shipped[q].Value;
            portrait[(Dimension.Price, $"rent on {layout.AccountOfGoodsName(layout.UnderWay(q))}")] = state.RentNow[q].Value;
        }

        for (int s = 0; s < layout.Sectors.Length; s++) portrait[(Dimension.Mass, $"activity of {layout.SectorName(s)}")] = state.Months.SectorActivity[s].Value;
        for (int k = 0; k < state.Months.Used.Length; k++) portrait[(Dimension.Mass, $"used for {layout.Chain.Uses[k].Id}")] = state.Months.Used[k].Value;
        for (int a = 0; a < state.Money.Balance.Length; a++) portrait[(Dimension.Money, state.Accounts.Name(a))] = state.Money.Balance[a].Value;
        return portrait;
    }
}

/// <summary>Compares the portraits of two walks.</summary>
internal static class Likeness
{
    /// <summary>The first number that is not what it should be, or null. Only names that the first walk knows are compared.</summary>
    /// <param name="expected">The walk that sets the measure.</param>
    /// <param name="actual">The walk that is compared with it.</param>
    /// <param name="tolerance">Relative to the largest number of its kind that month; 0 asks for equal bits.</param>
    /// <param name="mass">What masses of the second walk must be multiples of.</param>
    /// <param name="money">What prices of the second walk must be multiples of.</param>
    public static string? Difference(
        List<Dictionary<(Dimension Of, string Name), double>> expected, List<Dictionary<(Dimension Of, string Name), double>> actual,
        double tolerance = 0.0, double mass = 1.0, double money = 1.0)
    {
        if (expected.Count != actual.Count) return $"{expected.Count} months against {actual.Count}";
        for (int month = 0; month < expected.Count; month++)
        {
            double largest = expected[month].Where(e => e.Key.Of == Dimension.Mass).Max(e => Math.Abs(e.Value));
            foreach (((Dimension of, string name), double value) in expected[month])
            {
                double factor = of switch { Dimension.Mass => mass, Dimension.Price => money, _ => mass * money };
                if (!actual[month].TryGetValue((of, name), out double other)) return $"{name} is missing";
                double wanted = value * factor;
                bool same = BitConverter.DoubleToInt64Bits(wanted) == BitConverter.DoubleToInt64Bits(other) || (wanted == 0.0 && other == 0.0)
                    || Math.Abs(wanted - other) <= tolerance * Math.Max(Math.Abs(wanted), Least(of, largest));
                if (!same) return $"month {month + 1}: {of} {name}: {wanted:R} -> {other:R}";
            }
        }

        return null;
    }

    // What is smaller than this is a difference of larger numbers, and rounding of those.
    private static double Least(Dimension of, double largestMass) => of switch
    {
        Dimension.Mass => Math.Max(1e-2, 1e-9 * largestMass),
        Dimension.Price => 1e-3,
        _ => 1e3,
    };

    /// <summary>Fails with the first difference.</summary>
    public static void MustBeNone(string? difference) => Assert.True(difference is null, difference);
}
