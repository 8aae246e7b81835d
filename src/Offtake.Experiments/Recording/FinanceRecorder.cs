using Offtake.Model.Chain;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Treasury;

namespace Offtake.Experiments.Recording;

/// <summary>Debts, capital, taxes and defaults of owners by sector and of cities. Only for worlds with rules of money.</summary>
internal sealed class FinanceRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "finance",
        ["holder", "kind", "stage", "region"],
        [
            .. plan.Layout.Sectors.Select((s, i) => (IReadOnlyList<string>)
                [plan.Layout.SectorName(i), "owners", plan.Layout.Processes[s.Process].Stage, plan.Region(s.Region)]),
            .. plan.Layout.Cities.Select((City c) => (IReadOnlyList<string>)[c.Id, "city", string.Empty, plan.Region(c.Region)]),
        ],
        new Column("debt_usd", "Debt at month end", "USD of 2024"),
        new Column("capital_spent_usd", "Paid for new capacity", "USD of 2024 per month"),
        new Column("interest_usd", "Interest paid; not kept for cities", "USD of 2024 per month"),
        new Column("profit_tax_usd", "Tax on profit", "USD of 2024 per month"),
        new Column("dividend_usd", "Paid to shareholders", "USD of 2024 per month"),
        new Column("support_usd", "Standing support for what lost money at the opening", "USD of 2024 per month"),
        new Column("written_off_usd", "Debt written off by the bank", "USD of 2024 per month"),
        new Column("bailed_out_usd", "Debt paid by a treasury", "USD of 2024 per month"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        ChainState state = end.State;
        FinanceState finance = state.Finance!;
        int sectors = state.Layout.Sectors.Length;
        for (int s = 0; s < sectors; s++)
        {
            Span<double> row = Panel.Row(future, month, s);
            row[0] = Debts.OfOwners(state, s).Value;
            row[1] = finance.CapitalSpent[s].Value;
            row[2] = finance.Interest[s].Value;
            row[3] = finance.ProfitTax[s].Value;
            row[4] = finance.Dividend[s].Value;
            row[5] = finance.Support[s].Value;
            row[6] = finance.WrittenOff[s].Value;
            row[7] = finance.BailedOut[s].Value;
        }

        for (int c = 0; c < state.Layout.Cities.Length; c++)
        {
            Span<double> row = Panel.Row(future, month, sectors + c);
            row.Clear();
            row[2] = double.NaN;
            row[0] = Debts.OfCity(state, c).Value;
            row[7] = finance.CityBailedOut[c].Value;
        }
    }
}
