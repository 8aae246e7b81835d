using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.Model.Governance;
using Offtake.Tests.Cli;
using Offtake.World;
using Offtake.World.Formats;
using Offtake.World.Institutions;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.Tests.World.Institutions;

/// <summary>What describes the files is made from the rules that read them, and what lies in the repository is what is made today.</summary>
public class InstitutionFormatTests
{
    private static readonly string Docs = Path.Combine(FileFinder.Scenarios(AppContext.BaseDirectory)!, "..", "docs");

    [Theory]
    [InlineData("schema", FileFormats.InstitutionSchema)]
    [InlineData("schema", FileFormats.ScenarioSchema)]
    [InlineData("", FileFormats.InstitutionReference)]
    public void The_file_in_the_repository_is_the_one_that_is_made(string folder, string name)
    {
        string path = Path.Combine(Docs, folder, name), made = FileFormats.All.First(f => f.Name == name).Text;

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == made,
            $"docs/{folder}/{name} is not what the rules say; run 'offtake check --schema F' and copy {name} there.");
    }

    [Fact]
    public void The_command_writes_every_file()
    {
        using Shell shell = new();

        Said said = shell.Run("check", "--schema", "made");

        Assert.True(said.ExitCode == Offtake.Cli.ExitCodes.Done, said.Error);
        Assert.All(FileFormats.All, f => Assert.Equal(f.Text, File.ReadAllText(shell["made/" + f.Name])));
    }

    [Fact]
    public void Every_instrument_statistic_and_rule_has_its_row()
    {
        Assert.All(Enum.GetValues<InstrumentKind>(), kind => Assert.All(InstrumentRule.Of(kind).Needs, n => Assert.Contains(n, InstrumentRule.Of(kind).Knows)));
        Assert.All(Enum.GetValues<InstrumentKind>(), kind => Assert.All(InstrumentRule.Of(kind).Knows, n => Assert.Contains(n, TermRules.Names)));
        Assert.All(
            [.. EnumText.All<InstrumentKind>(), .. EnumText.All<StatisticKind>(), .. RuleForm.All.Select(r => r.Name), .. TermRules.Names],
            word => Assert.Contains($"`{word}`", InstitutionPage.Text(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_demand_instrument_of_an_institution_states_what_it_displaces() =>
        Assert.All(
            [InstrumentKind.OfftakeContract, InstrumentKind.UrbanDeployment, InstrumentKind.DemandSubsidy],
            kind => Assert.Equal(["crowding-out", "pull-forward", "pull-forward-months"], InstrumentRule.Of(kind).Needs));

    [Fact]
    public void The_schema_refuses_unknown_keys_and_terms_and_knows_all_words()
    {
        JsonElement root = JsonDocument.Parse(EditorSchema.OfInstitutions()).RootElement;
        JsonElement reach = root.GetProperty("properties").GetProperty("reach").GetProperty("items");

        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(EnumText.All<InstrumentKind>().Where(k => k != "quota-response"), reach.GetProperty("properties").GetProperty("instrument").GetProperty("enum").EnumerateArray().Select(e => e.GetString()!));
        JsonElement contract = reach.GetProperty("allOf").EnumerateArray().First(i => i.GetProperty("if").GetRawText().Contains("\"offtake-contract\"", StringComparison.Ordinal)).GetProperty("then");
        Assert.Contains("crowding-out", contract.GetProperty("required").EnumerateArray().Select(e => e.GetString()));
        Assert.False(contract.GetProperty("properties").GetProperty("leverage").GetBoolean());
    }

    [Fact]
    public void Numbers_as_they_may_be_written_pass_the_pattern_of_the_schema()
    {
        string pattern = Regex.Match(EditorSchema.OfInstitutions(), "\"pattern\": \"(\\^\\(@.*?)\"\\s*\\}", RegexOptions.Singleline).Groups[1].Value.Replace("\\\\", "\\", StringComparison.Ordinal);

        Assert.All(["0.6 %", "60%", "2 months", "1 year", "120 M USD", "1 bn CNY", "5 k USD a year", "12 USD", "@announced-realised", "-0.2"], text => Assert.Matches(pattern, text));
        Assert.All(["lots", "2 weeks", "3 EUR", "@"], text => Assert.DoesNotMatch(pattern, text));
    }
}
