using Offtake.Results;

namespace Offtake.Experiments.Recording;

/// <summary>How to read each observable variable off the panels of a run.</summary>
internal static class ModelledFigure
{
    private static readonly Dictionary<string, Func<Question, int, double>> Known = new()
    {
        ["mine-output"] = MineOutput,
        ["mine-share"] = MineShare,
        ["price"] = Price,
        ["output"] = Output,
        ["export"] = Export,
        ["recycled"] = Recycled,
        ["fleet"] = Fleet,
        ["sales"] = Sales,
        ["utilisation"] = Utilisation,
    };

    /// <summary>The names of the variables that can be compared.</summary>
    public static IReadOnlyCollection<string> Variables => Known.Keys;

    /// <summary>Reads a variable for a question and a future; null when the variable is not known.</summary>
    public static Func<Question, int, double>? Of(string variable) => Known.GetValueOrDefault(variable);

    private static double MineOutput(Question q, int future) => q.IsOpening ? double.NaN : Sum(
        q, future, "facility", "activity_amount", e => e[2] == "mining" && q.Covers(e[3]) && q.Asks(e[0]));

    private static double MineShare(Question q, int future) =>
        MineOutput(q, future) / MineOutput(q with { Region = Question.World, Subject = string.Empty }, future);

    private static double Price(Question q, int future) => q.IsOpening
        ? double.NaN
        : Sum(q, future, "market", "price_usd_per_unit", e => q.Asks(e[0]) && e[1] == q.Region) / q.Count;

    private static double Output(Question q, int future) => q.IsOpening ? double.NaN : Sum(
        q, future, "market", "produced_amount", e => q.Asks(e[0]) && q.Covers(e[1]));

    private static double Export(Question q, int future) => q.IsOpening ? double.NaN : Sum(
        q, future, "route", "shipped_amount", e => q.Asks(e[0]) && e[1] == q.Region);

    private static double Sales(Question q, int future) => q.IsOpening ? double.NaN : Sum(
        q, future, "use", "used_amount", e => q.Asks(e[1]) && q.Covers(e[2]));

    private static double Utilisation(Question q, int future)
    {
        if (q.IsOpening) return double.NaN;
        double activity = Sum(q, future, "sector", "activity_amount", e => q.Asks(e[0]) && q.Covers(e[2]));
        return activity / Sum(q, future, "sector", "capacity_amount", e => q.Asks(e[0]) && q.Covers(e[2]));
    }

    /// <summary>Goods in use at the end of the period; at the opening, from the first month taken back.</summary>
    private static double Fleet(Question q, int future)
    {
        bool Chosen(IReadOnlyList<string> e) => q.Asks(e[1]) && q.Covers(e[2]);
        Question at = q with { First = q.IsOpening ? 0 : q.First + q.Count - 1, Count = 1 };
        double inUse = Sum(at, future, "use", "in_use_amount", Chosen);
        if (!q.IsOpening) return inUse;
        return inUse - Sum(at, future, "use", "used_amount", Chosen) + Sum(at, future, "use", "retired_amount", Chosen);
    }

    /// <summary>Content of a commodity that recycling processes made, in a calendar year.</summary>
    private static double Recycled(Question q, int future)
    {
        if (q.Count != 12) return double.NaN;
        Panel flow = q.Panels["flow"];
        int year = flow.First.Year == (flow.First + q.First).Year ? 0 : (flow.First + q.First).Year - flow.First.Year;
        double sum = 0.0;
        for (int e = 0; e < flow.Entities.Count; e++)
        {
            IReadOnlyList<string> keys = flow.Entities[e];
            if (keys[1] != "sector" || keys[5] != "recycling" || !q.Covers(keys[4]) || !keys[2].StartsWith(q.Subject + "@", StringComparison.Ordinal)) continue;
            foreach (double content in flow.Row(future, year, e)) sum += content;
        }

        return sum;
    }

    private static double Sum(Question q, int future, string panelName, string columnName, Func<IReadOnlyList<string>, bool> chosen)
    {
        Panel panel = q.Panels[panelName];
        int column = panel.ColumnOf(columnName);
        double sum = double.NaN;
        for (int e = 0; e < panel.Entities.Count; e++)
        {
            if (!chosen(panel.Entities[e])) continue;
            for (int month = q.First; month < q.First + q.Count; month++)
            {
                double value = panel[future, month, e, column];
                if (double.IsNaN(value)) continue;
                sum = double.IsNaN(sum) ? value : sum + value;
            }
        }

        return sum;
    }
}
