using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Labour;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Investment;

/// <summary>Phase 8, after building: people are trained, the world gains experience, projects move on and change what they aim at.</summary>
/// <remarks>
/// Learning and projects come from outside the balance of a start, like drivers and dated projects: a frozen scenario has neither. Training answers to
/// capacity and goes on. A world without the tables is not touched, bit for bit.
/// </remarks>
internal sealed class Progress
{
    private readonly ChainState _state;
    private readonly ChainNumbers _numbers;
    private readonly bool _isFrozen;
    private readonly ProjectPipeline? _pipeline;
    private readonly Effects? _effects;

    public Progress(ChainState state, ChainNumbers numbers, Exogenous exogenous, Chance? chance)
    {
        _state = state;
        _numbers = numbers;
        _isFrozen = exogenous == Exogenous.Frozen;
        if (state.Projects is { } projects && numbers.OptionalTables.Research is { } research)
        {
            _pipeline = new ProjectPipeline(projects, research, chance);
            _effects = new Effects(state, numbers, projects, research);
        }

        Training.Open(state, numbers.OptionalTables);
    }

    public void Advance(Month month)
    {
        Training.Train(_state, _numbers.OptionalTables);
        if (_isFrozen) return;
        _state.Experience?.Gain(_state);
        _pipeline?.Advance(_state);
        _effects?.Apply(_state, month);
        if (_state.Experience is not null || _state.Projects is not null) ProcessingCost.Follow(_state, _numbers);
    }
}
