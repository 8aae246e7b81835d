using Offtake.World.Tables;

namespace Offtake.World.Backtests;

/// <summary>The tables of a backtest.</summary>
internal static class BacktestShapes
{
    public static readonly TableShape Scores = new(
        "scores", "id",
        "id title kind variable subject? region from to base? against? every? low? high? ambitious_low? ambitious_high? observed? standing? weight? sigma? window?");

    public static readonly TableShape Free = new("free", "id", "id low high scale reason", hasPlainIds: false);

    public static readonly TableShape Forecasts = new("forecasts", "id", "id title variable subject? region period low high unit");

    public static readonly TableShape Mechanisms = new("mechanisms", "id", "id title sets? without?");

    public static readonly TableShape Fits = new("fits", "id", "id variant window seed loss freeze_drift kick_left world_sha256");

    public static readonly TableShape Fit = new("fit", "id", "id value", hasPlainIds: false);

    public static readonly TableShape Ablations = new(
        "ablations", "mechanism variant", "mechanism title variant loss_full loss_frozen loss_refitted missed_frozen? missed_refitted?");
}
