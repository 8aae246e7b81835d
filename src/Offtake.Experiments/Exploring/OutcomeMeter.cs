using Offtake.Model.Studies;
using Offtake.Simulation;

namespace Offtake.Experiments.Exploring;

/// <summary>Reads the measured outcomes off the months of one future as they go by; nothing else of the months is kept.</summary>
internal sealed class OutcomeMeter
{
    private readonly Gauge?[] _gauges;
    private readonly Tally[] _tallies;
    private readonly Measurement?[] _measured;
    private readonly EmbodiedThisMonth _embodied;

    public OutcomeMeter(ChainLayout layout, IReadOnlyList<Outcome> outcomes)
    {
        _measured = [.. outcomes.Select(o => o.Measured)];
        _embodied = new EmbodiedThisMonth(layout);
        _gauges = [.. _measured.Select(m => m is null ? null : Gauges.Of(layout, m, _embodied))];
        _tallies = new Tally[outcomes.Count];
    }

    /// <summary>Forgets the future before.</summary>
    public void Begin()
    {
        for (int o = 0; o < _tallies.Length; o++) _tallies[o] = Tally.Empty;
    }

    /// <summary>Looks at the end of a month.</summary>
    public void Watch(in MonthEnd end)
    {
        _embodied.Forget();
        for (int o = 0; o < _gauges.Length; o++)
        {
            if (_measured[o] is not { } m) continue;
            bool counts = end.Month >= m.Period.First && end.Month <= m.Period.Last;
            bool isBase = m.Over is { } over && end.Month >= over.First && end.Month <= over.Last;
            if (!counts && !isBase) continue;
            double value = _gauges[o]!(end.State);
            if (isBase) _tallies[o].AddToBase(value);
            if (counts) _tallies[o].Add(m.Over is null ? value : value / _tallies[o].BaseSoFar, m.Threshold, HasThreshold(m) ? m.Statistic : null);
        }
    }

    /// <summary>Writes the outcomes; those not measured here are left alone.</summary>
    public void Read(Span<double> outcomes)
    {
        for (int o = 0; o < _tallies.Length; o++)
        {
            if (_measured[o] is { } m) outcomes[o] = _tallies[o].Of(m.Statistic);
        }
    }

    private static bool HasThreshold(Measurement m) => m.Statistic >= Statistic.MonthsAbove;
}

/// <summary>The value of a variable at the end of a month; NaN where it has none.</summary>
internal delegate double Gauge(ChainState state);

/// <summary>What has been seen of one outcome so far.</summary>
internal struct Tally
{
    private double _sum;
    private double _last;
    private double _highest;
    private double _lowest;
    private int _count;
    private int _met;
    private int _until;
    private double _base;
    private int _baseCount;

    public static Tally Empty => new() { _last = double.NaN, _highest = double.NegativeInfinity, _lowest = double.PositiveInfinity, _until = -1 };

    /// <summary>Mean of the months that others are divided by, those seen so far.</summary>
    public readonly double BaseSoFar => _base / _baseCount;

    public void AddToBase(double value)
    {
        _base += value;
        _baseCount++;
    }

    public void Add(double value, double threshold, Statistic? asked)
    {
        bool meets = asked is Statistic.MonthsAbove or Statistic.MonthsUntilAbove ? value > threshold : asked is not null && value < threshold;
        if (meets)
        {
            _met++;
            if (_until < 0) _until = _count;
        }

        _sum += value;
        _last = value;
        if (value > _highest) _highest = value;
        if (value < _lowest) _lowest = value;
        _count++;
    }

    public readonly double Of(Statistic statistic) => statistic switch
    {
        _ when _count == 0 => double.NaN,
        Statistic.Mean => _sum / _count,
        Statistic.Sum => _sum,
        Statistic.Last => _last,
        Statistic.Highest => double.IsFinite(_highest) ? _highest : double.NaN,
        Statistic.Lowest => double.IsFinite(_lowest) ? _lowest : double.NaN,
        Statistic.MonthsAbove or Statistic.MonthsBelow => _met,
        _ => _until >= 0 ? _until : double.NaN,
    };
}
