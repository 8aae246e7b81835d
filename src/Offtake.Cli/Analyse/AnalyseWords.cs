namespace Offtake.Cli.Analyse;

/// <summary>What stands on the command line of an analysis, not yet understood. What an analysis has no use for is null or empty.</summary>
internal sealed record AnalyseWords(string Analysis, string File)
{
    public IReadOnlyList<string> Inputs { get; init; } = [];

    public IReadOnlyList<string> Outcomes { get; init; } = [];

    public IReadOnlyList<string> Where { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Threshold { get; init; }

    public string? Bootstraps { get; init; }

    public string? Seed { get; init; }

    public string? Workers { get; init; }

    public bool Json { get; init; }

    public bool SecondOrder { get; init; }

    public string? Design { get; init; }

    public string? Ranges { get; init; }

    public string? Peel { get; init; }

    public string? Paste { get; init; }

    public string? LeastMass { get; init; }

    public string? LeastDensity { get; init; }

    public string? Objective { get; init; }

    public string? Boxes { get; init; }

    public string? LeastLeaf { get; init; }

    public string? MostDepth { get; init; }

    public string? Folds { get; init; }

    public IReadOnlyList<string> Quantiles { get; init; } = [];

    public string? Within { get; init; }
}
