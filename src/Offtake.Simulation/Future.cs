using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Simulation;

/// <summary>One future, ready to walk: numbers drawn, start balanced, calendar and projects dated.</summary>
internal sealed class Future
{
    public Future(ChainLayout layout, Scenario scenario, Chance? chance)
        : this(layout, scenario, chance, chance is { } c ? ParameterDraw.InFuture(scenario.Chain.Evidence, c) : ParameterDraw.Central(scenario.Chain.Evidence))
    {
    }

    public Future(ChainLayout layout, Scenario scenario, Chance? chance, ParameterDraw draw)
    {
        Shocks = scenario.Exogenous == Exogenous.Frozen ? null : chance;
        Numbers = new ChainNumbers(layout, draw);
        Paths = new DriverPaths(scenario.Chain, Numbers, scenario.Exogenous, chance);
        State = new ChainState(layout, Numbers, Paths, scenario.To - scenario.Chain.First + 1, MoneyAccounts.Of(layout, scenario));
        Council = scenario.Institutions.Count == 0 ? null : new Council(scenario, draw, State, Shocks);
        Calendar = new Calendar(scenario, draw, Numbers, State, Council);
        Calendar.Enact(scenario.Chain.Opening);
        BalancedOpening.Fill(State, Numbers, Paths);
        Projects = new ProjectSchedule(scenario.Chain, Numbers, scenario.Exogenous, chance);
        Progress = new Progress(State, Numbers, scenario.Exogenous, chance);
        Keys = new ShockKeys(scenario.Chain);
        Ledger = new ConservationLedger(layout, State.Holdings, State.Money, State.Accounts.Name);
    }

    public Chance? Shocks { get; }

    public ChainNumbers Numbers { get; }

    public DriverPaths Paths { get; }

    public ChainState State { get; }

    /// <summary>Those who decide; null where only the calendar acts.</summary>
    public Council? Council { get; }

    public Calendar Calendar { get; }

    public ProjectSchedule Projects { get; }

    public Progress Progress { get; }

    public ShockKeys Keys { get; }

    public ConservationLedger Ledger { get; }
}
