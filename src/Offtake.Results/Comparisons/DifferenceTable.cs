using System.Globalization;
using System.Text;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Results.Comparisons;

/// <summary>Paired differences as one flat table for spreadsheets and data frames: a row an outcome and scenario beside the reference. What has no value is empty.</summary>
public static class DifferenceTable
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "differences.csv";

    private const string Head =
        "question,outcome,title,unit,better,scenario,against,pairs,ahead_share,tied_share,level_median,level_low,level_high,difference_median,difference_low,difference_high,range_kind,difference_mean,difference_mean_low,difference_mean_high,lead";

    /// <summary>Writes the file under exactly the name given. Columns of values are in the outcome's unit; <c>range_kind</c> says what the ends of ranges are.</summary>
    public static void Fill(ComparisonFindings findings, string path)
    {
        ArgumentNullException.ThrowIfNull(findings);
        StudyHeader h = findings.Study.Header;
        using StreamWriter to = new(path, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        to.WriteLine(Head);
        foreach (OutcomeFindings o in findings.Study.Outcomes)
            foreach (Comparison c in o.Comparisons)
            {
                OutcomeEntry entry = h.Outcomes[o.Outcome];
                Band level = o.Levels[c.Policy].Band;
                string[] cells =
                [
                    findings.Asked[o.Outcome].Question.ToString().ToLowerInvariant(), entry.Id, entry.Title, entry.Unit, entry.Better == Better.Unsaid ? "" : entry.Better.ToString().ToLowerInvariant(),
                    h.Policies[c.Policy].Id, h.Policies[c.Against].Id, c.Pairs.ToString(CultureInfo.InvariantCulture), Number(c.AheadShare), Number(c.TiedShare),
                    Number(level.Median), Number(level.Low), Number(level.High), Number(c.Difference.Median), Number(c.Difference.Low), Number(c.Difference.High), c.Pairs == 0 ? "" : c.Difference.KindName,
                    Number(c.MeanDifference.Value), Number(c.MeanDifference.Low), Number(c.MeanDifference.High), c.Pairs == 0 ? "" : Word(c.Lead),
                ];
                to.WriteLine(string.Join(',', cells.Select(Cell)));
            }
    }

    private static string Word(Lead lead) => lead == Lead.TooClose ? "too-close" : lead.ToString().ToLowerInvariant();

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Cell(string text) => text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
