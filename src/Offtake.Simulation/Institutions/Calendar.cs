using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>Phase 1: institutions review what they may review and enact the dated calendar. All measures of a month are enacted together, so file order cannot matter.</summary>
/// <remarks>A frozen scenario keeps the measures of the opening month for ever.</remarks>
internal sealed class Calendar
{
    private readonly Measure[] _measures;
    private readonly Month[] _start;
    private readonly Month[] _end;
    private readonly double[] _strength;
    private readonly Month _opening;
    private readonly bool _frozen;
    private readonly EnactmentContext _context;
    private readonly bool[] _inForce;
    private readonly QuotaReview?[] _reviews;

    public Calendar(Scenario scenario, ParameterDraw draw, ChainNumbers numbers, PoliciesInForce policies, Observation seen)
    {
        _measures = [.. scenario.Calendar];
        _start = [.. _measures.Select(m => m.Start)];
        _end = [.. _measures.Select(m => m.End ?? new Month(int.MaxValue))];
        _strength = [.. _measures.Select(m => draw.Of(m.Strength))];
        _opening = scenario.Chain.Opening;
        _frozen = scenario.Exogenous == Exogenous.Frozen;
        _context = new EnactmentContext(policies, numbers.OpeningActivity);
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

        if (!changed) return;
        _context.Policies.Clear();
        for (int i = 0; i < _measures.Length; i++)
        {
            if (!_inForce[i] || _strength[i] == 0.0) continue;
            Instrument.All[(int)_measures[i].Instrument].Enact(_measures[i], _reviews[i]?.QuotaPerYear ?? _strength[i], _context);
        }
    }
}
