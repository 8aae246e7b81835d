using Offtake.Model.Quantities;

namespace Offtake.World.Records;

/// <summary>How a record is laid out.</summary>
public enum RecordForm
{
    /// <summary>Release packages, record packages, single releases or JSON lines of the Open Contracting Data Standard 1.1.</summary>
    Ocds,

    /// <summary>A table of trade: reporter, partner, HS code, period, tonnes, USD.</summary>
    Trade,

    /// <summary>A plain list of facilities, disclosures or statistics: who, what, where, period, value, unit.</summary>
    List,
}

/// <summary>Whether a line of a record counts.</summary>
public enum Standing
{
    /// <summary>It counts.</summary>
    Good,

    /// <summary>The record does not say whether it holds, as of an award that is pending.</summary>
    Open,

    /// <summary>It came to nothing, as a contract that was cancelled.</summary>
    Void,
}

/// <summary>One line of a record, whatever its form: somebody did something somewhere at some time. It is what the record says, not what happened.</summary>
/// <param name="Id">What the record calls it.</param>
/// <param name="Who">Names and ids of the buyer, reporter or reporting body; any of them may be asked for.</param>
/// <param name="What">Descriptions, classification codes (also as <c>scheme:code</c>) or HS codes.</param>
/// <param name="Where">Places or the trading partner.</param>
/// <param name="Months">When; null where the record does not say.</param>
/// <param name="Stage">For procurement <c>contract</c>, <c>award</c> or <c>tender</c>; for trade the flow; empty otherwise.</param>
/// <param name="Quantity">How much, in <paramref name="Unit"/>; null where the record does not say.</param>
/// <param name="Unit">Unit of the quantity.</param>
/// <param name="Value">Money, in <paramref name="Currency"/>; null where it is not stated for this line by itself.</param>
/// <param name="Currency">Three letters.</param>
/// <param name="Address">Where it stands: file and line, or file and path.</param>
public sealed record RecordRow(
    string Id, IReadOnlyList<string> Who, IReadOnlyList<string> What, IReadOnlyList<string> Where, Period? Months, string Stage,
    double? Quantity, string Unit, double? Value, string Currency, string Address)
{
    /// <summary>Others on the side of the buyer, such as a procuring entity that buys for it.</summary>
    public IReadOnlyList<string> OtherWho { get; init; } = [];

    /// <summary>What stands around it: titles of its contract, award, lot and tender, which may be about other lines too.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Other names and codes of <see cref="Unit"/>.</summary>
    public IReadOnlyList<string> OtherUnits { get; init; } = [];

    /// <summary>All months it may belong to; null where they are <see cref="Months"/>.</summary>
    public Period? Span { get; init; }

    /// <summary>Whether it counts.</summary>
    public Standing Standing { get; init; }

    /// <summary>Why it does not count, in words; empty where it does.</summary>
    public string Status { get; init; } = "";
}

/// <summary>A record as read.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Remarks">What was put together, left out or replaced while reading, in sentences.</param>
/// <param name="Sha256">Hash of the file's bytes.</param>
public sealed record RecordContent(IReadOnlyList<RecordRow> Rows, IReadOnlyList<string> Remarks, string Sha256)
{
    /// <summary>What stands in the file or behind it and was not read, in sentences: while there is any, the record cannot say that there was nothing.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
