using Offtake.Model.Governance;

namespace Offtake.Tests.World;

/// <summary>Reading a quota that answers to a market.</summary>
public class QuotaResponseTests
{
    private const string Response = """
        scenario: x
        title: X
        extends: baseline
        without: [quota-2026]
        measures:
          - id: m
            title: M
            instrument: quota-response
            on: [facility:pit, market:alpha-oxide/home]
            strength: 0.5
            unit: per unit of log price
            enacted: 2025-01
            start: 2026-01
            source: paper

        """;

    [Fact]
    public void It_names_the_mines_it_binds_and_the_market_it_watches()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", Response);

        Measure measure = world.Scenario("x").Calendar[^1];

        Assert.Equal(InstrumentKind.QuotaResponse, measure.Instrument);
        Assert.Equal([TargetKind.Facility, TargetKind.Market], measure.Targets.Select(t => t.Kind));
    }

    [Theory]
    [InlineData("facility:pit, market:alpha-oxide/home", "facility:pit", 9, "quota-response lacks a target (allowed: facility:, market:)")]
    [InlineData("facility:pit, market:alpha-oxide/home", "market:alpha-oxide/home", 9, "quota-response lacks a target")]
    [InlineData("market:alpha-oxide/home", "market:alpha-oxide/home, market:beta-oxide/home", 9, "takes one market: only, this is another: 'market:beta-oxide/home'")]
    [InlineData("market:alpha-oxide/home", "market:mixture/home", 9, "watches a posted price; this market has a formula: 'market:mixture/home'")]
    [InlineData("facility:pit", "facility:works", 9, "quota-response acts on mines only")]
    [InlineData("without: [quota-2026]\n", "", 5, "covers a target that 'quota-2026' covers too")]
    [InlineData("strength: 0.5", "strength: -0.5", 10, "'strength' is out of range: '-0.5'")]
    public void What_does_not_suit_it_is_refused(string old, string by, int line, string sentence)
    {
        using TinyWorld world = new();
        Assert.Contains(old, Response, StringComparison.Ordinal);
        world.WriteScenario("x", Response.Replace(old, by, StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", line, sentence);
    }

    [Fact]
    public void A_price_floor_is_about_one_product()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", Response.Replace("[quota-2026]", "[quota-2026, floor]", StringComparison.Ordinal)
            .Replace("quota-response", "price-floor", StringComparison.Ordinal)
            .Replace("market:alpha-oxide/home", "commodity:alpha-oxide, commodity:beta-oxide", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 9, "price-floor takes one commodity: only, this is another: 'commodity:beta-oxide'");
    }
}
