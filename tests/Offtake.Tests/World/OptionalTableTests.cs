using Offtake.Model.Chain;
using Offtake.World.Rows;

namespace Offtake.Tests.World;

/// <summary>Tables a world may do without: absent they say nothing, present they are complete, and their faults are found like all others.</summary>
public class OptionalTableTests
{
    private const string InnovationHead = "id,title,region,city,aims_at,effect,on,size,stage_at_opening,source\n";
    private const string ResidueHead = "process,residue,region,title,unit,amount_per_unit,source\n";

    private static readonly string ResearchRows = "id,value,low,high,unit,distribution,source,note\n"
        + string.Concat(NumberedRows<ResearchRules>.Ids.Select(id => $"{id},0.5,,,unit,,model,\n"));

    private static TinyWorld WithResearch(string innovations) => new TinyWorld()
        .Write("innovations.csv", InnovationHead + innovations + "\n").Write("research.csv", ResearchRows)
        .Write("research_regions.csv", "region,outlay_usd_per_year,pilot_places,source\nhome,1000000,2,model\n")
        .Write("residues.csv", ResidueHead + "separation,mud,,Mud,t,3,bureau\nmining,mud,home,Mud,t,5,bureau\n");

    [Fact]
    public void A_world_without_the_tables_says_nothing_of_what_they_describe()
    {
        using TinyWorld world = new();
        ValueChain chain = world.Chain();
        Assert.Null(chain.Research);
        Assert.Null(chain.Workforce);
        Assert.Null(chain.Residues);
        Assert.Empty(chain.Learning);
    }

    [Fact]
    public void Projects_are_read_with_what_they_aim_at()
    {
        using TinyWorld world = WithResearch(
            "better,Better separation,home,hill,separation,recovery,alpha-oxide,0.2,lab,bureau\n"
            + "cheap,Cheaper motors,home,,motor-making,cost,,0.1,unborn,bureau\n"
            + "lean,Leaner motors,home,,motor-making,input-rate,alpha-oxide,0.1,pilot,bureau\n"
            + "clean,Cleaner separation,home,,separation,residue,mud,0.5,scale,bureau\n"
            + "more,Later works,home,,separation,capacity,late-works,1,deployed,bureau");
        Research research = world.Chain().Research!;
        Assert.Equal([1, null, 1, 0, 2], research.Innovations.Select(i => i.On));
        Assert.Equal(
            [ProjectStage.Lab, ProjectStage.Unborn, ProjectStage.Pilot, ProjectStage.Scale, ProjectStage.Deployed],
            research.Innovations.Select(i => i.Stage));
        Assert.Equal(0, research.Innovations[0].City);
        Assert.True(research.Enables(2));
        Assert.False(research.Enables(1));
    }

    [Theory]
    [InlineData("p,P,home,,separatio,cost,,0.1,lab,bureau", "did you mean 'separation'?")]
    [InlineData("p,P,home,,separation,cots,,0.1,lab,bureau", "did you mean 'cost'?")]
    [InlineData("p,P,home,,separation,cost,,0.1,labb,bureau", "did you mean 'lab'?")]
    [InlineData("p,P,home,,separation,cost,motor,0.1,lab,bureau", "'on' is stated for an effect on cost")]
    [InlineData("p,P,home,,separation,cost,,1.1,lab,bureau", "'size' is out of range")]
    [InlineData("p,P,home,,separation,cost,,0.1,lab,", "without a witness")]
    [InlineData("p,P,home,,separation,recovery,motor,0.1,lab,bureau", "'on' is not an output of the process 'separation'")]
    [InlineData("p,P,home,,mining,recovery,mixture,0.1,lab,bureau", "'on' is stated for the recovery of a mine")]
    [InlineData("p,P,home,,separation,input-rate,mixture,0.1,lab,bureau", "takes what comes")]
    [InlineData("p,P,home,,motor-making,input-rate,,0.1,lab,bureau", "does not say on what")]
    [InlineData("p,P,home,,motor-making,input-rate,scrap,0.1,lab,bureau", "'on' is not an input of the process 'motor-making'")]
    [InlineData("p,P,home,,motor-making,residue,mud,0.1,lab,bureau", "'on' is not a residue of the process 'motor-making'")]
    [InlineData("p,P,home,,separation,residue,mut,0.1,lab,bureau", "did you mean 'mud'?")]
    [InlineData("p,P,home,,separation,capacity,works,1,lab,bureau", "has no 'starts'")]
    [InlineData("p,P,home,,mining,capacity,late-works,1,lab,bureau", "the facility runs process 'separation'")]
    [InlineData("p,P,abroad,,separation,cost,,0.1,lab,bureau", "no row of research_regions.csv")]
    [InlineData("p,P,abroad,hill,separation,cost,,0.1,lab,bureau", "the city lies in region 'home'")]
    public void A_project_that_makes_no_sense_is_refused(string row, string sentence)
    {
        using TinyWorld world = WithResearch(row);
        Expect.Error(world.Read(), "innovations.csv", 2, sentence);
    }

