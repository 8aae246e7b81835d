using Offtake.History.Scoring;
using Offtake.History.Series;
using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.History;

/// <summary>A tiny chain with made-up observations, and scores of them.</summary>
internal static class MadeUpHistory
{
    public const string Oxide = "a-oxide";

    public static readonly SeriesName HomePrice = new("price", Oxide, TinyChain.Home);

    public static readonly SeriesName AwayPrice = new("price", Oxide, TinyChain.Abroad);

    public static readonly Month First = Month.Of(2025, 1);

    public static ObservedFigure Observed(SeriesName name, string period, double value, double? low = null, double? high = null) =>
        new($"{name.Variable}-{name.Region}-{period}", "Made up", name.Variable, name.Region, period, value, low, high, "unit", "test", name.Subject);

    public static Score ScoreOf(ScoreKind kind, string from, string to, params SeriesName[] series) => new(
        $"{kind}", $"{kind}", kind, series.Length == 0 ? [HomePrice] : series, At(from).First, At(to).Last, null, null, null, null, null, null, null, null, "calibrated", 0.0, null, null, "", "",
        "scores.csv:2");

    public static Period At(string period) => Period.TryParse(period, out Period p) ? p : throw new ArgumentException(period, nameof(period));

    public static Backtest Of(ValueChain chain, IReadOnlyList<Score> scores, IReadOnlyList<FreeNumber>? free = null, int months = 36, string holdout = "2025-12") => new(
        "test", "Test", [new Variant("one", "One", TinyChain.Scenario(chain, months), new Dictionary<string, double>(), [])], At(holdout).Last, scores, free ?? [], [], [], [], [],
        new ObjectiveWeights(2.0, 0.0, 0.0, 0.0, 60));

    /// <summary>The value of a score when a series takes the given months, from 2025-01 on.</summary>
    public static double Value(Score score, IReadOnlyList<ObservedFigure> observed, params (SeriesName Name, double[] Months)[] paths)
    {
        ValueChain chain = TinyChain.Draft().Build() with { Observed = observed };
        SeriesPlan plan = PlanOf(chain, score);
        return ScoreValue.Of(new Question(score, plan, null), PathOf(plan, paths));
    }

    public static SeriesPlan PlanOf(ValueChain chain, params Score[] scores)
    {
        List<Offtake.World.Problem> problems = [];
        SeriesPlan plan = new(Of(chain, scores), new ChainLayout(chain), problems);
        Assert.Empty(problems);
        return plan;
    }

    public static HistoryPath PathOf(SeriesPlan plan, params (SeriesName Name, double[] Months)[] paths)
    {
        HistoryPath path = new(plan, First, paths.Max(p => p.Months.Length));
        foreach ((SeriesName name, double[] months) in paths)
        {
            for (int m = 0; m < months.Length; m++) path.Set(plan.IndexOf(name), m, months[m]);
        }

        return path;
    }

    /// <summary>Twelve months of each value.</summary>
    public static double[] Years(params double[] values) => [.. values.SelectMany(v => Enumerable.Repeat(v, 12))];
}
