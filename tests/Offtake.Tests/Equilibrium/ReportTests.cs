using System.Text.Json;
using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class ReportTests
{
    [Fact]
    public void The_text_of_the_export_quota_can_be_read_aloud()
    {
        EquilibriumReading reading = EquilibriumFile.Read(ValidationFolder.File("ka-2-quota.yaml"));

        string text = EquilibriumReport.Text(SpatialSolver.Solve(reading.Problem!), reading.Expected);

        Assert.Equal(
            """
            KA-2 Export quota of 15

            good
              region    price  supply  demand  exports  imports
              exporter   32.5    22.5     7.5       15        0
              importer   82.5    22.5    37.5        0       15

            Trade (routes in use: 1 of 1; taxes and rents are totals)
              good  from      to        quantity  quota rent
              good  exporter  importer        15         675

              quota            cap  used  rent per unit  rent
              export licences   15    15             45   675

            Surplus in money
              region      total  consumers  producers  quota rents
              exporter   956.25     28.125    253.125          675
              importer   956.25    703.125    253.125            0
              all       1,912.5     731.25     506.25          675

            Check: no condition is broken by more than 0.0e+0 of what it adds up; accepted up to 1e-8. 8 variables, 11 pivots, method of Lemke.
            Expected: 6 of 6 values are met within 1e-6.

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void The_json_holds_every_number_of_the_equilibrium()
    {
        EquilibriumReading reading = EquilibriumFile.Read(ValidationFolder.File("ka-2-quota.yaml"));

        JsonElement root = JsonDocument.Parse(EquilibriumReport.Json(SpatialSolver.Solve(reading.Problem!), reading.Expected)).RootElement;

        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.True(root.GetProperty("solved").GetBoolean());
        Assert.Equal(32.5, root.GetProperty("markets")[0].GetProperty("price").GetDouble(), 9);
        Assert.Equal(15, root.GetProperty("routes")[0].GetProperty("flow").GetDouble(), 9);
        Assert.Equal(45, root.GetProperty("quotas")[0].GetProperty("rentPerUnit").GetDouble(), 9);
        Assert.Equal(1912.5, root.GetProperty("totalSurplus").GetDouble(), 9);
        Assert.True(root.GetProperty("check").GetProperty("relativeResidual").GetDouble() <= 1e-8);
        Assert.All(root.GetProperty("expected").GetProperty("values").EnumerateArray(), v => Assert.True(v.GetProperty("met").GetBoolean()));
    }

    [Fact]
    public void A_refusal_is_a_sentence_in_the_text_and_a_kind_in_the_json()
    {
        SpatialOutcome outcome = SpatialSolver.Solve(new Draft().Supply("a", "g", Price, 10, 0).Demand("a", "g", Price, 30, 0).Problem());

        Assert.StartsWith("There is no equilibrium: these would grow without end", EquilibriumReport.Text(outcome), StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(EquilibriumReport.Json(outcome)).RootElement;
        Assert.False(root.GetProperty("solved").GetBoolean());
        Assert.Equal("unbounded", root.GetProperty("refusal").GetProperty("kind").GetString());
        Assert.False(EquilibriumReport.IsAsExpected(outcome));
    }

    [Fact]
    public void What_is_not_defined_is_a_dash_and_a_null()
    {
        SpatialOutcome outcome = SpatialSolver.Solve(new Draft().Supply("a", "g", Price, 10, 1).Demand("a", "g", Quantity, 5, 0).Problem());

        Assert.Contains("–", EquilibriumReport.Text(outcome), StringComparison.Ordinal);
        JsonElement root = JsonDocument.Parse(EquilibriumReport.Json(outcome)).RootElement;
        Assert.Equal(JsonValueKind.Null, root.GetProperty("totalSurplus").ValueKind);
        Assert.Equal(12.5, root.GetProperty("surplus")[0].GetProperty("producers").GetDouble(), 9);
    }

    [Fact]
    public void A_title_cannot_steer_a_terminal()
    {
        SpatialProblem problem = new Draft().Supply("a", "g", Price, 10, 1).Demand("a", "g", Price, 50, -1).Problem() with { Title = "\u001b[31mred", Money = "a\nb" };

        Assert.DoesNotContain('\u001b', EquilibriumReport.Text(SpatialSolver.Solve(problem)));
    }
}
