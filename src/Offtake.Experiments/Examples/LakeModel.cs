using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Examples;

/// <summary>The lake problem: a town chooses how much phosphorus it lets into a lake each year, and the lake may turn for good. An example every tool of exploratory modelling knows.</summary>
/// <remarks>
/// Carpenter, Ludwig and Brock (1999), Ecological Applications 9:751; as a problem of decision Quinn, Reed and Keller (2017), Environmental Modelling and Software 92:125, in the form
/// with one release a year of the Exploratory Modeling Workbench's examples. See docs/model/lake.md.
/// </remarks>
public sealed class LakeModel : IStudyModel
{
    /// <summary>Name under <c>model:</c>.</summary>
    public const string Id = "lake";

    // Inputs by position; releases follow the named ones.
    private const int Loss = 0, Steepness = 1, Mean = 2, Deviation = 3, Discount = 4, Benefit = 5, FirstRelease = 6;

    private readonly Study _study;
    private readonly double[][] _policies;

    /// <summary>Prepares a study of the lake.</summary>
    public LakeModel(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        _study = study;
        _policies = [.. study.Policies.Select(InputsOf)];
    }

    /// <summary>Inputs and outcomes. Within the bounds there is one critical level between 0.01 and 1.5 (LAK-3).</summary>
    public static ModelDescription Description { get; } = new(
        Id,
        [
            new("b", "per year", 0.42, 0.02, 0.46), new("q", "1", 2.0, 2.0, 10.0), new("mean", "1", 0.02, 0.001, 1.0), new("stdev", "1", 0.001, 0.0, 1.0),
            new("delta", "1", 0.98, 0.0, 1.0), new("alpha", "1", 0.4, 0.0, 1e6), .. Enumerable.Range(1, LakeYears.Count).Select(t => new ModelInput($"release-{t}", "1", 0.0, 0.0, 1.0)),
        ],
        ["max-p", "utility", "inertia", "reliability"]);

    /// <inheritdoc/>
    public IStudyWorker NewWorker() => new Worker(_study, _policies);

    private double[] InputsOf(Policy policy)
    {
        double[] inputs = [.. Description.Inputs.Select(i => i.Usual)];
        foreach (LeverSetting setting in policy.Settings) Set(inputs, _study.Levers[setting.Lever].Sets, setting.Value);
        return inputs;
    }

    private static void Set(double[] inputs, NumberChoice sets, double value)
    {
        foreach (string name in sets.Names)
        {
            int i = PositionOf(name);
            inputs[i] = sets.Multiplies ? inputs[i] * value : value;
        }
    }

    private static int PositionOf(string name)
    {
        for (int i = 0; i < Description.Inputs.Count; i++)
        {
            if (Description.Inputs[i].Name == name) return i;
        }

        throw new ArgumentException($"the lake has no number '{name}'.", nameof(name));
    }

    private sealed class Worker(Study study, double[][] policies) : IStudyWorker
    {
        private readonly (int Input, int Value, bool Multiplies)[] _moves =
            [.. study.Uncertainties.SelectMany((u, v) => u.Sets.Names.Select(n => (PositionOf(n), v, u.Sets.Multiplies)))];

        private readonly int[] _asked = [.. study.Outcomes.Select(o => o.Named is { } named ? Description.Outcomes.ToList().IndexOf(named) : -1)];
        private readonly double[] _inputs = new double[Description.Inputs.Count];
        private readonly double[] _found = new double[Description.Outcomes.Count];
        private readonly LakeInflows _inflows = new();
        private readonly LakeYears _years = new();

        public string? Evaluate(int policy, Chance chance, int attempt, ReadOnlySpan<double> values, Span<double> outcomes)
        {
            policies[policy].CopyTo(_inputs, 0);
            foreach ((int input, int value, bool multiplies) in _moves) _inputs[input] = multiplies ? _inputs[input] * values[value] : values[value];
            for (int i = 0; i < _inputs.Length; i++)
            {
                ModelInput known = Description.Inputs[i];
                if (!(_inputs[i] >= known.Least && _inputs[i] <= known.Most)) return $"'{known.Name}' is {_inputs[i]:R}; the lake has an answer from {known.Least} to {known.Most} only.";
            }

            ReadOnlySpan<double> releases = _inputs.AsSpan(FirstRelease);
            _inflows.Draw(chance, _inputs[Mean], _inputs[Deviation]);
            (_found[0], _found[3]) = _years.Walk(_inputs[Loss], _inputs[Steepness], releases, _inflows.Values);
            _found[1] = LakeReleases.Utility(releases, _inputs[Benefit], _inputs[Discount]);
            _found[2] = LakeReleases.Inertia(releases);
            for (int o = 0; o < _asked.Length; o++)
            {
                if (_asked[o] >= 0) outcomes[o] = _found[_asked[o]];
            }

            return null;
        }
    }
}
