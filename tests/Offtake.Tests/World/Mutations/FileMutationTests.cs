using System.Collections.Concurrent;
using System.Text;
using Offtake.Model.Chain;
using Offtake.World;

namespace Offtake.Tests.World.Mutations;

/// <summary>Every table of every shipped world as a whole: rows and columns lost, doubled, exchanged; encodings, line ends, separators.</summary>
public class FileMutationTests
{
    // Without them a world is smaller, and still a world: nothing else names these rows. What a recipe no longer shares out is posted as a loss,
    // and between two values of a driver any may be left out.
    private const string MayLoseRows = "calendar claims observed facilities routes uses recipes drivers capital innovations labour learning residues research_regions rivals plans";

    public static TheoryData<string> Worlds => [.. ShippedFolders.Worlds];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_table_that_says_the_same_in_other_bytes_gives_the_same_world(string folder) => Each(folder, (world, sheet) =>
    {
        string text = sheet.Text();
        (string Name, byte[] Bytes)[] same =
        [
            ("byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]),
            ("carriage returns", Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))),
            ("no last line end", Encoding.UTF8.GetBytes(text.TrimEnd('\n'))),
            ("blank lines at the end", Encoding.UTF8.GetBytes(text + "\n\n,,\n".Replace(",,", new string(',', sheet.Columns.Length - 1), StringComparison.Ordinal))),
            ("blanks around cells", Encoding.UTF8.GetBytes((sheet with { Rows = [.. sheet.Rows.Select(r => r.Select(c => $" {c}\t ").ToArray())] }).Text())),
            ("all cells in quotes", Encoding.UTF8.GetBytes(string.Join('\n', sheet.Rows.Prepend(sheet.Columns).Select(r => string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))))),
        ];
        return same.Where(s => MutatedWorld.Digest(world.With((sheet.Name, s.Bytes))) != world.Untouched).Select(s => $"{sheet.Name}: {s.Name} gives another world");
    });

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_table_spoilt_as_a_whole_is_an_error_that_names_it(string folder) => Each(folder, (world, sheet) =>
    {
        string text = sheet.Text();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int middle = bytes.Length / 2;
        (string Name, byte[] Bytes)[] spoilt =
        [
            ("nothing in it", []),
            ("UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]),
            ("UTF-16 of the other end", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]),
            ("Latin-1", [.. bytes[..middle], 0xE9, .. bytes[middle..]]),
            ("NUL", [.. bytes[..middle], 0, .. bytes[middle..]]),
            ("binary", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFE]),
            ("semicolons", Encoding.UTF8.GetBytes(sheet.Text(";"))),
            ("tabs", Encoding.UTF8.GetBytes(sheet.Text("\t"))),
            ("a quote that is never closed", Encoding.UTF8.GetBytes(text + "\"lost")),
            ("a header in capitals", Encoding.UTF8.GetBytes((sheet with { Columns = [.. sheet.Columns.Select(c => c.ToUpperInvariant())] }).Text())),
            ("a web page", Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html><body>Not found</body></html>\n")),
        ];
        return spoilt.Where(s => s.Name != "semicolons" || sheet.Columns.Length > 1)
            .Where(s => !world.With((sheet.Name, s.Bytes)).Errors.Any(p => IsOf(p, sheet) && p.Remedy.Length > 0)).Select(s => $"{sheet.Name}: {s.Name} passes");
    });

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_column_lost_renamed_doubled_or_added_is_told(string folder) => Each(folder, (world, sheet) => sheet.Columns.SelectMany(column =>
    {
        (string Name, CsvSheet Sheet, Func<Problem, bool> IsAnswer)[] spoilt =
        [
            ("lost", sheet.Without(column), p => p.Value == column || p.File.EndsWith("datapackage.json", StringComparison.Ordinal) || p.Severity == Severity.Error),
            ("misspelt", sheet.Renamed(column, CellMutation.Misspelt(column)), p => p.Remedy == $"did you mean '{column}'?" || (column.Length < 3 && p.Value == CellMutation.Misspelt(column))),
            ("doubled", sheet with { Columns = [.. sheet.Columns, column], Rows = [.. sheet.Rows.Select(r => r.Append("").ToArray())] }, p => p.What == "repeated column" && p.Value == column),
        ];
        return spoilt.Where(s => !world.With((sheet.Name, Encoding.UTF8.GetBytes(s.Sheet.Text()))).Problems.Any(s.IsAnswer)).Select(s => $"{sheet.Name} {column}: {s.Name} passes");
    }).Concat(Silent(world, sheet, sheet with { Columns = [.. sheet.Columns, "extra"], Rows = [.. sheet.Rows.Select(r => r.Append("1").ToArray())] }, "a column too many", p => p.Value == "extra")));

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_row_lost_doubled_or_of_another_length_is_told(string folder) => Each(folder, (world, sheet) =>
    {
        if (sheet.Rows.Count == 0) return [];
        int at = sheet.Rows.Count / 2, line = sheet.LineOf(at);
        string[] row = sheet.Rows[at];
        List<string> misses =
        [
            .. Silent(world, sheet, sheet with { Rows = [.. sheet.Rows.Take(at + 1), .. sheet.Rows.Skip(at)] }, "a row twice", p => IsOf(p, sheet) && p.What.StartsWith("repeated", StringComparison.Ordinal) && p.Line > line),
            .. Silent(world, sheet, sheet with { Rows = [.. sheet.Rows.Take(at), row[..^1], .. sheet.Rows.Skip(at + 1)] }, "a cell too few", p => IsOf(p, sheet) && p.Line == line && p.Bound == $"{row.Length}"),
            .. Silent(world, sheet, sheet with { Rows = [.. sheet.Rows.Take(at), [.. row, "x"], .. sheet.Rows.Skip(at + 1)] }, "a cell too many", p => IsOf(p, sheet) && p.Line == line && p.Bound == $"{row.Length}"),
        ];
        if (!MayLoseRows.Split(' ').Contains(sheet.Name[..^4]))
            misses.AddRange(Silent(world, sheet, sheet with { Rows = [.. sheet.Rows.Where((_, i) => i != at)] }, $"the row of '{row[0]}' lost", p => p.Remedy.Length > 0));
        return misses;
    });

    private static IEnumerable<string> Silent(MutatedWorld world, CsvSheet sheet, CsvSheet spoilt, string name, Func<Problem, bool> isAnswer)
    {
        Reading<ValueChain> reading = world.With((sheet.Name, Encoding.UTF8.GetBytes(spoilt.Text())));
        return reading.Problems.Any(isAnswer) ? [] : [$"{sheet.Name}: {name} passes; {string.Join(" | ", reading.Problems.Take(2))}"];
    }

    private static bool IsOf(Problem problem, CsvSheet sheet) => problem.File.EndsWith("/" + sheet.Name, StringComparison.Ordinal);

    private static void Each(string folder, Func<MutatedWorld, CsvSheet, IEnumerable<string>> misses)
    {
        ConcurrentBag<string> found = [];
        using MutatedWorld first = new(folder);
        Parallel.For(0, first.Sheets.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, () => new MutatedWorld(folder), (i, _, world) =>
        {
            foreach (string miss in misses(world, world.Sheets[i])) found.Add(miss);
            return world;
        }, world => world.Dispose());
        Assert.True(found.IsEmpty, string.Join('\n', found.Order(StringComparer.Ordinal)));
    }
}
