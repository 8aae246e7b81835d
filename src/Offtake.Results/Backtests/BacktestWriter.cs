using System.Text.Json.Nodes;
using Offtake.Model.History;
using Offtake.Model.Quantities;

namespace Offtake.Results.Backtests;

/// <summary>Writes a backtest for programs: every score with what was observed, modelled, missed, and every observed figure beside the modelled one.</summary>
/// <remarks>Names are camelCase; <c>unit</c> stands beside the values it is the unit of. Monthly paths are not in it.</remarks>
public static class BacktestWriter
{
    /// <summary>Version of the names and their meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The document as text.</summary>
    public static string Text(BacktestResults results) => Json.Text(Document(results));

    private static JsonObject Document(BacktestResults r) => new()
    {
        ["schemaVersion"] = SchemaVersion,
        ["program"] = r.Program,
        ["backtest"] = r.Id,
        ["title"] = r.Title,
        ["world"] = r.World,
        ["worldSha256"] = r.WorldSha256,
        ["firstMonth"] = r.First.ToString(),
        ["lastMonth"] = r.Last.ToString(),
        ["holdoutMonth"] = r.Holdout.ToString(),
        ["seed"] = r.Seed,
        ["futuresPerFit"] = r.FuturesPerFit,
        ["summary"] = List(r.Windows, w => SummaryOf(r, w)),
        ["variants"] = List(r.Variants, v => new JsonObject { ["id"] = v.Id, ["title"] = v.Title, ["scenario"] = v.Scenario, ["imposesScores"] = Json.Texts(v.Imposes) }),
        ["fits"] = List(r.Fits, FitOf),
        ["scores"] = List(r.Scores, ScoreOf),
        ["forecasts"] = List(r.Forecasts, ForecastOf),
        ["freeNumbers"] = List(r.Free, FreeOf),
        ["imposed"] = List(r.Imposed, i => new JsonObject { ["kind"] = i.Kind, ["id"] = i.Id, ["title"] = i.Title, ["variants"] = Json.Texts(i.Variants) }),
        ["ablations"] = List(r.Ablations, AblationOf),
        ["warnings"] = Json.Texts(r.Warnings),
    };

    private static JsonObject SummaryOf(BacktestResults r, string window)
    {
        ScoreResult[] judged = [.. r.Pooled(window).Where(s => s.IsJudged)];
        return new JsonObject
        {
            ["window"] = window,
            ["judgedScores"] = judged.Length,
            ["metScores"] = judged.Count(s => s.IsMet),
            ["missedScores"] = Json.Texts(judged.Where(s => !s.IsMet).Select(s => s.Score.Id)),
        };
    }

    private static JsonObject FitOf(FitLine f) => new()
    {
        ["id"] = f.Id,
        ["variant"] = f.Variant,
        ["window"] = f.Window,
        ["seed"] = f.Seed,
        ["loss"] = Json.Number(f.Loss),
        ["relativeFreezeDrift"] = Json.Number(f.FreezeDrift),
        ["shareOfKickLeft"] = Json.Number(f.KickLeft),
        ["isStale"] = f.IsStale,
        ["failure"] = f.Failure,
    };

