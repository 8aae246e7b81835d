using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions.Rules;
using Offtake.Simulation.Institutions.Statistics;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions;

/// <summary>An institution in one future: bulletins arrive, it decides when its time has come, and its orders are felt after its delay.</summary>
/// <remarks>Figures are counted before anybody decides, and decisions are enacted after all have decided, so that the order of institutions cannot matter.</remarks>
internal sealed class InstitutionAtWork
{
    private readonly Institution _institution;
    private readonly Bulletin[] _bulletins;
    private readonly double[] _targets;
    private readonly double[] _shortfalls;
    private readonly Rule _rule;
    private readonly double[] _ordered;
    private double _standing;

    public InstitutionAtWork(Institution institution, ParameterDraw draw, Chance? chance)
    {
        _institution = institution;
        _bulletins = [.. institution.Sight.Select((s, i) => new Bulletin(s, Better(institution, i), institution.Id, draw, chance))];
        _targets = [.. institution.Mandate.Targets.Select(t => draw.Of(t.Value))];
        _shortfalls = new double[_targets.Length];
        _rule = Rule.Of(institution.Rule, draw);
        _ordered = new double[(int)Math.Round(draw.Of(institution.Tempo.DelayMonths)) + 1];
        Compliance = draw.Of(institution.Grip.Compliance);
    }

    /// <summary>Share of an order that is carried out.</summary>
    public double Compliance { get; }

    /// <summary>Counts the month that just ended. It is the only place where a bulletin meets the state.</summary>
    public void Close(ChainState state)
    {
        foreach (Bulletin bulletin in _bulletins) bulletin.Close(state);
    }

    /// <summary>Decides, if it is time to.</summary>
    /// <returns>By how much it meant to pull further than reach allows.</returns>
    public double Decide(Month month)
    {
        Tempo tempo = _institution.Tempo;
        double beyond = 0.0;
        if (month >= tempo.From && (month - tempo.From) % tempo.DecidesEveryMonths == 0)
        {
            double wish = _rule.Wish(Look(month), _standing, month, tempo.DecidesEveryMonths);
            beyond = Math.Max(0.0, wish - 1.0);
            _standing = Math.Clamp(wish, 0.0, 1.0);
        }

        _ordered[month.Number % _ordered.Length] = _standing;
        return beyond;
    }

    /// <summary>How far its levers are pulled this month: what it ordered a delay ago, and nothing after its last month.</summary>
    public double PullIn(Month month) =>
        _institution.Tempo.Until is { } last && month > last ? 0.0 : _ordered[(month.Number + 1) % _ordered.Length];

    private Observation Look(Month month)
    {
        for (int t = 0; t < _targets.Length; t++)
        {
            MandateTarget target = _institution.Mandate.Targets[t];
            double gap = _targets[t] - _bulletins[target.Statistic].Arrived(month);
            if (target.Side == TargetSide.HoldBelow) gap = -gap;
            _shortfalls[t] = _targets[t] == 0.0 ? gap : gap / Math.Abs(_targets[t]);
        }

        return new Observation(_shortfalls);
    }

    private static int Better(Institution institution, int statistic) =>
        institution.Mandate.Targets.FirstOrDefault(t => t.Statistic == statistic) is { } target ? (target.Side == TargetSide.Attain ? 1 : -1) : 0;
}
