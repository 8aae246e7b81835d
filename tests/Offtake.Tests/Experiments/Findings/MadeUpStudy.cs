using Offtake.Experiments.Findings;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Results;

namespace Offtake.Tests.Experiments.Findings;

/// <summary>A finished study whose outcomes follow from a formula, so that what is to be found is known. Uncertainties are uniform from 0 to 1.</summary>
internal sealed record MadeUpStudy
{
    public delegate double Formula(int policy, double[] x, double chance);

    public int Futures { get; init; } = 2000;

    public int Inputs { get; init; } = 2;

    public string[] Policies { get; init; } = ["as-is", "more"];

    /// <summary>By policy, the value of the only lever; null where it is not set.</summary>
    public double?[] Lever { get; init; } = [];

    public (Better Better, Formula Value)[] Outcomes { get; init; } = [(Better.Higher, (_, x, _) => x[0])];

    public Condition[] Conditions { get; init; } = [];

    public WinnerMap[] Maps { get; init; } = [];

    public IndexDesign Indices { get; init; }

    public bool IsCorrelated { get; init; }

    /// <summary>Future that takes the place of each; the order in which futures are stored.</summary>
    public Func<int, int> Place { get; init; } = f => f;

    public Func<int, bool> IsRefused { get; init; } = _ => false;

    public string Title { get; init; } = "Thing";

    private int Block => Indices switch { IndexDesign.None => 1, IndexDesign.Total => Inputs + 3, _ => (2 * (Inputs + 1)) + 2 };

    public StudyHeader Header => new(
        "Offtake", "made-up", Title + " study", "A *story*.", "abc", "chain", "World", 1, Futures, new Sampling(SamplingMethod.MonteCarlo, Indices), true,
        [.. Enumerable.Range(0, Inputs).Select(u => new UncertaintyEntry($"u{u}", $"{Title} u{u}", "elasticity", 0.5, 0, 1, "uniform", u == 0, [$"@u{u}"]))],
        IsCorrelated ? [new Correlation(0, 1, 0.5)] : [],
        Lever.Length == 0 ? [] : [new LeverEntry("lever", "Lever", "times", 0, 2, ["@lever"])],
        [.. Policies.Select((p, i) => new PolicyEntry(p, $"{Title} {p}", "base", i < Lever.Length && Lever[i] is { } v ? [new LeverSetting(0, v)] : []))],
        [.. Outcomes.Select((o, i) => new OutcomeEntry($"y-{i}", $"{Title} y{i}", "months", o.Better))], Conditions, Maps);

    public IEnumerable<StudyRow> Rows(int first = 0, int? count = null)
    {
        for (int f = first; f < first + (count ?? Futures); f++)
        {
            int from = Place(f), pair = from / Block, row = from % Block;
            double[] x = [.. Enumerable.Range(0, Inputs).Select(u => Unit(pair, u, IsFromB(row, u)))];
            if (IsCorrelated) x[1] = (x[0] + x[1]) / 2;
            double chance = Unit(pair, Inputs, IsFromB(row, Inputs));
            bool refused = IsRefused(f);
            yield return new StudyRow(f, x, [.. Policies.SelectMany((_, p) => Outcomes.Select(o => refused ? double.NaN : o.Value(p, x, chance)))], refused ? "numbers contradict each other" : null);
        }
    }

    public StudyFindings Find(int workers = 0) => With(results => StudyDiscovery.Of(results, workers));

    public T With<T>(Func<StudyResults, T> use)
    {
        using ScratchFolder folder = new();
        StudyFile.Write(Header, StudySlice.Whole(Header), Rows(), folder["study.sqlite"]);
        using StudyResults results = StudyResults.Open(folder["study.sqlite"]);
        return use(results);
    }

    /// <summary>Noise of mean zero, different for every policy, from one chance.</summary>
    public static double Noise(double chance, int policy, double size) => size * (Unit((int)(chance * 1e9), policy + 11, true) - 0.5);

    private bool IsFromB(int row, int input)
    {
        if (Block == 1) return false;
        if (row == Block - 1) return true;
        return row <= Inputs + 1 ? row == input + 1 : row - (Inputs + 2) != input;
    }

    private static double Unit(int pair, int input, bool fromB)
    {
        ulong z = unchecked((ulong)((pair * 64L) + (input * 2L) + (fromB ? 1 : 0) + 1) * 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return (((z ^ (z >> 31)) >> 11) + 0.5) / 9007199254740992.0;
    }
}
