using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads the tables of money, each of which a world may do without: <c>treasury.csv</c>, <c>capital.csv</c> and <c>city_finance.csv</c>.</summary>
internal static class FinanceRows
{
    // What is neither listed nor in months is zero or more.
    private static readonly Dictionary<string, NumberKind> KindOf = new(StringComparer.Ordinal)
    {
        ["tax.profit-share"] = NumberKind.Share,
        ["dividend.share-per-month"] = NumberKind.ShareAboveZero,
        ["loan.months"] = new("", 1.0, double.PositiveInfinity),
        ["loan.investment-share"] = NumberKind.Share,
        ["default.debt-over-turnover"] = NumberKind.AboveZero(""),
        ["default.exit-share"] = NumberKind.Share,
        ["bailout.share-state"] = NumberKind.Share,
        ["city.default-debt-share"] = NumberKind.AboveZero(""),
        ["city.bailout-share"] = NumberKind.Share,
        ["owner.close-months"] = new("", 1.0, double.PositiveInfinity),
        ["invest.hurdle-band"] = NumberKind.AboveZero(""),
    };

    /// <summary>Rules and capital cost; null when the world has no <c>treasury.csv</c>.</summary>
    public static Finance? Finance(WorldDraft world)
    {
        IReadOnlyList<Capital> capital = Capital(world);
        return world[WorldShapes.Treasury].IsPresent ? new Finance(NumberedRows<TreasuryRules>.Read(world, WorldShapes.Treasury, Kind), capital) : null;
    }

    /// <summary>How revenue moves, by city; empty when the world does not say.</summary>
    public static IReadOnlyList<CityFinance> Cities(WorldDraft world)
    {
        if (!world[WorldShapes.CityFinance].IsPresent) return [];
        Dictionary<int, CityFinance> rowOf = [];
        NumberKind growth = new("1/yr", -0.5, 0.5);
        foreach (Row row in world[WorldShapes.CityFinance].Rows)
        {
            int city = row.Refer("city", world.CityNames);
            CityFinance finance = new(row.ReferOrNull("driver", world.DriverNames), world.Book.NumberOrNull(row, "revenue_growth_per_year", growth));
            if ((finance.Driver is null) == (finance.GrowthPerYear is null))
                world.Problems.Error(
                    row.At, "revenue must move in one way: 'driver' and 'revenue_growth_per_year' are", finance.Driver is null ? "both empty" : "both filled", "one of them",
                    "name a driver, or state a growth rate (0 for constant revenue)");
            rowOf.TryAdd(city, finance);
        }

        ReportMissing(WorldShapes.CityFinance, "city", world.CityNames, rowOf.Keys, world);
        return [.. world.CityNames.Names.Select((_, c) => rowOf.GetValueOrDefault(c) ?? new CityFinance(null, WitnessBook.Unread))];
    }

    private static IReadOnlyList<Capital> Capital(WorldDraft world)
    {
        if (!world[WorldShapes.Capital].IsPresent) return [];
        Capital[] rows = [.. world[WorldShapes.Capital].Rows.Select(row => new Capital(
            row.Refer("process", world.ProcessNames),
            row.ReferOrNull("region", world.RegionNames),
            world.Book.Number(row, "capital_usd_per_unit_year", NumberKind.AtLeastZero("USD per unit a year")),
            world.Book.Number(row, "permit_months", NumberKind.AtLeastZero("months")),
            world.Book.Number(row, "life_years", NumberKind.AboveZero("years"))))];
        ReportMissing(WorldShapes.Capital, "process (with an empty 'region')", world.ProcessNames, rows.Where(r => r.Region is null).Select(r => r.Process), world);
        return rows;
    }

    private static NumberKind Kind(string id, string unit) => KindOf.TryGetValue(id, out NumberKind kind) ? kind with { Unit = unit }
        : id.EndsWith("-months", StringComparison.Ordinal) ? NumberKind.AboveZero(unit) : NumberKind.AtLeastZero(unit);

    /// <summary>A table that is there is complete: absent is not zero.</summary>
    private static void ReportMissing(TableShape shape, string noun, NameList names, IEnumerable<int> found, WorldDraft world)
    {
        if (!world[shape].IsComplete) return;
        HashSet<int> known = [.. found];
        for (int i = 0; i < names.Names.Count; i++)
        {
            if (names.Names[i].Length > 0 && !known.Contains(i))
                world.Problems.Error(new Place(world[shape].Label, 0), $"no row for {noun}", names.Names[i], null, "add it, or leave the whole table out");
        }
    }
}
