using Offtake.Model.Governance;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;

namespace Offtake.Experiments.Recording;

/// <summary>What institutions ordered, what became of it and what it cost, by lever. Only for scenarios with institutions.</summary>
internal sealed class ProgrammeRecorder : PanelRecorder
{
    private readonly EmbodiedGoods _goods;

    public ProgrammeRecorder(RecordingPlan plan, Model.Scenarios.Scenario scenario)
    {
        _goods = new EmbodiedGoods(plan.Layout);
        Panel = plan.Monthly(
            "programme",
            ["institution", "lever", "instrument"],
            scenario.Institutions.SelectMany(i => i.Reach.Select(r => (IReadOnlyList<string>)[i.Id, r.Id, InstrumentName.Of(r.Instrument)])),
            new Column("pull_share", "Pull of the institution", "share of reach"),
            new Column("ordered_strength", "Ordered, as announced", "unit of the instrument"),
            new Column("carried_out_strength", "Carried out", "unit of the instrument"),
            new Column("refused_by_law_strength", "Refused by law", "unit of the instrument"),
            new Column("vetoed_strength", "Blocked by a higher level", "unit of the instrument"),
            new Column("undone_strength", "Left undone or not realised", "unit of the instrument"),
            new Column("refused_by_budget_strength", "Refused because the budget is spent", "unit of the instrument"),
            new Column("outlay_usd", "Spent", "USD of 2024 per month"),
            new Column("wanted_t", "Added to wants", "t of the weighed stage per month"),
            new Column("bought_t", "Delivered for the programme", "t of the weighed stage per month"),
            new Column("crowded_out_t", "Crowded out", "t of the weighed stage per month"),
            new Column("pulled_forward_t", "Pulled forward", "t of the weighed stage per month"),
            new Column("repaid_t", "Missing for what was pulled forward before", "t of the weighed stage per month"));
    }

    public override Panel Panel { get; }

    public override void Record(int future, int month, in MonthEnd end)
    {
        ProgrammeBook book = end.State.Programmes!;
        double[] tonnesPerUnit = _goods.TonnesPerUnit(end.State);
        for (int d = 0; d < book.Names.Count; d++)
        {
            Span<double> row = Panel.Row(future, month, d);
            row.Clear();
            row[0] = book.Pull[book.InstitutionOf[d]];
            row[1] = book.Ordered[d];
            row[2] = book.Strength[d];
            row[3] = book.RefusedByLaw[d];
            row[4] = book.Vetoed[d];
            row[5] = book.Undone[d];
            row[6] = book.RefusedByBudget[d];
            row[7] = book.Outlay[d].Value;
        }

        DemandBook demand = book.Demand;
        for (int lot = 0; lot < demand.UseOf.Count; lot++)
        {
            Span<double> row = Panel.Row(future, month, demand.LeverOf[lot]);
            double tonnes = tonnesPerUnit[end.State.Layout.Uses[demand.UseOf[lot]].Commodity];
            row[8] += demand.Ordered[lot].Value * tonnes;
            row[9] += demand.Bought[lot].Value * tonnes;
            row[10] += demand.CrowdedOut[lot].Value * tonnes;
            row[11] += demand.PulledForward[lot].Value * tonnes;
            row[12] += demand.Repaid[lot].Value * tonnes;
        }
    }
}