    [Fact]
    public void A_facility_does_not_wait_for_two_projects()
    {
        using TinyWorld world = WithResearch("p,P,home,,separation,capacity,late-works,1,lab,bureau\nq,Q,home,,separation,capacity,late-works,1,lab,bureau");
        Expect.Error(world.Read(), "innovations.csv", 3, "waits for two projects");
    }

    [Theory]
    [InlineData("innovations.csv")]
    [InlineData("research.csv")]
    [InlineData("research_regions.csv")]
    public void The_tables_of_research_come_together_or_not_at_all(string missing)
    {
        using TinyWorld world = WithResearch("p,P,home,,separation,cost,,0.1,lab,bureau");
        Expect.Error(world.Delete(missing).Read(), missing, 0, "the file is missing, but");
    }

    [Fact]
    public void A_rule_of_research_that_is_missing_or_unknown_is_refused()
    {
        using TinyWorld world = WithResearch("p,P,home,,separation,cost,,0.1,lab,bureau");
        world.Replace("research.csv", "survival.lab,", "survival.lap,");
        Expect.Error(world.Read(), "research.csv", 0, "missing parameter", "survival.lab");
        Expect.Error(world.Read(), "research.csv", world.LineOf("research.csv", "survival.lap"), "did you mean 'survival.lab'?");
    }

    [Fact]
    public void Labour_needs_a_pool_in_every_region_that_takes_it()
    {
        using TinyWorld world = new();
        world.Write("labour.csv", "process,skilled_workers_per_unit_year,source\nmotor-making,0.01,bureau\n");
        Expect.Error(world.Read(), "skills.csv", 0, "the file is missing, but labour.csv is there");
        world.Write("skills.csv", "region,slack_share,net_growth_per_year,entry_places_per_year,leaving_per_year,source\nhome,0.1,0.1,5,0.05,bureau\n");
        Expect.Error(world.Read(), "skills.csv", 0, "no row for a region whose facilities need skilled workers", "abroad");
        world.Append("skills.csv", "abroad,0.1,0.1,5,0.05,bureau");
        Assert.Equal(2, world.Chain().Workforce!.Pools.Count);
    }

    [Fact]
    public void A_learning_rate_is_a_share_and_experience_is_more_than_nothing()
    {
        using TinyWorld world = new();
        world.Write("learning.csv", "process,rate_per_doubling,cumulative_activity,source\nseparation,1.2,0,bureau\n");
        Expect.Error(world.Read(), "learning.csv", 2, "'rate_per_doubling' is out of range");
        Expect.Error(world.Read(), "learning.csv", 2, "'cumulative_activity' is out of range");
    }

    [Fact]
    public void A_residue_has_one_title_and_one_unit_and_a_region_may_have_a_rate_of_its_own()
    {
        using TinyWorld world = new();
        world.Write("residues.csv", ResidueHead + "separation,mud,,Mud,t,3,bureau\nseparation,mud,home,Mud,t,5,bureau\n");
        ResidueInventory inventory = world.Chain().Residues!;
        Assert.Equal(5, inventory.Of(1, 0, 0)!.AmountPerUnit.Value);
        Assert.Equal(3, inventory.Of(1, 1, 0)!.AmountPerUnit.Value);
        Assert.Null(inventory.Of(0, 0, 0));
        world.Append("residues.csv", "mining,mud,,Mud,kg,5,bureau");
        Expect.Error(world.Read(), "residues.csv", 4, "'unit' of residue 'mud' differs");
    }
}
