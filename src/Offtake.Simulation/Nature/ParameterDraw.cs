using Offtake.Model.Evidence;

namespace Offtake.Simulation.Nature;

/// <summary>Turns parameters into the numbers of one future. Nothing else hands numbers to the month.</summary>
/// <remarks>
/// Eq. EVI-2: x = F⁻¹(u) with u keyed by (seed, future, parameter). Numbers that rest on one assumption share one u, since they are
/// one unknown. It refuses a parameter that does not stand in the evidence ledger.
/// </remarks>
public sealed class ParameterDraw
{
    private readonly Chance? _chance;
    private readonly HashSet<string> _known;

    private ParameterDraw(EvidenceLedger ledger, Chance? chance)
    {
        _chance = chance;
        _known = Known.GetValue(ledger, static l => [.. l.Parameters.Select(p => p.Id)]);
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EvidenceLedger, HashSet<string>> Known = [];

    /// <summary>Every parameter at its central value.</summary>
    public static ParameterDraw Central(EvidenceLedger ledger) => new(ledger, null);

    /// <summary>Every parameter as it falls in one future.</summary>
    public static ParameterDraw InFuture(EvidenceLedger ledger, Chance chance) => new(ledger, chance);

    /// <summary>The value of a parameter, in its own unit.</summary>
    /// <exception cref="InvalidOperationException">The parameter is not in the evidence ledger.</exception>
    public double Of(Parameter parameter)
    {
        if (!_known.Contains(parameter.Id))
            throw new InvalidOperationException($"{parameter.Address}: '{parameter.Id}' is not in the evidence ledger; a number may reach the month only through it.");
        if (_chance is not { } chance || parameter.Spread.Shape == SpreadShape.Fixed) return parameter.Value;
        string key = parameter.Kind == SourceKind.Assumption ? parameter.Witnesses[0] : parameter.Id;
        return Quantile(parameter, chance.Unit(Chance.KeyOf(key), Purpose.Parameter));
    }

    private static double Quantile(Parameter parameter, double u)
    {
        Spread spread = parameter.Spread;
        return spread.Shape switch
        {
            SpreadShape.Uniform => spread.Low + (u * (spread.High - spread.Low)),
            SpreadShape.Triangular => Triangular(parameter.Value, spread.Low, spread.High, u),
            SpreadShape.Lognormal => Lognormal(parameter.Value, spread.Low, spread.High, NormalCurve.Quantile(u)),
            _ => parameter.Value,
        };
    }

    /// <summary>Median at the central value, 5 % and 95 % points at the bounds: each side has its own width when the range is lopsided.</summary>
    private static double Lognormal(double median, double low, double high, double z) =>
        median * Math.Exp(z / Spread.NormalPoint95 * Math.Log(z < 0.0 ? median / low : high / median));

    private static double Triangular(double mode, double low, double high, double u)
    {
        if (high <= low) return mode;
        double turn = (mode - low) / (high - low);
        return u < turn
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1.0 - u) * (high - low) * (high - mode));
    }
}
