namespace Offtake.World;

/// <summary>Whether a problem stops the reading.</summary>
public enum Severity
{
    /// <summary>The files cannot be used until it is mended.</summary>
    Error,

    /// <summary>The files can be used; somebody should look.</summary>
    Warning,
}

/// <summary>One thing that is wrong in a file, as a sentence with an address and a remedy. It is not an exception: all problems are listed together.</summary>
/// <param name="Severity">Whether it stops the reading.</param>
/// <param name="File">The file relative to the folder that holds all worlds or all scenarios, such as <c>worlds/x/facilities.csv</c>.</param>
/// <param name="Line">Line counted from 1; 0 when the problem is the file as a whole.</param>
/// <param name="Column">Character counted from 1, for YAML only; null in tables, where <paramref name="What"/> names the column.</param>
/// <param name="What">What is wrong, without the value.</param>
/// <param name="Value">The text that was found; null when something is absent.</param>
/// <param name="Bound">What would be accepted; null when there is no such bound.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(Severity Severity, string File, int Line, int? Column, string What, string? Value, string? Bound, string Remedy)
{
    private const int LongestShownValue = 60;

    /// <summary>The problem without the hint at <c>offtake check</c>, for a list that already shows all of them.</summary>
    public string Sentence
    {
        get
        {
            string value = Value is null ? "" : $" '{Shown(Value)}'";
            string bound = Bound is null ? "" : $" (allowed: {Bound})";
            string end = Remedy.Length > 0 && Remedy[^1] is '.' or '?' ? "" : ".";
            return WithoutControls($"{Address}: {What}{value}{bound}; {Remedy}{end}");
        }
    }

    /// <summary>File, line and column, as editors write them.</summary>
    public string Address => (Line, Column) switch
    {
        (0, _) => File,
        (_, null) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };

    /// <summary>The whole sentence.</summary>
    public override string ToString() => Sentence + " Run 'offtake check' to see all problems.";

    private static string Shown(string value) => value.Length <= LongestShownValue ? value : value[..LongestShownValue] + "…";

    // Names and values come from files somebody else may have written: nothing in them may steer a terminal.
    private static string WithoutControls(string sentence) => string.Create(sentence.Length, sentence, static (span, text) =>
    {
        for (int i = 0; i < text.Length; i++) span[i] = char.IsControl(text[i]) ? '·' : text[i];
    });
}
