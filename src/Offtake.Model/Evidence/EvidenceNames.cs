namespace Offtake.Model.Evidence;

/// <summary>Verdicts, aspects and kinds of witness as tables, reports and programs write them.</summary>
public static class EvidenceNames
{
    /// <summary>Such as <c>disputed</c> or <c>n/a</c>.</summary>
    public static string Name(this Verdict verdict) => verdict == Verdict.NotApplicable ? "n/a" : verdict.ToString().ToLowerInvariant();

    /// <summary>Such as <c>done</c>.</summary>
    public static string Name(this Aspect aspect) => aspect.ToString().ToLowerInvariant();

    /// <summary>Such as <c>measured</c> or <c>state-media</c>.</summary>
    public static string Name(this SourceKind kind) => kind == SourceKind.StateMedia ? "state-media" : kind.ToString().ToLowerInvariant();
}
