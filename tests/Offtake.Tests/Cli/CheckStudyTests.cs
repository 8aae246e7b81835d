using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Exploring;

namespace Offtake.Tests.Cli;

/// <summary><c>offtake check</c> looks at studies as at all other files.</summary>
public sealed class CheckStudyTests : IDisposable
{
    private readonly Shell _shell = WineStudy.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_study_is_found_by_its_id_and_summed_up()
    {
        Said said = _shell.Run("check", WineStudy.Id, "--quick", "--json");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        JsonElement study = Assert.Single(said.Json.GetProperty("studies").EnumerateArray());
        Assert.Equal(("wine", "chain", "monte-carlo"), (study.GetProperty("id").GetString(), study.GetProperty("model").GetString(), study.GetProperty("sampling").GetString()));
        Assert.Equal((12, 2, 0, 2, 2), (Number("futures"), Number("uncertainties"), Number("levers"), Number("policies"), Number("outcomes")));
        Assert.Empty(said.Json.GetProperty("worlds").EnumerateArray());

        int Number(string name) => study.GetProperty(name).GetInt32();
    }

    [Fact]
    public void People_read_the_same()
    {
        string said = _shell.Run("check", "--quick").Out;

        Assert.Contains("Study wine: What moves yellow wine; monte-carlo, 12 futures, 2 uncertainties, no levers, 2 policies, 2 outcomes", said);
        Assert.Contains("World rice-wine", said);
        Assert.Contains("Scenario rice-wine", said);
    }

    [Fact]
    public void A_fault_of_a_study_is_among_the_problems_of_a_check_of_everything()
    {
        string text = WineStudy.Text.Replace("@harvest-peak", "@harvest-peek", StringComparison.Ordinal);
        File.WriteAllText(_shell["studies/wine/study.yaml"], text);

        Said said = _shell.Run("check", "--quick", "--json");

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        JsonElement problem = Assert.Single(said.Json.GetProperty("problems").EnumerateArray(), p => p.GetProperty("severity").GetString() == "error");
        Assert.EndsWith("wine/study.yaml", problem.GetProperty("file").GetString());
        Assert.Equal(Array.FindIndex(text.Split('\n'), l => l.Contains("harvest-peek", StringComparison.Ordinal)) + 1, problem.GetProperty("line").GetInt32());
        Assert.Contains("did you mean '@harvest-peak'?", problem.GetProperty("remedy").GetString());
        Assert.False(Assert.Single(said.Json.GetProperty("studies").EnumerateArray()).GetProperty("isReadable").GetBoolean());
    }

    [Fact]
    public void A_misspelt_study_is_answered_with_the_nearest_name()
    {
        Said said = _shell.Run("check", "winne", "--quick");

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Contains("unknown world, scenario, backtest or study 'winne'; did you mean 'wine'?", said.Out);
    }

    [Fact]
    public void The_shipped_studies_pass()
    {
        using Shell shell = new();
        foreach (string id in Offtake.World.StudyReader.Ids(Offtake.World.FileFinder.Studies()!))
        {
            Said said = shell.Run("check", id, "--quick", "--json");
            Assert.True(said.ExitCode == ExitCodes.Done, said.Out);
            Assert.Equal(0, said.Json.GetProperty("warnings").GetInt32());
        }
    }
}
