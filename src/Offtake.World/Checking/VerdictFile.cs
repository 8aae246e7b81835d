using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.World.Files;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Checking;

/// <summary>The verdicts that checks set on the claims of a world: <c>verdicts/world.csv</c> beside the folder of worlds. The newest one of an aspect holds.</summary>
/// <remarks>The file moves no number of a run, so it has no part in the fingerprint of a world.</remarks>
public static class VerdictFile
{
    private const int VerdictColumn = 2;

    private static readonly TableShape Shape = new(
        "verdicts", "claim aspect date check record_sha256", "claim aspect verdict date check record_sha256 arithmetic", hasPlainIds: false);

    /// <summary>Where the verdicts on the claims of a world stand, whether or not there are any.</summary>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    /// <param name="world">Id of the world.</param>
    public static string PathOf(string worldsFolder, string world) => Path.Combine(FolderBeside(worldsFolder), $"{world}.csv");

    /// <summary>Adds a verdict. What was found before stays in the file, but for what the same check found on the same day in the same record.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Append(string worldsFolder, string world, Verification found)
    {
        ArgumentNullException.ThrowIfNull(found);
        string path = PathOf(worldsFolder, world);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string[] cells = [found.Claim, EnumText.Of(found.Aspect), EvidenceRows.NameOf(found.Verdict), found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found.Check, found.RecordSha256];
        string[] before = File.Exists(path) ? File.ReadAllLines(path) : [string.Join(',', Shape.Required)];
        string[] kept = [.. before.Where(l => l.Length > 0 && !IsSame(l.Split(','), cells)), $"{string.Join(',', cells)},{Quoted(found.Arithmetic)}"];
        File.WriteAllText(path, string.Join('\n', kept) + "\n");
    }

    private static bool IsSame(string[] line, string[] cells) => line.Length > cells.Length && Enumerable.Range(0, cells.Length).All(i => i == VerdictColumn || line[i] == cells[i]);

    /// <summary>The claims with the newest verdict on each aspect in the place of what their table says.</summary>
    internal static IReadOnlyList<Claim> Overlay(IReadOnlyList<Claim> claims, WorldDraft world)
    {
        string worlds = Path.GetDirectoryName(world.Folder.Path) ?? world.Folder.Path;
        string[] ids = world.IsJoined ? world.Text.Id.Split('+') : [world.Folder.Name];
        ILookup<string, Verification> found = ids.SelectMany(id => Read(worlds, id, claims, world)).ToLookup(v => v.Claim);
        return [.. claims.Select(c => found[c.Id].GroupBy(v => v.Aspect).Select(Newest).Aggregate(c, (claim, v) => claim.With(v)))];
    }

    /// <summary>The verdict that holds: that of the newest day, and of the later line. Where another check denies on that day what one confirms, records contradict each other: disputed, whatever the order.</summary>
    private static Verification Newest(IEnumerable<Verification> ofAspect)
    {
        Verification[] newest = [.. ofAspect.GroupBy(v => v.Date).MaxBy(g => g.Key)!];
        Verification[] byCheck = [.. newest.GroupBy(v => v.Check).Select(g => g.Last())];
        bool isContradicted = byCheck.Any(v => v.Verdict is Verdict.Confirmed or Verdict.Partly) && byCheck.Any(v => v.Verdict is Verdict.Disputed or Verdict.Refuted);
        return !isContradicted ? newest[^1] : newest[^1] with
        {
            Verdict = Verdict.Disputed,
            Check = string.Join(" and ", byCheck.Select(v => v.Check).Order(StringComparer.Ordinal)),
            Arithmetic = "Records contradict each other. " + string.Join(" ", byCheck.OrderBy(v => v.Check, StringComparer.Ordinal).Select(v => $"{v.Check}: {v.Arithmetic}")),
        };
    }

    private static IEnumerable<Verification> Read(string worlds, string id, IReadOnlyList<Claim> claims, WorldDraft world)
    {
        Folder folder = new(FolderBeside(worlds), "verdicts");
        if (!folder.Has($"{id}.csv") || TextFile.Read(folder, $"{id}.csv", world.Problems) is not { } file) yield break;
        string[] known = [.. claims.Select(c => c.Id)];
        foreach (Row row in Table.Read(Shape, file, folder.LabelOf($"{id}.csv"), world.Problems).Rows)
        {
            string claim = row.Required("claim");
            if (!known.Contains(claim) && claim.Length > 0 && world[WorldShapes.Claims].IsComplete)
                world.Problems.Error(row.At, "unknown claim", claim, null, NearestName.Remedy(claim, known));
            Aspect aspect = row.Choice<Aspect>("aspect");
            Verdict verdict = EvidenceRows.VerdictIn(row, "verdict");
            if (DateOf(row) is { } date)
                yield return new Verification(claim, aspect, verdict, date, row.Required("check"), row.Required("record_sha256"), row.Required("arithmetic"), row.At.ToString());
        }
    }

    private static DateOnly? DateOf(Row row)
    {
        string text = row.Required("date");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        if (text.Length > 0) row.Table.Problems.Error(row.At, "'date' is not a day:", text, "year-month-day such as 2026-11-22", "write it so");
        return null;
    }

    internal static string FolderBeside(string worldsFolder) => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(worldsFolder))) ?? worldsFolder, "verdicts");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
