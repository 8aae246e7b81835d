using Offtake.Model.Evidence;
using Offtake.Model.History;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Backtests;

/// <summary>Reads free numbers, forecasts, mechanisms and ablations.</summary>
internal static class OtherRows
{
    public static IReadOnlyList<FreeNumber> Free(Table table, ParameterNames names, ProblemList problems) =>
        [.. table.Rows.Select(row => FreeOf(row, names, problems)).OfType<FreeNumber>()];

    public static IReadOnlyList<Forecast> Forecasts(Table table, ProblemList problems) => [.. table.Rows.Select(row => new Forecast(
        row.Required("id"), row.Required("title"), new SeriesName(row.Required("variable"), row.Text("subject"), row.Required("region")),
        ScoreRows.PeriodIn(row, "period", isRequired: true, problems) ?? default, Plain(row, "low", problems), Plain(row, "high", problems),
        row.Required("unit"), row.Text("source"), row.Text("note")))];

    public static IReadOnlyList<Mechanism> Mechanisms(Table table, IReadOnlyList<Variant> variants, ParameterNames names, ProblemList problems) => [.. table.Rows.Select(row =>
    {
        string[] known = [.. variants.SelectMany(v => v.Scenario.Calendar).Select(m => m.Id).Distinct()];
        foreach (string measure in row.List("without").Where(m => !known.Contains(m)))
            problems.Error(row.At, "unknown measure", measure, null, NearestName.Remedy(measure, known));
        if (row.List("sets").Count + row.List("without").Count == 0)
            problems.Error(row.At, "nothing switches the mechanism off:", row.Text("id"), null, "fill 'sets' or 'without'");
        return new Mechanism(row.Required("id"), row.Required("title"), Sets(row.List("sets").Select(t => (t, row.At)), names, problems), row.List("without"), row.Text("note"));
    })];

    public static IReadOnlyList<Ablation> Ablations(Table table, ProblemList problems) => [.. table.Rows.Select(row => new Ablation(
        row.Required("mechanism"), row.Required("title"), row.Required("variant"), Plain(row, "loss_full", problems), Plain(row, "loss_frozen", problems),
        Plain(row, "loss_refitted", problems), row.List("missed_frozen"), row.List("missed_refitted")))];

    /// <summary>Numbers written as <c>id=value</c>.</summary>
    public static IReadOnlyDictionary<string, double> Sets(IEnumerable<(string Text, Place At)> entries, ParameterNames names, ProblemList problems)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach ((string text, Place at) in entries)
        {
            if (text.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, { Length: > 0 } number])
                problems.Error(at, "this sets no number:", text, "id=value", "write the id of a number, = and the value");
            else if (names.Find(name, at, problems) is { } id && NumberText.Read(number, name, at, problems) is { } value) values[id] = value;
        }

        return values;
    }

    private static FreeNumber? FreeOf(Row row, ParameterNames names, ProblemList problems)
    {
        string? id = names.Find(row.Required("id"), row.At, problems);
        double low = Plain(row, "low", problems), high = Plain(row, "high", problems);
        string scale = row.Required("scale");
        string reason = row.Required("reason");
        if (scale is not ("log" or "linear" or "")) problems.Error(row.At, "unknown scale", scale, "log or linear", NearestName.Remedy(scale, ["log", "linear"]));
        if (!(low < high)) problems.Error(row.At, "the bounds are not in order:", $"{row.Text("low")}..{row.Text("high")}", "low below high", "correct them");
        else if (scale == "log" && low <= 0.0) problems.Error(row.At, "a logarithmic scale cannot begin at", row.Text("low"), "above 0", "raise it, or use linear");
        if (id is null) return null;
        Parameter number = names.First(id);
        if (low < high && (number.Value < low || number.Value > high))
            problems.Error(row.At, "the world's own value lies outside the bounds:", $"{number.Value}", $"{row.Text("low")} to {row.Text("high")}", "widen them, or correct the world");
        return new FreeNumber(id, low, high, scale == "log", reason);
    }

    private static double Plain(Row row, string column, ProblemList problems) => EvidenceRows.Plain(row, column, isRequired: true, problems) ?? double.NaN;
}
