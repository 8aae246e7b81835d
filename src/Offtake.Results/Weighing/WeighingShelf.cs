using System.Globalization;

namespace Offtake.Results.Weighing;

/// <summary>The folder <c>runs/evidence</c>, in which weighings are kept so that later reports of the same scenarios can show them with their date.</summary>
public static class WeighingShelf
{
    /// <summary>Name of the folder inside that of all runs.</summary>
    public const string FolderName = "evidence";

    /// <summary>Keeps a weighing; older ones stay.</summary>
    /// <param name="runs">The folder of all runs; made when it is not there.</param>
    /// <param name="weighing">What was weighed.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Keep(string runs, EvidenceWeighing weighing)
    {
        ArgumentNullException.ThrowIfNull(weighing);
        string folder = Path.Combine(runs, FolderName);
        Directory.CreateDirectory(folder);
        string name = Path.GetFileNameWithoutExtension(WeighingFile.NameOf(weighing.Scenario, weighing.Against));
        string stamp = DateTimeOffset.Parse(weighing.Made, CultureInfo.InvariantCulture).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        for (int n = 1; ; n++)
        {
            string path = Path.Combine(folder, $"{name}-{stamp}{(n == 1 ? "" : $"-{n}")}.json");
            if (File.Exists(path)) continue;
            PartFile.Write(path, part => WeighingFile.Fill(weighing, part));
            return path;
        }
    }

    /// <summary>What was ever weighed of a scenario: it alone, it against others, others against it. In ordinal order.</summary>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="scenario">Id of the scenario.</param>
    public static IReadOnlyList<(string Scenario, string Against)> Pairs(string runs, string scenario)
    {
        string folder = Path.Combine(runs, FolderName);
        if (!Directory.Exists(folder)) return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json").Select(f => WeighingFile.Read(File.ReadAllText(f))).OfType<EvidenceWeighing>().Select(w => (w.Scenario, w.Against))
                .Where(w => w.Scenario == scenario || w.Against == scenario).Distinct().OrderBy(w => w.Scenario, StringComparer.Ordinal).ThenBy(w => w.Against, StringComparer.Ordinal),
        ];
    }

    /// <summary>The newest weighing of a scenario, alone or against another; null when there is none. Files that are no weighing are passed over.</summary>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="scenario">Id of the scenario.</param>
    /// <param name="against">Id of the other; empty for a weighing of levels.</param>
    /// <param name="sha256">Hash over the files as they are now (<see cref="WeighingFingerprint"/>).</param>
    public static KeptWeighing? Newest(string runs, string scenario, string against, string sha256)
    {
        string folder = Path.Combine(runs, FolderName);
        if (!Directory.Exists(folder)) return null;
        EvidenceWeighing? newest = Directory.EnumerateFiles(folder, $"{Path.GetFileNameWithoutExtension(WeighingFile.NameOf(scenario, against))}-*.json")
            .Select(f => WeighingFile.Read(File.ReadAllText(f))).OfType<EvidenceWeighing>().Where(w => w.Scenario == scenario && w.Against == against)
            .OrderByDescending(w => w.Sha256 == sha256).ThenByDescending(w => w.Made, StringComparer.Ordinal).FirstOrDefault();
        return newest is null ? null : new KeptWeighing(newest, newest.Sha256 != sha256);
    }
}

/// <summary>A weighing that was made before.</summary>
/// <param name="Weighing">What was found then.</param>
/// <param name="IsOutdated">Whether files have changed since.</param>
public sealed record KeptWeighing(EvidenceWeighing Weighing, bool IsOutdated);
