using Offtake.Model.Governance;

namespace Offtake.Simulation.Institutions;

/// <summary>An order as it is enacted: which lever acts on what, how strongly, on which terms. It says nothing of who gave it.</summary>
internal sealed class Directive
{
    /// <summary>Number of the directives that no institution answers for: those of the calendar.</summary>
    public const int OfCalendar = -1;

    public Directive(InstrumentKind instrument, IReadOnlyList<Target> targets, int number, TermNumbers terms)
    {
        (Instrument, Targets, Number, Terms) = (instrument, targets, number, terms);
    }

    /// <summary>Which lever.</summary>
    public InstrumentKind Instrument { get; }

    /// <summary>What it acts on.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Place in the book of programmes; <see cref="OfCalendar"/> for a dated measure.</summary>
    public int Number { get; }

    /// <summary>The numbers that come with it.</summary>
    public TermNumbers Terms { get; }

    /// <summary>Strength when pulled in full; NaN where that is what is ordered, as in the calendar.</summary>
    public double AtMost { get; init; } = double.NaN;

    /// <summary>How strongly this month, in the instrument's unit: what is carried out, not what was announced.</summary>
    public double Strength { get; set; }

    /// <summary>What a cap of this strength allows a year: all of reach is the cap itself, half of it twice as much, nothing no cap at all.</summary>
    /// <remarks>Eq. INS-7. Less than full strength is less of a restriction; a share of the cap would be more of one.</remarks>
    public double CapPerYear => double.IsNaN(AtMost) || Strength == AtMost ? Strength : AtMost / (Strength / AtMost);
}
