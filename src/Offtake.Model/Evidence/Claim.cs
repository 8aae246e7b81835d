namespace Offtake.Model.Evidence;

/// <summary>The verdict on one aspect of a claim.</summary>
public enum Verdict
{
    /// <summary>Nobody has checked.</summary>
    Unverified,

    /// <summary>Records support a part of it.</summary>
    Partly,

    /// <summary>Records support it.</summary>
    Confirmed,

    /// <summary>Records contradict each other or it.</summary>
    Disputed,

    /// <summary>Records show it to be wrong.</summary>
    Refuted,

    /// <summary>It cannot be decided yet.</summary>
    Open,

    /// <summary>The aspect does not apply.</summary>
    NotApplicable,
}

/// <summary>A statement that can be checked, with three separate verdicts.</summary>
/// <param name="Id">Such as <c>YC-03</c>.</param>
/// <param name="System">The institutional system it is about.</param>
/// <param name="Kind">Design, mechanism, target, plan or assessment.</param>
/// <param name="Statement">What is stated.</param>
/// <param name="Source">Who states it, as written in the table.</param>
/// <param name="Said">Was it said?</param>
/// <param name="Done">Was it done?</param>
/// <param name="Caused">Did it cause what is claimed?</param>
/// <param name="CheckedBy">The kinds of record that could check it.</param>
public sealed record Claim(
    string Id, string System, string Kind, string Statement, string Source, Verdict Said, Verdict Done, Verdict Caused, string CheckedBy)
{
    /// <summary>Patterns of the ids of parameters that rest on it, see <see cref="ParameterPattern"/>; empty where it drives no number. An institution that makes it executable is linked by its own file.</summary>
    public IReadOnlyList<string> Drives { get; init; } = [];

    /// <summary>The newest check of each aspect that was checked against a record; the verdicts above are theirs.</summary>
    public IReadOnlyList<Verification> Verifications { get; init; } = [];

    /// <summary>Whether nobody has shown yet that it was done and had its effect; a verdict that does not apply asks for nothing.</summary>
    public bool IsUnverified => Done is not (Verdict.Confirmed or Verdict.NotApplicable) || Caused is not (Verdict.Confirmed or Verdict.NotApplicable);

    /// <summary>The verdict on an aspect.</summary>
    public Verdict On(Aspect aspect) => aspect switch { Aspect.Said => Said, Aspect.Done => Done, _ => Caused };

    /// <summary>The claim with what a check found in the place of what stood there.</summary>
    public Claim With(Verification found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Claim with = found.Aspect switch
        {
            Aspect.Said => this with { Said = found.Verdict },
            Aspect.Done => this with { Done = found.Verdict },
            _ => this with { Caused = found.Verdict },
        };
        return with with { Verifications = [.. Verifications.Where(v => v.Aspect != found.Aspect), found] };
    }
}

/// <summary>What can be asked of a claim.</summary>
public enum Aspect
{
    /// <summary>Was it said?</summary>
    Said,

    /// <summary>Was it done?</summary>
    Done,

    /// <summary>Did it cause what is claimed?</summary>
    Caused,
}

/// <summary>A dated check of one aspect of a claim against a record. It is what somebody found, not what is true: the record may be wrong too.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Aspect">What was asked.</param>
/// <param name="Verdict">What came out.</param>
/// <param name="Date">When, as year-month-day.</param>
/// <param name="Check">Id of the check.</param>
/// <param name="RecordSha256">Hash of the record as it was then.</param>
/// <param name="Arithmetic">What was compared, in a line.</param>
/// <param name="Address">Where the verdict stands: file and line.</param>
public sealed record Verification(string Claim, Aspect Aspect, Verdict Verdict, DateOnly Date, string Check, string RecordSha256, string Arithmetic, string Address);
