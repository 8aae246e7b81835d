using System.Text.Json;
using Offtake.Cli;

namespace Offtake.Tests.Cli;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_shipped_answers_are_shown_and_met()
    {
        Said said = _shell.Run("validate");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Equal("", said.Error);
        Assert.Contains("Shapley", said.Out);
        Assert.DoesNotContain("NO", said.Out.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0).Select(l => l[Math.Max(0, l.Length - 3)..].Trim()));
        Assert.Matches(@"(\d+) of \1 known answers met", said.Out);
    }

    [Fact]
    public void A_missed_answer_has_an_exit_code_of_its_own()
    {
        Write("X-1,Learning,learning,rate=0.2 output-ratio=2,0.9,1e-6,absolute,me");
        Said said = _shell.Run("validate", "--json");
        JsonElement answer = said.Json.GetProperty("answers")[0];

        Assert.Equal(ExitCodes.NotAsExpected, said.ExitCode);
        Assert.False(said.Json.GetProperty("isValid").GetBoolean());
        Assert.False(answer.GetProperty("isMet").GetBoolean());
        Assert.Equal(0.8, answer.GetProperty("result").GetDouble(), 12);
        Assert.Equal(ExitCodes.NotAsExpected, _shell.Run("validate").ExitCode);
    }

    [Fact]
    public void A_row_that_cannot_be_used_is_bad_input()
    {
        Write("X-1,Learning,lerning,rate=0.2 output-ratio=2,0.9,1e-6,absolute,me");
        Said said = _shell.Run("validate");

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Contains("known-answers.csv:2", said.Error);
    }

    private void Write(string row)
    {
        Directory.CreateDirectory(_shell["validation"]);
        File.WriteAllText(Path.Combine(_shell["validation"], "known-answers.csv"), $"id,case,calculation,inputs,expected,tolerance,tolerance_is,source\n{row}\n");
    }
}
