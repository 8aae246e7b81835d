namespace Offtake.Equilibrium;

/// <summary>One thing that is wrong in a file of a spatial problem, as a sentence with an address and a remedy.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line from 1; 0 for the file as a whole.</param>
/// <param name="Column">Character from 1; 0 for the file as a whole.</param>
/// <param name="What">What is wrong, without the value.</param>
/// <param name="Value">The text that was found; null when something is absent.</param>
/// <param name="Bound">What would be accepted; null when there is no such bound.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record FileFault(string File, int Line, int Column, string What, string? Value, string? Bound, string Remedy)
{
    private const int LongestShownValue = 60;

    /// <summary>The whole sentence; nothing in it can steer a terminal.</summary>
    public override string ToString()
    {
        string address = Line == 0 ? File : $"{File}:{Line}:{Column}";
        string value = Value is null ? "" : $" '{(Value.Length <= LongestShownValue ? Value : Value[..LongestShownValue] + "…")}'";
        string bound = Bound is null ? "" : $" (allowed: {Bound})";
        string end = Remedy.EndsWith('?') ? "" : ".";
        return string.Concat($"{address}: {What}{value}{bound}; {Remedy}{end}".Select(c => char.IsControl(c) ? '·' : c));
    }
}
