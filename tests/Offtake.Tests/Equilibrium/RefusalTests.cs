using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class RefusalTests
{
    [Fact]
    public void A_fixed_demand_beyond_every_capacity_is_infeasible_and_named()
    {
        Refusal refusal = new Draft().Demand("city", "rice", Quantity, 50, 0).Supply("city", "rice", Price, 10, 1).SupplyCapacity(30).Refuse();

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Contains("price of rice in city", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_demand_no_route_leads_to_is_infeasible()
    {
        Refusal refusal = new Draft().Demand("island", "rice", Quantity, 50, 0).Supply("city", "rice", Price, 10, 1).Route("island", "city", "rice", 1).Refuse();

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Contains("price of rice in island", refusal.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p(y)", "p(x)")]
    [InlineData("3 p(y)", "3 p(x)")]
    public void A_good_that_curves_want_at_every_price_is_not_reported_as_unwanted(string ofX, string ofY)
    {
        // At price zero both curves give ten; only a reading far below price zero gives none.
        EquilibriumReading reading = EquilibriumFile.Parse(
            "goods: [x, y]\nregions: [a]\nsupply: [{region: a, good: [x, y], price: 1 + q}]\n"
            + $"demand: [{{region: a, good: x, quantity: 10 - p + {ofX}}}, {{region: a, good: y, quantity: 10 - p + {ofY}}}]\n", "p.yaml");
        SpatialOutcome outcome = SpatialSolver.Solve(reading.Problem!);

        if (outcome.Equilibrium is { } found) Assert.True(found.Market("a", "x").Demand > 0.0);
        else Assert.Equal(RefusalKind.NotSolved, outcome.Refusal!.Kind);
    }

    [Fact]
    public void A_gain_at_whatever_price_is_unbounded_and_named()
    {
        Refusal refusal = new Draft().Supply("a", "g", Price, 10, 0).Demand("b", "g", Price, 30, 0).Route("a", "b", "g", 5).Refuse();

        Assert.Equal(RefusalKind.Unbounded, refusal.Kind);
        Assert.Contains("supply of g in a", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("demand for g in b", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("g from a to b", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_subsidised_routes_is_unbounded()
    {
        Refusal refusal = new Draft().Supply("a", "g", Price, 10, 1).Demand("b", "g", Price, 30, -1)
            .Route("a", "b", "g", 5).Route("b", "a", "g", 5, r => r with { ExportTaxPerUnit = -20 }).Refuse();

        Assert.Equal(RefusalKind.Unbounded, refusal.Kind);
    }

    [Fact]
    public void An_unbounded_gain_under_taxes_in_percent_is_proved_too()
    {
        Refusal refusal = new Draft().Supply("a", "g", Price, 10, 0).Demand("b", "g", Price, 30, 0).Demand("c", "g", Price, 90, -1)
            .Route("a", "b", "g", 5, r => r with { TariffShare = 0.5 }).Route("b", "c", "g", 5, r => r with { ExportTaxShare = 0.3 }).Route("a", "c", "g", 1, r => r with { TariffShare = 1.2 }).Refuse();

        Assert.Equal(RefusalKind.Unbounded, refusal.Kind);
    }

    [Fact]
    public void An_unwanted_product_that_cannot_be_thrown_away_stops_a_fixed_supply()
    {
        Refusal refusal = new Draft().Supply("r", "waste", Quantity, 10, 0).Demand("r", "waste", Quantity, 4, 0).Rule("r", "waste", x => x with { CanDispose = false }).Refuse();

        Assert.Equal(RefusalKind.Infeasible, refusal.Kind);
        Assert.Contains("waste in r", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quota_lifts_the_refusal_of_an_unbounded_gain()
    {
        SpatialEquilibrium e = new Draft().Supply("a", "g", Price, 10, 0).Demand("b", "g", Price, 30, 0).Route("a", "b", "g", 5).Quota("cap", 8, "a").Solve();

        Close.To(15, e.Quotas[0].Rent);
        Close.To(120, e.TotalSurplus!.Value);
    }

    [Fact]
    public void What_is_neither_solved_nor_disproved_is_not_given_out_as_an_answer()
    {
        // Each good's price falls in its own and rises in the other's quantity so steeply that raising both lowers no demand.
        int undecided = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            SpatialOutcome outcome = SpatialSolver.Solve(WildProblem.Of(seed));
            if (outcome.Equilibrium is { } found) Referee.Require(found);
            if (outcome.Refusal is not { Kind: RefusalKind.NotSolved } refusal) continue;
            undecided++;
            Assert.Contains("No equilibrium was found, and no proof that there is none", refusal.Sentence, StringComparison.Ordinal);
            Assert.Contains("Cross terms outweigh own terms", refusal.Sentence, StringComparison.Ordinal);
        }

        Assert.InRange(undecided, 1, 20);
    }
}
