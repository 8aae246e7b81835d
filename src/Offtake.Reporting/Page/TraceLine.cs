namespace Offtake.Reporting.Page;

/// <summary>The small line that says by which command the numbers above it are traced.</summary>
internal static class TraceLine
{
    /// <summary>Behind the source of a figure; nothing without a command.</summary>
    public static Markup InLine(string command) => command.Length == 0 ? Markup.None : Markup.Of($" Trace: <code>{command}</code>");

    /// <summary>A line of its own below a table or a list; nothing without a command.</summary>
    public static Markup Below(string command) => command.Length == 0 ? Markup.None : Markup.Of($"<p class=\"source\">Trace: <code>{command}</code></p>\n");
}
