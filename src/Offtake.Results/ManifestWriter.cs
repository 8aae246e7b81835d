using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Offtake.Results;

/// <summary>A file of a run folder, as it was written.</summary>
/// <param name="Name">Name inside the folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hash of its bytes, in lower-case hexadecimal.</param>
public sealed record WrittenFile(string Name, long Bytes, string Sha256)
{
    /// <summary>Describes a file that is there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static WrittenFile Of(string name, string path)
    {
        using FileStream file = File.OpenRead(path);
        return new WrittenFile(name, file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}

/// <summary>Writes what was run: enough to run it again and to prove that the bits are the same.</summary>
/// <remarks>It names the other files with their hashes but not itself. It holds no results.</remarks>
public static class ManifestWriter
{
    /// <summary>Version of the names and their meaning.</summary>
    public const int SchemaVersion = 1;

    private const int MostDigests = 1000;

    /// <summary>Writes the file, first under another name, so that a half-written file never carries the final one.</summary>
    /// <param name="results">Whose manifest to write.</param>
    /// <param name="files">The other files of the run.</param>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Write(RunResults results, IReadOnlyList<WrittenFile> files, string path) =>
        PartFile.Write(path, part => Fill(results, files, part));

    /// <summary>Writes the file under exactly the name given.</summary>
    internal static void Fill(RunResults results, IReadOnlyList<WrittenFile> files, string path)
    {
        Manifest m = results.Manifest;
        Json.Fill(
            new JsonObject
            {
                ["schemaVersion"] = SchemaVersion,
                ["version"] = m.Program,
                ["scenario"] = m.Scenario,
                ["scenarioTitle"] = m.ScenarioTitle,
                ["world"] = m.World,
                ["worldTitle"] = m.WorldTitle,
                ["worldSha256"] = m.WorldSha256,
                ["scenarioSha256"] = m.ScenarioSha256,
                ["seed"] = m.Seed,
                ["from"] = m.From.ToString(),
                ["to"] = m.To.ToString(),
                ["futures"] = m.FuturesAsked,
                ["futuresDone"] = Futures.Whole(results).Count,
                ["workers"] = m.Workers,
                ["stopped"] = m.Stopped,
                ["runSeconds"] = Json.Number(m.RunSeconds),
                ["files"] = new JsonArray([.. files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f =>
                    new JsonObject { ["name"] = f.Name, ["bytes"] = f.Bytes, ["sha256"] = f.Sha256 })]),
                ["digests"] = Json.Texts(m.Digests.Take(MostDigests)),
            },
            path);
    }
}
