using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World;

/// <summary>Reads a world: the tables of one folder become a <see cref="ValueChain"/>, in which every number has a witness. It writes nothing.</summary>
/// <remarks>
/// Units are those of the files: tonnes, months, real 2024 USD. A wrong file is not an exception; all problems of all files come back at once.
/// The ledger of the chain holds every number of the tables, those of the calendar last.
/// </remarks>
public static class WorldReader
{
    /// <summary>Reads the world in a folder, such as <c>worlds/rare-earths</c>.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <returns>The chain, or the errors; warnings in either case.</returns>
    public static Reading<ValueChain> Read(string folder)
    {
        ProblemList problems = new();
        if (Draft(folder, problems) is { } world)
        {
            Checks.RunOnUnused(world);
            return problems.Conclude(() => Build(world, world.Book.Parameters));
        }

        return new Reading<ValueChain>(null, problems.Sorted());
    }

    /// <summary>Reads and checks all tables; null only when there is no such folder.</summary>
    internal static WorldDraft? Draft(string path, ProblemList problems)
    {
        Folder folder = new(path);
        if (!folder.Exists)
        {
            string[] known = [.. new Folder(System.IO.Path.GetDirectoryName(folder.Path) ?? folder.Path).FolderNames()];
            problems.Error(new Place(folder.Label, 0), "unknown world", folder.Name, null, NearestName.Remedy(folder.Name, known));
            return null;
        }

        WorldDraft world = WorldTables.Read(folder, problems);
        Checks.Run(world);
        return world;
    }

    /// <summary>The chain of a draft without errors.</summary>
    internal static ValueChain Build(WorldDraft world, IReadOnlyList<Parameter> parameters) => new(
        world.Text.Id,
        world.Text.Title,
        world.Text.Opening,
        world.Text.First,
        world.Text.Last,
        world.Elements,
        world.Regions,
        world.Cities,
        world.Commodities,
        world.Ores,
        world.Processes,
        world.Facilities,
        world.Markets,
        world.Routes,
        world.Uses,
        world.Drivers,
        world.Behaviour,
        world.Observed,
        new EvidenceLedger(world.Book.Sources, world.Book.Assumptions, world.Claims, [.. parameters]) { Rivals = world.Rivals, Plans = world.Plans })
    {
        WeighedStage = world.Text.Weighed?.Stage,
        Research = world.Research,
        Workforce = world.Workforce,
        Learning = world.Learning,
        Residues = world.Residues,
        Seasons = world.Seasons,
        Finance = world.Finance,
        CityFinance = world.CityFinance,
    };
}
