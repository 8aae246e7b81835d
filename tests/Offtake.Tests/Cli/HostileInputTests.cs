using System.Diagnostics;
using System.Text;
using Offtake.Cli;
using Offtake.PlainText;
using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

/// <summary>Files laid out as traps: whatever lies in a world, the program says so in sentences, soon and with bounded memory, and writes nothing.</summary>
public sealed class HostileInputTests : IDisposable
{
    private const long MostBytesAllocated = 3_000_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TinyWorld _world = new();
    private readonly Shell _shell = new();
    private readonly string _above;

    public HostileInputTests()
    {
        _shell.GoTo(_world);
        _above = _shell.Folder;
    }

    public void Dispose()
    {
        _shell.Dispose();
        _world.Dispose();
    }

    public static TheoryData<string, string> Traps => new()
    {
        { "a table of 100 MB", "too large" },
        { "a world.yaml of 100 MB", "too large" },
        { "a line of 50 MB", "too large" },
        { "a line of 15 MB", "too long" },
        { "ten million rows", "larger than any can be" },
        { "ten million columns", "larger than any can be" },
        { "UTF-16", "UTF-8" },
        { "binary", "UTF-8" },
        { "NUL bytes", "NUL" },
        { "deep YAML", "nested too deeply" },
        { "billion laughs", "anchors and aliases" },
        { "YAML tag", "tags are not accepted" },
        { "YAML of a million entries", "more than can be read" },
        { "repeated YAML key", "scenario.yaml" },
        { "two YAML documents", "scenario.yaml" },
        { "formula", "spreadsheet formula" },
        { "a folder for a table", "missing" },
        { "package that leads out", "another folder" },
    };

    public static TheoryData<string, string> Links => new()
    {
        { "a link to zeros without end", "leads out" },
        { "a link to a file outside", "leads out" },
        { "a link through a linked folder", "leads out" },
        { "a link in a circle", "claims.csv" },
        { "a world that is a link", "leads elsewhere" },
        { "a named pipe", "pipe" },
        { "a named pipe beside the tables", "" },
    };

    [Theory]
    [MemberData(nameof(Traps))]
    public void A_trap_is_refused_and_nothing_is_written(string trap, string said) => Refuses(trap, said);

    [Theory]
    [MemberData(nameof(Links))]
    public void Nothing_outside_a_folder_is_read_and_no_pipe_is_waited_for(string trap, string said)
    {
        if (!OperatingSystem.IsWindows()) Refuses(trap, said);
    }

    [Fact]
    public void A_spatial_problem_in_a_pipe_or_a_folder_is_refused()
    {
        if (OperatingSystem.IsWindows()) return;
        Pipe(Path.Combine(_above, "pipe.yaml"));

        Within(() => _shell.Run("equilibrium", "pipe.yaml")).Refused("pipe.yaml", "pipe");
        Within(() => _shell.Run("equilibrium", "/dev/zero")).Refused("/dev/zero", "device");
        Within(() => _shell.Run("equilibrium", "worlds")).Refused("worlds", "folder");
    }

    [Fact]
    public void A_name_with_control_characters_steers_no_terminal()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(_world.PathOf("\u001b[31mred\n.csv"), "id\n");

        Said said = _shell.Run("check", "--quick");

