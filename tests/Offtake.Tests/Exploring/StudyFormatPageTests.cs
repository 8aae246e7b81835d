using System.Text.RegularExpressions;
using Offtake.Experiments.Examples;
using Offtake.Model.Studies;
using Offtake.Tests.Cli;
using Offtake.World;
using Offtake.World.Studies;
using Offtake.World.Tables;

namespace Offtake.Tests.Exploring;

/// <summary>The page that describes studies knows every word a study may hold, and its example can be read.</summary>
public class StudyFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(FileFinder.Studies()!, "..", "docs", "study-format.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_word_of_a_list_is_on_the_page() =>
        Assert.All(
            [
                .. EnumText.All<ChainVariable>(), .. EnumText.All<Statistic>(), .. EnumText.All<SamplingMethod>(), .. EnumText.All<IndexDesign>(),
                .. LakeModel.Description.Outcomes, .. LakeModel.Description.Inputs.Select(i => i.Name).Where(n => !n.StartsWith("release-", StringComparison.Ordinal)),
            ],
            word => Assert.Contains($"`{word}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_key_of_every_entry_is_on_the_page() =>
        Assert.All(
            [
                .. StudyText.Keys, .. StudyText.UncertaintyKeys, .. StudyText.LeverKeys, .. StudyText.PolicyKeys, .. StudyText.OutcomeKeys, .. StudyText.ConditionKeys, .. StudyText.CorrelationKeys, .. StudyText.MapKeys,
            ],
            key => Assert.Contains($"`{key}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Every_table_and_column_of_the_database_is_on_the_page()
    {
        using Shell shell = WineStudy.In(new Shell());
        Said said = shell.Run("explore", WineStudy.Id, "--futures", "2", "--out", "x");
        Assert.True(said.ExitCode == Offtake.Cli.ExitCodes.Done, said.Error);
        using Microsoft.Data.Sqlite.SqliteConnection database = new($"Data Source={shell["x/study.sqlite"]};Mode=ReadOnly;Pooling=false");
        database.Open();
        using Microsoft.Data.Sqlite.SqliteCommand question = database.CreateCommand();
        question.CommandText = "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'";
        using Microsoft.Data.Sqlite.SqliteDataReader names = question.ExecuteReader();
        int seen = 0;
        while (names.Read())
        {
            if (names.GetString(1) is "response" or "harvest" or "drunk" or "price") continue;
            Assert.Contains($"`{names.GetString(0)}`", Page, StringComparison.Ordinal);
            Assert.Contains($"`{names.GetString(1)}`", Page, StringComparison.Ordinal);
            seen++;
        }

        Assert.True(seen > 20);
    }

    [Fact]
    public void The_example_can_be_read()
    {
        string example = Regex.Match(Page, "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using Shell shell = WineStudy.In(new Shell(), example);

        Said said = shell.Run("check", WineStudy.Id, "--quick");

        Assert.True(said.ExitCode == Offtake.Cli.ExitCodes.Done, said.Out);
    }
}
