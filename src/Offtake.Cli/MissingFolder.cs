using Offtake.World;

namespace Offtake.Cli;

/// <summary>No worlds or no scenarios are to be found.</summary>
internal static class MissingFolder
{
    /// <summary>The problem for somebody who stands in the given folder.</summary>
    public static Problem In(string folder) => new(
        Severity.Error, folder, 0, null, "neither here nor in a folder above nor beside the program are there both worlds/ and scenarios/", null, null,
        "change to a folder that holds them");

    /// <summary>The same when studies are wanted too.</summary>
    public static Problem OfStudies(string folder) => new(
        Severity.Error, folder, 0, null, "neither here nor in a folder above nor beside the program are there studies/, scenarios/ and worlds/ together", null, null,
        "change to a folder that holds them");
}
