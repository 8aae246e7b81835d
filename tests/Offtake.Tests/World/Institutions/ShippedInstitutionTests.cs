using Offtake.World;

namespace Offtake.Tests.World.Institutions;

/// <summary>The institutions that are shipped. Whether they can be read is seen with the scenarios that name them.</summary>
public class ShippedInstitutionTests
{
    private static readonly string Scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;

    [Fact]
    public void Every_shipped_institution_is_named_by_a_scenario() => Assert.Empty(ScenarioReader.UnnamedInstitutions(Scenarios));

    [Fact]
    public void Every_shipped_institution_tells_an_editor_its_schema()
    {
        string[] files = Directory.GetFiles(Path.Combine(Scenarios, "..", "institutions"), "*.yaml");

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal("# yaml-language-server: $schema=../docs/schema/institution.schema.json", File.ReadLines(f).First()));
    }
}
