using System.Globalization;
using Offtake.Results;
using Offtake.Results.Studies;

namespace Offtake.Cli;

/// <summary>Writes what a finished study shows: report, findings, manifest, and a table for whoever waits for it.</summary>
internal static class StudyFindingsFiles
{
    /// <summary>Writes the files of a folder that holds a whole study.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Write(StudyFolder folder, int workers, double seconds, bool json, Surroundings around)
    {
        using StudyResults results = StudyResults.Open(folder.Finished);
        folder.Explain(results, workers, seconds);
        if (!json) WriteTable(results, around);
        around.Out.WriteLine(folder.Path);
        return ExitCodes.Done;
    }

    private static void WriteTable(StudyResults results, Surroundings around)
    {
        for (int o = 0; o < results.Header.Outcomes.Count; o++)
        {
            for (int p = 0; p < results.Header.Policies.Count; p++)
            {
                double[] values = [.. results.Outcome(p, o).Where(double.IsFinite).Order()];
                string words = values.Length == 0 ? "no value" : string.Create(CultureInfo.InvariantCulture, $"{Quantiles.At(values, 0.5):G4} ({Quantiles.At(values, 0.05):G4} to {Quantiles.At(values, 0.95):G4})");
                around.Out.WriteLine($"{results.Header.Outcomes[o].Title} [{results.Header.Outcomes[o].Unit}], {results.Header.Policies[p].Title}: {words}");
            }
        }
    }
}
