using System.Globalization;
using System.Text;

namespace Offtake.Results.Studies.Findings;

/// <summary>All futures as one flat table for spreadsheets and data frames: a row a future and policy, with its inputs and outcomes. What has no value is empty.</summary>
public static class OutcomeTable
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "outcomes.csv";

    /// <summary>Writes the file under exactly the name given. Columns: <c>future</c> (from 1), <c>policy</c> (its id), uncertainties, outcomes, named as in study.sqlite; an uncertainty and an outcome of one name are told apart by <c>_outcome</c>.</summary>
    public static void Fill(StudyResults results, string path)
    {
        ArgumentNullException.ThrowIfNull(results);
        StudyHeader h = results.Header;
        int outcomes = h.Outcomes.Count;
        using StreamWriter to = new(path, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16) { NewLine = "\n" };
        HashSet<string> taken = ["future", "policy"];
        to.WriteLine(string.Join(',', ["future", "policy", .. h.Uncertainties.Select(u => Free(StudyTables.ColumnOf(u.Id), "_input", taken)), .. h.Outcomes.Select(o => Free(StudyTables.ColumnOf(o.Id), "_outcome", taken))]));
        foreach (StudyRow row in results.Rows())
        {
            if (row.Refused is not null) continue;
            for (int p = 0; p < h.Policies.Count; p++)
            {
                to.Write((row.Future + 1).ToString(CultureInfo.InvariantCulture));
                to.Write(',');
                to.Write(h.Policies[p].Id);
                foreach (double value in row.Inputs) Add(to, value);
                foreach (double value in row.Outcomes.AsSpan(p * outcomes, outcomes)) Add(to, value);
                to.Write('\n');
            }
        }
    }

    private static string Free(string name, string suffix, HashSet<string> taken)
    {
        while (!taken.Add(name)) name += suffix;
        return name;
    }

    private static void Add(StreamWriter to, double value)
    {
        to.Write(',');
        if (double.IsNaN(value)) return;
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        to.Write(digits[..length]);
    }
}
