using System.Text.RegularExpressions;

namespace Offtake.Architecture.Tests;

/// <summary>What is committed must work on a machine its author has never seen.</summary>
public class Portability
{
    private static readonly Regex MachinePath = new(@"(?<![\w.~-])(/(home|root|Users|work|mnt)/\w|[A-Z]:\\+Users\b)", RegexOptions.ExplicitCapture);

    private static readonly Regex RegistryHost = new(@"(nuget|npmjs|pypi)\.(org|com)\b", RegexOptions.ExplicitCapture);

    private const string Text = @"(\.(cs|csproj|props|targets|slnx|json|md|csv|ya?ml|cff|svg|html|txt)|/\.ci/[^/]+|^\.ci/[^/]+|^\.[a-z]+)$";

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Repository.Expect("Paths of one machine:", LinesWith(MachinePath));

    [Fact]
    public void No_file_names_a_package_registry() => Repository.Expect("Hosts of package registries:", LinesWith(RegistryHost));

    private static IEnumerable<string> LinesWith(Regex pattern) =>
        from file in Repository.FilesLike(Text)
        from line in Repository.Lines(file).Select((text, index) => (text, number: index + 1))
        let match = pattern.Match(line.text)
        where match.Success
        select $"  {file}:{line.number}: {match.Value}";
}
