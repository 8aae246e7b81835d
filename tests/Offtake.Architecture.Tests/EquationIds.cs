using System.Text.RegularExpressions;

namespace Offtake.Architecture.Tests;

/// <summary>Every equation in the code has its page, and every page its code.</summary>
public class EquationIds
{
    private static readonly Regex Id = new(@"\b(DEM|PRI|OPS|LOG|CIT|FIN|INV|RND|NAT|LED|EVI|EQU|BCK|INS|SEN|SAM|LAK|DIS)-[0-9]+\b", RegexOptions.ExplicitCapture);

    private static readonly ILookup<string, string> InCode = (
        from file in Repository.FilesLike(@"^src/.*\.cs$")
        from Match id in Id.Matches(CSharpText.Of(Repository.Read(file)).DocComments)
        select (id.Value, file)).Distinct().ToLookup(e => e.Value, e => e.file);

    private static readonly ILookup<string, string> InPages = (
        from file in Repository.FilesLike(@"^docs/model/[^/]+\.md$")
        from heading in HeadingsOf(file)
        from Match id in Id.Matches(heading)
        select (id.Value, file)).ToLookup(e => e.Value, e => e.file);

    [Fact]
    public void Every_equation_named_in_the_code_has_a_heading_in_the_model_pages() =>
        Repository.Expect("No heading in docs/model/ carries these ids:",
            InCode.Where(id => !InPages.Contains(id.Key)).Select(id => $"  {id.Key}, named in {string.Join(", ", id)}"));

    [Fact]
    public void Every_equation_of_the_model_pages_is_named_in_the_code() =>
        Repository.Expect("No doc comment under src/ names these ids:",
            InPages.Where(id => !InCode.Contains(id.Key)).Select(id => $"  {id.Key}, a heading of {string.Join(", ", id)}"));

    [Fact]
    public void No_equation_has_two_headings() =>
        Repository.Expect("These ids head more than one section:",
            InPages.Where(id => id.Count() > 1).Select(id => $"  {id.Key}: {string.Join(", ", id)}"));

    private static IEnumerable<string> HeadingsOf(string file)
    {
        bool fenced = false;
        foreach (string line in Repository.Lines(file))
        {
            fenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!fenced && line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
