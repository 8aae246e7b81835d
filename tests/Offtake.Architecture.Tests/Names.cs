using System.Text.RegularExpressions;

namespace Offtake.Architecture.Tests;

/// <summary>A type's name says what the thing is, not that it is a thing.</summary>
public class Names
{
    private static readonly Regex TypeDeclaration =
        new(@"\b(class|struct|interface|enum|record(\s+(class|struct))?)\s+(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture);

    private static readonly Regex EmptyWord = new("(Manager|Helper|Helpers|Util|Utils|Service|Handler|Data|Info)$");

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Repository.Expect("Name these types after what they are:",
            from file in Repository.FilesLike(@"^(src|tests|bench)/.*\.cs$")
            from Match declaration in TypeDeclaration.Matches(CSharpText.Of(Repository.Read(file)).Code)
            let name = declaration.Groups["name"].Value
            where EmptyWord.IsMatch(name)
            select $"  {file}: {name}");

    [Fact]
    public void Every_test_name_is_a_sentence() =>
        Repository.Expect("Write these test names as sentences with underscores:",
            from file in Repository.FilesLike(@"^tests/.*\.cs$")
            from Match method in Regex.Matches(CSharpText.Of(Repository.Read(file)).Code,
                @"\[(Fact|Theory|Property)\b[^;{]*?\b(void|Task|Property|bool)\s+(?<name>\w+)\s*\(", RegexOptions.ExplicitCapture)
            let name = method.Groups["name"].Value
            where !name.Contains('_')
            select $"  {file}: {name}");
}
