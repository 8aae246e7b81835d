using System.Globalization;
using System.IO.Enumeration;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Records;

namespace Offtake.World.Checking;

/// <summary>Puts the question of a check to a record.</summary>
/// <remarks>
/// Rule: nothing matches and the record covers who and months -> disputed; something matches but adds up to less than asked, or cannot be added up -> partly; it adds up -> confirmed;
/// nothing matches and the record does not cover who and months -> unverified. Absence in one record disputes a claim, it does not refute it. What has another unit or currency is listed, never added.
/// </remarks>
public static class RecordJudgement
{
    private const int MostTerms = 12;

    /// <summary>The outcome of a check.</summary>
    public static CheckOutcome Of(RecordCheck check, RecordContent record)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(record);
        List<string> steps = [];
        RecordRow[] ofThem = [.. record.Rows.Where(r => Fits(r.Who, check.Who))];
        RecordRow[] alike = [.. ofThem.Where(r => Fits(r.What, check.What) && Fits(r.Where, check.Where) && (check.Stages.Count == 0 || check.Stages.Contains(r.Stage)))];
        RecordRow[] matching = [.. alike.Where(r => IsIn(r.Months, check.Months))];
        steps.Add($"{Rows(record.Rows.Count)} in {check.Record}; {ofThem.Length} by {Words(check.Who, "anybody")}; {alike.Length} of {Words(check.What, "anything")}; {matching.Length} in {check.Months?.ToString() ?? "all months"}.");
        RecordRow[] counted = [.. matching.Where(r => Amount(r, check) is not null)];
        double sum = counted.Sum(r => Amount(r, check)!.Value);
        if (counted.Length > 0) steps.Add($"{Terms(counted, check)} = {Number(sum)} {Unit(check)}.");
        if (Others(matching, check) is { Length: > 0 } others) steps.Add($"Not added up: {others}.");
        (Verdict verdict, string why) = Judge(check, ofThem, matching, counted, sum);
        steps.Add(why);
        return new CheckOutcome(check, verdict, matching, sum, steps, record.Sha256);
    }

    private static (Verdict, string) Judge(RecordCheck check, RecordRow[] ofThem, RecordRow[] matching, RecordRow[] counted, double sum)
    {
        string asked = $"{Number(check.ConfirmedAt)} {Unit(check)}";
        if (matching.Length == 0)
        {
            string? gap = GapOf(check, ofThem);
            return gap is null
                ? (Verdict.Disputed, $"The record covers {Words(check.Who, "everybody")} in {check.Months?.ToString() ?? "all its months"} and shows nothing of the kind: disputed.")
                : (Verdict.Unverified, $"Nothing matches, but {gap}: unverified.");
        }

        if (counted.Length == 0) return (Verdict.Partly, $"{Rows(matching.Length)} match and none states an amount in {Unit(check)}; {asked} were asked for: partly.");
        if (sum <= 0.0) return (Verdict.Disputed, $"What matches adds up to nothing; {asked} were asked for: disputed.");
        return sum >= check.ConfirmedAt ? (Verdict.Confirmed, $"{asked} were asked for: confirmed.") : (Verdict.Partly, $"{Number(100.0 * sum / check.ConfirmedAt)} % of {asked}: partly.");
    }

    /// <summary>Why the record cannot say that there was nothing; null when it can.</summary>
    private static string? GapOf(RecordCheck check, RecordRow[] ofThem)
    {
        if (check.Covers is { } stated) return check.Months is not { } wanted || wanted.IsWithin(stated.First, stated.Last) ? null : $"the record is said to cover {stated} only";
        if (ofThem.Length == 0) return $"the record holds nothing by {Words(check.Who, "anybody")} at all, so it may not cover them";
        if (check.Months is not { } months) return null;
        Period[] dated = [.. ofThem.Where(r => r.Months is not null).Select(r => r.Months!.Value)];
        if (dated.Length == 0) return "none of its rows is dated";
        Month first = dated.Min(p => p.First), last = dated.Max(p => p.Last);
        return months.IsWithin(first, last) ? null : $"its rows by them run from {first} to {last} and do not cover {months}";
    }

    private static bool Fits(IReadOnlyList<string> texts, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 || texts.Any(t => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, t, ignoreCase: true)));

    private static bool IsIn(Period? when, Period? asked) => asked is not { } a || (when is { } w && w.IsWithin(a.First, a.Last));

    private static double? Amount(RecordRow row, RecordCheck check) => check.Counts switch
    {
        Counted.Rows => 1.0,
        Counted.Quantity => string.Equals(row.Unit, check.Unit, StringComparison.OrdinalIgnoreCase) ? row.Quantity : null,
        _ => string.Equals(row.Currency, check.Unit, StringComparison.OrdinalIgnoreCase) ? row.Value : null,
    };

    private static string Others(RecordRow[] matching, RecordCheck check) => string.Join(", ", matching.Where(r => Amount(r, check) is null)
        .GroupBy(r => check.Counts == Counted.Value ? (r.Value is null ? "" : r.Currency) : (r.Quantity is null ? "" : r.Unit))
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key.Length == 0 ? $"{Rows(g.Count())} without an amount of their own" : $"{Rows(g.Count())} in {g.Key} ({Number(g.Sum(r => (check.Counts == Counted.Value ? r.Value : r.Quantity) ?? 0.0))})"));

    private static string Terms(RecordRow[] rows, RecordCheck check)
    {
        if (check.Counts == Counted.Rows) return Rows(rows.Length);
        string shown = string.Join(" + ", rows.Take(MostTerms).Select(r => Number(Amount(r, check)!.Value)));
        return rows.Length > MostTerms ? $"{shown} + … ({rows.Length} terms)" : shown;
    }

    private static string Unit(RecordCheck check) => check.Counts == Counted.Rows ? "rows" : check.Unit;

    private static string Words(IReadOnlyList<string> patterns, string otherwise) => patterns.Count == 0 ? otherwise : string.Join(" or ", patterns.Select(p => $"'{p}'"));

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count.ToString("#,0", CultureInfo.InvariantCulture)} rows";

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
