using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;

namespace Offtake.Simulation.Nature;

/// <summary>Drivers of reference demand as an index that is one in the opening month.</summary>
/// <remarks>
/// Eq. DEM-1: reference demand = opening demand × index(t); the index interpolates mid-year and mid-month values in logs, and after the opening it is
/// multiplied by exp(g · T (1 − exp(−years / T))), with one growth error g a future that fades over T years: an outlook that starts wrong does
/// not stay equally wrong for ever. Before the first and after the last listed value the nearest growth goes on.
/// </remarks>
public sealed class DriverPaths
{
    private readonly ValueChain _chain;
    private readonly double[][] _value;
    private readonly double[][] _logValue;
    private readonly double[] _logOpening;
    private readonly double[] _growthError;
    private readonly double _errorYears;
    private readonly bool _frozen;

    /// <summary>The paths of one future. Without chance there is no growth error.</summary>
    public DriverPaths(ValueChain chain, ChainNumbers numbers, Exogenous exogenous, Chance? chance)
    {
        _chain = chain;
        _frozen = exogenous == Exogenous.Frozen;
        _errorYears = numbers.Behaviour.GrowthErrorYears;
        _value = numbers.DriverValue;
        _logValue = [.. numbers.DriverValue.Select(values => values.Select(v => Math.Log(v)).ToArray())];
        _growthError = [.. chain.Drivers.Select((d, i) =>
            chance is { } c && !_frozen ? numbers.GrowthError[i] * c.Normal(Chance.KeyOf(d.Id), Purpose.DriverGrowth) : 0.0)];
        _logOpening = [.. Enumerable.Range(0, chain.Drivers.Count).Select(d => LogAt(d, chain.Opening.YearPosition))];
    }

    /// <summary>The index of a driver in a month, past or future; one in the opening month and always one when frozen.</summary>
    public double Index(int driver, Month month)
    {
        return _frozen ? 1.0 : Math.Exp(LogAt(driver, month.YearPosition) - _logOpening[driver] + Error(driver, month));
    }

    /// <summary>The value that stands in a month: the last one listed up to then, which may be zero; that of the opening month when frozen (NAT-3).</summary>
    public double Value(int driver, Month month)
    {
        IReadOnlyList<DriverValue> values = _chain.Drivers[driver].Values;
        if (_frozen) month = _chain.Opening;
        int i = values.Count - 1;
        while (i > 0 && values[i].From > month) i--;
        return _value[driver][i] * Math.Exp(Error(driver, month));
    }

    /// <summary>How far a driver has moved from the mean of the opening year to the opening month: yearly amounts are means of that year.</summary>
    public double OpeningOverYearMean(int driver) => Math.Exp(_logOpening[driver] - LogAt(driver, _chain.Opening.Year + 0.5));

    /// <summary>Log error of the outlook in a month; none up to the opening.</summary>
    private double Error(int driver, Month month)
    {
        double years = Math.Max(0.0, month.YearPosition - _chain.Opening.YearPosition);
        return _growthError[driver] * (_errorYears * (1.0 - Math.Exp(-years / _errorYears)));
    }

    private double LogAt(int driver, double position)
    {
        IReadOnlyList<DriverValue> values = _chain.Drivers[driver].Values;
        double[] logs = _logValue[driver];
        if (logs.Length == 1) return logs[0];
        int right = 1;
        while (right < logs.Length - 1 && values[right].Middle < position) right++;
        double left = values[right - 1].Middle;
        double share = (position - left) / (values[right].Middle - left);
        return logs[right - 1] + (share * (logs[right] - logs[right - 1]));
    }
}
