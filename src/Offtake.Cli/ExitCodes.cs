namespace Offtake.Cli;

/// <summary>What the program tells the one who started it. Scripts rely on these numbers.</summary>
public static class ExitCodes
{
    /// <summary>All that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>It failed while running.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a file is wrong; nothing was done.</summary>
    public const int BadInput = 2;

    /// <summary>The user stopped it; what was whole by then is kept.</summary>
    public const int Stopped = 3;

    /// <summary>It ran, and what came out is not what was expected: a known answer or a bar is missed.</summary>
    public const int NotAsExpected = 4;
}
