using Offtake.World;

namespace Offtake.Tests.World;

public class FileFinderTests
{
    [Fact]
    public void Worlds_and_scenarios_are_found_from_a_folder_below()
    {
        using TinyWorld world = new();
        string below = Directory.CreateDirectory(Path.Combine(world.Folder, "a", "b")).FullName;

        Assert.Equal(world.Worlds, FileFinder.Worlds(below));
        Assert.Equal(world.Scenarios, FileFinder.Scenarios(below));
    }

    [Fact]
    public void A_folder_that_only_bears_the_name_is_passed_over()
    {
        using TinyWorld world = new();
        string below = Directory.CreateDirectory(Path.Combine(world.Folder, "a")).FullName;
        Directory.CreateDirectory(Path.Combine(below, "worlds", "empty"));

        Assert.Equal(world.Worlds, FileFinder.Worlds(below));
    }

    [Fact]
    public void The_shipped_files_are_found_from_beside_the_program()
    {
        string nowhere = Directory.CreateTempSubdirectory("offtake-nowhere-").FullName;

        Assert.Equal(FileFinder.Worlds(AppContext.BaseDirectory), FileFinder.Worlds(nowhere));
        Directory.Delete(nowhere);
    }
}