        Assert.DoesNotContain('\u001b', said.Out + said.Error);
        Assert.Contains("unknown file", said.Out);
    }

    [Theory]
    [InlineData("file/runs")]
    [InlineData("/proc/offtake")]
    public void A_place_where_no_folder_can_be_made_is_refused(string place)
    {
        File.WriteAllText(Path.Combine(_above, "file"), "");

        _shell.Run("run", "--futures", "1", "--to", "2025-02", "--out", place).Refused("error: ");
    }

    private void Refuses(string trap, string fragment)
    {
        Lay(trap);
        string[] before = Everything();
        Said check = Within(() => _shell.Run("check", "--quick")), run = Within(() => _shell.Run("run", "--futures", "1", "--to", "2025-02", "--out", "out"));

        if (fragment.Length > 0)
        {
            Assert.Equal(ExitCodes.BadInput, check.ExitCode);
            Assert.Contains(fragment, check.Out);
            run.Refused(fragment);
            Assert.Equal(before, Everything());
        }

        Assert.True((check.Out + run.Error).Length < 400_000, "The answer fills the screen many times over.");
    }

    private static Said Within(Func<Said> run)
    {
        // Counted on its own thread, so that tests beside this one do not count.
        Task<(Said Said, long Bytes)> task = Task.Run(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            return (run(), GC.GetAllocatedBytesForCurrentThread() - before);
        });
        Assert.True(task.Wait(Longest), "It hangs.");
        Assert.True(task.Result.Bytes < MostBytesAllocated, $"It takes {task.Result.Bytes / 1_000_000} MB.");
        return task.Result.Said;
    }

    private string[] Everything() => [.. Directory.EnumerateFileSystemEntries(_above, "*", new EnumerationOptions { RecurseSubdirectories = false })
        .Concat(Directory.EnumerateFileSystemEntries(_world.Scenarios)).Order(StringComparer.Ordinal)];

    private void Lay(string trap)
    {
        string claims = _world.PathOf("claims.csv"), outside = Path.Combine(_above, "outside"), scenario = Path.Combine(_world.Scenarios, "baseline", "scenario.yaml");
        string yaml = File.ReadAllText(scenario);
        switch (trap)
        {
            case "a table of 100 MB": Length(claims, 100_000_000); break;
            case "a world.yaml of 100 MB": Length(_world.PathOf("world.yaml"), 100_000_000); break;
            case "a line of 50 MB": File.WriteAllText(claims, new string('a', 50_000_000)); break;
            case "a line of 15 MB": File.WriteAllText(claims, _world.Text("claims.csv") + new string('a', 15_000_000)); break;
            case "ten million rows": File.WriteAllText(claims, "a\n" + string.Concat(Enumerable.Repeat("b\n", 9_900_000))); break;
            case "ten million columns": File.WriteAllText(claims, new string(',', 10_000_000) + "\n"); break;
            case "UTF-16": File.WriteAllText(claims, "id,title\n", Encoding.Unicode); break;
            case "binary": File.WriteAllBytes(claims, [.. Enumerable.Range(0, 4096).Select(i => (byte)(255 - (i % 200)))]); break;
            case "NUL bytes": File.WriteAllBytes(claims, new byte[4096]); break;
            case "deep YAML": File.WriteAllText(scenario, yaml + "measures: " + new string('[', 100_000)); break;
            case "billion laughs": File.WriteAllText(scenario, yaml + "without: &a [x]\nmeasures: [*a, *a, *a]\n"); break;
            case "YAML tag": File.WriteAllText(scenario, yaml + "without: !!python/object/apply:os.system [x]\n"); break;
            case "YAML of a million entries": File.WriteAllText(scenario, yaml + "without: [" + string.Concat(Enumerable.Repeat("a,", PlainYaml.MostEvents)) + "b]\n"); break;
            case "repeated YAML key": File.WriteAllText(scenario, yaml + "title: Again\n"); break;
            case "two YAML documents": File.WriteAllText(scenario, yaml + "---\n" + yaml); break;
            case "formula": _world.Replace("facilities.csv", "shop,The shop", "shop,=1+1"); break;
            case "package that leads out": File.WriteAllText(_world.PathOf("datapackage.json"), "{\"resources\": [{\"path\": \"../../../etc/passwd\"}]}"); break;
            case "a folder for a table": File.Delete(claims); Directory.CreateDirectory(claims); break;
            case "a link to zeros without end": Link(claims, "/dev/zero"); break;
            case "a link to a file outside": File.WriteAllText(outside, _world.Text("claims.csv")); Link(claims, "../../outside"); break;
            case "a link through a linked folder":
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(outside).FullName, "claims.csv"), _world.Text("claims.csv"));
                Directory.CreateSymbolicLink(_world.PathOf("inside"), outside);
                Link(claims, "inside/claims.csv");
                break;
            case "a link in a circle": Link(claims, "claims.csv"); break;
            case "a world that is a link":
                Directory.Move(_world.Folder, outside);
                Directory.CreateSymbolicLink(_world.Folder, outside);
                break;
            case "a named pipe": File.Delete(claims); Pipe(claims); break;
            case "a named pipe beside the tables": Pipe(_world.PathOf("pipe.csv")); break;
            default: throw new ArgumentOutOfRangeException(nameof(trap), trap, "No such trap.");
        }
    }

    private static void Length(string path, long bytes)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(bytes);
    }

    private static void Link(string path, string target)
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    }

    private static void Pipe(string path)
    {
        using Process process = Process.Start("mkfifo", path);
        process.WaitForExit();
    }
}
