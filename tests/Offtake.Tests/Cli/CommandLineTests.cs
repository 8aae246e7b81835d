using Offtake.Cli;

namespace Offtake.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("offtake run", "--help")]
    [InlineData("--futures 200", "run", "--help")]
    [InlineData("check my-scenario", "check", "--help")]
    [InlineData("equilibrium market.yaml", "equilibrium", "--help")]
    [InlineData("validate --json", "validate", "--help")]
    public void Help_shows_command_lines_to_copy(string example, params string[] args)
    {
        Said said = _shell.Run(args);

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Contains("Examples:", said.Out);
        Assert.Contains(example, said.Out[said.Out.IndexOf("Examples:", StringComparison.Ordinal)..]);
        Assert.Equal("", said.Error);
    }

    [Fact]
    public void Every_example_is_understood()
    {
        foreach (string[] help in new[] { new[] { "--help" }, ["run", "--help"], ["check", "--help"], ["equilibrium", "--help"] })
        {
            string said = _shell.Run(help).Out;
            foreach (string line in said[said.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n').Where(l => l.StartsWith("  offtake ", StringComparison.Ordinal)))
            {
                string[] words = [.. line.Trim().Split("  ")[0].Split('>')[0].Trim().Split(' ').Skip(1)];

                // The unknown scenario is found out after all options have been understood, and nothing is run.
                string[] args = words[0] switch
                {
                    "run" => ["run", "no-such-scenario", .. words.Skip(1).SkipWhile(w => w[0] != '-')],
                    "equilibrium" => ["equilibrium", "no-such-file", .. words.Skip(2)],
                    _ => ["check", "no-such-scenario"],
                };
                Said refused = _shell.Run(args);
                Assert.Matches("unknown|cannot be read", refused.Error + refused.Out);
                Assert.DoesNotContain("unknown option", refused.Error);
            }
        }
    }

    [Fact]
    public void The_version_is_one_line() => Assert.Matches(@"^Offtake [0-9][^\n]*\n$", _shell.Run("--version").Out.ReplaceLineEndings("\n"));

    [Fact]
    public void A_fault_nobody_expected_is_reported_and_not_thrown()
    {
        using StringWriter error = new();

        int exitCode = CommandLine.Run(["check", "--quick"], new Surroundings(new BrokenPipe(), error, _shell.Folder));

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Contains("Please report it", error.ToString());
    }

    private sealed class BrokenPipe : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("no paper");
    }
}
