using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Offtake.Architecture.Tests;

/// <summary>Who may see whom. A new project under src/ must be entered here, with its reasons in docs/decisions.</summary>
public class DependencyArrows
{
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Offtake.Model"] = [],
        ["Offtake.PlainText"] = [],
        ["Offtake.World"] = ["Offtake.Model", "Offtake.PlainText"],
        ["Offtake.Simulation"] = ["Offtake.Model"],
        ["Offtake.Equilibrium"] = ["Offtake.Model", "Offtake.PlainText"],
        ["Offtake.Analysis"] = [],
        ["Offtake.Validation"] = ["Offtake.Model", "Offtake.PlainText", "Offtake.World", "Offtake.Simulation", "Offtake.Equilibrium", "Offtake.Analysis"],
        ["Offtake.Results"] = ["Offtake.Model"],
        ["Offtake.History"] = ["Offtake.Model", "Offtake.World", "Offtake.Simulation", "Offtake.Results", "Offtake.PlainText"],
        ["Offtake.Experiments"] = ["Offtake.Model", "Offtake.World", "Offtake.Simulation", "Offtake.Equilibrium", "Offtake.Analysis", "Offtake.Results"],
        ["Offtake.Reporting"] = ["Offtake.Model", "Offtake.Results"],
        ["Offtake.Cli"] = ["*"],
        ["Offtake.Studio"] = ["*"],
    };

    public static TheoryData<string> Projects => [.. Repository.FilesLike(@"^src/[^/]+/[^/]+\.csproj$")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_the_projects_it_may_see(string projectFile)
    {
        IEnumerable<string> named = XDocument.Parse(Repository.Read(projectFile)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Repository.Expect($"{projectFile} points against the arrows:", Forbidden(NameOf(projectFile), named));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_built_assembly_uses_only_the_assemblies_it_may_see(string projectFile)
    {
        IEnumerable<string> used = ReferencesOf(projectFile)
            .Where(name => name.StartsWith("Offtake.", StringComparison.Ordinal) || name == "offtake");

        Repository.Expect($"The assembly of {projectFile} points against the arrows:", Forbidden(NameOf(projectFile), used));
    }

    [Fact]
    public void The_model_needs_nothing_but_the_base_class_library()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<string> strangers = ReferencesOf("src/Offtake.Model/Offtake.Model.csproj")
            .Where(name => !File.Exists(Path.Combine(runtime, name + ".dll")));

        Repository.Expect("Offtake.Model uses more than the base class library:", strangers);
    }

    [Fact]
    public void The_simulation_neither_reads_nor_writes_files()
    {
        string[] doors = ["System.Console", "System.Net.Http", "System.Diagnostics.Process", "System.IO.FileSystem.Watcher"];

        Repository.Expect("Offtake.Simulation opens a door to the outside:",
            ReferencesOf("src/Offtake.Simulation/Offtake.Simulation.csproj").Intersect(doors)
                .Concat(TypesUsedBy("src/Offtake.Simulation/Offtake.Simulation.csproj").Intersect(
                    ["System.IO.File", "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter",
                     "System.DateTime", "System.Diagnostics.Stopwatch", "System.Random"])));
    }

    private static IEnumerable<string> Forbidden(string project, IEnumerable<string> seen)
    {
        Assert.True(MaySee.TryGetValue(project, out string[]? allowed),
            $"{project} is not in the table of arrows; add it to {nameof(DependencyArrows)}.{nameof(MaySee)}.");
        return allowed!.Contains("*") ? [] : seen.Except(allowed!).Select(other => $"  {project} -> {other}");
    }

    private static string NameOf(string projectFile) => Path.GetFileNameWithoutExtension(projectFile);

    private static string[] ReferencesOf(string projectFile) =>
        Inspect(projectFile, metadata =>
            metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToArray());

    private static string[] TypesUsedBy(string projectFile) =>
        Inspect(projectFile, metadata =>
            metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name)).ToArray());

    private static string[] Inspect(string projectFile, Func<MetadataReader, string[]> question)
    {
        string name = NameOf(projectFile) == "Offtake.Cli" ? "offtake" : NameOf(projectFile);
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        Assert.True(File.Exists(path), $"{name}.dll is not beside the tests; reference {projectFile} from Offtake.Architecture.Tests.");
        using var assembly = new PEReader(File.OpenRead(path));
        return question(assembly.GetMetadataReader());
    }
}
