using Offtake.Experiments.Exploring;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results.Plans;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>Measures the targets of plans in every future of a run, as far as the model holds them and the run their months. It moves nothing.</summary>
internal sealed class PlanRecorder
{
    private readonly ChainLayout _layout;
    private readonly Scenario _scenario;
    private readonly PlanYear[] _asked;
    private readonly Outcome[] _outcomes;
    private readonly OutcomeMeter?[] _meters;
    private readonly double[]?[] _found;

    public PlanRecorder(ChainLayout layout, Scenario scenario, int futures)
    {
        _layout = layout;
        _scenario = scenario;
        _asked = [.. scenario.Chain.Evidence.Plans.Where(p => p.Measured?.Measurement.Period.IsWithin(scenario.From, scenario.To) == true)];
        _outcomes = [.. _asked.Select(p => p.Measured!.AsOutcome(p))];
        _meters = new OutcomeMeter?[futures];
        _found = new double[futures][];
    }

    /// <summary>Looks at the end of a month of a future.</summary>
    public void Record(int future, in MonthEnd end)
    {
        if (_outcomes.Length == 0) return;
        OutcomeMeter meter = _meters[future] ??= Begin();
        meter.Watch(end);
        if (end.Month < _scenario.To) return;
        meter.Read(_found[future] = new double[_outcomes.Length]);
        _meters[future] = null;
    }

    /// <summary>What the futures that were walked to the end say.</summary>
    public PlanFindings Gather(int[] whole) => PlanRecord.Of(_scenario.Chain.Evidence, plan =>
    {
        int asked = Array.IndexOf(_asked, plan);
        return [PlanRecord.Reach(_scenario.Id, plan, asked < 0 ? null : [.. whole.Select(f => _found[f]![asked])])];
    });

    private OutcomeMeter Begin()
    {
        OutcomeMeter meter = new(_layout, _outcomes);
        meter.Begin();
        return meter;
    }
}
