using System.Text.RegularExpressions;

namespace Offtake.Architecture.Tests;

/// <summary>Countries, cities and firms are data. Code that knows one by name treats the others differently.</summary>
public class Symmetry
{
    private const int ShortestWord = 4;

    private static readonly Regex KnownNames = new(
        "china|chinese|baotou|yuecheng|ganzhou|nanshan|shaoxing|sichuan|jiangxi|beijing|shanghai|shenzhen|myanmar|japan|korea|"
        + "vietnam|malaysia|australia|kazakh|estonia|europe|america|lynas|iluka|solvay|neo ?performance|mountain ?pass",
        RegexOptions.IgnoreCase);

    // Ids that are also words any message may use.
    private static readonly string[] PlainWords = ["other", "rest", "world", "global", "home", "abroad", "north", "south", "east", "west", "row"];

    [Fact]
    public void No_code_path_names_a_country_a_city_or_a_firm() =>
        Repository.Expect("Move these names into the data:",
            from file in Repository.FilesLike(@"^src/.*\.cs$")
            let text = CSharpText.Of(Repository.Read(file))
            from found in text.Literals.Select(l => (Where: $"{file}:{l.Line}", l.Text)).Append((Where: $"{file} (identifier)", Text: text.Code))
            from Match name in KnownNames.Matches(found.Text)
            select $"  {found.Where}: {name.Value}");

    [Fact]
    public void No_string_in_the_code_is_an_id_of_the_shipped_worlds()
    {
        string[] ids = [.. IdsOfTheWorlds()];
        Regex? longIds = ids.Any(id => id.Length >= ShortestWord)
            ? new Regex($@"(?<![\w-])({string.Join('|', ids.Where(id => id.Length >= ShortestWord).Select(Regex.Escape))})(?![\w-])", RegexOptions.IgnoreCase)
            : null;
        HashSet<string> shortIds = new(ids.Where(id => id.Length < ShortestWord), StringComparer.OrdinalIgnoreCase);

        Repository.Expect("Read these ids from the world:",
            from file in Repository.FilesLike(@"^src/.*\.cs$")
            from literal in CSharpText.Of(Repository.Read(file)).Literals
            where shortIds.Contains(literal.Text) || longIds?.IsMatch(literal.Text) == true
            select $"  {file}:{literal.Line}: \"{literal.Text}\"");
    }

    /// <summary>The first column of the tables of regions, cities and facilities.</summary>
    private static IEnumerable<string> IdsOfTheWorlds() =>
        (from file in Repository.FilesLike(@"^worlds/[^/]+/(.*/)?(regions|cities|facilities)\.csv$")
         from line in Repository.Lines(file).Where(l => l.Length > 0 && l[0] != '#').Skip(1)
         select line.Split(',')[0].Trim().Trim('"'))
        .Where(id => id.Length > 1 && !PlainWords.Contains(id.ToLowerInvariant()))
        .Distinct();
}
