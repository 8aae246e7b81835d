using Offtake.Model.Governance;
using Offtake.World.Numbers;

namespace Offtake.World.Scenarios;

/// <summary>What an instrument may act on, how strong it can be and which terms go with it. There is one for every <see cref="InstrumentKind"/>, in <see cref="InstrumentRules"/>.</summary>
/// <param name="Meaning">What its strength is, in one line for readers.</param>
/// <param name="Targets">Kinds of thing it acts on.</param>
/// <param name="Least">Smallest strength.</param>
/// <param name="Most">Largest strength.</param>
/// <param name="UnitWord">What the unit of its strength contains; empty where that is not known.</param>
internal sealed record InstrumentRule(string Meaning, IReadOnlyList<TargetKind> Targets, double Least, double Most, string UnitWord = "")
{
    /// <summary>Whether it needs at least one target of every kind, not just of one.</summary>
    public bool NeedsAll { get; init; }

    /// <summary>The kind of which it takes exactly one target, if there is one.</summary>
    public TargetKind? One { get; init; }

    /// <summary>Whether only strengths above the smallest are possible: a quota of nothing would be no quota, not a ban.</summary>
    public bool IsLeastExcluded { get; init; }

    /// <summary>Whether its facilities must be mines.</summary>
    public bool IsOfMines { get; init; }

    /// <summary>Whether its uses must be those of a city.</summary>
    public bool IsOfCities { get; init; }

    /// <summary>Whether its uses must have a service that a fleet covers.</summary>
    public bool IsOfServices { get; init; }

    /// <summary>Whether only an institution can pull it: its terms or its targets are not those of a calendar.</summary>
    public bool IsOfInstitutions { get; init; }

    /// <summary>Whether only a calendar can state it: it reviews itself, so that nobody pulls it more or less.</summary>
    public bool IsOfCalendar { get; init; }

    /// <summary>Whether it is a cap, which is the stricter the lower: pulled in part it allows more, and a law that allows so much at most says nothing.</summary>
    public bool IsCap { get; init; }

    /// <summary>Terms without which an institution may not reach for it.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Terms it knows besides those that every instrument knows; <see cref="Needs"/> are among them.</summary>
    public IReadOnlyList<string> Knows { get; init; } = [];

    /// <summary>Whether it does something only by the terms of its own, so that one of them must be there.</summary>
    public bool ActsByTerms { get; init; }

    /// <summary>The rule for an instrument.</summary>
    public static InstrumentRule Of(InstrumentKind instrument) => InstrumentRules.Of(instrument);

    /// <summary>What its strength counts.</summary>
    public NumberKind Strength(string unit) => new(unit, Least, Most, IsLeastExcluded);
}
