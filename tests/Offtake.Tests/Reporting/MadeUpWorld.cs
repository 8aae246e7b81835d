using Offtake.Model.Quantities;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

/// <summary>Names and orders of magnitude for <see cref="MadeUpRun"/>. Plausible, not true.</summary>
internal static class MadeUpWorld
{
    public const string Home = "china";
    public const string Abroad = "rest-of-world";
    public const string Border = "myanmar";

    public static readonly string[] Regions = [Home, Abroad, Border];
    public static readonly string[] Elements = ["la", "ce", "pr", "nd", "tb", "dy", "y", "rest"];
    public static readonly string[] Cities = ["yuecheng", "baotou"];

    /// <summary>Mine, region, tonnes REO a year at the opening, growth a year, basket.</summary>
    public static readonly (string Id, string Region, double Tonnes, double Growth, double[] Basket)[] Mines =
    [
        ("bayan-obo", Home, 190_000, 0.030, [0.25, 0.50, 0.05, 0.165, 0.0003, 0.001, 0.004, 0.0297]),
        ("maoniuping", Home, 62_000, 0.020, [0.30, 0.475, 0.044, 0.15, 0.0008, 0.002, 0.007, 0.0212]),
        ("southern-clays", Home, 19_000, 0.000, [0.28, 0.04, 0.06, 0.20, 0.007, 0.037, 0.24, 0.136]),
        ("mountain-pass", Abroad, 48_000, 0.025, [0.34, 0.488, 0.042, 0.117, 0.0002, 0.0003, 0.0012, 0.0113]),
        ("mount-weld", Abroad, 26_000, 0.060, [0.24, 0.475, 0.052, 0.18, 0.0009, 0.0025, 0.0076, 0.042]),
        ("kachin", Border, 22_000, 0.010, [0.27, 0.03, 0.055, 0.19, 0.007, 0.038, 0.25, 0.16]),
    ];

    /// <summary>Commodity, stage, unit, pricing, opening price at home per unit, yearly price drift.</summary>
    public static readonly (string Id, string Stage, string Unit, string Pricing, double Price, double Drift)[] Commodities =
    [
        ("mixed-concentrate", "mining", "t", "formula", 6_000, 0.01),
        ("la-oxide", "separation", "t", "posted", 620, -0.01),
        ("ce-oxide", "separation", "t", "posted", 1_050, -0.055),
        ("ndpr-oxide", "separation", "t", "posted", 61_000, 0.045),
        ("dy-oxide", "separation", "t", "posted", 231_000, 0.085),
        ("tb-oxide", "separation", "t", "posted", 860_000, 0.07),
        ("y-oxide", "separation", "t", "posted", 6_200, 0.005),
        ("rest-oxide", "separation", "t", "posted", 9_000, 0.0),
        ("magnet-swarf", "recycling", "t", "formula", 12_000, 0.02),
        ("magnet-blank", "blanks", "t", "posted", 31_000, 0.02),
        ("magnet", "magnets", "t", "posted", 52_000, 0.018),
        ("ev", "products", "unit", "posted", 24_000, -0.02),
        ("wind", "products", "MW", "posted", 900_000, -0.01),
        ("drone", "products", "unit", "posted", 9_000, -0.03),
        ("air-conditioner", "products", "unit", "posted", 310, -0.01),
    ];

    /// <summary>Process, stage, region, yearly capacity and utilisation at the opening, its yearly drift.</summary>
    public static readonly (string Id, string Stage, string Region, double Capacity, double Utilisation, double Drift)[] Sectors =
    [
        ("light-mining", "mining", Home, 300_000, 0.88, 0.000),
        ("light-mining", "mining", Abroad, 90_000, 0.80, 0.006),
        ("clay-mining", "mining", Home, 24_000, 0.80, 0.000),
        ("clay-mining", "mining", Border, 40_000, 0.55, -0.010),
        ("separation", "separation", Home, 420_000, 0.72, -0.006),
        ("separation", "separation", Abroad, 42_000, 0.66, 0.010),
        ("swarf-recycling", "recycling", Home, 120_000, 0.55, 0.000),
        ("swarf-recycling", "recycling", Abroad, 4_000, 0.40, 0.015),
        ("blank-making", "blanks", Home, 420_000, 0.69, -0.014),
        ("blank-making", "blanks", Abroad, 32_000, 0.62, 0.004),
        ("machining", "magnets", Home, 330_000, 0.67, -0.012),
        ("machining", "magnets", Abroad, 28_000, 0.60, 0.004),
        ("ev-making", "products", Home, 24_000_000, 0.58, -0.010),
        ("ev-making", "products", Abroad, 9_000_000, 0.70, 0.008),
        ("wind-making", "products", Home, 150_000, 0.61, -0.004),
        ("wind-making", "products", Abroad, 60_000, 0.72, 0.0),
        ("drone-making", "products", Home, 3_000_000, 0.45, 0.012),
        ("air-conditioner-making", "products", Home, 260_000_000, 0.70, -0.002),
    ];

