using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;

namespace Offtake.Experiments.Recording;

/// <summary>Lists what happened and deserves a line. A condition that lasts is one event, in the month it begins.</summary>
internal sealed partial class EventRecorder
{
    private readonly ChainLayout _layout;
    private readonly List<RunEvent>[] _events;
    private readonly bool[][] _standing;
    private readonly HashSet<(string, int)>[] _apart;
    private readonly string[] _marketNames;
    private readonly string[] _routeNames;
    private readonly string[] _routeUnits;

    public EventRecorder(RecordingPlan plan)
    {
        _layout = plan.Layout;
        _events = [.. Enumerable.Range(0, plan.Futures).Select(_ => new List<RunEvent>())];
        int conditions = (3 * _layout.Facilities.Length) + _layout.Markets.Length + _layout.Routes.Length + _layout.Cities.Length;
        _standing = [.. Enumerable.Range(0, plan.Futures).Select(_ => new bool[conditions])];
        _apart = [.. Enumerable.Range(0, plan.Futures).Select(_ => new HashSet<(string, int)>())];
        _marketNames = [.. _layout.Markets.Select(m => $"{plan.Commodity(m.Commodity)}@{plan.Region(m.Region)}")];
        _routeNames = [.. _layout.Routes.Select(q => $"{plan.Commodity(q.Commodity)}/{plan.Region(q.From)}/{plan.Region(q.To)}")];
        _routeUnits = [.. _layout.Routes.Select(q => $"{plan.Unit(q.Commodity)} per month")];
    }

    public IReadOnlyList<RunEvent> EventsOf(int future) => _events[future];

    public void Record(int future, in MonthEnd end)
    {
        ChainState state = end.State;
        MonthFlows flows = state.Months;
        Month month = end.Month;
        StandApart(future, month, "draw-rejected", 0, "opening", state.DrawsRejected > 0, state.DrawsRejected, "draws");
        int place = 0;
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            string id = _layout.Facilities[f].Id;
            bool mines = _layout.DriveOf(_layout.SectorOf[f]) == Model.Chain.Drive.Margin;
            Stand(future, month, "quota-bound", place++, id, flows.QuotaBound[f], flows.Activity[f].Value, "t REO per month");
            Stand(future, month, mines ? "mine-closed" : "plant-mothballed", place++, id, state.OpenShare[f] < 1.0, state.Capacity[f].Value, mines ? "t REO per month" : "unit of activity per month");
            Stand(future, month, "outage", place++, id, state.OutageShare[f] > 0.0, state.OutageShare[f], "share of capacity");
        }

        for (int m = 0; m < state.Price.Length; m++)
        {
            Stand(future, month, "price-limit-bound", place++, _marketNames[m], _layout.IsPosted[m] && flows.PriceLimited[m], state.Price[m].Value, "USD of 2024 per unit");
        }

        for (int q = 0; q < flows.HeldUp.Length; q++)
        {
            Stand(future, month, "licence-held-up", place++, _routeNames[q], flows.HeldUp[q].Value > 0.0, flows.HeldUp[q].Value, _routeUnits[q]);
        }

        RecordProgress(future, month, state);
        for (int c = 0; c < flows.RefusedPurchase.Length; c++)
            Stand(future, month, "purchase-refused", place++, _layout.Cities[c].Id, flows.RefusedPurchase[c].Value > 0.0, flows.RefusedPurchase[c].Value, "USD of 2024 per month");
        if (state.Finance is { } finance) RecordMoney(future, month, finance);
        if (state.Programmes is { } programmes) RecordRefusals(future, month, programmes);
    }

    /// <summary>What institutions ordered and did not get: nothing is cut off in silence.</summary>
    private void RecordRefusals(int future, Month month, ProgrammeBook book)
    {
        const string strength = "unit of the instrument";
        for (int i = 0; i < book.Institutions.Count; i++)
            StandApart(future, month, "refused-beyond-reach", i, book.Institutions[i], book.BeyondReach[i] > 0.0, book.BeyondReach[i], "share of reach");
        for (int d = 0; d < book.Names.Count; d++)
        {
            StandApart(future, month, "refused-by-law", d, book.Names[d], book.RefusedByLaw[d] > 0.0, book.RefusedByLaw[d], strength);
            StandApart(future, month, "refused-by-budget", d, book.Names[d], book.RefusedByBudget[d] > 0.0, book.RefusedByBudget[d], strength);
            StandApart(future, month, "budget-overdrawn", d, book.Names[d], book.Overdrawn[d].Value > 0.0, book.Overdrawn[d].Value, "USD of 2024");
            StandApart(future, month, "vetoed", d, book.Names[d], book.Vetoed[d] > 0.0, book.Vetoed[d], strength);
            StandApart(future, month, "left-undone", d, book.Names[d], book.Undone[d] > 0.0, book.Undone[d], strength);
        }
    }

    /// <summary>Defaults, bailouts and what was closed for good.</summary>
    private void RecordMoney(int future, Month month, FinanceState finance)
    {
        const string usd = "USD of 2024";
        for (int s = 0; s < finance.InDefault.Length; s++)
        {
            StandApart(future, month, "owners-in-default", s, _layout.SectorName(s), finance.InDefault[s], (finance.WrittenOff[s] + finance.BailedOut[s]).Value, usd);
            StandApart(future, month, "state-firms-bailed-out", s, _layout.SectorName(s), finance.BailedOut[s].Value > 0.0, finance.BailedOut[s].Value, usd);
        }

        for (int f = 0; f < finance.Abandoned.Length; f++)
            StandApart(future, month, "closed-for-good", f, _layout.Facilities[f].Id, finance.Abandoned[f].Value > 0.0, finance.Abandoned[f].Value, "unit of activity per month");
        for (int c = 0; c < finance.CityInDefault.Length; c++)
        {
            StandApart(future, month, "city-in-default", c, _layout.Cities[c].Id, finance.CityInDefault[c], finance.CityBailedOut[c].Value, usd);
            StandApart(future, month, "city-bailed-out", c, _layout.Cities[c].Id, finance.CityBailedOut[c].Value > 0.0, finance.CityBailedOut[c].Value, usd);
        }
    }

    /// <summary>Conditions that few worlds or months know, kept by name.</summary>
    private void StandApart(int future, Month month, string kind, int entity, string subject, bool stands, double amount, string unit)
    {
        if (!stands) _apart[future].Remove((kind, entity));
        else if (_apart[future].Add((kind, entity))) _events[future].Add(new RunEvent(future, month, kind, subject, amount, unit));
    }

    private void Stand(int future, Month month, string kind, int place, string subject, bool stands, double amount, string unit)
    {
        bool stood = _standing[future][place];
        _standing[future][place] = stands;
        if (stands && !stood) _events[future].Add(new RunEvent(future, month, kind, subject, amount, unit));
    }
}
