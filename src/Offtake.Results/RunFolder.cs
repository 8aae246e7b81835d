using System.Runtime.ExceptionServices;

namespace Offtake.Results;

/// <summary>A file to be written into a run folder.</summary>
/// <param name="Name">Name inside the folder, such as <c>report.html</c>.</param>
/// <param name="Write">Writes the whole file under the path it is given, which is not its final one.</param>
public sealed record RunFile(string Name, Action<string> Write);

/// <summary>A folder was named that holds something already.</summary>
public sealed class RunFolderTakenException(string message) : IOException(message);

/// <summary>The folder of one run. It never holds the files of two runs, nor half a file under a final name.</summary>
/// <remarks>
/// A folder is taken before the run by a file, <c>manifest.json.part</c>, which only one program can create; two runs that start in the
/// same second get two folders. A folder that is disposed of before anything was saved disappears again.
/// </remarks>
public sealed class RunFolder : IDisposable
{
    private const string ManifestName = "manifest.json";

    private readonly bool _isNew;
    private bool _isSaved;

    private RunFolder(string path, bool isNew)
    {
        Path = path;
        _isNew = isNew;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    private string Claim => PartFile.NameFor(In(ManifestName));

    /// <summary>Takes a new folder <c>scenario-yyyyMMdd-HHmmss</c>, with <c>-2</c>, <c>-3</c> and so on when that name is taken.</summary>
    /// <param name="root">The folder of all runs; made when it is not there.</param>
    /// <param name="scenario">Scenario id; what a file name cannot hold becomes a hyphen.</param>
    /// <param name="clock">Gives the local time.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static RunFolder Under(string root, string scenario, TimeProvider clock)
    {
        string safe = string.Concat(scenario.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '+' ? c : '-'));
        string name = System.IO.Path.Combine(root, $"{safe}-{clock.GetLocalNow():yyyyMMdd-HHmmss}");
        for (int n = 1; ; n++)
        {
            if (TryTake(n == 1 ? name : $"{name}-{n}", newOnly: true) is { } folder) return folder;
        }
    }

    /// <summary>Takes the folder that was asked for: a new one, or an empty one.</summary>
    /// <exception cref="RunFolderTakenException">It holds something, or a file bears its name.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public static RunFolder At(string path) =>
        TryTake(path, newOnly: false) ?? throw new RunFolderTakenException(
            $"'{path}' is not an empty folder, and a run is never written over an older one; "
            + "name another with --out, or leave --out away to get a new one.");

    /// <summary>Writes all files of a run: the database, the yearly table, the summary, the given ones, and the manifest last.</summary>
    /// <param name="results">What to write.</param>
    /// <param name="others">Files that others know how to write, such as the report; they may be written at the same time.</param>
    /// <returns>The files with their hashes, without the manifest.</returns>
    /// <exception cref="IOException">A file cannot be written. None of them is then left under its final name.</exception>
    /// <exception cref="InvalidOperationException">The folder has its run already.</exception>
    public IReadOnlyList<WrittenFile> Save(RunResults results, params IReadOnlyList<RunFile> others)
    {
        if (_isSaved) throw new InvalidOperationException($"'{Path}' holds its run already; a run folder is saved once.");

        RunFile[] files =
        [
            new("results.sqlite", part => SqliteWriter.Fill(results, part)),
            new("iamc.csv", part => IamcWriter.Fill(results, part)),
            new("summary.json", part => SummaryWriter.Fill(results, part)),
            .. others,
        ];
        var written = new WrittenFile[files.Length];
        try
        {
            InParallel(files.Length, i => written[i] = WritePart(files[i]));
            ManifestWriter.Fill(results, written, Claim);
            PartFile.Settle(Claim);
            foreach (RunFile file in files) File.Move(PartFile.NameFor(In(file.Name)), In(file.Name));
            File.Move(Claim, In(ManifestName));
        }
        catch
        {
            foreach (RunFile file in files)
            {
                File.Delete(PartFile.NameFor(In(file.Name)));
                File.Delete(In(file.Name));
            }

            throw;
        }

        _isSaved = true;
        return written;
    }

    /// <summary>Gives the folder back when nothing was saved in it.</summary>
    public void Dispose()
    {
        if (_isSaved) return;

        File.Delete(Claim);
        if (_isNew && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    private static RunFolder? TryTake(string path, bool newOnly)
    {
        bool isNew = !Directory.Exists(path);
        if (File.Exists(path) || (!isNew && (newOnly || Directory.EnumerateFileSystemEntries(path).Any()))) return null;

        Directory.CreateDirectory(path);
        RunFolder folder = new(path, isNew);
        try
        {
            using FileStream claim = new(folder.Claim, FileMode.CreateNew);
            return folder;
        }
        catch (IOException) when (File.Exists(folder.Claim))
        {
            return null;
        }
    }

    private static void InParallel(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    private WrittenFile WritePart(RunFile file)
    {
        string part = PartFile.NameFor(In(file.Name));
        file.Write(part);
        PartFile.Settle(part);
        return WrittenFile.Of(file.Name, part);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