    /// <summary>Use, commodity, region, city, amount a year at the opening, growth, life in years (0 = dissipated).</summary>
    public static readonly (string Id, string Commodity, string Region, string City, double Amount, double Growth, double Life)[] Uses =
    [
        ("catalysts-home", "la-oxide", Home, "", 30_000, 0.01, 0),
        ("catalysts-abroad", "ce-oxide", Abroad, "", 28_000, 0.01, 0),
        ("polishing", "ce-oxide", Home, "", 62_000, 0.02, 0),
        ("phosphors", "y-oxide", Home, "", 8_000, -0.02, 0),
        ("alloys", "rest-oxide", Home, "", 6_000, 0.01, 0),
        ("ev-home", "ev", Home, "", 13_000_000, 0.06, 14),
        ("ev-abroad", "ev", Abroad, "", 7_000_000, 0.09, 14),
        ("wind-home", "wind", Home, "", 85_000, 0.03, 24),
        ("wind-abroad", "wind", Abroad, "", 48_000, 0.05, 24),
        ("air-conditioner-home", "air-conditioner", Home, "", 110_000_000, 0.01, 11),
        ("air-conditioner-abroad", "air-conditioner", Abroad, "", 70_000_000, 0.03, 11),
        ("drone-home", "drone", Home, "", 900_000, 0.10, 5),
        ("drone-abroad", "drone", Abroad, "", 480_000, 0.09, 5),
        ("drone-yuecheng", "drone", Home, "yuecheng", 420, 0.08, 5),
        ("drone-baotou", "drone", Home, "baotou", 260, 0.06, 5),
        ("ev-yuecheng", "ev", Home, "yuecheng", 310, 0.05, 10),
        ("ev-baotou", "ev", Home, "baotou", 240, 0.05, 10),
    ];

    public static readonly Dictionary<string, string> Titles = new()
    {
        [Home] = "China", [Abroad] = "Rest of the world", [Border] = "Myanmar (Kachin)",
        ["yuecheng"] = "Yuecheng (Shaoxing)", ["baotou"] = "Baotou",
        ["la"] = "Lanthanum", ["ce"] = "Cerium", ["pr"] = "Praseodymium", ["nd"] = "Neodymium", ["tb"] = "Terbium", ["dy"] = "Dysprosium",
        ["y"] = "Yttrium", ["rest"] = "Other rare earths",
        ["mixed-concentrate"] = "Mixed concentrate", ["la-oxide"] = "Lanthanum oxide", ["ce-oxide"] = "Cerium oxide",
        ["ndpr-oxide"] = "Neodymium-praseodymium oxide", ["dy-oxide"] = "Dysprosium oxide", ["tb-oxide"] = "Terbium oxide",
        ["y-oxide"] = "Yttrium oxide", ["rest-oxide"] = "Other rare-earth oxides (Sm Eu Gd Ho Er Tm Yb Lu)", ["magnet-swarf"] = "Magnet swarf", ["magnet-blank"] = "NdFeB blank before machining",
        ["magnet"] = "Finished NdFeB magnet", ["ev"] = "Electric car (battery and plug-in hybrid)", ["wind"] = "Wind turbine capacity", ["drone"] = "Civil drone",
        ["air-conditioner"] = "Room air conditioner (fleet average, inverter and fixed speed)",
        ["bayan-obo"] = "Bayan Obo", ["maoniuping"] = "Maoniuping", ["southern-clays"] = "Southern ion clays", ["mountain-pass"] = "Mountain Pass",
        ["mount-weld"] = "Mount Weld", ["kachin"] = "Kachin clays", ["catalysts-home"] = "Catalysts, China", ["catalysts-abroad"] = "Catalysts, rest of world",
        ["polishing"] = "Polishing powders", ["phosphors"] = "Phosphors and ceramics", ["alloys"] = "Other uses of other oxides",
        ["ev-home"] = "Electric cars, China", ["ev-abroad"] = "Electric cars, rest of world", ["wind-home"] = "Wind, China", ["wind-abroad"] = "Wind, rest of world",
        ["air-conditioner-home"] = "Air conditioners, China", ["air-conditioner-abroad"] = "Air conditioners, rest of world",
        ["drone-home"] = "Drones, China", ["drone-abroad"] = "Drones, rest of world", ["drone-yuecheng"] = "City drones, Yuecheng", ["drone-baotou"] = "City drones, Baotou",
        ["ev-yuecheng"] = "City vehicles, Yuecheng", ["ev-baotou"] = "City vehicles, Baotou",
        ["light-mining"] = "Hard-rock mining", ["clay-mining"] = "Ion-clay leaching", ["separation"] = "Separation", ["swarf-recycling"] = "Swarf recycling",
        ["blank-making"] = "Blank making", ["machining"] = "Machining", ["ev-making"] = "Car making", ["wind-making"] = "Turbine making",
        ["drone-making"] = "Drone making", ["air-conditioner-making"] = "Air-conditioner making",
    };

    /// <summary>A repeatable wobble in [-1, 1] without a random number generator.</summary>
    public static double Wobble(int future, int period, string key)
    {
        uint seed = 2166136261;
        foreach (char c in key) seed = (seed ^ c) * 16777619;
        double phase = seed % 628 / 100.0;
        return (0.55 * Math.Sin((0.11 * period) + phase + (1.7 * future))) + (0.45 * Math.Sin((0.037 * period * (1 + (future * 0.13))) + (2.1 * phase)));
    }

    public static Panel Panel(string name, string[] keys, IReadOnlyList<IReadOnlyList<string>> entities, string[] columns, bool yearly, int futures, Month first, int months) =>
        new(name, keys, entities, [.. columns.Select(c => new Column(c, c.Replace('_', ' '), c[(c.LastIndexOf('_') + 1)..]))],
            yearly ? Frequency.Yearly : Frequency.Monthly, futures, first, yearly ? (months + 11) / 12 : months);
}
