using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>Phase 1: institutions decide, and what they ordered is enacted together with the dated calendar, so file order cannot matter.</summary>
/// <remarks>A frozen scenario keeps the measures of the opening month for ever, and nobody decides anything in it.</remarks>
internal sealed class Calendar
{
    private readonly Measure[] _measures;
    private readonly Month[] _start;
    private readonly Month[] _end;
    private readonly double[] _strength;
    private readonly Month _opening;
    private readonly bool _frozen;
    private readonly EnactmentContext _context;
    private readonly ChainState _state;
    private readonly ChainNumbers _numbers;
    private readonly bool[] _inForce;
    private readonly QuotaReview?[] _reviews;
    private readonly Directive[] _directives;
    private readonly Council? _council;

    public Calendar(Scenario scenario, ParameterDraw draw, ChainNumbers numbers, ChainState state, Council? council)
    {
        (_council, _state, _numbers) = (council, state, numbers);
        _measures = [.. scenario.Calendar];
        _start = [.. _measures.Select(m => m.Start)];
        _end = [.. _measures.Select(m => m.End ?? new Month(int.MaxValue))];
        _strength = [.. _measures.Select(m => draw.Of(m.Strength))];
        _opening = scenario.Chain.Opening;
        _frozen = scenario.Exogenous == Exogenous.Frozen;
        _context = new EnactmentContext(state.Policies, numbers.OpeningActivity);
        _directives = [.. _measures.Select(m => new Directive(m.Instrument, m.Targets, Directive.OfCalendar, TermNumbers.None))];
        state.Policies.ReserveDemand(_directives.Length + (council?.ByName.Length ?? 0));
        ClosedFigures seen = ClosedFigures.Of(state);
        _inForce = new bool[_measures.Length];
        _reviews = [.. _measures.Select((m, i) => m.Instrument == InstrumentKind.QuotaResponse && _strength[i] != 0.0
            ? new QuotaReview(m, _strength[i], seen, scenario.Chain, numbers) : null)];
    }

    /// <summary>Lets institutions decide on what they saw of last month, and rewrites law and cash when a measure starts, ends or is reviewed.</summary>
    public void Enact(Month month)
    {
        Month asOf = _frozen ? _opening : month;
        bool changed = false;
        for (int i = 0; i < _measures.Length; i++)
        {
            bool inForce = _start[i] <= asOf && asOf <= _end[i];
            changed |= inForce != _inForce[i];
            _inForce[i] = inForce;
            if (_reviews[i] is { } review) changed |= review.Decide(month, inForce, _frozen);
        }

        if (!_frozen && month > _opening && _council is not null) changed |= _council.Decide(month);
        if (changed) Rewrite();
    }

    private void Rewrite()
    {
        bool hadStandards = _context.Policies.HasStandards;
        _context.Policies.Clear();
        EnactAll();
        if (hadStandards || _context.Policies.HasStandards) ProcessingCost.Follow(_state, _numbers);
    }

    private void EnactAll()
    {
        for (int i = 0; i < _measures.Length; i++)
        {
            if (!_inForce[i] || _strength[i] == 0.0) continue;
            _directives[i].Strength = _reviews[i]?.QuotaPerYear ?? _strength[i];
            Enact(_directives[i]);
        }

        if (_council is null) return;
        foreach (int d in _council.ByName)
        {
            if (_council[d].Strength != 0.0) Enact(_council[d]);
        }
    }

    private void Enact(Directive directive) => Instrument.All[(int)directive.Instrument].Enact(directive, _context);
}
