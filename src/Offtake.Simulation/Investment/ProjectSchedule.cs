using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Investment;

/// <summary>When the dated projects of a world come, if they come, in one future.</summary>
/// <remarks>
/// Eq. INV-4: a project announced after the opening is built with a probability, later than announced by a uniform delay, and ramps up over some months.
/// In the central future all are built, late by half the largest delay. A project that had started by the world's first month is taken as told.
/// </remarks>
internal sealed class ProjectSchedule
{
    private readonly Month?[] _ends;
    private readonly Amount[] _perMonth;
    private readonly Month[] _first;
    private readonly Month[] _last;

    public ProjectSchedule(ValueChain chain, ChainNumbers numbers, Exogenous exogenous, Chance? chance)
    {
        int count = chain.Facilities.Count;
        _perMonth = new Amount[count];
        _first = new Month[count];
        _last = new Month[count];
        _ends = [.. chain.Facilities.Select(f => exogenous == Exogenous.Frozen ? null : f.Ends)];
        int ramp = Math.Max(1, (int)Math.Round(numbers.Behaviour.InvestRampMonths));
        for (int f = 0; f < count; f++)
        {
            if (chain.Facilities[f].Starts is not { } announced || exogenous == Exogenous.Frozen) continue;
            if (chain.Research?.Enables(f) == true) continue;
            ulong key = Chance.KeyOf(chain.Facilities[f].Id);
            bool certain = announced <= chain.First;
            if (!certain && chance is { } c && c.Unit((int)ProjectDraw.Built, key, Purpose.Project) > numbers.Behaviour.ProjectRealisedShare) continue;
            double share = chance is { } d ? d.Unit((int)ProjectDraw.Delay, key, Purpose.Project) : 1.0 / 2.0;
            int delay = certain ? 0 : (int)Math.Round(share * numbers.Behaviour.ProjectDelayMonths);
            _perMonth[f] = numbers.Capacity[f] / ramp;
            _first[f] = announced + delay;
            _last[f] = _first[f] + (ramp - 1);
        }
    }

    private enum ProjectDraw
    {
        Built = 1,
        Delay = 2,
    }

    /// <summary>Whether a facility shuts for good at the end of this month.</summary>
    public bool EndsThisMonth(int facility, Month month) => _ends[facility] == month;

    /// <summary>Whether anything of a facility can come or end this month; false for most, most of the time.</summary>
    public bool IsUnderWay(int facility, Month month) => (_first[facility] <= month && month <= _last[facility]) || _ends[facility] == month;

    /// <summary>Capacity that comes on this month.</summary>
    public Amount AddedThisMonth(int facility, Month month) =>
        month >= _first[facility] && month <= _last[facility] ? _perMonth[facility] : Amount.Zero;
}
