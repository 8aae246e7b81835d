using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.World.Files;
using Offtake.World.Records;

namespace Offtake.World.Checking;

/// <summary>Whether the verdicts that are kept can be repeated. It says nothing of whether they are right.</summary>
public static class KeptVerdicts
{
    /// <summary>Files of no world, faults of checks, and verdicts that hold though their check or record is gone or has become another.</summary>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="worlds">Ids of all worlds.</param>
    /// <param name="claims">Claims of the worlds that could be read.</param>
    public static IEnumerable<Problem> Doubts(string worldsFolder, IReadOnlyCollection<string> worlds, IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        foreach (string name in new Folder(VerdictFile.FolderBeside(worldsFolder), "verdicts").FileNames().Where(n => n.EndsWith(".csv", StringComparison.Ordinal) && !worlds.Contains(n[..^4])))
            yield return new Problem(Severity.Error, $"verdicts/{name}", 0, null, "these are verdicts on the claims of no world:", name[..^4], null, NearestName.Remedy(name[..^4], worlds));
        Reading<IReadOnlyList<RecordCheck>> reading = RecordCheckReader.ReadAll(worldsFolder);
        foreach (Problem problem in reading.Problems) yield return problem;
        if (reading.Value is not { } checks) yield break;
        string records = Path.Combine(Path.GetDirectoryName(VerdictFile.FolderBeside(worldsFolder))!, "records");
        foreach (Verification kept in claims.SelectMany(c => c.Verifications).DistinctBy(v => v.Address))
        {
            foreach (string id in kept.Check.Split(" and "))
            {
                RecordCheck? check = checks.FirstOrDefault(c => c.Id == id);
                string? what = check is null ? "the check of a verdict that holds is gone, so nobody can repeat it:"
                    : kept.Check == id && RecordReader.HashOf(records, check.Record) != kept.RecordSha256
                        ? "the record of a verdict that holds is gone or has changed since:" : null;
                int colon = kept.Address.LastIndexOf(':');
                if (what is not null)
                    yield return new Problem(Severity.Warning, kept.Address[..colon], int.Parse(kept.Address[(colon + 1)..], CultureInfo.InvariantCulture), null, what, check?.Record ?? id, null, $"check it again with 'offtake evidence check {id} --set', or take the line out");
            }
        }
    }
}
