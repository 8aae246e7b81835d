using Offtake.Model.Quantities;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

/// <summary>Everything of <see cref="MadeUpRun"/> that is not a panel.</summary>
internal static class MadeUpPaperwork
{
    public static readonly string[] Warnings =
        ["Arbitrage gain 0.41 per month on route magnet china to rest-of-world lies above its stability bound of 0.39; expect ripples of one to two months."];

    public const string Story = """
        # Policies as enacted

        Everything that was **law on the first of November 2026** happens on its date; nothing else does.
        Cities buy what they announced, as far as their `deployment_share` allows.

        ## What to look at

        - whether *idle capacity* shrinks
        - who is left with the debt
          and for how long

        1. First the quota.
        2. Then the licence rule.

        ```
        offtake run baseline <nothing else>
        ```

        See [the decision record](https://example.org/decisions/1) and <script>alert("no")</script>.
        """;

    public static Manifest Manifest(int futures, Month first, int months) => new(
        "Offtake 0.1.0", "baseline", "Policies as enacted", "rare-earths", "Rare earths, from mine to city",
        "4f6d0c2b9a1e7735c8d2f0b1a6e4937c55d08e21bb7f4a90c3e6d1520f8a7b34", "a91c33f05d7e2b8846c0f1d9e3a57b62c4d80e17f6b9a23508d1c7e4f20b6a95",
        20260101, first, first + (months - 1), futures, 4,
        [.. Enumerable.Range(0, futures).Select(f => $"{f:x2}c7e19d5b04a8f236719e0dc4b8a5f1736e2d90c48b1f57a3e6d02c9b84f71a")], [], false, 2.4);

    public static IReadOnlyList<RunEvent> Events(int futures, Month first, int months)
    {
        List<RunEvent> events = [];
        for (int f = 0; f < futures; f++)
        {
            for (int p = 0; p < months; p++)
            {
                if (p % 12 == 11) events.Add(new RunEvent(f, first + p, "quota-bound", "bayan-obo", 16_200 + (40 * f), "t REO per month"));
                if (p == 40 + (7 * f)) events.Add(new RunEvent(f, first + p, "mine-closed", "kachin", 900, "t REO per month"));
                if (p > 72 && p % 3 == f % 3) events.Add(new RunEvent(f, first + p, "purchase-refused", "yuecheng", 210_000, "USD of 2024 per month"));
                if (p is 3 or 9) events.Add(new RunEvent(f, first + p, "licence-held-up", "magnet/china/rest-of-world", 900 + (10 * p), "t per month"));
                if (p % 30 == 5 + f) events.Add(new RunEvent(f, first + p, "price-limit-bound", "ce-oxide@china", 930, "USD of 2024 per unit"));
            }
        }

        return events;
    }

    public static IReadOnlyList<Figure> Figures(Panel market)
    {
        double[] PriceOf(string commodity, string region)
        {
            int e = market.EntityOf(commodity, region);
            return [.. Enumerable.Range(0, market.FutureCount).Select(f => Enumerable.Range(0, Math.Min(12, market.PeriodCount)).Average(p => market[f, p, e, 0]))];
        }

        double[] Around(double value) => [.. Enumerable.Range(0, market.FutureCount).Select(f => value * (1 + (0.03 * MadeUpWorld.Wobble(f, 0, value.ToString("R")))))];
        return
        [
            new("mine-output-world-2025", "Mine output, world", "2025", "t REO", Around(367_000), 390_000, 380_000, 410_000, Standing.Predicted, "USGS MCS 2026"),
            new("mine-output-china-share-2025", "Mine output, share of China", "2025", "share", Around(0.69), 0.69, null, null, Standing.Calibrated, "USGS MCS 2026"),
            new("price-ndpr-2025", "Price of NdPr oxide, FOB", "2025", "USD/t", PriceOf("ndpr-oxide", MadeUpWorld.Abroad), 71_000, 66_000, 74_000, Standing.Predicted, "USGS MCS 2026"),
            new("price-ce-2025", "Price of cerium oxide, FOB", "2025", "USD/t", PriceOf("ce-oxide", MadeUpWorld.Abroad), 1_300, null, null, Standing.Predicted, "USGS MCS 2026"),
            new("price-la-2025", "Price of lanthanum oxide, FOB", "2025", "USD/t", PriceOf("la-oxide", MadeUpWorld.Abroad), 800, null, null, Standing.Predicted, "USGS MCS 2026"),
            new("price-dy-2025", "Price of dysprosium oxide, FOB", "2025", "USD/t", PriceOf("dy-oxide", MadeUpWorld.Home), 245_000, 230_000, 260_000, Standing.Predicted, "USGS MCS 2026"),
            new("price-tb-2025", "Price of terbium oxide, FOB", "2025", "USD/t", PriceOf("tb-oxide", MadeUpWorld.Abroad), 1_010_000, null, null, Standing.Predicted, "USGS MCS 2026"),
            new("blank-output-2025", "Output of sintered blanks, world", "2025", "t", Around(318_000), 330_000, 300_000, 345_000, Standing.Imposed, "Trade press"),
            new("magnet-export-china-2025", "Exports of magnets, China", "2025", "t", Around(51_000), 57_392, null, null, Standing.Predicted, "Customs"),
            new("recycled-ndpr-2025", "NdPr recovered from swarf", "2025", "t REO", Around(24_000), 22_000, null, null, Standing.Calibrated, "Association estimate"),
            new("ev-in-use-2024", "Electric cars in use", "2024", "units", Around(58e6), 58e6, null, null, Standing.Imposed, "IEA"),
            new("drone-output-2025", "Drones made", "2025", "units", Around(1.4e6), null, null, null, Standing.Predicted, ""),
        ];
    }

    public static EvidenceSummary Evidence() => new(
        new Dictionary<string, int>
        {
            ["measured"] = 61, ["official"] = 118, ["company"] = 44, ["press"] = 39, ["state-media"] = 17, ["estimate"] = 88, ["assumption"] = 143,
        },
        57,
        [.. Enumerable.Range(0, 34).Select(i => new AssumptionLine(
            i == 0 ? "magnet-elasticity" : $"assumed-number-{i}", 0.26 + (i * 0.013), 0.1, 0.9 + (i * 0.02), i % 3 == 0 ? "1" : "months",
            i == 0 ? "No econometric estimate for magnets; range spans fits to 2005-2025. A panel of motor makers' purchases would settle it." : "Order of magnitude from a neighbouring industry; a survey would settle it.",
            Math.Max(1, 24 - i)))],
        [.. Enumerable.Range(0, 9).Select(i => new SourceLine($"source-{i}", i % 3 == 0 ? "USGS" : i % 3 == 1 ? "Ministry of Natural Resources" : "Trade press", (2018 + i).ToString("0000"),
            i % 3 == 0 ? "measured" : i % 3 == 1 ? "official" : "press", $"Yearbook chapter {i}", i == 4 ? "javascript:alert(1)" : $"https://example.org/{i}", 40 - (3 * i)))],
        new Dictionary<string, IReadOnlyDictionary<string, int>>
        {
            ["said"] = new Dictionary<string, int> { ["confirmed"] = 40, ["unverified"] = 40 },
            ["done"] = new Dictionary<string, int> { ["confirmed"] = 14, ["partly"] = 19, ["unverified"] = 31, ["disputed"] = 5, ["refuted"] = 2, ["open"] = 9 },
            ["caused"] = new Dictionary<string, int> { ["unverified"] = 60, ["n/a"] = 20 },
        });
}
