using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.History.Scoring;

/// <summary>What a chain does when nothing moves from outside: left alone, and after a small kick.</summary>
/// <param name="Drift">Largest relative move of a posted price within two years, left alone.</param>
/// <param name="KickLeft">Largest move in the last year of the test over the largest of all, after sellers' stocks were cut by 5 %.</param>
public readonly record struct Stillness(double Drift, double KickLeft);

/// <summary>Freezes everything outside the chain and watches whether it stays and whether it comes back.</summary>
/// <remarks>
/// Eq. BCK-10: drift = max |P / P_opening − 1| without a kick; left = max over the last 12 months of |P / P_opening − 1| over its maximum, after a kick of −5 % to all
/// sellers' stocks. A search that does not ask this settles on limit cycles.
/// Embargoes, licences, export quotas and stockpiles are left out: rents, precaution and reserves grow after the opening by design.
/// </remarks>
internal sealed class FreezeAndKick
{
    private const int DriftMonths = 24;
    private const double Kick = -0.05;
    private const double AllowedDrift = 1e-9;
    private const double AllowedLeft = 0.1;
    private const double Restless = 100.0;

    private static readonly InstrumentKind[] NeverAtRest =
        [InstrumentKind.Embargo, InstrumentKind.ExportLicence, InstrumentKind.ExportQuota, InstrumentKind.Stockpile];

    private readonly ChainLayout _layout;
    private readonly Scenario _frozen;
    private readonly int _months;

    /// <summary>Prepares the test of a scenario.</summary>
    public FreezeAndKick(ChainLayout layout, Scenario scenario, int kickMonths)
    {
        _layout = layout;
        _months = Math.Max(kickMonths, DriftMonths);
        _frozen = scenario with
        {
            Exogenous = Exogenous.Frozen,
            From = scenario.Chain.First,
            Calendar = [.. scenario.Calendar.Where(m => !NeverAtRest.Contains(m.Instrument))],
        };
    }

    /// <summary>Tries a set of numbers; null when a frozen chain cannot even be walked.</summary>
    public Stillness? Try(IReadOnlyDictionary<string, double> chosen)
    {
        try
        {
            ParameterDraw draw = ParameterDraw.With(_frozen.Chain.Evidence, chosen);
            double drift = Moves(draw, DriftMonths, 0.0).Max();
            double[] moves = [.. Moves(draw, _months, Kick)];
            double most = moves.Max();
            return double.IsFinite(drift) && double.IsFinite(most) ? new Stillness(drift, most > 0.0 ? moves[^12..].Max() / most : 0.0) : null;
        }
        catch (Exception failure) when (failure is OpeningException or NotConservedException or ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>What restlessness adds to a loss: nothing within what is allowed.</summary>
    public static double Penalty(Stillness? stillness)
    {
        if (stillness is not { } s) return Restless;
        double drift = Math.Max(0.0, Math.Log10(Math.Max(s.Drift, double.Epsilon) / AllowedDrift));
        double left = Math.Max(0.0, (s.KickLeft - AllowedLeft) / AllowedLeft);
        return drift + left;
    }

    private IEnumerable<double> Moves(ParameterDraw draw, int months, double kick)
    {
        Month last = _frozen.Chain.First + (months - 1);
        foreach (MonthEnd end in MonthlyWalk.Run(_layout, _frozen with { To = last }, null, draw, kick))
        {
            double largest = 0.0;
            for (int m = 0; m < _layout.IsPosted.Length; m++)
            {
                if (_layout.IsPosted[m]) largest = Math.Max(largest, Math.Abs((end.State.Price[m] / end.State.OpeningPrice[m]) - 1.0));
            }

            yield return largest;
        }
    }
}
