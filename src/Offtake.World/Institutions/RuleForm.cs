namespace Offtake.World.Institutions;

/// <summary>A decision rule as text: which keys of the file belong to it.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Needs">Keys it needs.</param>
/// <param name="Knows">Keys it may do without.</param>
/// <param name="NeedsTargets">Whether it asks what the mandate misses.</param>
/// <param name="Meaning">One line for readers.</param>
internal sealed record RuleForm(string Name, IReadOnlyList<string> Needs, IReadOnlyList<string> Knows, bool NeedsTargets, string Meaning)
{
    public const string CloseTheGap = "close-the-gap";
    public const string Schedule = "schedule";
    public const string TargetSprint = "target-sprint";
    public const string Retaliation = "retaliation";

    /// <summary>All rules.</summary>
    public static IReadOnlyList<RuleForm> All { get; } =
    [
        new(CloseTheGap, ["gain"], [], true, "pulls its levers more as long as a target is missed, less as long as all are met"),
        new(Schedule, [], ["schedule"], false, "pulls its levers by the calendar, whatever it sees; without `schedule` in full from `tempo: from` on"),
        new(TargetSprint, ["gain", "sprint-months"], [], true, "does nothing until the last months of the year, then pulls as far as targets are missed"),
        new(Retaliation, ["lasts"], [], true, "pulls in full while a target is missed, and for some months after"),
    ];

    /// <summary>Keys that belong to some rule.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.SelectMany(r => r.Needs.Concat(r.Knows)).Distinct()];
}
