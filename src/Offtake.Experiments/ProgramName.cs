using System.Reflection;

namespace Offtake.Experiments;

/// <summary>The program as named in manifests.</summary>
public static class ProgramName
{
    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Name and version.</summary>
    public static string WithVersion { get; } = $"Offtake {Version}";
}
