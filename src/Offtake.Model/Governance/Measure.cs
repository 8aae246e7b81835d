using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Governance;

/// <summary>What kind of thing a measure acts on.</summary>
public enum TargetKind
{
    /// <summary>A facility.</summary>
    Facility,

    /// <summary>A route of a commodity between two regions.</summary>
    Route,

    /// <summary>A market: a commodity in a region.</summary>
    Market,

    /// <summary>A final use.</summary>
    Use,

    /// <summary>A commodity, naming what a price floor is about.</summary>
    Commodity,

    /// <summary>A region.</summary>
    Region,

    /// <summary>A city.</summary>
    City,

    /// <summary>An institution of the scenario.</summary>
    Institution,
}

/// <summary>One thing a measure acts on, by index into the list of its kind.</summary>
public readonly record struct Target(TargetKind Kind, int Index);

/// <summary>One dated act of policy: an instrument of a strength on its targets from a start to an end.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Instrument">Which lever.</param>
/// <param name="Targets">What it acts on.</param>
/// <param name="Strength">How much, in the instrument's unit.</param>
/// <param name="Enacted">When it became law.</param>
/// <param name="Start">First month in force.</param>
/// <param name="End">Last month in force; null when open-ended.</param>
public sealed record Measure(
    string Id, string Title, InstrumentKind Instrument, IReadOnlyList<Target> Targets, Parameter Strength, Month Enacted, Month Start, Month? End);
