using Offtake.Model.Evidence;
using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Nature;

/// <summary>Turns parameters into the numbers of one future. Nothing else hands numbers to the month.</summary>
/// <remarks>
/// Eq. EVI-2: x = F⁻¹(u) with u keyed by (seed, future, parameter). Numbers that rest on one assumption share one u, since they are
/// one unknown; chosen numbers are not drawn. It refuses a parameter that does not stand in the evidence ledger.
/// </remarks>
public sealed class ParameterDraw
{
    private readonly Chance? _chance;
    private readonly Chance? _ofAssumptions;
    private readonly IReadOnlyDictionary<string, double> _chosen;
    private readonly HashSet<string> _known;
    private int _attempt;
    private readonly Dictionary<Parameter, Listed> _listed;

    private ParameterDraw(EvidenceLedger ledger, Chance? chance, IReadOnlyDictionary<string, double> chosen, Chance? ofAssumptions = null)
    {
        _chance = chance;
        _ofAssumptions = ofAssumptions ?? chance;
        _chosen = chosen;
        _listed = Compiled.GetValue(ledger, static l => Compile(l));
        _known = Known.GetValue(ledger, static l => [.. l.Parameters.Select(p => p.Id), .. l.Parameters.Where(p => p.Kind == SourceKind.Assumption).Select(p => p.Witnesses[0])]);
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EvidenceLedger, HashSet<string>> Known = [];
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EvidenceLedger, Dictionary<Parameter, Listed>> Compiled = [];
    private static readonly IReadOnlyDictionary<string, double> None = new Dictionary<string, double>();

    /// <summary>Every parameter at its central value.</summary>
    public static ParameterDraw Central(EvidenceLedger ledger) => new(ledger, null, None);

    /// <summary>Every parameter as it falls in one future.</summary>
    /// <param name="ledger">Everything that is known.</param>
    /// <param name="chance">Which future.</param>
    /// <param name="attempt">How many draws of this future were rejected before (EVI-3).</param>
    public static ParameterDraw InFuture(EvidenceLedger ledger, Chance chance, int attempt = 0) => new(ledger, chance, None) { _attempt = attempt };

    /// <summary>Numbers that rest on assumptions as they fall in one future, all others as they fall in another.</summary>
    public static ParameterDraw Mixed(EvidenceLedger ledger, Chance chance, Chance ofAssumptions) => new(ledger, chance, None, ofAssumptions);

    /// <summary>Some numbers chosen, such as fitted ones; the others at their central values, or as they fall in one future.</summary>
    /// <param name="ledger">Everything that is known.</param>
    /// <param name="chosen">Values by parameter id, or by <c>@</c> and the id of an assumption for all that rest on it.</param>
    /// <param name="chance">Which future the other numbers are of; null for central values.</param>
    /// <exception cref="ArgumentException">A name is neither that of a parameter nor that of an assumption in the ledger; names all of them.</exception>
    public static ParameterDraw With(EvidenceLedger ledger, IReadOnlyDictionary<string, double> chosen, Chance? chance = null)
    {
        ParameterDraw draw = new(ledger, chance, chosen);
        string[] unknown = [.. chosen.Keys.Where(name => !draw._known.Contains(name))];
        return unknown.Length == 0
            ? draw
            : throw new ArgumentException($"No number in the evidence ledger is named {string.Join(", ", unknown)}.", nameof(chosen));
    }

    /// <summary>The value of a parameter, in its own unit.</summary>
    /// <exception cref="InvalidOperationException">The parameter is not in the evidence ledger.</exception>
    public double Of(Parameter parameter)
    {
        if (!_listed.TryGetValue(parameter, out Listed listed))
        {
            if (!_known.Contains(parameter.Id))
                throw new InvalidOperationException($"{parameter.Address}: '{parameter.Id}' is not in the evidence ledger; a number may reach the month only through it.");
            listed = new Listed(parameter);
        }

        bool isAssumed = parameter.Kind == SourceKind.Assumption;
        if (_chosen.Count > 0 && (_chosen.TryGetValue(parameter.Id, out double chosen) || (isAssumed && _chosen.TryGetValue(parameter.Witnesses[0], out chosen)))) return chosen;
        if ((isAssumed ? _ofAssumptions : _chance) is not { } chance || parameter.Spread.Shape == SpreadShape.Fixed) return parameter.Value;
        return Quantile(parameter, listed, chance.UnitOfDraw(_attempt, listed.Key));
    }

    // By identity, not by value: numbers are looked up thousands of times a future, and their keys and widths never change.
    private static Dictionary<Parameter, Listed> Compile(EvidenceLedger ledger)
    {
        var listed = new Dictionary<Parameter, Listed>(ReferenceEqualityComparer.Instance);
        foreach (Parameter parameter in ledger.Parameters) listed[parameter] = new Listed(parameter);
        return listed;
    }

    private static double Quantile(Parameter parameter, Listed listed, double u)
    {
        Spread spread = parameter.Spread;
        return spread.Shape switch
        {
            SpreadShape.Uniform => spread.Low + (u * (spread.High - spread.Low)),
            SpreadShape.Triangular => Triangular(parameter.Value, spread.Low, spread.High, u),
            SpreadShape.Lognormal => listed.Lognormal(parameter.Value, NormalCurve.Quantile(u)),
            _ => parameter.Value,
        };
    }

    /// <summary>What of a parameter's draw is the same in every future.</summary>
    private readonly struct Listed
    {
        private readonly double _logBelow;
        private readonly double _logAbove;

        public Listed(Parameter parameter)
        {
            Key = Chance.KeyOf(parameter.Kind == SourceKind.Assumption ? parameter.Witnesses[0] : parameter.Id);
            if (parameter.Spread.Shape != SpreadShape.Lognormal) return;
            _logBelow = Logarithm.Of(parameter.Value / parameter.Spread.Low) / Spread.NormalPoint95;
            _logAbove = Logarithm.Of(parameter.Spread.High / parameter.Value) / Spread.NormalPoint95;
        }

        /// <summary>Key of its random number.</summary>
        public ulong Key { get; }

        /// <summary>Median at the central value, 5 % and 95 % points at the bounds: each side has its own width when the range is lopsided.</summary>
        public double Lognormal(double median, double z) => median * Exponential.Of(z * (z < 0.0 ? _logBelow : _logAbove));
    }

    private static double Triangular(double mode, double low, double high, double u)
    {
        if (high <= low) return mode;
        double turn = (mode - low) / (high - low);
        return u < turn
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1.0 - u) * (high - low) * (high - mode));
    }
}
