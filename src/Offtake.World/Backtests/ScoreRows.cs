using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Backtests;

/// <summary>Reads <c>scores.csv</c>.</summary>
internal static class ScoreRows
{
    private static readonly string[] Standings = ["imposed", "calibrated", "predicted"];

    public static IReadOnlyList<Score> Read(Table table, ProblemList problems) => [.. table.Rows.Select(row => ReadOne(row, problems))];

    private static Score ReadOne(Row row, ProblemList problems)
    {
        ScoreKind kind = row.Choice<ScoreKind>("kind");
        string variable = row.Required("variable"), region = row.Required("region");
        IReadOnlyList<string> subjects = row.List("subject");
        Period? from = PeriodIn(row, "from", isRequired: true, problems), to = PeriodIn(row, "to", isRequired: true, problems);
        if (from is { } f && to is { } t && t.Last < f.First)
            problems.Error(row.At, "'to' lies before 'from':", row.Text("to"), $"{f.First} or later", "correct one of them");
        var score = new Score(
            row.Required("id"), row.Required("title"), kind,
            [.. (subjects.Count == 0 ? [""] : subjects).Select(s => new SeriesName(variable, s, region))],
            from?.First ?? default, to?.Last ?? default,
            PeriodIn(row, "base", isRequired: false, problems), AgainstOf(row, problems), EveryOf(row),
            Number(row, "low", problems), Number(row, "high", problems), Number(row, "ambitious_low", problems), Number(row, "ambitious_high", problems),
            ObservedIn(row, kind, problems), StandingOf(row, problems),
            Number(row, "weight", problems) ?? 0.0, Number(row, "sigma", problems),
            row.Text("window") is { Length: > 0 } window ? window : null, row.Text("source"), row.Text("note"), row.At.ToString());
        CheckKind(score, row, problems);
        return score;
    }

    private static void CheckKind(Score score, Row row, ProblemList problems)
    {
        bool needsBase = score.Kind is ScoreKind.Fall or ScoreKind.Multiple, needsAgainst = score.Kind is ScoreKind.Share or ScoreKind.Wedge;
        string kind = EnumText.Of(score.Kind);
        if (needsBase && score.Base is null && row.Text("base").Length == 0)
            problems.Error(row.At, $"a score of kind {kind} needs 'base'", null, Period.Forms, "name the period that changes are counted from");
        if (needsAgainst && score.Against is null && row.Text("against").Length == 0)
            problems.Error(row.At, $"a score of kind {kind} needs 'against'", null, "variable/subject/region", "name the other series of the ratio");
        if (score.IsShape && score.Series.Count > 1)
            problems.Error(row.At, $"a score of kind {kind} is about one series:", row.Text("subject"), null, "join subjects by + to sum them, or write one row each");
        if (score.Weight < 0.0) problems.Error(row.At, "'weight' is", row.Text("weight"), "0 or more", "leave it empty to keep the score out of the objective");
        if (score.Weight > 0.0 && !score.IsShape && !score.IsPointwise)
            problems.Error(row.At, $"a score of kind {kind} cannot steer a search:", row.Text("weight"), "0", "weigh the errors it is made of instead");
        if (score.Weight > 0.0 && score.IsShape && score.Low is null && score.High is null)
            problems.Error(row.At, "a weight without a band:", row.Text("weight"), null, "fill low or high");
        if (score.Sigma <= 0.0) problems.Error(row.At, "'sigma' is", row.Text("sigma"), "above 0", "leave it empty for the default");
    }

    private static double? Number(Row row, string column, ProblemList problems) => EvidenceRows.Plain(row, column, isRequired: false, problems);

    internal static Period? PeriodIn(Row row, string column, bool isRequired, ProblemList problems)
    {
        string text = isRequired ? row.Required(column) : row.Text(column);
        if (text.Length == 0) return null;
        if (Period.TryParse(text, out Period period)) return period;
        problems.Error(row.At, $"'{column}' is not a period:", text, Period.Forms, "write it in one of these forms");
        return null;
    }

    private static SeriesName? AgainstOf(Row row, ProblemList problems)
    {
        string text = row.Text("against");
        if (text.Length == 0) return null;
        if (text.Split('/') is [var variable, var subject, var region]) return new SeriesName(variable, subject, region);
        problems.Error(row.At, "'against' is not a series:", text, "variable/subject/region", "write all three, the subject may be blank");
        return null;
    }

    private static PeriodLength? EveryOf(Row row) => row.Text("every").Length == 0 ? null : row.Choice<PeriodLength>("every");

    private static double? ObservedIn(Row row, ScoreKind kind, ProblemList problems)
    {
        if (kind != ScoreKind.PeakMonth) return Number(row, "observed", problems);
        return row.MonthOrNull("observed") is { } month ? month.Number : null;
    }

    private static string StandingOf(Row row, ProblemList problems)
    {
        string standing = row.Text("standing");
        if (standing.Length == 0) return "calibrated";
        if (!Standings.Contains(standing)) problems.Error(row.At, "unknown standing", standing, null, NearestName.Remedy(standing, Standings));
        return standing;
    }
}
