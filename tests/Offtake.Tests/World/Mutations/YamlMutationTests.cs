using System.Text.RegularExpressions;
using Offtake.PlainText;
using Offtake.World;
using YamlDotNet.RepresentationModel;

namespace Offtake.Tests.World.Mutations;

/// <summary>Every key of every shipped <c>world.yaml</c>, <c>scenario.yaml</c> and <c>backtest.yaml</c> is spoilt in every way that comes to mind.</summary>
public partial class YamlMutationTests
{
    private static readonly (string Name, string Text)[] Values =
    [
        ("empty", ""), ("list for a value", "[[a, b], [c]]"), ("map for a value", "{a: b, c: d}"), ("unknown word", "no-such-thing"), ("path", "../../etc/passwd"), ("anchor", "&x y"),
        ("tag", "!!binary aGk="), ("not a number", ".nan"), ("control character", "\"a\\u0007b\""), ("reversed writing", "\"a\\u202Eb\""), ("far past", "0900-01"), ("thirteenth month", "2025-13"),
        ("negative", "-5"), ("huge", "1e308"),
    ];

    // Free text, and what stands for itself: the reason is beside it.
    private static readonly (string Key, string Mutations, string Reason)[] Passes =
    [
        ("title story", "unknown word;path;not a number;far past;thirteenth month;negative;huge", "free text for readers"),
        ("story", "empty;list for a value;map for a value;control character;reversed writing;lost", "told to readers of the file, not read by the program"),
        ("id", "unknown word;huge", "a new name is as good as the old one"),
        ("title", "lost", "that of the scenario it extends; where it extends none, an error (ScenarioTextTests)"),
        ("unit", "unknown word;path", "a unit is words, of which one is asked for"),
        ("without measures institutions without-institutions programmes-until sets imposes calendar price-rule extends from until end huber_width prior_weight holdout_prior_weight stillness_weight kick_months strength", "lost", "optional: what is extended, or the usual value, then holds"),
        ("end", "empty", "open-ended"),
        ("behaviour-of", "lost", "the worlds then differ, and the error stands at the rows that differ and says what to write"),
        ("weigh", "lost", "optional: nothing is weighed"),
    ];

    public static TheoryData<string> WorldFiles => [.. ShippedFolders.Worlds];

