using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Experiments;

/// <summary>What optional tables leave in results, in the IAMC table and in the report.</summary>
public class ProgressRecordingTests
{
    private static readonly string[] OptionalPanels = ["residue", "innovation", "skill", "learning"];

    private static readonly Scenario Scenario = TinyChain.Scenario(
        new ProgressTables(TinyChain.Draft(scatter: 0.05)).Research(0, 3e6, 1).Rule("survival.lab", 0.5)
            .Project("cheaper", InnovationEffect.Cost, 0.2, stage: ProjectStage.Scale).Project("more", InnovationEffect.Cost, 0.1, stage: ProjectStage.Unborn)
            .Learns(ProgressTables.Separation, 0.1, 50_000).Needs(ProgressTables.MotorMaking, 0.1).Pool(0, 0.1, 0.1).Pool(1, 0.1, 0.1)
            .Leaves(ProgressTables.Mining, 12).Leaves(ProgressTables.MotorMaking, 3, residue: 1).Build(), 36);

    private static readonly Lazy<RunResults> Results = new(() => new Ensemble(Scenario, new RunPlan(3, 3, 2)).Run());

    [Fact]
    public void What_is_left_behind_is_recorded_as_it_was_walked()
    {
        Panel panel = Results.Value.Panels["residue"];
        int month = 0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(Scenario.Chain), Scenario, new Chance(3, 1)))
        {
            for (int p = 0; p < panel.Entities.Count; p++)
            {
                Assert.Equal(end.State.Residues!.Flow[p].Value, panel[1, month, p, panel.ColumnOf("left_amount")]);
                Assert.Equal(end.State.Residues.Stock[p].Value, panel[1, month, p, panel.ColumnOf("since_start_amount")]);
            }

            month++;
        }
    }

    [Fact]
    public void A_world_without_the_tables_has_none_of_their_panels()
    {
        RunResults plain = new Ensemble(TinyChain.Scenario(TinyChain.Draft().Build(), 3), new RunPlan(3, 1, 1)).Run();
        Assert.Empty(plain.Panels.Keys.Intersect(OptionalPanels));
        Assert.Equal(OptionalPanels.Length, Results.Value.Panels.Keys.Intersect(OptionalPanels).Count());
    }

    [Fact]
    public void The_iamc_table_has_residues_by_region_and_their_sum()
    {
        string folder = Directory.CreateTempSubdirectory("offtake-iamc-").FullName;
        IamcWriter.Write(Results.Value, Path.Combine(folder, "iamc.csv"));
        string table = File.ReadAllText(Path.Combine(folder, "iamc.csv"));
        Directory.Delete(folder, recursive: true);
        Assert.Contains("home,Residue|Mud,t/yr", table, StringComparison.Ordinal);
        Assert.Contains("World,Residue|Mud,t/yr", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_says_what_stays_behind_and_what_became_of_projects()
    {
        using var page = new StringWriter();
        RunReport.Write(Results.Value, page);
        Assert.Contains("<h2>What stays behind</h2>", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("<h2>Methods and skills</h2>", page.ToString(), StringComparison.Ordinal);
        Assert.Contains("Learning by doing", page.ToString(), StringComparison.Ordinal);
    }
}
