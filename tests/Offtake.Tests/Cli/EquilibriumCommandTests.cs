using Offtake.Cli;
using Offtake.Tests.Equilibrium;

namespace Offtake.Tests.Cli;

public sealed class EquilibriumCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_known_answer_is_shown_and_found_as_expected()
    {
        Said said = _shell.Run("equilibrium", ValidationFolder.File("ka-2-quota.yaml"));

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        Assert.Equal("", said.Error);
        Assert.Contains("82.5", said.Out);
    }

    [Fact]
    public void Json_is_one_document_and_nothing_else()
    {
        Said said = _shell.Run("equilibrium", ValidationFolder.File("ka-1.yaml"), "--json");

        Assert.True(said.Json.GetProperty("solved").GetBoolean());
        Assert.Equal(751.5, said.Json.GetProperty("totalSurplus").GetDouble(), 6);
    }

    [Fact]
    public void An_answer_other_than_expected_has_an_exit_code_of_its_own()
    {
        Write("goods: [g]\nregions: [x]\nsupply: [{region: x, good: g, price: 1 + q}]\ndemand: [{region: x, good: g, price: 9 - q}]\nexpected: {tolerance: 1e-6, prices: {x: 6}}\n");

        Said said = _shell.Run("equilibrium", "p.yaml");

        Assert.Equal(ExitCodes.NotAsExpected, said.ExitCode);
        Assert.Contains("6", said.Out);
    }

    [Fact]
    public void A_problem_without_an_answer_says_why_and_fails()
    {
        Write("goods: [g]\nregions: [x]\ndemand: [{region: x, good: g, quantity: 12}]\n");

        Said said = _shell.Run("equilibrium", "p.yaml");

        Assert.Equal(ExitCodes.Failed, said.ExitCode);
        Assert.Equal("", said.Out);
        Assert.StartsWith("error: p.yaml: ", said.Error);
        Assert.Equal(ExitCodes.Failed, _shell.Run("equilibrium", "p.yaml", "--json").ExitCode);
    }

    [Fact]
    public void Everything_wrong_in_a_file_is_reported_with_its_place()
    {
        Write("goods: [g]\nregions: [x]\nsuply: []\ndemand: [{region: y, good: g, price: 9 - q}]\n");

        Said said = _shell.Run("equilibrium", "p.yaml");

        said.Refused("p.yaml:3:1", "suply", "did you mean 'supply'?");
        said.Refused("p.yaml:4:", "unknown region");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => _shell.Run("equilibrium", "nowhere.yaml").Refused("nowhere.yaml", "cannot be read");

    private void Write(string text) => File.WriteAllText(_shell["p.yaml"], text);
}
