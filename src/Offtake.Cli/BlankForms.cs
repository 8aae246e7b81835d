using System.Reflection;
using System.Text;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Writes the blank forms of a world, a scenario or an institution, each where it belongs. It overwrites nothing.</summary>
/// <remarks>The forms are files of the program. Tables begin with a byte order mark, so that a spreadsheet takes them for the Unicode they are.</remarks>
internal static class BlankForms
{
    private const string WorldForms = "world/";
    private const string ScenarioForms = "scenario/";
    private const string InstitutionForm = "institution/institution.yaml";

    /// <summary>Writes <c>worlds/name</c> and <c>scenarios/name</c>.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int World(string name, Surroundings around)
    {
        if (Places(name, around) is not { } places) return ExitCodes.BadInput;
        string world = Path.Combine(places.Worlds, name), scenario = Path.Combine(places.Scenarios, name);
        if (IsTaken(world, around) | IsTaken(scenario, around)) return ExitCodes.BadInput;
        return Write([(WorldForms, world), (ScenarioForms, scenario)], name, name, around, $"Fill in the tables of {world}; its README.md says which.", $"offtake check {name}", $"offtake run {name}");
    }

    /// <summary>Writes <c>scenarios/name</c>.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Scenario(string name, string? world, Surroundings around)
    {
        if (Places(name, around) is not { } places) return ExitCodes.BadInput;
        string[] known = [.. Directory.EnumerateDirectories(places.Worlds).Where(d => File.Exists(Path.Combine(d, "world.yaml"))).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];
        if (world is null && known.Length != 1)
            return Refuse(new Problem(Severity.Error, "new scenario", 0, null, "it is not said which world the scenario is about", null, string.Join(", ", known), "name one of them with --world"), around);
        if (world is not null && !known.Contains(world))
            return Refuse(new Problem(Severity.Error, "new scenario", 0, null, "unknown world", world, null, NearestName.Remedy(world, known)), around);
        string scenario = Path.Combine(places.Scenarios, name);
        if (IsTaken(scenario, around)) return ExitCodes.BadInput;
        return Write([(ScenarioForms, scenario)], name, world ?? known[0], around, $"Say in {scenario} what is different.", $"offtake check {name}", $"offtake run {name}");
    }

    /// <summary>Writes <c>institutions/name.yaml</c> beside the folder of scenarios.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Institution(string name, Surroundings around)
    {
        if (Places(name, around) is not { } places) return ExitCodes.BadInput;
        string file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(places.Scenarios))!, "institutions", name + ".yaml");
        if (IsTaken(file, around)) return ExitCodes.BadInput;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, TextOf(InstitutionForm, name, ""));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: the form cannot be written: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }

        around.Out.WriteLine($"Written: {file}");
        around.Out.WriteLine($"Put your own ids and numbers in, and name it in a scenario: institutions: [{name}]");
        return ExitCodes.Done;
    }

    private static string TextOf(string form, string name, string world)
    {
        using StreamReader reader = new(typeof(BlankForms).Assembly.GetManifestResourceStream(form)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace("{name}", name, StringComparison.Ordinal).Replace("{world}", world, StringComparison.Ordinal);
    }

    private static (string Worlds, string Scenarios)? Places(string name, Surroundings around)
    {
        if (!PlainId.IsPlain(name))
            Refuse(new Problem(Severity.Error, "new", 0, null, "this cannot be the name of a folder here:", name, PlainId.Bound, "choose another name"), around);
        else if (FileFinder.Worlds(around.Folder) is { } worlds && FileFinder.Scenarios(around.Folder) is { } scenarios) return (worlds, scenarios);
        else Refuse(MissingFolder.In(around.Folder), around);
        return null;
    }

    private static bool IsTaken(string folder, Surroundings around)
    {
        if (!Path.Exists(folder)) return false;
        string label = $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}";
        Refuse(new Problem(Severity.Error, label, 0, null, "it is there already and is not overwritten", null, null, "choose another name"), around);
        return true;
    }

    private static int Write(IReadOnlyList<(string Forms, string Folder)> sets, string name, string world, Surroundings around, params string[] next)
    {
        Assembly program = typeof(BlankForms).Assembly;
        try
        {
            foreach ((string forms, string folder) in sets)
            {
                Directory.CreateDirectory(folder);
                foreach (string form in program.GetManifestResourceNames().Where(n => n.StartsWith(forms, StringComparison.Ordinal)))
                {
                    File.WriteAllText(Path.Combine(folder, form[forms.Length..]), TextOf(form, name, world), new UTF8Encoding(encoderShouldEmitUTF8Identifier: form.EndsWith(".csv", StringComparison.Ordinal)));
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: the forms cannot be written: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }

        foreach ((_, string folder) in sets) around.Out.WriteLine($"Written: {folder}");
        foreach (string line in next) around.Out.WriteLine(line);
        return ExitCodes.Done;
    }

    private static int Refuse(Problem problem, Surroundings around)
    {
        ProblemText.Write([problem], around.Error);
        return ExitCodes.BadInput;
    }
}
