using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

public class KnownAnswerTests
{
    public static TheoryData<string> Files => [.. ValidationFolder.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_problem_meets_every_value_its_file_expects(string file)
    {
        EquilibriumReading reading = EquilibriumFile.Read(ValidationFolder.File(file));
        Assert.Empty(reading.Faults);
        SpatialEquilibrium found = Draft.Solve(reading.Problem!);

        Comparison[] missed = [.. reading.Expected!.Compare(found).Where(c => !c.IsMet)];

        Assert.True(missed.Length == 0, string.Join("\n", missed.Select(c => c.ToString())));
        Assert.True(reading.Expected.Tolerance <= 1e-6);
        Assert.True(found.Check.Residual <= 1e-12);
    }

    [Fact]
    public void The_files_are_those_of_the_first_three_known_answers() =>
        Assert.Equal(["ka-1.yaml", "ka-2-free.yaml", "ka-2-quota.yaml", "ka-3-glut.yaml", "ka-3.yaml"], ValidationFolder.Names);

    [Fact]
    public void Three_countries_trade_as_in_the_textbook()
    {
        SpatialEquilibrium e = Read("ka-1.yaml");

        Close.To(24, e.Market("one", "good").Price);
        Close.To(27, e.Market("two", "good").Price);
        Close.To(30, e.Market("three", "good").Price);
        Close.To(6, e.Flow("one", "two", "good"));
        Close.To(9, e.Flow("two", "three", "good"));
        Close.To(0, e.Flow("one", "three", "good"));
        Close.To(751.5, e.TotalSurplus!.Value);
    }

    [Fact]
    public void An_export_quota_turns_the_price_gap_into_a_rent()
    {
        SpatialEquilibrium free = Read("ka-2-free.yaml");
        SpatialEquilibrium quota = Read("ka-2-quota.yaml");

        Close.To(2775, free.TotalSurplus!.Value);
        Close.To(45, quota.Quotas[0].Rent);
        Close.To(675, quota.Quotas[0].Revenue);
        Close.To(675, quota.Surplus[0].QuotaRents);
        Close.To(1912.5, quota.TotalSurplus!.Value);
    }

    [Fact]
    public void A_joint_product_nobody_needs_is_free_and_partly_thrown_away()
    {
        SpatialEquilibrium scarce = Read("ka-3.yaml");
        SpatialEquilibrium glut = Read("ka-3-glut.yaml");

        Close.To(20.0 / 0.385, scarce.Activities[0].Level);
        Assert.Equal(0.0, scarce.Market("market", "ce").Disposed);
        Assert.Equal(0.0, glut.Market("market", "ce").Price);
        Close.To(10, glut.Market("market", "ce").Disposed);
    }

    [Fact]
    public void A_value_that_is_not_met_is_shown_beside_what_came_out()
    {
        string text = File.ReadAllText(ValidationFolder.File("ka-1.yaml")).Replace("surplus: 751.5", "surplus: 751", StringComparison.Ordinal);
        EquilibriumReading reading = EquilibriumFile.Parse(text, "changed.yaml");
        SpatialOutcome outcome = SpatialSolver.Solve(reading.Problem!);

        Comparison missed = Assert.Single(reading.Expected!.Compare(outcome.Equilibrium!), c => !c.IsMet);

        Assert.Equal(("surplus of all regions", 751.0), (missed.What, missed.Expected));
        Close.To(751.5, missed.Found!.Value);
        Assert.False(EquilibriumReport.IsAsExpected(outcome, reading.Expected));
        Assert.Contains($"line {missed.Line}: surplus of all regions should be 751 and is 751.5", EquilibriumReport.Text(outcome, reading.Expected), StringComparison.Ordinal);
    }

    private static SpatialEquilibrium Read(string file) => Draft.Solve(EquilibriumFile.Read(ValidationFolder.File(file)).Problem!);
}
