using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Records;

namespace Offtake.World.Checking;

/// <summary>Puts the question of a check to a record.</summary>
/// <remarks>
/// Rule: nothing matches, nothing may match and the record covers who and months -> disputed; something matches but adds up to less than asked, or cannot be added up -> partly; it adds up ->
/// confirmed; else -> unverified, with the reason. Absence in one record disputes a claim, it does not refute it. What has another unit or currency is listed, never added.
/// </remarks>
public static class RecordJudgement
{
    private const int MostTerms = 12, MostKinds = 5;

    /// <summary>The outcome of a check.</summary>
    public static CheckOutcome Of(RecordCheck check, RecordContent record)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(record);
        List<string> steps = [];
        (RecordRow Row, RecordFit Fit)[] all = [.. record.Rows.Select(r => (r, RecordFit.Of(r, check)))];
        RecordRow[] matching = [.. all.Where(a => a.Fit.IsMatch).Select(a => a.Row)];
        RecordRow[] ofThem = [.. all.Where(a => a.Fit.Who == Answer.Yes).Select(a => a.Row)];
        (RecordRow Row, RecordFit Fit)[] open = [.. all.Where(a => a.Fit.IsOpen)];
        steps.Add(Funnel(check, all));
        RecordRow[] counted = [.. matching.Where(r => Amount(r, check) is not null)];
        double sum = counted.Sum(r => Amount(r, check)!.Value);
        if (counted.Length > 0) steps.Add($"{Terms(counted, check)} = {Number(sum)} {Unit(check)}.");
        if (Others(matching, check) is { Length: > 0 } others) steps.Add($"Not added up: {others}.");
        if (open.Length > 0) steps.Add($"Not counted and not ruled out: {Doubts(open)}.");
        (Verdict verdict, string why) = Judge(check, record, ofThem, matching, open.Length, counted, sum);
        if (verdict == Verdict.Disputed) steps.Add($"What they bought: {Shown(ofThem.Where(r => r.Standing == Standing.Good))}.");
        steps.Add(why);
        return new CheckOutcome(check, verdict, matching, sum, steps, record.Sha256) { Open = [.. open.Select(o => o.Row)] };
    }

    private static (Verdict, string) Judge(RecordCheck check, RecordContent record, RecordRow[] ofThem, RecordRow[] matching, int open, RecordRow[] counted, double sum)
    {
        string asked = $"{Number(check.ConfirmedAt)} {Unit(check)}";
        if (matching.Length == 0)
        {
            string? gap = open > 0 ? $"{Rows(open)} may" : record.Gaps.Count > 0 ? $"not all was read ({record.Gaps[0].TrimEnd('.')})" : GapOf(check, ofThem);
            return gap is null
                ? (Verdict.Disputed, $"The record covers {Words(check.Who, "everybody")} in {check.Months?.ToString() ?? "all its months"} and shows nothing of the kind: disputed.")
                : (Verdict.Unverified, $"Nothing matches, but {gap}: unverified.");
        }

        if (counted.Length == 0) return (Verdict.Partly, $"{Rows(matching.Length)} {Match(matching)}, without an amount in {Unit(check)}; {asked} were asked for: partly.");
        if (sum <= 0.0) return (Verdict.Unverified, $"{Rows(matching.Length)} {Match(matching)}, and what is stated adds up to {Number(sum)}, which is no purchase and no denial of one: unverified.");
        return sum >= check.ConfirmedAt ? (Verdict.Confirmed, $"{asked} were asked for: confirmed.") : (Verdict.Partly, $"{Number(100.0 * sum / check.ConfirmedAt)} % of {asked}: partly.");
    }

    /// <summary>Why the record cannot say that there was nothing; null when it can.</summary>
    private static string? GapOf(RecordCheck check, RecordRow[] ofThem)
    {
        if (ofThem.Length == 0) return $"the record holds nothing by {Words(check.Who, "anybody")} at all, so it may not cover them or may have another name for them";
        RecordRow[] alike = [.. ofThem.Where(r => (check.Stages.Count == 0 || check.Stages.Contains(r.Stage, StringComparer.OrdinalIgnoreCase)) && NamePattern.Fits(r.Where, check.Where))];
        if (alike.Length == 0) return $"the record holds nothing{Place(check)}{Stage(check)} by them at all, so it may not cover that";
        if (check.Covers is { } stated) return check.Months is not { } wanted || wanted.IsWithin(stated.First, stated.Last) ? null : $"the record is said to cover {stated} only";
        if (check.Months is not { } months) return null;
        Period[] dated = [.. alike.Where(r => r.Months is not null).Select(r => r.Months!.Value)];
        if (dated.Length == 0) return "none of its rows is dated";
        Month first = dated.Min(p => p.First), last = dated.Max(p => p.Last);
        return months.IsWithin(first, last) ? null : $"its rows by them run from {first} to {last} and do not cover {months}";
    }

    /// <summary>How many rows are left after each part of the question.</summary>
    private static string Funnel(RecordCheck check, (RecordRow Row, RecordFit Fit)[] all)
    {
        List<string> parts = [$"{Rows(all.Length)} in {check.Record}"];
        Keep(f => f.Who, $"by {Words(check.Who, "anybody")}");
        Keep(f => f.What, $"of {Words(check.What, "anything")}");
        if (check.Where.Count > 0) Keep(f => f.Where, $"at {Words(check.Where, "")}");
        // Before the stage: what was cancelled often stands at an earlier one, and would seem not to have got there.
        string[] ended = [.. all.Where(a => a.Row.Standing == Standing.Void).GroupBy(a => a.Row.Status).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}")];
        if (ended.Length > 0) Keep(f => f.Standing, $"not ended without a purchase ({string.Join(", ", ended)} left out)");
        else if (all.Any(a => a.Fit.Standing != Answer.Yes)) Keep(f => f.Standing, "settled");
        if (check.Stages.Count > 0) Keep(f => f.Stage, $"at the stage of {string.Join(" or ", check.Stages)}");
        Keep(f => f.When, $"in {check.Months?.ToString() ?? "all months"}");
        return string.Join("; ", parts) + ".";

        void Keep(Func<RecordFit, Answer> part, string words)
        {
            all = [.. all.Where(a => part(a.Fit) == Answer.Yes)];
            parts.Add($"{all.Length.ToString("#,0", CultureInfo.InvariantCulture)} {words}");
        }
    }

    private static string Doubts((RecordRow Row, RecordFit Fit)[] open) => string.Join(", ", open.GroupBy(o => o.Fit.Doubt)
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({Rows(g.Count())})"));

    private static string Shown(IEnumerable<RecordRow> rows)
    {
        string[] kinds = [.. rows.Select(r => r.What.Concat(r.Titles).FirstOrDefault() ?? "not said").Distinct()];
        string more = kinds.Length > MostKinds ? $" and {kinds.Length - MostKinds} other kinds" : "";
        return kinds.Length == 0 ? "nothing" : string.Join(", ", kinds.Take(MostKinds).Select(k => $"'{(k.Length > 60 ? k[..60] + "…" : k)}'")) + more;
    }

    private static string Place(RecordCheck check) => check.Where.Count > 0 ? $" at {Words(check.Where, "")}" : "";

    private static string Stage(RecordCheck check) => check.Stages.Count > 0 ? $" at the stage of {string.Join(" or ", check.Stages)}" : "";

    private static string Match(RecordRow[] rows) => rows.Length == 1 ? "matches" : "match";

    private static double? Amount(RecordRow row, RecordCheck check) => check.Counts switch
    {
        Counted.Rows => 1.0,
        Counted.Quantity => IsIn(row, check) ? row.Quantity : null,
        _ => string.Equals(row.Currency, check.Unit, StringComparison.OrdinalIgnoreCase) ? row.Value : null,
    };

    private static bool IsIn(RecordRow row, RecordCheck check) =>
        check.Units.Contains(row.Unit, StringComparer.OrdinalIgnoreCase) || row.OtherUnits.Any(u => check.Units.Contains(u, StringComparer.OrdinalIgnoreCase));

    private static string Others(RecordRow[] matching, RecordCheck check) => string.Join(", ", matching.Where(r => Amount(r, check) is null)
        .GroupBy(r => check.Counts == Counted.Value ? (r.Value is null ? "" : NoneIf(r.Currency, "no currency")) : (r.Quantity is null ? "" : NoneIf(r.Unit, "no unit")))
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key.Length == 0 ? $"{Rows(g.Count())} without an amount of their own" : $"{Rows(g.Count())} in {g.Key} ({Number(g.Sum(r => (check.Counts == Counted.Value ? r.Value : r.Quantity) ?? 0.0))})"));

    private static string NoneIf(string unit, string none) => unit.Length > 0 ? unit : none;

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
