using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Treasury;

namespace Offtake.Experiments.Recording;

/// <summary>Balances and payments, summed over accounts of a kind in a region.</summary>
internal sealed class MoneyRecorder : PanelRecorder
{
    private readonly int[] _entityOf;

    public MoneyRecorder(RecordingPlan plan, MoneyAccounts accounts)
    {
        var kinds = Enumerable.Range(0, accounts.Count).Select(accounts.KindOf).ToList();
        var entities = kinds.Distinct().ToList();
        _entityOf = [.. kinds.Select(k => entities.IndexOf(k))];
        Panel = plan.Monthly(
            "account",
            ["account", "region"],
            entities.Select(e => (IReadOnlyList<string>)[e.Kind, e.Region]),
            new Column("balance_usd", "Balance at month end", "USD of 2024"),
            new Column("received_usd", "Received", "USD of 2024 per month"),
            new Column("paid_usd", "Paid", "USD of 2024 per month"));
    }

    public override Panel Panel { get; }

    public override void Record(int future, int month, in MonthEnd end)
    {
        for (int e = 0; e < Panel.Entities.Count; e++) Panel.Row(future, month, e).Clear();
        for (int a = 0; a < _entityOf.Length; a++)
        {
            Span<double> row = Panel.Row(future, month, _entityOf[a]);
            row[0] += end.State.Money.Balance[a].Value;
            row[1] += end.State.Money.Received[a].Value;
            row[2] += end.State.Money.Paid[a].Value;
        }
    }
}

/// <summary>Budgets and service coverage by city.</summary>
internal sealed class CityRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "city",
        ["city", "region"],
        plan.Layout.Chain.Cities.Select((Model.Chain.City c) => (IReadOnlyList<string>)[c.Id, plan.Region(c.Region)]),
        new Column("revenue_usd", "Received: revenue and subsidies", "USD of 2024 per month"),
        new Column("deployment_usd", "Paid for products delivered", "USD of 2024 per month"),
        new Column("running_cost_usd", "Running cost of fleets", "USD of 2024 per month"),
        new Column("debt_usd", "Debt at month end", "USD of 2024"),
        new Column("refused_amount_usd", "Purchases the budget refused", "USD of 2024 per month"),
        new Column("coverage_share", "Fleet over the fleet that covers the service, least covered service", "share"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainState state = end.State;
        ChainLayout layout = state.Layout;
        for (int c = 0; c < layout.Chain.Cities.Count; c++)
        {
            double purchases = 0.0;
            double coverage = double.NaN;
            for (int k = 0; k < layout.Chain.Uses.Count; k++)
            {
                if (layout.Chain.Uses[k].City != c) continue;
                int b = layout.BuyerOfUse[k];
                purchases += (state.Price[layout.Buyers[b].Market] * state.Months.Delivered[b]).Value;
                if (layout.Chain.Uses[k].Service is null) continue;
                double covered = state.ServiceCoverage[k];
                coverage = double.IsNaN(coverage) ? covered : Math.Min(coverage, covered);
            }

            Span<double> row = Panel.Row(future, month, c);
            row[0] = state.Money.Received[state.Accounts.City(c)].Value;
            row[1] = purchases;
            row[2] = state.Months.RunningCost[c].Value;
            row[3] = Debts.OfCity(state, c).Value;
            row[4] = state.Months.RefusedPurchase[c].Value;
            row[5] = coverage;
        }
    }
}
