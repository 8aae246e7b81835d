using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;
using Offtake.Results;

namespace Offtake.Experiments;

/// <summary>What a scenario gave when somebody last looked and accepted it: digests month by month, and yearly figures to name what moved.</summary>
/// <param name="Platform">The kind of machine the digests were made on. Another kind may round the last bit of a logarithm differently.</param>
/// <param name="Digests">Digest by future and month.</param>
/// <param name="Figures">Means of prices and of activity in every fifth year, by name such as <c>price ndpr-oxide@somewhere 2031, future 1</c>.</param>
public sealed record Golden(string Platform, IReadOnlyList<IReadOnlyList<string>> Digests, IReadOnlyDictionary<string, double> Figures)
{
    /// <summary>Seed of all goldens.</summary>
    public const ulong Seed = 1;

    /// <summary>Futures of all goldens.</summary>
    public const int Futures = 2;

    // Digests notice everything in its month; figures only say how far it moved.
    private const int EveryYears = 5;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The kind of machine this is: operating system, architecture, runtime, fused multiply-add.</summary>
    public static string ThisPlatform =>
        $"{RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version.Major}, {(Fma.IsSupported ? "fused multiply-add" : "no fused multiply-add")}";

    /// <summary>Takes the golden of a run with the golden's seed and futures.</summary>
    public static Golden Of(RunResults results)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        AddYears(figures, results.Panels["market"], "price", "price_usd_per_unit", e => e[4] == "posted" ? $"{e[0]}@{e[1]}" : null);
        AddYears(figures, results.Panels["sector"], "activity", "activity_amount", e => $"{e[0]}@{e[2]}");
        return new Golden(ThisPlatform, results.Manifest.MonthDigests, figures);
    }

    /// <summary>Reads an accepted golden.</summary>
    public static Golden Read(string path) =>
        JsonSerializer.Deserialize<Golden>(File.ReadAllText(path), Layout) ?? throw new InvalidDataException($"{path} holds no golden; accept the scenario anew.");

    /// <summary>Writes a golden.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Layout) + "\n");

    private static void AddYears(
        SortedDictionary<string, double> figures, Panel panel, string what, string columnName, Func<IReadOnlyList<string>, string?> nameOf)
    {
        int column = panel.ColumnOf(columnName);
        for (int entity = 0; entity < panel.Entities.Count; entity++)
        {
            if (nameOf(panel.Entities[entity]) is not { } name) continue;
            for (int future = 0; future < panel.FutureCount; future++)
            {
                for (int period = 0; period < panel.PeriodCount; period++)
                {
                    if ((panel.First + period).Year % EveryYears != 0) continue;
                    string key = $"{what} {name} {(panel.First + period).Year}, future {future + 1}";
                    figures[key] = figures.GetValueOrDefault(key) + (panel[future, period, entity, column] / 12.0);
                }
            }
        }
    }
}
