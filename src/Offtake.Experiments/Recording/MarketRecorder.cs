using Offtake.Model.Chain;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Prices, stocks and flows by market.</summary>
internal sealed class MarketRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "market",
        ["commodity", "region", "stage", "unit", "pricing"],
        plan.Layout.Chain.Markets.Select(m => (IReadOnlyList<string>)
        [
            plan.Commodity(m.Commodity), plan.Region(m.Region), plan.Layout.Chain.Commodities[m.Commodity].Stage, plan.Unit(m.Commodity),
            plan.Layout.Chain.Commodities[m.Commodity].Pricing == Pricing.Posted ? "posted" : "formula",
        ]),
        new Column("price_usd_per_unit", "Price", "USD of 2024 per unit"),
        new Column("stock_amount", "Sellers' stock at month end", "unit"),
        new Column("expected_orders_amount", "Orders expected a month, exports included", "unit per month"),
        new Column("cover_months", "Stock over expected orders", "months"),
        new Column("produced_amount", "Made or collected in the region", "unit per month"),
        new Column("delivered_amount", "Delivered to users in the region", "unit per month"),
        new Column("precaution_share", "Share by which users raise their target cover", "share"),
        new Column("disposed_amount", "Disposed of by sellers", "unit per month"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        for (int m = 0; m < state.Price.Length; m++)
        {
            double stock = state.Holdings.Amounts[ChainLayout.Seller(m)].Value;
            double orders = layout.IsPosted[m] ? state.ExpectedOrders[m].Value : state.Months.Released[m].Value;
            double delivered = 0.0;
            foreach (int b in layout.BuyersOfMarket[m]) delivered += state.Months.Delivered[b].Value;
            foreach (int s in layout.FeedersOfMarket[m]) delivered += state.Months.SectorActivity[s].Value;
            Span<double> row = Panel.Row(future, month, m);
            row[0] = state.Price[m].Value;
            row[1] = stock;
            row[2] = orders;
            row[3] = orders > 0.0 ? stock / orders : double.NaN;
            row[4] = state.Months.Produced[m].Value;
            row[5] = delivered;
            row[6] = layout.IsPosted[m] ? state.Precaution[m] : double.NaN;
            row[7] = state.Months.Disposed[m].Value;
        }
    }
}
