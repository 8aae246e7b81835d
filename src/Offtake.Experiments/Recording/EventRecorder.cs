using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Lists what happened and deserves a line. A condition that lasts is one event, in the month it begins.</summary>
internal sealed partial class EventRecorder
{
    private readonly ChainLayout _layout;
    private readonly List<RunEvent>[] _events;
    private readonly HashSet<(string, int)>[] _standing;

    public EventRecorder(RecordingPlan plan)
    {
        _layout = plan.Layout;
        _events = [.. Enumerable.Range(0, plan.Futures).Select(_ => new List<RunEvent>())];
        _standing = [.. Enumerable.Range(0, plan.Futures).Select(_ => new HashSet<(string, int)>())];
    }

    public IReadOnlyList<RunEvent> EventsOf(int future) => _events[future];

    public void Record(int future, in MonthEnd end)
    {
        ChainState state = end.State;
        MonthFlows flows = state.Months;
        Month month = end.Month;
        Stand(future, month, "draw-rejected", 0, "opening", state.DrawsRejected > 0, state.DrawsRejected, "draws");
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            string id = _layout.Chain.Facilities[f].Id;
            Stand(future, month, "quota-bound", f, id, flows.QuotaBound[f], flows.Activity[f].Value, "t REO per month");
            bool mines = _layout.DriveOf(_layout.SectorOf[f]) == Model.Chain.Drive.Margin;
            Stand(future, month, mines ? "mine-closed" : "plant-mothballed", f, id, state.OpenShare[f] < 1.0, state.Capacity[f].Value, mines ? "t REO per month" : "unit of activity per month");
            Stand(future, month, "outage", f, id, state.OutageShare[f] > 0.0, state.OutageShare[f], "share of capacity");
        }

        for (int m = 0; m < state.Price.Length; m++)
        {
            string id = $"{_layout.Chain.Commodities[_layout.Chain.Markets[m].Commodity].Id}@{_layout.Chain.Regions[_layout.Chain.Markets[m].Region].Id}";
            Stand(future, month, "price-limit-bound", m, id, _layout.IsPosted[m] && flows.PriceLimited[m], state.Price[m].Value, "USD of 2024 per unit");
        }

        for (int q = 0; q < flows.HeldUp.Length; q++)
        {
            Model.Chain.Route route = _layout.Chain.Routes[q];
            string id = $"{_layout.Chain.Commodities[route.Commodity].Id}/{_layout.Chain.Regions[route.From].Id}/{_layout.Chain.Regions[route.To].Id}";
            Stand(future, month, "licence-held-up", q, id, flows.HeldUp[q].Value > 0.0, flows.HeldUp[q].Value, $"{_layout.Chain.Commodities[route.Commodity].Unit} per month");
        }

        RecordProgress(future, month, state);
        for (int c = 0; c < flows.RefusedPurchase.Length; c++)
            Stand(future, month, "purchase-refused", c, _layout.Chain.Cities[c].Id, flows.RefusedPurchase[c].Value > 0.0, flows.RefusedPurchase[c].Value, "USD of 2024 per month");
        if (state.Finance is { } finance) RecordMoney(future, month, finance);
    }

    /// <summary>Defaults, bailouts and what was closed for good.</summary>
    private void RecordMoney(int future, Month month, FinanceState finance)
    {
        const string usd = "USD of 2024";
        for (int s = 0; s < finance.InDefault.Length; s++)
        {
            Stand(future, month, "owners-in-default", s, _layout.SectorName(s), finance.InDefault[s], (finance.WrittenOff[s] + finance.BailedOut[s]).Value, usd);
            Stand(future, month, "state-firms-bailed-out", s, _layout.SectorName(s), finance.BailedOut[s].Value > 0.0, finance.BailedOut[s].Value, usd);
        }

        for (int f = 0; f < finance.Abandoned.Length; f++)
            Stand(future, month, "closed-for-good", f, _layout.Facilities[f].Id, finance.Abandoned[f].Value > 0.0, finance.Abandoned[f].Value, "unit of activity per month");
        for (int c = 0; c < finance.CityInDefault.Length; c++)
        {
            Stand(future, month, "city-in-default", c, _layout.Cities[c].Id, finance.CityInDefault[c], finance.CityBailedOut[c].Value, usd);
            Stand(future, month, "city-bailed-out", c, _layout.Cities[c].Id, finance.CityBailedOut[c].Value > 0.0, finance.CityBailedOut[c].Value, usd);
        }
    }

    private void Stand(int future, Month month, string kind, int entity, string subject, bool stands, double amount, string unit)
    {
        if (!stands) _standing[future].Remove((kind, entity));
        else if (_standing[future].Add((kind, entity))) _events[future].Add(new RunEvent(future, month, kind, subject, amount, unit));
    }
}
