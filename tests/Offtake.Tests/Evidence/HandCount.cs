using System.Text.RegularExpressions;

namespace Offtake.Tests.Evidence;

/// <summary>Counts what files hold as a person with a pencil would: cell by cell, without the reader of worlds.</summary>
internal sealed partial class HandCount
{
    private static readonly string[] Kinds = ["measured", "official", "company", "press", "state-media", "estimate"];
    private static readonly string[] NoNumbers = ["assumptions.csv", "sources.csv", "claims.csv", "observed.csv", "plans.csv", "rivals.csv"];
    private static readonly string[] NotOfTheModel = ["id", "title", "note", "source", "low", "high", "when", "month", "start", "end", "starts", "ends", "enacted"];

    private readonly Dictionary<string, int> _byKind = [];
    private readonly HashSet<string> _publishers = [];

    /// <summary>Numbers by their strongest witness.</summary>
    public IReadOnlyDictionary<string, int> ByKind => _byKind;

    /// <summary>All numbers.</summary>
    public int Numbers => _byKind.Values.Sum();

    /// <summary>Houses that vouch for at least one number.</summary>
    public int Publishers => _publishers.Count;

    /// <summary>Counts the tables of a world: every cell that is a number or names an assumption, but for ends of ranges, dates and texts.</summary>
    public static HandCount OfWorld(string folder)
    {
        HandCount count = new();
        Dictionary<string, (string Kind, string Publisher)> sources = SourcesOf(Path.Combine(folder, "sources.csv"));
        foreach (string file in Directory.GetFiles(folder, "*.csv").Where(f => !NoNumbers.Contains(Path.GetFileName(f))))
        {
            foreach (Dictionary<string, string> row in Rows(file))
            {
                foreach ((string column, string cell) in row)
                {
                    if (NotOfTheModel.Contains(column) || column.EndsWith("_low", StringComparison.Ordinal) || column.EndsWith("_high", StringComparison.Ordinal) || column.EndsWith("_source", StringComparison.Ordinal)) continue;
                    string witnesses = row.GetValueOrDefault(column + "_source") is { Length: > 0 } own ? own : row.GetValueOrDefault("source") ?? "";
                    count.Cell(cell, witnesses, sources);
                }
            }
        }

        return count;
    }

    /// <summary>Counts the files of institutions: every value that is a number, with or without a unit, or names an assumption.</summary>
    public static HandCount OfInstitutions(string folder, string world, params string[] ids)
    {
        HandCount count = new();
        Dictionary<string, (string Kind, string Publisher)> sources = new[] { folder, world }.SelectMany(f => SourcesOf(Path.Combine(f, "sources.csv"))).DistinctBy(s => s.Key).ToDictionary();
        foreach (string text in ids.Select(i => File.ReadAllText(Path.Combine(folder, i + ".yaml"))))
        {
            string ofAll = SourceLine().Match(text).Groups[1].Value;
            foreach (string part in text[..text.LastIndexOf("source:", StringComparison.Ordinal)].Split("\n  - id:"))
            {
                // A lever may name its own witness.
                string witness = LeverSource().Match(part) is { Success: true } own ? own.Groups[1].Value : ofAll;
                foreach (Match value in Value().Matches(part)) count.Cell(value.Groups[1].Value.Trim('"').Split(' ')[0], witness, sources);
            }
        }

        return count;
    }

    /// <summary>Claims of a world by verdict on an aspect.</summary>
    public static IReadOnlyDictionary<string, int> Claims(string folder, string aspect) =>
        Rows(Path.Combine(folder, "claims.csv")).GroupBy(r => r[aspect]).ToDictionary(g => g.Key, g => g.Count());

    private void Cell(string cell, string witnesses, Dictionary<string, (string Kind, string Publisher)> sources)
    {
        if (cell.StartsWith('@'))
        {
            Add("assumption");
        }
        else if (Number().IsMatch(cell))
        {
            (string Kind, string Publisher)[] named = [.. witnesses.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => sources[w])];
            foreach ((_, string publisher) in named) _publishers.Add(publisher);
            Add(Kinds[named.Min(n => Array.IndexOf(Kinds, n.Kind))]);
        }
    }

    private void Add(string kind) => _byKind[kind] = _byKind.GetValueOrDefault(kind) + 1;

    private static Dictionary<string, (string Kind, string Publisher)> SourcesOf(string file) => Rows(file).ToDictionary(r => r["id"], r => (r["kind"], r["publisher"]));

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        if (!File.Exists(file)) yield break;
        string[][] lines = [.. File.ReadAllLines(file).Where(l => l.Length > 0).Select(l => CsvCell().Matches(l).Select(m => m.Groups[1].Value.Trim('"').Trim()).ToArray())];
        foreach (string[] line in lines.Skip(1)) yield return lines[0].Zip(line).ToDictionary(c => c.First, c => c.Second);
    }

    [GeneratedRegex(@"^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\w-]+: (""@[\w.-]+""|-?\d+(?:\.\d+)?(?![\d-])(?: [A-Za-z%][^,}\n]*)?)(?=[,}\n]|$)")]
    private static partial Regex Value();

    [GeneratedRegex(@"^source: (.+)$", RegexOptions.Multiline)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"^    source: (.+)$", RegexOptions.Multiline)]
    private static partial Regex LeverSource();

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex CsvCell();
}
