using Offtake.PlainText;
using Offtake.Tests.World.Mutations;
using Offtake.World;
using YamlDotNet.RepresentationModel;

namespace Offtake.Tests.World.Institutions;

/// <summary>Every key of every kind of institution is spoilt in every way that comes to mind; none of it passes without a word.</summary>
public class InstitutionMutationTests
{
    private static readonly (string Name, string Text)[] Values =
    [
        ("empty", ""), ("list for a value", "[[a, b], [c]]"), ("map for a value", "{a: b, c: d}"), ("unknown word", "no-such-thing"), ("anchor", "&x y"), ("tag", "!!binary aGk="),
        ("not a number", ".nan"), ("control character", "\"a\\u0007b\""), ("far past", "0900-01"), ("negative", "-5"), ("huge", "1e308"), ("other unit", "3 weeks"),
    ];

    // Free text, and what may stand for itself: the reason is beside it.
    private static readonly (string Keys, string Mutations, string Reason)[] Passes =
    [
        ("title chain reason publisher address licence", "unknown word;not a number;far past;negative;huge;other unit", "free text for readers"),
        ("id", "unknown word;huge", "a new name is as good as the old one where nothing refers to it"),
        ("unit", "unknown word;far past;not a number", "a unit is words; that the word asked for is missing is a warning where one is asked for"),
        ("year", "far past", "told with the other years"),
    ];

    public static TheoryData<string> Ids => [.. InstitutionTexts.All.Select(i => i.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_spoilt_key_passes_without_a_word(string id)
    {
        using TinyWorld world = new();
        string whole = InstitutionTexts.All.First(i => i.Id == id).Text;
        List<string> misses = [];
        foreach ((YamlNode key, YamlNode value) in All(PlainYaml.Read(whole, "institution", out _)!))
        {
            string name = ((YamlScalarNode)key).Value!;
            int start = (int)key.Start.Index, end = (int)key.End.Index;
            Try("misspelt key", whole[..start] + CellMutation.Misspelt(name) + whole[end..], p => p.Remedy == $"did you mean '{name}'?" || name.Length < 3);
            Try("doubled", whole[..end] + ": x, " + whole[start..], p => p.Line > 0);
            if (value is not YamlScalarNode) continue;
            foreach ((string mutation, string text) in Values) Try(mutation, $"{whole[..(int)value.Start.Index]} {text}{whole[(int)value.End.Index..]}", p => p.Line > 0);

            void Try(string mutation, string text, Func<Problem, bool> isAnswer)
            {
                if (Passes.Any(p => p.Keys.Split(' ').Contains(name) && p.Mutations.Split(';').Contains(mutation))) return;
                IReadOnlyList<Problem> problems = world.WriteInstitution(id, text).ReadScenario(id).Problems;
                if (!problems.Any(p => p.File == $"institutions/{id}.yaml" && p.Remedy.Length > 0 && isAnswer(p)))
                    misses.Add($"{name}: {mutation} passes; {string.Join(" | ", problems.Take(2).Select(p => p.Sentence))}");
            }
        }

        Assert.True(misses.Count == 0, string.Join('\n', misses));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_file_cut_off_anywhere_is_told_and_never_throws(string id)
    {
        using TinyWorld world = new();
        string whole = InstitutionTexts.All.First(i => i.Id == id).Text;
        for (int length = 0; length < whole.TrimEnd().Length - 20; length += 37)
            Assert.NotEmpty(world.WriteInstitution(id, whole[..length]).ReadScenario(id).Errors);
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> All(YamlMappingNode map) => map.Children.SelectMany(pair => pair.Value switch
    {
        YamlMappingNode inner => All(inner).Prepend(pair),
        YamlSequenceNode list => list.Children.OfType<YamlMappingNode>().SelectMany(All).Prepend(pair),
        _ => [pair],
    });
}
