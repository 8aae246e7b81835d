using Offtake.Tests.Cli;

namespace Offtake.Tests.Exploring;

/// <summary>A small study of a shipped world, in a shell's folder; the worlds and scenarios are found beside it.</summary>
internal static class WineStudy
{
    public const string Id = "wine";

    public const string Text = """
        study: wine
        title: What moves yellow wine
        scenario: rice-wine
        futures: 12
        uncertainties:
          - {id: response, title: Price response, of: "@elasticity-wine"}
          - {id: harvest, title: Peak of the harvest, of: "@harvest-peak"}
        policies:
          - {id: plain, title: As things go}
          - {id: same, title: The same again}
        outcomes:
          - {id: drunk, title: Wine drunk, variable: used, of: bottled-wine, period: 2026, statistic: sum, better: higher}
          - {id: price, title: Price of wine, variable: price, of: bottled-wine, in: china, period: 2026, better: lower}
        """;

    /// <summary>Puts the study, with links to all it needs, into a shell's folder.</summary>
    public static Shell In(Shell shell, string? text = null)
    {
        string root = Path.GetDirectoryName(Offtake.World.FileFinder.Worlds()!)!;
        Directory.CreateDirectory(shell[$"studies/{Id}"]);
        File.WriteAllText(shell[$"studies/{Id}/study.yaml"], text ?? Text);
        foreach (string folder in new[] { "worlds/rice-wine", "scenarios/rice-wine" })
        {
            Directory.CreateDirectory(shell[folder]);
            foreach (string file in Directory.GetFiles(Path.Combine(root, folder))) File.Copy(file, shell[$"{folder}/{Path.GetFileName(file)}"]);
        }

        return shell;
    }

    public static byte[] Bytes(Shell shell, string folder) => File.ReadAllBytes(shell[$"{folder}/study.sqlite"]);
}
