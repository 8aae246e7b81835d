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
    /// <summary>Patterns of the ids of the parameters it drives, with <c>*</c> for anything; empty where nobody says.</summary>
    public IReadOnlyList<string> Drives { get; init; } = [];
}
