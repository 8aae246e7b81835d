using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Results;
using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

/// <summary>A shell in a folder of its own: runs the program in-process and keeps what it said.</summary>
internal sealed class Shell : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    /// <summary>The current folder; the shipped worlds are found from it because they lie above the program.</summary>
    public string Folder { get; private set; }

    public Shell() => Folder = _scratch.Path;

    public bool ErrorIsTerminal { get; init; }

    public IProgress<int>? Watcher { get; init; }

    public CancellationToken Stop { get; init; }

    public string this[string name] => _scratch[name];

    /// <summary>What lies in the current folder.</summary>
    public string[] Names => _scratch.Names;

    /// <summary>Goes to the folder above a world's and its scenarios'.</summary>
    public Shell GoTo(TinyWorld world)
    {
        Folder = Path.GetDirectoryName(world.Worlds)!;
        return this;
    }

    public Said Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int exitCode = CommandLine.Run(args, new Surroundings(output, error, Folder) { ErrorIsTerminal = ErrorIsTerminal, Watcher = Watcher, Stop = Stop });
        return new Said(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A short run that must succeed, into the named folder.</summary>
    public Said RunShort(string folder, params string[] more)
    {
        Said said = Run(["run", "--futures", "2", "--to", "2026-12", "--out", folder, .. more]);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        return said;
    }

    public JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(_scratch[file])).RootElement;

    /// <summary>Final digests of a run folder.</summary>
    public string[] Digests(string folder) => [.. Json($"{folder}/manifest.json").GetProperty("digests").EnumerateArray().Select(d => d.GetString()!)];

    public void Dispose() => _scratch.Dispose();
}

/// <summary>What the program said.</summary>
internal sealed record Said(int ExitCode, string Out, string Error)
{
    /// <summary>Standard output as one JSON document, and nothing else.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>The exit code, one sentence on standard error that holds all fragments, and nothing on standard output.</summary>
    public void Refused(params string[] fragments)
    {
        Assert.Equal(ExitCodes.BadInput, ExitCode);
        Assert.Equal("", Out);
        Assert.Contains(Error.Split('\n'), line => fragments.All(f => line.Contains(f, StringComparison.Ordinal)));
    }
}
