using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Offtake.Cli;

/// <summary>The usual help, followed by command lines that can be copied.</summary>
/// <param name="usual">The help that lists arguments and options.</param>
/// <param name="examplesOf">Indented lines for a command.</param>
internal sealed class HelpWithExamples(HelpAction usual, Func<Command, string> examplesOf) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        output.WriteLine(examplesOf(parseResult.CommandResult.Command));
        return ExitCodes.Done;
    }
}
