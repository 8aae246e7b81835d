using Offtake.History.Scoring;
using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.History.MadeUpHistory;

namespace Offtake.Tests.History;

/// <summary>BCK-12: forecasts without a model.</summary>
public sealed class NaiveForecastTests
{
    private static readonly ObservedFigure[] FourYears =
        [Observed(HomePrice, "2023", 50), Observed(HomePrice, "2024", 100), Observed(HomePrice, "2025", 200), Observed(HomePrice, "2026", 400)];

    private static Dictionary<string, double> Of(string from, string to)
    {
        Score score = ScoreOf(ScoreKind.Mape, from, to);
        ValueChain chain = TinyChain.Draft().Build() with { Observed = FourYears };
        Offtake.History.Series.SeriesPlan plan = PlanOf(chain, score);
        return NaiveForecasts.Of(new Question(score, plan, null), plan, At("2024").Last).ToDictionary(b => b.Name, b => b.Value);
    }

    [Fact]
    public void Each_says_what_it_is_named_after()
    {
        Dictionary<string, double> naive = Of("2025", "2026");
        Assert.Equal((0.5 + 0.75) / 2, naive["no-change"], 1e-12);
        Assert.Equal(((125.0 / 200) + (325.0 / 400)) / 2, naive["mean"], 1e-12);
        Assert.Equal(0.5, naive["random-walk"], 1e-12);
    }

    [Fact]
    public void What_had_been_seen_is_not_forecast()
    {
        Dictionary<string, double> naive = Of("2024", "2025");
        Assert.Equal(double.NaN, naive["no-change"]);
        Assert.Equal(double.NaN, naive["mean"]);
        Assert.Equal(0.5, naive["random-walk"], 1e-12);
    }
}
