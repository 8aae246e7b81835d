using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World;

/// <summary>A world of two elements and a few scenarios in a temporary folder: right as it stands, there to be spoilt by a test.</summary>
internal sealed class TinyWorld : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("offtake-world-").FullName;

    public TinyWorld()
    {
        foreach ((string name, string text) in TinyTables.Files) Write(name, text);
        WriteScenario("baseline", "scenario: baseline\ntitle: As enacted\nworld: tiny\ncalendar: as-enacted\n");
        File.WriteAllText(Path.Combine(Scenarios, "baseline", "story.md"), "# Baseline\nA story.\n");
    }

    public string Worlds => Path.Combine(_root, "worlds");

    public string Scenarios => Path.Combine(_root, "scenarios");

    public string Folder => Path.Combine(Worlds, "tiny");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public TinyWorld Write(string file, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    public string Text(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Replaces a text that must be there.</summary>
    public TinyWorld Replace(string file, string old, string by)
    {
        string text = Text(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, by, StringComparison.Ordinal));
    }

    public TinyWorld Append(string file, string line) => Write(file, Text(file) + line + "\n");

    public TinyWorld Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>The line, from 1, of the first line that contains a text.</summary>
    public int LineOf(string file, string fragment) => Array.FindIndex(Text(file).Split('\n'), l => l.Contains(fragment, StringComparison.Ordinal)) + 1;

    public TinyWorld WriteScenario(string id, string yaml)
    {
        Directory.CreateDirectory(Path.Combine(Scenarios, id));
        File.WriteAllText(Path.Combine(Scenarios, id, "scenario.yaml"), yaml);
        return this;
    }

    /// <summary>Writes an institution and a scenario of that name that has it.</summary>
    public TinyWorld WriteInstitution(string id, string yaml, string more = "")
    {
        Directory.CreateDirectory(Path.Combine(_root, "institutions"));
        File.WriteAllText(Path.Combine(_root, "institutions", id + ".yaml"), yaml);
        return WriteScenario(id, $"scenario: {id}\ntitle: With {id}\nextends: baseline\ninstitutions: [{id}]\n{more}");
    }

    public Reading<ValueChain> Read() => WorldReader.Read(Folder);

    /// <summary>The chain, which must be free of errors.</summary>
    public ValueChain Chain()
    {
        Reading<ValueChain> reading = Read();
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value;
    }

    public Reading<Scenario> ReadScenario(string id) => ScenarioReader.Read(Scenarios, id, Worlds);

    /// <summary>The scenario, which must be free of errors.</summary>
    public Scenario Scenario(string id)
    {
        Reading<Scenario> reading = ReadScenario(id);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
