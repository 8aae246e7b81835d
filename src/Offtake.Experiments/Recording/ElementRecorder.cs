using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Where each element came from, went and lies.</summary>
internal sealed class ElementRecorder(RecordingPlan plan) : PanelRecorder
{
    private const int FirstSink = 1;

    private static readonly Sink[] Sinks = Enum.GetValues<Sink>();

    public override Panel Panel { get; } = plan.Monthly(
        "element",
        ["element"],
        plan.Layout.Chain.Elements.Select(e => (IReadOnlyList<string>)[e.Id]),
        new Column("held_t", "Held in stocks, under way and in use at month end", "t REO"),
        new Column("extracted_t", "Taken from nature", "t REO per month"),
        new Column("tailings_t", "Left in tailings", "t REO per month"),
        new Column("process_loss_t", "Lost in processes", "t REO per month"),
        new Column("dissipated_t", "Used up in use", "t REO per month"),
        new Column("landfill_t", "Retired and not collected", "t REO per month"),
        new Column("disposed_t", "Disposed of unsold", "t REO per month"),
        new Column("reserve_t", "Bought into reserves", "t REO per month"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        for (int e = 0; e < layout.ElementCount; e++)
        {
            Span<double> row = Panel.Row(future, month, e);
            row.Clear();
            for (int r = 0; r < layout.Chain.Regions.Count; r++)
            {
                foreach (Sink sink in Sinks)
                {
                    int lane = layout.SinkLane(sink, r, e);
                    row[FirstSink + (int)sink] += (state.Holdings.Journal.ContentIn[lane] + state.Holdings.Journal.ContentOut[lane]).Value;
                }
            }
        }

        for (int lane = 0; lane < layout.LaneStart[^1]; lane++)
            Panel.Row(future, month, layout.ElementOfLane[lane])[0] += state.Holdings.Contents[lane].Value;
    }
}

/// <summary>World mine output by element: what is in the concentrate made, not what was in the ore.</summary>
internal sealed class MineRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "world",
        ["element"],
        plan.Layout.Chain.Elements.Select(e => (IReadOnlyList<string>)[e.Id]),
        new Column("mined_t", "In concentrate made", "t REO per month"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainLayout layout = end.State.Layout;
        for (int e = 0; e < layout.ElementCount; e++)
        {
            double mined = 0.0;
            for (int r = 0; r < layout.Chain.Regions.Count; r++)
            {
                mined += end.State.Holdings.Journal.ContentOut[layout.SinkLane(Sink.Nature, r, e)].Value;
                mined -= end.State.Holdings.Journal.ContentIn[layout.SinkLane(Sink.Tailings, r, e)].Value;
            }

            Panel.Row(future, month, e)[0] = mined;
        }
    }
}
