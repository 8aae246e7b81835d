namespace Offtake.Cli;

/// <summary>Text from files or from the command line, made fit for a terminal: nothing in it may steer one.</summary>
internal static class Printable
{
    /// <summary>The text with every control character, line breaks included, shown as a dot.</summary>
    public static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));

    /// <summary>A name as one word of a command line, in quotes where a shell would take it for several.</summary>
    public static string Word(string text) => text.All(c => char.IsLetterOrDigit(c) || "/._-+:\\".Contains(c, StringComparison.Ordinal)) ? text : $"'{Line(text)}'";
}
