using Offtake.Model.Evidence;
using Offtake.World.Problems;

namespace Offtake.World.Numbers;

/// <summary>A number read from a cell together with who vouches for it: not yet a parameter, because an ore still divides its shares by their sum.</summary>
/// <param name="Id">Table, row and column.</param>
/// <param name="Value">As written, or as the assumption has it.</param>
/// <param name="Range">Observed or expert range; null when the spread follows from the witness.</param>
/// <param name="Sources">Who vouches for it; empty when it rests on an assumption.</param>
/// <param name="Assumption">What it rests on; null when sources vouch for it.</param>
/// <param name="Kind">What the column counts.</param>
/// <param name="At">Where it stands.</param>
internal sealed record WitnessedNumber(
    string Id, double Value, (double Low, double High)? Range, IReadOnlyList<Source> Sources, Assumption? Assumption, NumberKind Kind, Place At)
{
    /// <summary>The parameter, with value and range multiplied by a factor.</summary>
    public Parameter ToParameter(double factor = 1.0)
    {
        double value = Value * factor;
        if (Assumption is null)
        {
            Spread spread = Range is { } range
                ? SpreadRule.Between(value, range.Low * factor, range.High * factor, Kind)
                : SpreadRule.Implied(value, Sources.Min(s => s.Kind), Kind);
            return Parameter.Sourced(Id, value, Kind.Unit, spread, Sources, At.ToString());
        }

        Spread stated = Assumption.Spread;
        Spread scaled = stated with { Low = stated.Low * factor, High = stated.High * factor };
        return Parameter.Assumed(Id, Assumption with { Value = value, Spread = SpreadRule.Stated(scaled, value, Kind) }, At.ToString());
    }
}
