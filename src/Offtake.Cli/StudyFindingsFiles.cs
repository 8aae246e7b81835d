using System.Text;
using Offtake.Experiments.Findings;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Cli;

/// <summary>Writes what a finished study shows: report, findings, table of futures, manifest, and a summary for whoever waits for it.</summary>
internal static class StudyFindingsFiles
{
    private const string ReportName = "report.html";

    /// <summary>Whether all of them are there.</summary>
    public static bool Are(StudyFolder folder) =>
        new[] { StudyFolder.ManifestName, ReportName, StudySummaryWriter.FileName, OutcomeTable.FileName }.All(name => File.Exists(folder.In(name)));

    /// <summary>Writes the files of a folder that holds a whole study.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Write(StudyFolder folder, int workers, double seconds, bool json, Surroundings around)
    {
        using StudyResults results = StudyResults.Open(folder.Finished);
        StudyFindings findings = StudyDiscovery.Of(results, workers);
        StudyProse prose = StudyReport.Prose(findings);
        folder.Explain(
            results, workers, seconds,
            new RunFile(ReportName, part => Report(findings, prose, part)),
            new RunFile(StudySummaryWriter.FileName, part => StudySummaryWriter.Fill(findings, prose, part)),
            new RunFile(OutcomeTable.FileName, part => OutcomeTable.Fill(results, part)));
        if (json) around.Out.Write(StudySummaryWriter.Text(findings, prose));
        else StudySummary.Write(findings, prose, folder.Path, around);
        return ExitCodes.Done;
    }

    private static void Report(StudyFindings findings, StudyProse prose, string part)
    {
        using StreamWriter to = new(part, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        StudyReport.Write(findings, prose, to);
    }
}
