namespace Offtake.Cli;

/// <summary>All that a command sees of the machine it runs on, so that a test can run one without a terminal or a second process.</summary>
/// <param name="Out">Standard output: what was asked for, and nothing else.</param>
/// <param name="Error">Standard error: progress, problems, remarks.</param>
/// <param name="Folder">The current folder.</param>
public sealed record Surroundings(TextWriter Out, TextWriter Error, string Folder)
{
    private const int WidthOfFiles = 160;

    /// <summary>Whether somebody watches standard error, so that a moving bar makes sense.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Characters in a line of standard output.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>Gives the time by which run folders are named.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Asks a run to stop and to keep what is whole.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Says that the process is about to end.</summary>
    public CancellationToken Abort { get; init; }

    /// <summary>Told how many futures are done, besides the progress bar.</summary>
    public IProgress<int>? Watcher { get; init; }

    /// <summary>The console, the current folder and the clock of this process.</summary>
    public static Surroundings OfThisProcess(Interrupts interrupts) => new(Console.Out, Console.Error, Environment.CurrentDirectory)
    {
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? WidthOfFiles : Math.Max(Console.WindowWidth, 1),
        Stop = interrupts.Stop,
        Abort = interrupts.Abort,
    };
}
