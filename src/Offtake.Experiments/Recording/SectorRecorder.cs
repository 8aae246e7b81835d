using Offtake.Model.Chain;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Activity and capacity by sector.</summary>
internal sealed class SectorRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "sector",
        ["process", "stage", "region"],
        plan.Layout.Sectors.Select(s => (IReadOnlyList<string>)
            [plan.Layout.Chain.Processes[s.Process].Id, plan.Layout.Chain.Processes[s.Process].Stage, plan.Region(s.Region)]),
        new Column("activity_amount", "Activity", "unit of activity per month"),
        new Column("capacity_amount", "Usable capacity", "unit of activity per month"),
        new Column("wanted_amount", "Wanted activity", "unit of activity per month"),
        new Column("utilisation_share", "Activity over usable capacity", "share"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        MonthFlows flows = end.State.Months;
        for (int s = 0; s < flows.SectorActivity.Length; s++)
        {
            double capacity = 0.0;
            double wanted = 0.0;
            foreach (int f in end.State.Layout.FacilitiesOfSector[s])
            {
                capacity += flows.Usable[f].Value;
                wanted += flows.Wanted[f].Value;
            }

            Span<double> row = Panel.Row(future, month, s);
            row[0] = flows.SectorActivity[s].Value;
            row[1] = capacity;
            row[2] = wanted;
            row[3] = capacity > 0.0 ? row[0] / capacity : double.NaN;
        }
    }
}

/// <summary>Activity and capacity by facility.</summary>
internal sealed class FacilityRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "facility",
        ["facility", "process", "stage", "region", "aggregate"],
        plan.Layout.Chain.Facilities.Select(f => (IReadOnlyList<string>)
        [
            f.Id, plan.Layout.Chain.Processes[f.Process].Id, plan.Layout.Chain.Processes[f.Process].Stage, plan.Region(f.Region), f.IsAggregate ? "yes" : "no",
        ]),
        new Column("activity_amount", "Activity", "unit of activity per month"),
        new Column("capacity_amount", "Built capacity", "unit of activity per month"),
        new Column("open_share", "Share of capacity open: 0 while closed, less what an outage or a closure takes", "share"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        for (int f = 0; f < end.State.Capacity.Length; f++)
        {
            Span<double> row = Panel.Row(future, month, f);
            row[0] = end.State.Months.Activity[f].Value;
            row[1] = end.State.Capacity[f].Value;
            row[2] = end.State.OpenShare[f] * (1.0 - end.State.OutageShare[f]) * (1.0 - end.State.Policies.ShutShare[f]);
        }
    }
}

/// <summary>Shipments by route.</summary>
internal sealed class RouteRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "route",
        ["commodity", "from", "to", "unit"],
        plan.Layout.Chain.Routes.Select((Route q) => (IReadOnlyList<string>)[plan.Commodity(q.Commodity), plan.Region(q.From), plan.Region(q.To), plan.Unit(q.Commodity)]),
        new Column("shipped_amount", "Shipped", "unit per month"),
        new Column("held_up_amount", "Asked for but held up by closures, licences or quotas", "unit per month"),
        new Column("rent_usd_per_unit", "Quota rent that is asked", "USD of 2024 per unit"),
        new Column("smuggled_amount", "Left past quota and duty, not among what was shipped", "unit per month"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        for (int q = 0; q < end.State.Months.Shipped.Length; q++)
        {
            Span<double> row = Panel.Row(future, month, q);
            row[0] = end.State.Months.Shipped[q].Value;
            row[1] = end.State.Months.HeldUp[q].Value;
            row[2] = end.State.RentNow[q].Value;
            row[3] = end.State.Months.Smuggled[q].Value;
        }
    }
}
