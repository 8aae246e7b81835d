namespace Offtake.Model.Evidence;

/// <summary>A publication that states facts. Several publications of one publisher are one witness.</summary>
/// <param name="Id">The id by which table cells name it.</param>
/// <param name="Publisher">The house that answers for it; witnesses are counted by this name.</param>
/// <param name="Year">Year of publication as written, possibly a range.</param>
/// <param name="Kind">How it came to know.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Address">Where it can be found; blank when no address was retained, which weakens it.</param>
/// <param name="Licence">The terms under which its figures may be shown.</param>
public sealed record Source(string Id, string Publisher, string Year, SourceKind Kind, string Title, string Address, string Licence);

/// <summary>A value nobody has measured for us, written down with its range and the reason for it.</summary>
/// <param name="Id">The id by which table cells name it, there written with a leading <c>@</c>.</param>
/// <param name="Value">The central value, in <paramref name="Unit"/>.</param>
/// <param name="Spread">The range it is drawn from.</param>
/// <param name="Unit">The unit of value and range.</param>
/// <param name="Reason">Why this value, and what would settle it.</param>
public sealed record Assumption(string Id, double Value, Spread Spread, string Unit, string Reason);
