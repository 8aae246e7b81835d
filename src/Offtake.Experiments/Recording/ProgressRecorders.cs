using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Labour;
using Offtake.Simulation.Residues;

namespace Offtake.Experiments.Recording;

/// <summary>The panels of a world's optional tables: only those it has.</summary>
internal static class ProgressRecorders
{
    public static IEnumerable<PanelRecorder> Of(RecordingPlan plan)
    {
        ValueChain chain = plan.Layout.Chain;
        if (chain.Residues is { } residues) yield return new ResidueRecorder(plan, residues);
        if (chain.Research is { } research) yield return new InnovationRecorder(plan, research);
        if (chain.Workforce is not null) yield return new SkillRecorder(plan);
        if (chain.Learning.Count > 0) yield return new LearningRecorder(plan);
    }
}

/// <summary>What is left behind, by residue, region and city; the city is blank for all of the region outside the modelled cities.</summary>
internal sealed class ResidueRecorder : PanelRecorder
{
    public ResidueRecorder(RecordingPlan plan, ResidueInventory inventory)
    {
        ValueChain chain = plan.Layout.Chain;
        Panel = plan.Monthly(
            "residue",
            ["residue", "region", "city", "unit"],
            ResidueBook.PlacesOf(plan.Layout, inventory).Select(p => (IReadOnlyList<string>)
            [
                inventory.Residues[p.Residue].Id, plan.Region(p.Region), p.City is { } c ? chain.Cities[c].Id : string.Empty, inventory.Residues[p.Residue].Unit,
            ]),
            new Column("left_amount", "Left behind", "unit per month"),
            new Column("since_start_amount", "Left behind since the first month", "unit"));
    }

    public override Panel Panel { get; }

    public override void Record(int future, int month, in MonthEnd end)
    {
        if (end.State.Residues is not { } residues) return;
        for (int p = 0; p < residues.Flow.Length; p++)
        {
            Span<double> row = Panel.Row(future, month, p);
            row[0] = residues.Flow[p].Value;
            row[1] = residues.Stock[p].Value;
        }
    }
}

/// <summary>Projects by innovation and stage.</summary>
internal sealed class InnovationRecorder(RecordingPlan plan, Research research) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "innovation",
        ["innovation", "region", "process"],
        research.Innovations.Select(i => (IReadOnlyList<string>)[i.Id, plan.Region(i.Region), plan.Layout.Chain.Processes[i.Process].Id]),
        new Column("lab_count", "Projects in the laboratory", "projects"),
        new Column("pilot_count", "Projects on a pilot platform or waiting for one", "projects"),
        new Column("scale_count", "Projects being brought to scale", "projects"),
        new Column("deployed_count", "Projects deployed", "projects"),
        new Column("failed_count", "Projects given up", "projects"),
        new Column("adopted_share", "Share of its own region that has adopted the most advanced", "share"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        if (end.State.Projects is not { } projects) return;
        for (int i = 0; i < projects.Innovations.Length; i++)
        {
            Span<double> row = Panel.Row(future, month, i);
            row[0] = projects.CountIn(i, ProjectStage.Lab);
            row[1] = projects.CountIn(i, ProjectStage.Pilot);
            row[2] = projects.CountIn(i, ProjectStage.Scale);
            row[3] = projects.CountIn(i, ProjectStage.Deployed);
            row[4] = projects.CountFailed(i);
            row[5] = projects.Adoption(i, projects.Innovations[i].Region);
        }
    }
}

/// <summary>Skilled workers and pilot platforms by region.</summary>
internal sealed class SkillRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "skill",
        ["region"],
        plan.Layout.Chain.Regions.Select(r => (IReadOnlyList<string>)[r.Id]),
        new Column("pool_persons", "Skilled workers at month end", "persons"),
        new Column("need_persons", "Skilled workers that all open capacity would take", "persons"),
        new Column("trained_persons", "Trained, those who replace leavers included", "persons per month"),
        new Column("shortage_persons", "Skilled workers that capacity lacks", "persons"),
        new Column("staffed_share", "Share of capacity that can be staffed", "share"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        if (end.State.Skills is not { } skills) return;
        for (int r = 0; r < skills.Pool.Length; r++)
        {
            Span<double> row = Panel.Row(future, month, r);
            row[0] = skills.Pool[r];
            row[1] = skills.Need[r];
            row[2] = skills.Trained[r];
            row[3] = Shortage(skills, r);
            row[4] = skills.StaffedShare[r];
        }
    }

    /// <summary>Persons that capacity lacks; zero when the pool covers the need.</summary>
    public static double Shortage(SkilledWorkers skills, int region) => Math.Max(0.0, skills.Need[region] - skills.Pool[region]);
}

/// <summary>Experience of the world by process.</summary>
internal sealed class LearningRecorder(RecordingPlan plan) : PanelRecorder
{
    public override Panel Panel { get; } = plan.Monthly(
        "learning",
        ["process"],
        plan.Layout.Chain.Learning.Select(l => (IReadOnlyList<string>)[plan.Layout.Chain.Processes[l.Process].Id]),
        new Column("cumulative_amount", "Made by the world since the beginning", "unit of activity"),
        new Column("cost_ratio", "Processing cost over that of the opening, as far as learning goes", "ratio"));

    public override void Record(int future, int month, in MonthEnd end)
    {
        if (end.State.Experience is not { } experience) return;
        IReadOnlyList<LearningCurve> curves = end.State.Layout.Chain.Learning;
        for (int i = 0; i < curves.Count; i++)
        {
            Span<double> row = Panel.Row(future, month, i);
            row[0] = experience.Cumulative[i];
            row[1] = experience.CostRatio[curves[i].Process];
        }
    }
}

/// <content>What happens to projects and skilled workers.</content>
internal sealed partial class EventRecorder
{
    private void RecordProgress(int future, Month month, ChainState state)
    {
        if (state.Projects is { } projects)
        {
            for (int i = 0; i < projects.Innovations.Length; i++)
            {
                string id = projects.Innovations[i].Id;
                double deployed = projects.CountIn(i, ProjectStage.Deployed);
                double failed = projects.CountFailed(i);
                StandApart(future, month, "project-deployed", i, id, deployed > 0.0, deployed, "projects");
                StandApart(future, month, "project-given-up", i, id, failed > 0.0, failed, "projects");
            }

            for (int r = 0; r < projects.Waiting.Length; r++)
                StandApart(future, month, "pilot-places-taken", r, _layout.Chain.Regions[r].Id, projects.Waiting[r] > 0, projects.Waiting[r], "projects waiting");
        }

        if (state.Skills is not { } skills) return;
        for (int r = 0; r < skills.Pool.Length; r++)
            StandApart(future, month, "skill-shortage", r, _layout.Chain.Regions[r].Id, skills.StaffedShare[r] < 1.0, SkillRecorder.Shortage(skills, r), "persons");
    }
}
