using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Numerics;

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
    private readonly double[][] _season;
    private readonly double[][] _value;
    private readonly int[][] _from;
    private readonly double[][] _middle;
    private readonly double[][] _logValue;
    private readonly double[] _logOpening;
    private readonly double[] _growthError;
    private readonly double _errorYears;
    private readonly bool _frozen;
    private readonly double[] _indexNow;
    private Month? _now;

    /// <summary>The paths of one future. Without chance there is no growth error.</summary>
    public DriverPaths(ValueChain chain, ChainNumbers numbers, Exogenous exogenous, Chance? chance)
    {
        _chain = chain;
        _frozen = exogenous == Exogenous.Frozen;
        _errorYears = numbers.Behaviour.GrowthErrorYears;
        _season = numbers.SeasonFactor;
        _value = numbers.DriverValue;
        _from = [.. chain.Drivers.Select(d => d.Values.Select(v => v.From.Number).ToArray())];
        _middle = [.. chain.Drivers.Select(d => d.Values.Select(v => v.Middle).ToArray())];
        _logValue = [.. numbers.DriverValue.Select(values => values.Select(v => Logarithm.Of(v)).ToArray())];
        _growthError = [.. chain.Drivers.Select((d, i) =>
            chance is { } c && !_frozen ? numbers.GrowthError[i] * c.Normal(Chance.KeyOf(d.Id), Purpose.DriverGrowth) : 0.0)];
        _indexNow = new double[chain.Drivers.Count];
        _logOpening = [.. Enumerable.Range(0, chain.Drivers.Count).Select(d => LogAt(d, chain.Opening.YearPosition))];
    }

    /// <summary>Whether nothing from outside moves.</summary>
    public bool IsFrozen => _frozen;

    /// <summary>The index of a driver in a month, past or future; one in the opening month and always one when frozen.</summary>
    public double Index(int driver, Month month)
    {
        return _frozen ? 1.0 : Exponential.Of(LogAt(driver, month.YearPosition) - _logOpening[driver] + Error(driver, month));
    }

    /// <summary>The index of a driver in the opening month and in those before it, the latest first.</summary>
    /// <remarks>The logs walk down the listed places and the exponentials are taken all at once: a fleet looks back for decades.</remarks>
    internal void PastIndex(int driver, Span<double> byAge)
    {
        byAge.Fill(1.0);
        if (_frozen) return;
        double[] at = _middle[driver];
        double[] logs = _logValue[driver];
        int right = at.Length - 1;
        for (int age = 0; age < byAge.Length; age++)
        {
            double position = (_chain.Opening + -age).YearPosition;
            while (right > 1 && at[right - 1] >= position) right--;
            byAge[age] = (right < 1 ? logs[0] : Between(at, logs, right, position)) - _logOpening[driver];
        }

        Exponential.Of(byAge);
    }

    /// <summary>The index of every driver in a month; valid until another month is asked for.</summary>
    public ReadOnlySpan<double> IndexIn(Month month)
    {
        if (_now == month) return _indexNow;
        _now = month;
        _indexNow.AsSpan().Fill(1.0);
        if (_frozen) return _indexNow;
        double faded = ErrorYears(month);
        for (int d = 0; d < _indexNow.Length; d++) _indexNow[d] = LogAt(d, month.YearPosition) - _logOpening[d] + (_growthError[d] * faded);
        Exponential.Of(_indexNow);
        return _indexNow;
    }

    /// <summary>The value that stands in a month: the last one listed up to then, which may be zero; that of the opening month when frozen (NAT-3).</summary>
    public double Value(int driver, Month month)
    {
        if (_frozen) month = _chain.Opening;
        int found = Array.BinarySearch(_from[driver], month.Number);
        int i = Math.Max(0, found < 0 ? ~found - 1 : found);
        return _value[driver][i] * Exponential.Of(Error(driver, month));
    }

    /// <summary>The multiple of the mean month at which a season stands; one when frozen (NAT-4).</summary>
    public double Season(int season, Month month) => _frozen ? 1.0 : _season[season][month.OfYear - 1];

    /// <summary>What a season has brought since its leanest month, over what is used at the yearly mean, in mean months at the end of a month; zero when frozen (NAT-4).</summary>
    public double SeasonStore(int season, Month month) => _frozen ? 0.0 : Seasons.Store(_season[season], month.OfYear);

    /// <summary>How far a driver has moved from the mean of the opening year to the opening month: yearly amounts are means of that year.</summary>
    public double OpeningOverYearMean(int driver) => Exponential.Of(_logOpening[driver] - LogAt(driver, _chain.Opening.Year + 0.5));

    /// <summary>Log error of the outlook in a month; none up to the opening.</summary>
    private double Error(int driver, Month month) => _growthError[driver] * ErrorYears(month);

    /// <summary>Years that a constant growth error would have had to last to reach what the fading one has reached.</summary>
    private double ErrorYears(Month month)
    {
        if (month <= _chain.Opening) return 0.0;
        double years = month.YearPosition - _chain.Opening.YearPosition;
        return _errorYears * (1.0 - Exponential.Of(-years / _errorYears));
    }

    private double LogAt(int driver, double position)
    {
        double[] at = _middle[driver];
        double[] logs = _logValue[driver];
        if (logs.Length == 1) return logs[0];

        // The first listed place not before the one asked for; outside the list, the nearest two.
        int found = Array.BinarySearch(at, position);
        int right = Math.Clamp(found < 0 ? ~found : found, 1, at.Length - 1);
        return Between(at, logs, right, position);
    }

    private static double Between(double[] at, double[] logs, int right, double position)
    {
        double left = at[right - 1];
        double share = (position - left) / (at[right] - left);
        return logs[right - 1] + (share * (logs[right] - logs[right - 1]));
    }
}