    private static JsonObject ScoreOf(ScoreResult s)
    {
        bool isPeak = s.Score.Kind == ScoreKind.PeakMonth;
        JsonObject score = new()
        {
            ["id"] = s.Score.Id,
            ["title"] = s.Score.Title,
            ["kind"] = KindOf(s.Score.Kind),
            ["window"] = s.Window,
            ["variant"] = s.Variant,
            ["from"] = s.Score.From.ToString(),
            ["to"] = s.Score.To.ToString(),
            ["standing"] = s.Standing.ToString().ToLowerInvariant(),
            ["unit"] = s.Unit,
            ["cases"] = s.Cases,
            ["observed"] = isPeak ? null : Json.Number(s.Observed),
            ["modelled"] = Json.Number(s.Value),
            ["error"] = Json.Number(s.Error),
        };
        if (isPeak)
        {
            score["observedMonth"] = MonthText(s.Observed);
            score["modelledMonth"] = MonthText(s.Observed + s.Value);
        }

        score["ensemble"] = BandOf(s.Ensemble);
        score["low"] = Json.Number(s.Score.Low);
        score["high"] = Json.Number(s.Score.High);
        score["ambitiousLow"] = Json.Number(s.Score.AmbitiousLow);
        score["ambitiousHigh"] = Json.Number(s.Score.AmbitiousHigh);
        score["isMet"] = s.IsJudged ? s.IsMet : null;
        score["isAmbitionMet"] = s.IsAmbitionMet;
        score["fits"] = s.ByFit.Count;
        score["fitsMeeting"] = s.FitsMeeting;
        score["byFit"] = List(s.ByFit, f => new JsonObject { ["fit"] = f.Fit, ["variant"] = f.Variant, ["modelled"] = Json.Number(f.Value) });
        score["benchmarks"] = List(s.Benchmarks, b => new JsonObject { ["name"] = b.Name, ["value"] = Json.Number(b.Value) });
        score["points"] = List(s.Points, PointOf);
        return score;
    }

    private static JsonObject PointOf(PointResult p) => new()
    {
        ["series"] = p.Series.ToString(),
        ["period"] = p.Period.ToString(),
        ["observed"] = Json.Number(p.Observed),
        ["modelled"] = Json.Number(p.Modelled.Median),
        ["low"] = Json.Number(p.Modelled.Low),
        ["high"] = Json.Number(p.Modelled.High),
        ["relativeError"] = Json.Number((p.Modelled.Median / p.Observed) - 1.0),
        ["source"] = p.Source,
    };

    private static JsonObject ForecastOf(ForecastResult f) => new()
    {
        ["id"] = f.Forecast.Id,
        ["title"] = f.Forecast.Title,
        ["series"] = f.Forecast.Series.ToString(),
        ["period"] = f.Forecast.Period.ToString(),
        ["unit"] = f.Forecast.Unit,
        ["low"] = Json.Number(f.Forecast.Low),
        ["high"] = Json.Number(f.Forecast.High),
        ["observed"] = Json.Number(f.Observed),
        ["window"] = f.Window,
        ["modelled"] = BandOf(f.Modelled),
        ["source"] = f.Forecast.Source,
    };

    private static JsonObject FreeOf(FreeLine f) => new()
    {
        ["id"] = f.Number.Id,
        ["unit"] = f.Unit,
        ["low"] = Json.Number(f.Number.Low),
        ["high"] = Json.Number(f.Number.High),
        ["centre"] = Json.Number(f.Centre),
        ["window"] = f.Window,
        ["fittedMedian"] = Json.Number(f.Fitted.Median),
        ["fittedLeast"] = Json.Number(f.Least),
        ["fittedMost"] = Json.Number(f.Most),
    };

    private static JsonObject AblationOf(Ablation a) => new()
    {
        ["mechanism"] = a.Mechanism,
        ["title"] = a.Title,
        ["variant"] = a.Variant,
        ["lossFull"] = Json.Number(a.LossFull),
        ["lossFrozen"] = Json.Number(a.LossFrozen),
        ["lossRefitted"] = Json.Number(a.LossRefitted),
        ["missedFrozen"] = Json.Texts(a.MissedFrozen),
        ["missedRefitted"] = Json.Texts(a.MissedRefitted),
    };

    private static JsonObject BandOf(Band band) => new()
    {
        ["median"] = Json.Number(band.Median),
        ["low"] = Json.Number(band.Low),
        ["high"] = Json.Number(band.High),
        ["rangeKind"] = band.KindName,
        ["futures"] = band.Futures,
    };

    /// <summary>The name of a kind as the tables write it.</summary>
    public static string KindOf(ScoreKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));

    private static string? MonthText(double? number) => number is { } n && double.IsFinite(n) ? new Month((int)Math.Round(n)).ToString() : null;

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(i => (JsonNode?)write(i))]);
}
