using Offtake.Model.Chain;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Demand, use and goods in use, by use.</summary>
internal sealed class UseRecorder(RecordingPlan plan) : PanelRecorder
{
    private const int Weighed = 7;

    private readonly EmbodiedGoods _goods = new(plan.Layout);

    public override Panel Panel { get; } = plan.Monthly(
        "use",
        ["use", "commodity", "region", "city", "unit"],
        plan.Layout.Chain.Uses.Select((Use k) => (IReadOnlyList<string>)
            [k.Id, plan.Commodity(k.Commodity), plan.Region(k.Region), k.City is { } c ? plan.Layout.Chain.Cities[c].Id : string.Empty, plan.Unit(k.Commodity)]),
        [
            new Column("demand_amount", "Demand", "unit per month"),
            new Column("used_amount", "Put to use", "unit per month"),
            new Column("unmet_amount", "Demand that stocks could not serve", "unit per month"),
            new Column("in_use_amount", "In use at month end", "unit"),
            new Column("retired_amount", "Retired", "unit per month"),
            new Column("collected_amount", "Collected of what retired", "unit per month"),
            new Column("content_t", "Element content put to use", "t REO per month"),
            .. plan.Layout.Chain.WeighedStage is { } stage ? [new Column("weighed_t", $"{char.ToUpperInvariant(stage[0])}{stage[1..]} that went into it", "t per month")] : Array.Empty<Column>(),
        ]);

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        double[] tonnesPerUnit = _goods.TonnesPerUnit(state);
        for (int k = 0; k < state.ReferenceUse.Length; k++)
        {
            bool stays = layout.Chain.Uses[k].Life is not null;
            int account = layout.Buyer(layout.BuyerOfUse[k]);
            double content = 0.0;
            for (int lane = layout.LaneStart[account]; lane < layout.LaneStart[account + 1]; lane++)
                content += state.Holdings.Journal.ContentOut[lane].Value;
            Span<double> row = Panel.Row(future, month, k);
            row[0] = state.Months.Wanting[k].Value;
            row[1] = state.Months.Used[k].Value;
            row[2] = row[0] - row[1];
            row[3] = stays ? state.Holdings.Amounts[layout.InUse(k)].Value : double.NaN;
            row[4] = stays ? state.Months.Retired[k].Value : double.NaN;
            row[5] = stays ? state.Months.Collected[k].Value : double.NaN;
            row[6] = content;
            if (row.Length > Weighed) row[Weighed] = row[1] * tonnesPerUnit[layout.Uses[k].Commodity];
        }
    }
}
