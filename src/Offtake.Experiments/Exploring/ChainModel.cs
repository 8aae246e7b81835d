using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Experiments.Exploring;

/// <summary>Value chains, walked month by month until the last month that an outcome asks for.</summary>
public sealed class ChainModel : IStudyModel
{
    private readonly Study _study;
    private readonly Walked[] _policies;

    /// <summary>Compiles the chains of all policies once.</summary>
    public ChainModel(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        _study = study;
        (IReadOnlyList<string>, bool)[] slots = [.. study.Uncertainties.Select(u => u.Sets).Concat(study.Levers.Select(l => l.Sets)).Select(s => (s.Names, s.Multiplies))];
        Dictionary<Scenario, (Scenario Scenario, ChainLayout Layout, NumberSlots Slots)> compiled = new(ReferenceEqualityComparer.Instance);
        foreach (Scenario scenario in study.Policies.Select(p => p.Scenario!).Distinct(ReferenceEqualityComparer.Instance).Cast<Scenario>())
            compiled[scenario] = (Asked(scenario), new ChainLayout(scenario.Chain), new NumberSlots(scenario.Chain.Evidence, slots));
        _policies = [.. study.Policies.Select(p => Of(compiled[p.Scenario!], p))];
    }

    /// <inheritdoc/>
    public IStudyWorker NewWorker() => new Worker(_study, _policies);

    private Scenario Asked(Scenario scenario)
    {
        Month last = _study.Outcomes.Select(o => o.Measured).OfType<Measurement>().Select(m => m.Period.Last).DefaultIfEmpty(scenario.To).Max();
        return scenario with { From = scenario.Chain.First, To = last };
    }

    private Walked Of((Scenario Scenario, ChainLayout Layout, NumberSlots Slots) compiled, Policy policy)
    {
        double[] levers = new double[_study.Levers.Count];
        Array.Fill(levers, double.NaN);
        foreach (LeverSetting setting in policy.Settings) levers[setting.Lever] = setting.Value;
        return new Walked(compiled.Scenario, compiled.Layout, compiled.Slots, levers);
    }

    private sealed record Walked(Scenario Scenario, ChainLayout Layout, NumberSlots Slots, double[] Levers);

    private sealed class Worker(Study study, Walked[] policies) : IStudyWorker
    {
        private readonly double[] _values = new double[study.Uncertainties.Count + study.Levers.Count];
        private readonly OutcomeMeter[] _meters = [.. policies.Select(p => new OutcomeMeter(p.Layout, study.Outcomes))];

        public string? Evaluate(int policy, Chance chance, int attempt, ReadOnlySpan<double> values, Span<double> outcomes)
        {
            Walked walked = policies[policy];
            values.CopyTo(_values);
            walked.Levers.CopyTo(_values, values.Length);
            ParameterDraw draw = ParameterDraw.Slotted(walked.Scenario.Chain.Evidence, walked.Slots, _values, study.OthersVary ? chance : null, attempt);
            OutcomeMeter meter = _meters[policy];
            meter.Begin();
            try
            {
                foreach (MonthEnd end in MonthlyWalk.Run(walked.Layout, walked.Scenario, chance, draw)) meter.Watch(end);
            }
            catch (OpeningException contradiction)
            {
                return contradiction.Message;
            }

            meter.Read(outcomes);
            return null;
        }
    }
}