    /// <summary>Shipped scenarios that hold a key none before them holds: a key is read in one place, whoever states it.</summary>
    public static TheoryData<string, string> ScenarioFiles
    {
        get
        {
            TheoryData<string, string> all = [];
            HashSet<string> seen = [];
            foreach ((string scenario, string worlds) in ShippedFolders.Scenarios)
            {
                string[] keys = [.. Key().Matches(File.ReadAllText(Path.Combine(scenario, "scenario.yaml"))).Select(m => m.Groups["key"].Value)];
                if (keys.Any(k => !seen.Contains(k))) all.Add(scenario, worlds);
                seen.UnionWith(keys);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(WorldFiles))]
    public void No_spoilt_key_of_a_world_passes_without_a_word(string folder)
    {
        using MutatedWorld world = new(folder);
        Spoil(Path.Combine(world.Folder, "world.yaml"), () => WorldReader.Read(world.Folder).Problems);
    }

    [Theory]
    [MemberData(nameof(ScenarioFiles))]
    public void No_spoilt_key_of_a_scenario_passes_without_a_word(string scenario, string worlds)
    {
        string root = Directory.CreateTempSubdirectory("offtake-yaml-").FullName, id = Path.GetFileName(scenario);
        try
        {
            string scenarios = Path.Combine(root, "scenarios"), institutions = Path.Combine(Path.GetDirectoryName(scenario)!, "..", "institutions");
            foreach (string other in Directory.GetDirectories(Path.GetDirectoryName(scenario)!)) Copy(other, Path.Combine(scenarios, Path.GetFileName(other)));
            if (Directory.Exists(institutions)) Copy(institutions, Path.Combine(root, "institutions"));
            Spoil(Path.Combine(scenarios, id, "scenario.yaml"), () => ScenarioReader.Read(scenarios, id, worlds).Problems);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public void No_spoilt_key_of_a_backtest_passes_without_a_word()
    {
        string worlds = FileFinder.Worlds(AppContext.BaseDirectory)!, scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;
        string root = Directory.CreateTempSubdirectory("offtake-yaml-").FullName;
        try
        {
            foreach (string backtest in Directory.GetDirectories(ShippedFolders.Backtests))
            {
                string id = Path.GetFileName(backtest);
                Copy(backtest, Path.Combine(root, id));
                Spoil(Path.Combine(root, id, BacktestReader.FileName), () => BacktestReader.Read(root, id, scenarios, worlds, withFits: false).Problems);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [GeneratedRegex("^[ -]*(?<key>[a-z-]+):", RegexOptions.Multiline)]
    private static partial Regex Key();

    private static void Spoil(string file, Func<IReadOnlyList<Problem>> read)
    {
        string whole = File.ReadAllText(file);
        YamlMappingNode root = PlainYaml.Read(whole, "key", out _)!;
        List<string> misses = [];
        foreach ((YamlNode key, YamlNode value) in FirstOfEachKey(root))
        {
            string name = ((YamlScalarNode)key).Value!;
            int start = (int)key.Start.Index, end = (int)key.End.Index, from = (int)value.Start.Index, to = (int)value.End.Index;
            string lineOf = new(' ', (int)key.Start.Column - 1);
            Try("misspelt key", whole[..start] + CellMutation.Misspelt(name) + whole[end..], p => p.Remedy == $"did you mean '{name}'?" || name.Length < 3);
            if (value is YamlScalarNode scalar)
            {
                foreach ((string mutation, string text) in Values) Try(mutation, whole[..from] + Padded(text) + whole[to..], p => p.Line > 0);
                Try("doubled", $"{whole[..start]}{name}: x\n{lineOf}{whole[start..]}", p => p.Line > 0);
                if (scalar.Style is YamlDotNet.Core.ScalarStyle.Plain) Try("lost", whole[..start] + "# gone " + whole[start..], p => p.Remedy.Length > 0);
            }
            else
            {
                Try("value for a list", whole[..from] + Padded("no-such-thing") + "\n" + Rest(whole, to), p => p.Line > 0);
            }

            void Try(string mutation, string text, Func<Problem, bool> isAnswer)
            {
                if (Passes.Any(p => p.Key.Split(' ').Contains(name) && p.Mutations.Split(';').Contains(mutation))) return;
                File.WriteAllText(file, text);
                IReadOnlyList<Problem> problems = read();
                if (!problems.Any(p => p.File.EndsWith(Path.GetFileName(file), StringComparison.Ordinal) && p.Remedy.Length > 0 && isAnswer(p)))
                    misses.Add($"{name}: {mutation} passes; {string.Join(" | ", problems.Take(2).Select(p => p.Sentence))}");
            }
        }

        File.WriteAllText(file, whole);
        Assert.True(misses.Count == 0, $"{file}\n" + string.Join('\n', misses));

        static string Padded(string text) => " " + text;
    }

    // A block that is replaced by one word leaves nothing of its lines behind.
    private static string Rest(string whole, int to) => to < whole.Length && whole[to] != '\n' ? whole[to..] : to < whole.Length ? whole[(to + 1)..] : "";

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> FirstOfEachKey(YamlMappingNode map)
    {
        foreach (KeyValuePair<YamlNode, YamlNode> pair in map.Children)
        {
            yield return pair;
            if (pair.Value is not YamlSequenceNode list || list.Children.OfType<YamlMappingNode>().FirstOrDefault() is not { } first) continue;
            foreach (KeyValuePair<YamlNode, YamlNode> inner in FirstOfEachKey(first)) yield return inner;
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
