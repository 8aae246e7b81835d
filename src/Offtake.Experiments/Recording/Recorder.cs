using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Watches the months of all futures and gathers them into results.</summary>
internal sealed class Recorder
{
    private readonly Scenario _scenario;
    private readonly RunPlan _plan;
    private readonly PanelRecorder[] _panels;
    private readonly EventRecorder _events;
    private readonly PlanRecorder _plans;
    private readonly DigestChain[] _digests;
    private readonly List<string>[] _monthDigests;
    private readonly double[] _massGap;
    private readonly double[] _moneyGap;

    public Recorder(ChainLayout layout, Scenario scenario, RunPlan plan)
    {
        _scenario = scenario;
        _plan = plan;
        var recording = new RecordingPlan(layout, plan.Futures, scenario.From, scenario.MonthCount);
        _panels =
        [
            new MarketRecorder(recording), new SectorRecorder(recording), new FacilityRecorder(recording), new RouteRecorder(recording),
            new UseRecorder(recording), new CityRecorder(recording), new ElementRecorder(recording), new MineRecorder(recording),
            new MoneyRecorder(recording, MoneyAccounts.Of(layout, scenario)), new FlowRecorder(recording),
            .. ProgressRecorders.Of(recording),
            .. layout.Chain.Finance is null ? (PanelRecorder[])[] : [new FinanceRecorder(recording)],
            .. scenario.Institutions.Count == 0 ? (PanelRecorder[])[] : [new ProgrammeRecorder(recording, scenario)],
        ];
        _events = new EventRecorder(recording);
        _plans = new PlanRecorder(layout, scenario, plan.Futures);
        _digests = [.. Enumerable.Range(0, plan.Futures).Select(_ => new DigestChain())];
        _monthDigests = [.. Enumerable.Range(0, plan.Futures).Select(_ => new List<string>(scenario.MonthCount))];
        _massGap = new double[plan.Futures];
        _moneyGap = new double[plan.Futures];
    }

    public void Record(int future, int month, in MonthEnd end)
    {
        foreach (PanelRecorder panel in _panels) panel.Record(future, month, end);
        _events.Record(future, end);
        _plans.Record(future, end);
        _monthDigests[future].Add(StateDigest.Of(end.State, _digests[future]));
        _massGap[future] = Math.Max(_massGap[future], end.RelativeMassGap);
        _moneyGap[future] = Math.Max(_moneyGap[future], end.RelativeMoneyGap);
    }

    /// <summary>Results of the futures that were walked to the end.</summary>
    public RunResults Gather(bool[] isDone, double seconds)
    {
        const int listedDigests = 1000;
        int[] whole = [.. Enumerable.Range(0, isDone.Length).Where(f => isDone[f])];
        foreach (DigestChain chain in _digests) chain.Dispose();
        var panels = _panels.ToDictionary(p => p.Panel.Name, p => p.Panel);
        var manifest = new Manifest(
            ProgramName.WithVersion, _scenario.Id, _scenario.Title, _scenario.Chain.Id, _scenario.Chain.Title,
            _scenario.Fingerprint.WorldSha256, _scenario.Fingerprint.ScenarioSha256, _plan.Seed, _scenario.From, _scenario.To,
            _plan.Futures, _plan.Workers,
            [.. isDone.Select((done, f) => done ? _monthDigests[f][^1] : string.Empty).Take(listedDigests)],
            [.. isDone.Select(IReadOnlyList<string> (done, f) => done ? _monthDigests[f] : [])],
            whole.Length < isDone.Length, seconds);
        return new RunResults(
            manifest, panels, [.. whole.SelectMany(_events.EventsOf)], Headlines.Of(_scenario, panels, whole),
            new Conservation(whole.Select(f => _massGap[f]).DefaultIfEmpty().Max(), whole.Select(f => _moneyGap[f]).DefaultIfEmpty().Max()),
            EvidenceBox.Of(_scenario), [.. World.Lint.LagStability.Warnings(_scenario.Chain).Select(p => p.ToString())], _scenario.Story, Titles.Of(_scenario.Chain))
        {
            Plans = _plans.Gather(whole),
        };
    }
}
