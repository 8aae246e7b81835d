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
    private readonly Chance? _other;
    private readonly IReadOnlyDictionary<string, double> _chosen;
    private readonly HashSet<string> _known;
    private int _attempt;
    private NumberSlots? _slots;
    private double[] _slotValues = [];
    private NumberGroups? _groups;
    private ulong _fromOther;
    private readonly Dictionary<Parameter, ulong> _keys;

    private ParameterDraw(EvidenceLedger ledger, Chance? chance, IReadOnlyDictionary<string, double> chosen, Chance? ofAssumptions = null)
    {
        _chance = chance;
        _other = ofAssumptions ?? chance;
        _chosen = chosen;
        _keys = Keys.GetValue(ledger, static l => Keyed(l));
        _known = Known.GetValue(ledger, static l => [.. l.Parameters.Select(p => p.Id), .. l.Parameters.Where(p => p.Kind == SourceKind.Assumption).Select(p => p.Witnesses[0])]);
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EvidenceLedger, HashSet<string>> Known = [];
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<EvidenceLedger, Dictionary<Parameter, ulong>> Keys = [];
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

    /// <summary>Numbers of some groups as they fall in one future, all others as they fall in another.</summary>
    /// <param name="ledger">Everything that is known.</param>
    /// <param name="groups">Which number is in which group.</param>
    /// <param name="chance">The future of all groups but those named.</param>
    /// <param name="other">The future of the groups named.</param>
    /// <param name="fromOther">The groups that fall as in <paramref name="other"/>, as bits.</param>
    public static ParameterDraw Grouped(EvidenceLedger ledger, NumberGroups groups, Chance chance, Chance other, ulong fromOther) =>
        new(ledger, chance, None, other) { _groups = groups, _fromOther = fromOther };

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

    /// <summary>Some numbers set or multiplied by the values of slots; the others at their central values, or as they fall in one future.</summary>
    /// <param name="ledger">Everything that is known.</param>
    /// <param name="slots">Which numbers answer to which slot.</param>
    /// <param name="values">By slot; NaN leaves its numbers as they are. Read while numbers are drawn, not copied.</param>
    /// <param name="chance">Which future the other numbers are of; null for central values.</param>
    /// <param name="attempt">How many draws of this future were rejected before (EVI-3).</param>
    public static ParameterDraw Slotted(EvidenceLedger ledger, NumberSlots slots, double[] values, Chance? chance, int attempt)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != slots.Count) throw new ArgumentException($"There are {values.Length} values for {slots.Count} slots.", nameof(values));
        return new(ledger, chance, None) { _attempt = attempt, _slots = slots, _slotValues = values };
    }

    /// <summary>The value of a parameter, in its own unit.</summary>
    /// <exception cref="InvalidOperationException">The parameter is not in the evidence ledger.</exception>
    public double Of(Parameter parameter)
    {
        double drawn = Drawn(parameter);
        return _slots is null ? drawn : _slots.Moved(parameter, _slotValues, drawn);
    }

    /// <summary>The value below which a share of what may be true lies.</summary>
    /// <param name="central">The central value.</param>
    /// <param name="spread">What is not known about it.</param>
    /// <param name="u">The share, in (0, 1).</param>
    public static double Quantile(double central, Spread spread, double u) => spread.Shape switch
    {
        SpreadShape.Uniform => spread.Low + (u * (spread.High - spread.Low)),
        SpreadShape.Triangular => Triangular(central, spread.Low, spread.High, u),
        SpreadShape.Lognormal => Lognormal(central, spread.Low, spread.High, NormalCurve.Quantile(u)),
        _ => central,
    };

    /// <summary>The key by which chance knows a parameter: all that rest on one assumption are one unknown.</summary>
    public static ulong KeyOf(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Chance.KeyOf(parameter.Kind == SourceKind.Assumption ? parameter.Witnesses[0] : parameter.Id);
    }

    private double Drawn(Parameter parameter)
    {
        bool isListed = _keys.TryGetValue(parameter, out ulong listedKey);
        if (!isListed && !_known.Contains(parameter.Id))
            throw new InvalidOperationException($"{parameter.Address}: '{parameter.Id}' is not in the evidence ledger; a number may reach the month only through it.");
        bool isAssumed = parameter.Kind == SourceKind.Assumption;
        if (_chosen.Count > 0 && (_chosen.TryGetValue(parameter.Id, out double chosen) || (isAssumed && _chosen.TryGetValue(parameter.Witnesses[0], out chosen)))) return chosen;
        if (ChanceOf(parameter, isAssumed) is not { } chance || parameter.Spread.Shape == SpreadShape.Fixed) return parameter.Value;
        return Quantile(parameter.Value, parameter.Spread, chance.UnitOfDraw(_attempt, isListed ? listedKey : KeyOf(parameter)));
    }

    private Chance? ChanceOf(Parameter parameter, bool isAssumed)
    {
        if (_groups is null) return isAssumed ? _other : _chance;
        int group = _groups.Of(parameter) ?? throw new InvalidOperationException($"{parameter.Address}: '{parameter.Id}' is in no group of the evidence ledger; a number may reach the month only through it.");
        return ((_fromOther >> group) & 1) == 1 ? _other : _chance;
    }

    // By identity, not by value: numbers are looked up thousands of times a future, and their keys never change.
    private static Dictionary<Parameter, ulong> Keyed(EvidenceLedger ledger)
    {
        var keys = new Dictionary<Parameter, ulong>(ReferenceEqualityComparer.Instance);
        foreach (Parameter parameter in ledger.Parameters) keys[parameter] = KeyOf(parameter);
        return keys;
    }

    /// <summary>Median at the central value, 5 % and 95 % points at the bounds: each side has its own width when the range is lopsided.</summary>
    private static double Lognormal(double median, double low, double high, double z) =>
        median * Exponential.Of(z / Spread.NormalPoint95 * Logarithm.Of(z < 0.0 ? median / low : high / median));

    private static double Triangular(double mode, double low, double high, double u)
    {
        if (high <= low) return mode;
        double turn = (mode - low) / (high - low);
        return u < turn
            ? low + Math.Sqrt(u * (high - low) * (mode - low))
            : high - Math.Sqrt((1.0 - u) * (high - low) * (high - mode));
    }
}
