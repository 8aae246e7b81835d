using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>Phase 1: institutions enact the dated calendar. All measures of a month are enacted together, so file order cannot matter.</summary>
/// <remarks>A frozen scenario keeps the measures of the opening month for ever.</remarks>
internal sealed class Calendar
{
    private readonly IReadOnlyList<Measure> _measures;
    private readonly double[] _strength;
    private readonly Month _opening;
    private readonly bool _frozen;
    private readonly EnactmentContext _context;
    private readonly bool[] _inForce;

    public Calendar(Scenario scenario, ParameterDraw draw, ChainNumbers numbers, PoliciesInForce policies)
    {
        _measures = scenario.Calendar;
        _strength = [.. _measures.Select(m => draw.Of(m.Strength))];
        _opening = scenario.Chain.Opening;
        _frozen = scenario.Exogenous == Exogenous.Frozen;
        _context = new EnactmentContext(policies, numbers.OpeningActivity);
        _inForce = new bool[_measures.Count];
    }

    /// <summary>Rewrites law and cash when a measure starts or ends.</summary>
    public void Enact(Month month)
    {
        Month asOf = _frozen ? _opening : month;
        bool changed = false;
        for (int i = 0; i < _measures.Count; i++)
        {
            bool inForce = _measures[i].Start <= asOf && (_measures[i].End is not { } end || asOf <= end);
            changed |= inForce != _inForce[i];
            _inForce[i] = inForce;
        }

        if (!changed) return;
        _context.Policies.Clear();
        for (int i = 0; i < _measures.Count; i++)
        {
            if (_inForce[i] && _strength[i] != 0.0) Instrument.All[(int)_measures[i].Instrument].Enact(_measures[i], _strength[i], _context);
        }
    }
}
