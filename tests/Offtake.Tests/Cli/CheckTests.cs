using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly TinyWorld _world = new();

    public CheckTests() => _shell.GoTo(_world);

    public void Dispose()
    {
        _shell.Dispose();
        _world.Dispose();
    }

    [Fact]
    public void The_shipped_files_pass()
    {
        using Shell shell = new();
        Said said = shell.Run("check", "--quick");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Equal("", said.Error);
        Assert.Contains("No errors", said.Out);
        Assert.Contains("Scenario baseline: ", said.Out);
    }

    [Fact]
    public void A_world_is_summed_up()
    {
        JsonElement world = _shell.Run("check", "--quick", "tiny", "--json").Json.GetProperty("worlds")[0];

        Assert.Equal(5, world.GetProperty("rowsByTable").GetProperty("facilities").GetInt32());
        Assert.Equal(4, world.GetProperty("assumptions").GetInt32());
        Assert.Equal(world.GetProperty("parameters").GetInt32(), world.GetProperty("parametersByKind").EnumerateObject().Sum(k => k.Value.GetInt32()));
        Assert.Equal(100.0, world.GetProperty("parametersByKindPercent").EnumerateObject().Sum(k => k.Value.GetDouble()), 1);
        JsonElement closing = Assert.Single(world.GetProperty("closingUses").EnumerateArray());
        Assert.Equal("beta-uses", closing.GetProperty("use").GetString());
        Assert.Equal("beta-oxide", closing.GetProperty("commodity").GetString());
    }

    [Fact]
    public void People_read_the_same_summary()
    {
        string said = _shell.Run("check", "--quick", "tiny").Out;

        foreach (string text in new[] { "World tiny: A tiny world", "facilities 5", "measured", "assumption", "publishers", "beta-oxide: Uses of beta (100 %)" }) Assert.Contains(text, said);
    }

    [Fact]
    public void Problems_come_with_address_value_bound_and_remedy()
    {
        _world.Replace("facilities.csv", "1000,800,@cost,0.5", "1000,lots,@cost,0.5");

        Said said = _shell.Run("check", "--quick", "--json");

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        JsonElement problem = said.Json.GetProperty("problems").EnumerateArray().Single(p => p.GetProperty("value").GetString() == "lots");
        Assert.EndsWith("facilities.csv", problem.GetProperty("file").GetString());
        Assert.Equal(_world.LineOf("facilities.csv", "lots"), problem.GetProperty("line").GetInt32());
        Assert.Equal("error", problem.GetProperty("severity").GetString());
        foreach (string name in new[] { "column", "what", "bound", "remedy" }) Assert.True(problem.TryGetProperty(name, out _), name);
        Assert.False(said.Json.GetProperty("worlds")[0].GetProperty("isReadable").GetBoolean());
        Assert.Equal(5, said.Json.GetProperty("worlds")[0].GetProperty("rowsByTable").GetProperty("facilities").GetInt32());
    }

    [Fact]
    public void A_problem_of_a_world_is_told_once_although_a_scenario_shares_it()
    {
        _world.Replace("facilities.csv", "1000,800,@cost,0.5", "1000,lots,@cost,0.5");

        Assert.Single(_shell.Run("check", "--quick").Out.Split('\n'), line => line.Contains("'lots'"));
    }

    [Fact]
    public void Counts_agree_with_the_problems()
    {
        _world.Replace("facilities.csv", "1000,800,@cost,0.5", "1000,lots,@cost,0.5").Append("sources.csv", "spare,House,2024,press,Unused,,quoted,");
        JsonElement said = _shell.Run("check", "--quick", "--json").Json;

        int Count(string severity) => said.GetProperty("problems").EnumerateArray().Count(p => p.GetProperty("severity").GetString() == severity);
        Assert.Equal(Count("error"), said.GetProperty("errors").GetInt32());
        Assert.Equal(Count("warning"), said.GetProperty("warnings").GetInt32());
        Assert.NotEqual(0, Count("error"));
    }

    [Fact]
    public void A_warning_alone_is_no_failure()
    {
        _world.Append("sources.csv", "spare,House,2024,press,Unused,,quoted,");

        Said said = _shell.Run("check", "--quick", "tiny");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Contains("warning: ", said.Out);
        Assert.Contains("No errors and ", said.Out);
    }

    [Theory]
    [InlineData("tyny", "did you mean 'tiny'?")]
    [InlineData("baselin", "did you mean 'baseline'?")]
    [InlineData("something-else", "worlds are tiny; scenarios are baseline")]
    [InlineData("../worlds/tiny", "")]
    [InlineData("", "")]
    public void An_unknown_name_is_an_error_with_a_remedy(string name, string remedy)
    {
        Said said = _shell.Run("check", "--quick", name);

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Contains($"unknown world, scenario, backtest or study '{name}'", said.Out);
        Assert.Contains(remedy, said.Out);
    }

    [Fact]
    public void Only_what_is_named_is_checked()
    {
        _world.WriteScenario("broken", "scenario: broken\n");

        Assert.Equal(ExitCodes.Done, _shell.Run("check", "--quick", "baseline").ExitCode);
        Assert.Equal(ExitCodes.BadInput, _shell.Run("check", "--quick", "broken").ExitCode);
        Assert.Equal(ExitCodes.BadInput, _shell.Run("check", "--quick").ExitCode);
    }

    [Fact]
    public void A_world_is_counted()
    {
        JsonElement counts = _shell.Run("check", "tiny", "--json").Json.GetProperty("worlds")[0].GetProperty("counts");

        Assert.Equal(5, counts.GetProperty("facility rows").GetInt32());
        Assert.Equal(5, counts.GetProperty("commodities").GetInt32());
        Assert.Equal(1, counts.GetProperty("counted products among them").GetInt32());
        Assert.Equal(2, counts.GetProperty("regions").GetInt32());
    }

    [Fact]
    public void Outcomes_are_shown_with_the_share_that_rests_on_assumptions_and_its_error()
    {
        using Shell shell = new();
        JsonElement reliance = shell.Run("check", "baseline", "--json").Json.GetProperty("outcomeReliance")[0];

        Assert.Equal("baseline", reliance.GetProperty("scenario").GetString());
        Assert.Equal(JsonValueKind.Null, reliance.GetProperty("failure").ValueKind);
        Assert.InRange(reliance.GetProperty("futures").GetInt32(), 64, 128);
        Assert.True(reliance.GetProperty("outcomes").GetArrayLength() > 10);
        Assert.All(reliance.GetProperty("outcomes").EnumerateArray(), o =>
        {
            Assert.InRange(o.GetProperty("assumptionsAtMost").GetDouble(), 0.0, 2.0);
            Assert.True(o.GetProperty("assumptionsAtMostError").GetDouble() > 0.0);
        });
    }

    [Fact]
    public void Outcomes_of_futures_that_cannot_be_walked_are_said_to_be_unknown()
    {
        Said said = _shell.Run("check", "baseline");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Contains("Outcomes of baseline: not known what they rest on; future 1: opening balance", said.Out);
    }

    [Fact]
    public void A_quick_check_walks_no_future() => Assert.Empty(_shell.Run("check", "baseline", "--quick", "--json").Json.GetProperty("outcomeReliance").EnumerateArray());

    [Fact]
    public void Nothing_in_a_title_steers_the_terminal()
    {
        _world.Replace("world.yaml", "title: A tiny world", "title: \"A \\e[31mred\\a world\"");

        Assert.DoesNotContain('\u001b', _shell.Run("check", "--quick").Out);
    }
}
