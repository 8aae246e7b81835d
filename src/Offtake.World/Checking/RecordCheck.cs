using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Records;

namespace Offtake.World.Checking;

/// <summary>What of the matching rows is added up.</summary>
public enum Counted
{
    /// <summary>Their number.</summary>
    Rows,

    /// <summary>Quantities of one unit.</summary>
    Quantity,

    /// <summary>Money of one currency.</summary>
    Value,
}

/// <summary>A question to a record that settles one aspect of a claim: which rows match, what of them is added up, from how much on the claim is confirmed.</summary>
/// <param name="Id">Kebab-case id, the name of its file.</param>
/// <param name="Title">The question in words.</param>
/// <param name="World">The world whose claim it is.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Aspect">Said, done or caused.</param>
/// <param name="Record">The file in <c>records/</c>.</param>
/// <param name="Form">Its layout.</param>
/// <param name="Who">Patterns of who; a row matches if any of its names fits any of them. Empty for anybody.</param>
/// <param name="What">Patterns of what; empty for anything.</param>
/// <param name="Where">Patterns of where; empty for anywhere.</param>
/// <param name="Stages">Stages that count; empty for all.</param>
/// <param name="Months">Only rows that lie wholly in these months; null for all.</param>
/// <param name="Counts">What is added up.</param>
/// <param name="Unit">Unit or currency of what is added up; empty for rows.</param>
/// <param name="ConfirmedAt">From this sum on the claim is confirmed; less of it is a part.</param>
/// <param name="Covers">Months that the record is said to cover; null to go by its rows.</param>
public sealed record RecordCheck(
    string Id, string Title, string World, string Claim, Aspect Aspect, string Record, RecordForm Form, IReadOnlyList<string> Who, IReadOnlyList<string> What, IReadOnlyList<string> Where,
    IReadOnlyList<string> Stages, Period? Months, Counted Counts, string Unit, double ConfirmedAt, Period? Covers)
{
    /// <summary>Whether its record is made up to show how a check works: its verdict is shown and never kept.</summary>
    public bool IsIllustration { get; init; }

    /// <summary>All names under which a record may have <see cref="Unit"/>, that one first; empty for rows.</summary>
    public IReadOnlyList<string> Units { get; init; } = [Unit];
}

/// <summary>What a check found, with its arithmetic.</summary>
/// <param name="Check">The question.</param>
/// <param name="Verdict">The verdict; <see cref="Verdict.Unverified"/> where the record cannot say.</param>
/// <param name="Matching">The rows that match.</param>
/// <param name="Sum">What they add up to.</param>
/// <param name="Steps">The arithmetic, a sentence a step, the verdict and its rule last.</param>
/// <param name="RecordSha256">Hash of the record.</param>
public sealed record CheckOutcome(RecordCheck Check, Verdict Verdict, IReadOnlyList<RecordRow> Matching, double Sum, IReadOnlyList<string> Steps, string RecordSha256)
{
    /// <summary>The rows that may match and were not counted.</summary>
    public IReadOnlyList<RecordRow> Open { get; init; } = [];

    /// <summary>The arithmetic in one line.</summary>
    public string Arithmetic => string.Join(" ", Steps);
}
