using System.Text.Json;
using System.Text.Unicode;
using Offtake.World.Problems;

namespace Offtake.World.Records;

/// <summary>Reads releases of the Open Contracting Data Standard 1.1, https://standard.open-contracting.org/1.1/en/, in release packages, record packages, lists, alone or a line each.</summary>
/// <remarks>
/// What the standard allows is taken: members that are absent or null, ids that are numbers, days without an hour, extensions. Of releases with the same ocid and id the latest
/// counts (of equal dates the later in the file). The releases of an ocid are merged in the order of their dates as the standard says; a compiled release in a record replaces
/// that merging. Releases a record only links to are not fetched.
/// </remarks>
internal sealed class OcdsFile(string label, ProblemList problems)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonPieces.Deepest, AllowDuplicateProperties = false };

    private readonly Dictionary<string, Dictionary<string, OcdsRelease>> _releasesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OcdsRelease> _compiledOf = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _remarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _sinceOf = new(StringComparer.Ordinal);
    private int _replaced, _recompiled, _linked, _linkedAtRoot, _versioned;

    /// <summary>The rows of a file; what is wrong has been reported.</summary>
    public static RecordContent Read(Stream stream, string label, ProblemList problems)
    {
        OcdsFile file = new(label, problems);
        foreach (JsonPiece piece in new JsonPieces(stream, label, problems).Read()) file.Take(piece);
        return problems.HasErrors ? new RecordContent([], [], "") : file.Rows();
    }

    private void Take(JsonPiece piece)
    {
        if (!Utf8.IsValid(piece.Bytes.Span))
        {
            problems.Error(new Place(label, piece.Line), $"{Shown(piece.Path)} holds bytes that are not UTF-8", null, null, "save the file in UTF-8");
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(piece.Bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) TakeObject(document.RootElement, piece.Path, piece.Line);
        }
        catch (JsonException failure)
        {
            string reason = failure.Message.Split(" LineNumber", 2)[0].TrimEnd('.', ' ');
            problems.Error(new Place(label, piece.Line + (int)(failure.LineNumber ?? 0)), $"in {Shown(piece.Path)} this is not JSON: {char.ToLowerInvariant(reason[0])}{reason[1..]}", null, null, "check commas, quotes, brackets and repeated names near this line");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is right JSON and no text.
            problems.Error(new Place(label, piece.Line), $"{Shown(piece.Path)} holds a text that is no text: half of a character such as \\ud800", null, null, "correct it, or leave the member out");
        }
    }

    private void TakeObject(JsonElement found, string path, int line)
    {
        // Behind each of these stands its list, which at the root has come before.
        if (ListIn(found, "releases") is { } releases && !found.TryGetProperty("ocid", out _) && !found.TryGetProperty("compiledRelease", out _)) TakePackage(found, releases, path, "releases", line);
        else if (ListIn(found, "records") is { } records) TakePackage(found, records, path, "records", line);
        else if (found.TryGetProperty("compiledRelease", out _) || ListIn(found, "releases") is not null || (found.TryGetProperty("versionedRelease", out _) && path.Length > 0)) TakeRecord(found, path, line);
        else if (IsLink(found) && path.Length > 0) _linkedAtRoot++;
        else if (found.TryGetProperty("ocid", out _) || path.Length > 0) TakeRelease(found, path, line);
        else
        {
            problems.Error(
                new Place(label, line), "this is neither a release package, a record package, a record nor a release:", string.Join(", ", found.EnumerateObject().Take(5).Select(m => m.Name)), null,
                "a package has 'releases' or 'records', a release has 'ocid'");
        }
    }

    private void TakePackage(JsonElement package, JsonElement entries, string path, string list, int line)
    {
        if (package.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.String && version.GetString() is not ("1.0" or "1.1"))
            problems.Warn(new Place(label, line), "the package is of a version this was not written for:", version.GetString(), "1.0 or 1.1", "check that what was read is what it says");
        int index = 0;
        foreach (JsonElement entry in entries.EnumerateArray())
        {
            string at = path.Length > 0 ? $"{path}/{list}/{index++}" : $"{list}/{index++}";
            if (entry.ValueKind == JsonValueKind.Object) TakeObject(entry, at, line);
            else problems.Error(new Place(label, line), $"{at} is not an object", entry.ValueKind.ToString(), null, "entries are releases or records");
        }
    }

    private void TakeRecord(JsonElement record, string path, int line)
    {
        JsonElement[] releases = ListIn(record, "releases") is { } list ? [.. list.EnumerateArray()] : [];
        if (record.TryGetProperty("compiledRelease", out JsonElement compiled) && compiled.ValueKind == JsonValueKind.Object)
        {
            if (path.Length == 0) _linkedAtRoot = 0;
            if (OcdsRelease.Read(compiled, path.Length > 0 ? $"{path}/compiledRelease" : "compiledRelease", label, line, problems, _remarks) is not { } whole) return;
            TakeCompiled(whole with { IsCompiled = true });
            foreach (JsonElement release in releases)
                if (release.ValueKind == JsonValueKind.Object && OcdsRelease.IsDate(OcdsRelease.TextOf(release, "date"), out DateTimeOffset date)) Since(whole.Ocid, date);
            return;
        }

        if (releases.Length == 0 && record.TryGetProperty("versionedRelease", out _) && path.Length > 0) _versioned++;
        int index = 0;
        foreach (JsonElement release in releases)
        {
            string at = $"{path}/releases/{index++}";
            if (IsLink(release)) _linked++;
            else TakeRelease(release, at, line);
        }
    }

    private void TakeRelease(JsonElement release, string path, int line)
    {
        if (OcdsRelease.Read(release, path, label, line, problems, _remarks) is not { } read) return;
        Since(read.Ocid, read.IsCompiled ? null : read.Date);
        if (read.IsCompiled)
        {
            TakeCompiled(read);
            return;
        }

        if (!_releasesOf.TryGetValue(read.Ocid, out Dictionary<string, OcdsRelease>? all)) _releasesOf[read.Ocid] = all = new(StringComparer.Ordinal);
        string id = read.Id.Length > 0 ? read.Id : $"\0{all.Count}";
        if (all.TryGetValue(id, out OcdsRelease? known)) _replaced++;
        if (known is null || read.Date >= known.Date) all[id] = read;
    }

    private void TakeCompiled(OcdsRelease whole)
    {
        if (_compiledOf.TryGetValue(whole.Ocid, out OcdsRelease? known)) _recompiled++;
        if (known is null || whole.Date >= known.Date) _compiledOf[whole.Ocid] = whole;
    }

    private void Since(string ocid, DateTimeOffset? date)
    {
        if (date is { } day && (!_sinceOf.TryGetValue(ocid, out DateTimeOffset known) || day < known)) _sinceOf[ocid] = day;
    }

    private RecordContent Rows()
    {
        List<RecordRow> rows = [];
        foreach (string ocid in _releasesOf.Keys.Union(_compiledOf.Keys).Order(StringComparer.Ordinal))
        {
            IEnumerable<OcdsRelease> releases = _releasesOf.TryGetValue(ocid, out Dictionary<string, OcdsRelease>? all) ? all.Values.OrderBy(r => r.Date) : [];
            if (_compiledOf.TryGetValue(ocid, out OcdsRelease? compiled)) releases = releases.Where(r => r.Date > compiled.Date).Prepend(compiled);
            OcdsProcess process = new(ocid, [.. releases], _sinceOf.TryGetValue(ocid, out DateTimeOffset since) ? since : null);
            rows.AddRange(new OcdsRows(process, _remarks).All());
        }

        int several = _releasesOf.Count(r => r.Value.Count > 1 && !_compiledOf.ContainsKey(r.Key));
        if (several > 0) _remarks.Add($"{several} contracting {(several == 1 ? "process" : "processes")} had several releases, merged in the order of their dates.");
        if (_replaced > 0) _remarks.Add($"{_replaced} releases repeat an ocid and id; the latest of each counts.");
        if (_recompiled > 0) _remarks.Add($"{_recompiled} compiled releases repeat an ocid; the latest of each counts.");
        List<string> gaps = [];
        if (_linked + _linkedAtRoot > 0) gaps.Add($"{_linked + _linkedAtRoot} releases are only linked to and were not fetched; what they say is missing here.");
        if (_versioned > 0) gaps.Add($"{_versioned} records hold only a versioned release, which is not read; get them with compiled releases.");
        return new RecordContent(rows, [.. _remarks, .. gaps], "") { Gaps = gaps };
    }

    private static bool IsLink(JsonElement release) => release.ValueKind == JsonValueKind.Object && release.TryGetProperty("url", out _) && !release.TryGetProperty("ocid", out _);

    private static JsonElement? ListIn(JsonElement found, string name) => found.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list : null;

    private static string Shown(string path) => path.Length > 0 ? path : "the root";
}
