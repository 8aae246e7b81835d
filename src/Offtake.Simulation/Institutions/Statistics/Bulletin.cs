using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions.Statistics;

/// <summary>A statistic on its way to an institution: it arrives late, with an error, and looks better than it is.</summary>
/// <remarks>
/// Eq. INS-5: seen(t) = counted(t − 1 − lag) · (1 ± bias) · (1 + ν ε), ε standard normal by institution, statistic and month; the bias makes the figure larger
/// where more is better in the mandate, smaller where less is, and is left out where no target watches it. Without chance ε is zero.
/// </remarks>
internal sealed class Bulletin
{
    private readonly PublishedFigure _figure;
    private readonly double[] _counted;
    private readonly double _bias;
    private readonly double _noise;
    private readonly ulong _key;
    private readonly Chance? _chance;
    private int _next;

    /// <param name="seen">What is seen.</param>
    /// <param name="better">Which way is better: +1 more, −1 less, 0 nobody says.</param>
    /// <param name="institution">Id of the institution, by which its errors are its own.</param>
    /// <param name="draw">Numbers of this future.</param>
    /// <param name="chance">Which future's errors; null for none.</param>
    public Bulletin(SeenStatistic seen, int better, string institution, ParameterDraw draw, Chance? chance)
    {
        _figure = new PublishedFigure(seen.Statistic, seen.Of);
        _counted = new double[(int)Math.Round(draw.Of(seen.LagMonths)) + 1];
        Array.Fill(_counted, double.NaN);
        _bias = better * draw.Of(seen.ReportingBias);
        _noise = draw.Of(seen.Noise);
        _key = Chance.KeyOf($"{institution}/{seen.LagMonths.Id}");
        _chance = chance;
    }

    /// <summary>Takes in the month that just ended.</summary>
    public void Close(ChainState state)
    {
        _counted[_next] = _figure.Count(state);
        _next = (_next + 1) % _counted.Length;
    }

    /// <summary>The latest figure that has arrived; NaN when none has.</summary>
    public double Arrived(Month month)
    {
        double counted = _counted[_next];
        double error = _chance is { } chance && _noise != 0.0 ? _noise * chance.Normal(month.Number, _key, Purpose.Report) : 0.0;
        return counted * (1.0 + _bias) * (1.0 + error);
    }
}
