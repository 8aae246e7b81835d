using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Offtake.Results.Studies;

/// <summary>The folder of a study: futures while they are walked, and what came of them. Several slices of one study may share it.</summary>
public sealed partial class StudyFolder
{
    /// <summary>The file that is written last, when all others are there.</summary>
    public const string ManifestName = "manifest.json";

    private readonly string _suffix;

    private StudyFolder(string path, (int Number, int Of)? slice)
    {
        Path = path;
        _suffix = slice is { } s ? $"-{s.Number}-of-{s.Of}" : "";
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The file of futures that are done while others are not.</summary>
    public string Running => In($"running{_suffix}.sqlite");

    /// <summary>The file of finished results: of the study, or of a slice.</summary>
    public string Finished => _suffix.Length == 0 ? In(StudyFile.FileName) : In($"slice{_suffix}.sqlite");

    /// <summary>Makes a new folder <c>study-yyyyMMdd-HHmmss</c>, with <c>-2</c>, <c>-3</c> and so on when that name is taken.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static StudyFolder Under(string root, string study, TimeProvider clock)
    {
        Directory.CreateDirectory(root);
        string name = System.IO.Path.Combine(root, $"{study}-{clock.GetLocalNow():yyyyMMdd-HHmmss}");
        for (int n = 1; ; n++)
        {
            string path = n == 1 ? name : $"{name}-{n}";
            if (System.IO.Path.Exists(path)) continue;
            Directory.CreateDirectory(path);
            return new StudyFolder(path, null);
        }
    }

    /// <summary>A folder by its name; made when it is not there.</summary>
    /// <param name="path">Where.</param>
    /// <param name="slice">Which slice is to be walked; null for the whole study.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static StudyFolder At(string path, (int Number, int Of)? slice)
    {
        if (File.Exists(path)) throw new StudyMismatchException($"'{path}' is a file, not a folder; name a new or empty folder with --out.");
        Directory.CreateDirectory(path);
        return new StudyFolder(path, slice);
    }

    /// <summary>The newest unfinished folder of a study, or null when there is none. One whose futures are all walked, but not explained, is unfinished too.</summary>
    public static string? Unfinished(string root, string study) => !Directory.Exists(root)
        ? null
        : Directory.EnumerateDirectories(root, $"{study}-*").Where(d => IsNameOf(study, System.IO.Path.GetFileName(d)) && IsUnfinished(d)).OrderDescending(StringComparer.Ordinal).FirstOrDefault();

    // Another study may be called like this one with something behind it.
    private static bool IsNameOf(string study, string folder) => TimeBehindName().IsMatch(folder[study.Length..]);

    [GeneratedRegex(@"^-[0-9]{8}-[0-9]{6}(-[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeBehindName();

    private static bool IsUnfinished(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, StudyStore.FileName))
        || (File.Exists(System.IO.Path.Combine(folder, StudyFile.FileName)) && !File.Exists(System.IO.Path.Combine(folder, ManifestName)));

    /// <summary>A file of the folder.</summary>
    public string In(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Begins the file of futures, or goes on with it.</summary>
    /// <param name="header">Which study.</param>
    /// <param name="resume">Whether to go on with what is there.</param>
    /// <exception cref="StudyMismatchException">What is there is of another study, or belongs to somebody.</exception>
    /// <exception cref="IOException">The file cannot be used.</exception>
    public StudyStore Open(StudyHeader header, bool resume)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (!File.Exists(Running))
        {
            return _suffix.Length > 0 || !Directory.EnumerateFileSystemEntries(Path).Any()
                ? StudyStore.Create(Running, header)
                : throw new StudyMismatchException($"'{Path}' is not an empty folder and holds no unfinished study; name another with --out, or leave --out away to get a new one.");
        }

        if (!resume) throw new StudyMismatchException($"'{Path}' holds an unfinished study; go on with it by --resume, or name another folder with --out.");
        StudyStore store = StudyStore.Resume(Running, header);
        IReadOnlyList<string> differences = header.DifferencesTo(store.Header);
        if (differences.Count == 0) return store;
        store.Dispose();
        throw new StudyMismatchException($"'{Running}' was begun with something else: {string.Join("; ", differences)}. Restore what it was begun with, or start anew with another --out; what is stored stays there.");
    }

    /// <summary>Writes the finished results out of the store, and removes the unfinished ones.</summary>
    /// <returns>The digest of the futures.</returns>
    /// <exception cref="IOException">They cannot be written; the store is left as it is.</exception>
    public string Finish(StudyStore store, StudySlice slice)
    {
        ArgumentNullException.ThrowIfNull(store);
        string digest = StudyFile.Write(store.Header, slice, store.Rows(), Finished);
        store.Dispose();
        ForgetRunning();
        return digest;
    }

    /// <summary>Removes the file of futures under way, once the finished results are there.</summary>
    public void ForgetRunning()
    {
        if (!File.Exists(Finished)) throw new InvalidOperationException("Futures under way are needed until the finished results are there.");
        foreach (string file in new[] { Running, Running + "-wal", Running + "-shm" }) File.Delete(file);
    }

    /// <summary>Writes the files that explain finished results, the manifest last; older ones of the same results are replaced.</summary>
    /// <param name="results">The finished results.</param>
    /// <param name="workers">Threads that walked; 0 where slices were joined.</param>
    /// <param name="seconds">Wall-clock time of walking; 0 where slices were joined.</param>
    /// <param name="others">Files that others know how to write, such as the report.</param>
    public void Explain(StudyResults results, int workers, double seconds, params IReadOnlyList<RunFile> others)
    {
        ArgumentNullException.ThrowIfNull(results);
        foreach (RunFile file in others)
        {
            File.Delete(In(file.Name));
            PartFile.Write(In(file.Name), file.Write);
        }

        string[] names = [System.IO.Path.GetFileName(Finished), .. others.Select(o => o.Name)];
        File.Delete(In(ManifestName));
        PartFile.Write(In(ManifestName), part => Json.Fill(Manifest(results, workers, seconds, [.. names.Select(n => WrittenFile.Of(n, In(n)))]), part));
    }

    private static JsonObject Manifest(StudyResults results, int workers, double seconds, WrittenFile[] files)
    {
        StudyHeader h = results.Header;
        return new JsonObject
        {
            ["schemaVersion"] = StudyTables.SchemaVersion,
            ["version"] = h.Program,
            ["study"] = h.Id,
            ["studyTitle"] = h.Title,
            ["model"] = h.Model,
            ["world"] = h.World,
            ["sha256"] = h.Sha256,
            ["seed"] = h.Seed,
            ["sampling"] = h.Sampling.Method.ToString(),
            ["indices"] = h.Sampling.Indices.ToString(),
            ["futures"] = h.Futures,
            ["futuresRefused"] = results.Refused().Count,
            ["policies"] = Json.Texts(h.Policies.Select(p => p.Id)),
            ["outcomes"] = Json.Texts(h.Outcomes.Select(o => o.Id)),
            ["digest"] = results.Digest,
            ["workers"] = workers,
            ["walkSeconds"] = Json.Number(seconds),
            ["files"] = new JsonArray([.. files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
        };
    }
}

/// <summary>A folder does not hold what was to be gone on with.</summary>
public sealed class StudyMismatchException(string message) : IOException(message);
