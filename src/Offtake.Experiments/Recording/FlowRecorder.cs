using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Content that moved along every link, by element, summed over calendar years.</summary>
internal sealed class FlowRecorder : PanelRecorder
{
    private readonly IReadOnlyList<FlowLink> _links;
    private readonly Month _first;

    public FlowRecorder(RecordingPlan plan)
    {
        _links = FlowLinks.Of(plan.Layout);
        _first = plan.First;
        Panel = plan.Yearly(
            "flow",
            ["from", "from_kind", "to", "to_kind", "region", "stage"],
            _links.Select(l => l.Keys),
            [.. plan.Layout.Chain.Elements.Select(e => new Column($"{e.Id}_t", e.Title, "t REO per year"))]);
    }

    public override Panel Panel { get; }

    public override void Record(int future, int month, in MonthEnd end)
    {
        int year = end.Month.Year - _first.Year;
        bool isNewYear = month == 0 || end.Month.OfYear == 1;
        for (int l = 0; l < _links.Count; l++)
        {
            Span<double> row = Panel.Row(future, year, l);
            if (isNewYear) row.Clear();
            _links[l].Add(end.State, row);
        }
    }
}
