using System.Globalization;
using Offtake.Model.History;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>The fits, their numbers, what they get from outside and what each mechanism does.</summary>
internal static class FitTables
{
    /// <summary>Mechanisms switched off; nothing when nobody tried.</summary>
    public static Markup Ablations(BacktestResults r)
    {
        if (r.Ablations.Count == 0) return Markup.None;
        var table = new HtmlTable("Mechanisms switched off", "Mechanism", "Variant", "#Loss with it", "#Without, as fitted", "#Without, fitted anew", "#Change after fitting", "Missed without, as fitted", "Missed without, fitted anew");
        foreach (Ablation a in r.Ablations.OrderBy(a => a.Variant, StringComparer.Ordinal).ThenByDescending(a => a.LossRefitted))
            table.Row(
                a.Title, a.Variant, Numeral.Fine(a.LossFull), Numeral.Fine(a.LossFrozen), Numeral.Fine(a.LossRefitted),
                Numeral.Signed(100 * ((a.LossRefitted / a.LossFull) - 1.0), Numeral.Rough) + "\u00A0%", List(a.MissedFrozen), List(a.MissedRefitted));
        return Report.Paragraph("“As fitted” keeps all other numbers and shows how large a mechanism is; “fitted anew” lets the others stand in for it and shows whether it is needed. All searches are equally long. “Missed” lists scores that the full model meets.")
            + table.Write();

        static string List(IReadOnlyList<string> ids) => ids.Count == 0 ? "–" : string.Join(", ", ids);
    }

    /// <summary>The fits.</summary>
    public static Markup Fits(BacktestResults r)
    {
        var table = new HtmlTable("Fits", "Fit", "Variant", "Window", "#Seed", "#Loss", "#Drift", "#Kick left", "Remark");
        foreach (FitLine f in r.Fits)
            table.Row(
                f.Id, f.Variant, f.Window, f.Seed?.ToString(CultureInfo.InvariantCulture) ?? "–", Fine(f.Loss), double.IsFinite(f.FreezeDrift) ? f.FreezeDrift.ToString("0.0e+0", CultureInfo.InvariantCulture) : "–",
                double.IsFinite(f.KickLeft) ? Numeral.Rough(100 * f.KickLeft) + "\u00A0%" : "–", f.Failure ?? (f.IsStale ? "the world has changed since" : ""));
        return Report.Paragraph("Losses compare fits of one variant and window with each other, and nothing else.") + table.Write();

        static string Fine(double value) => double.IsFinite(value) ? Numeral.Fine(value) : "–";
    }

    /// <summary>Fitted numbers; nothing when nothing was fitted.</summary>
    public static Markup Numbers(BacktestResults r)
    {
        if (r.Free.Count == 0) return Markup.None;
        var table = new HtmlTable("Fitted numbers", "Number", "Fits", "#World’s own", "#Median", "#Least", "#Most", "#Bounds", "At a bound", "Unit", "Reason");
        foreach (FreeLine f in r.Free)
            table.Row(
                f.Number.Id, f.Window, Numeral.Exact(f.Centre), Numeral.Exact(f.Fitted.Median), Numeral.Exact(f.Least), Numeral.Exact(f.Most),
                $"{Numeral.Exact(f.Number.Low)}–{Numeral.Exact(f.Number.High)}", AtBound(f), f.Unit, f.Number.Reason);
        return Report.Paragraph("Where fits differ widely in a number and hardly in loss, the figures do not tell that number. Spread over fits understates ignorance: searches begin near the same centre.")
            + table.Write("numbers");
    }

    /// <summary>Whether the median lies within a hundredth of the range from an end: the search would have gone on.</summary>
    private static string AtBound(FreeLine f)
    {
        double place = f.Number.IsLog ? Math.Log(f.Fitted.Median / f.Number.Low) / Math.Log(f.Number.High / f.Number.Low) : (f.Fitted.Median - f.Number.Low) / (f.Number.High - f.Number.Low);
        return place switch { < 0.01 => "low", > 0.99 => "high", _ => "" };
    }

    /// <summary>What the history gets from outside.</summary>
    public static Markup Imposed(BacktestResults r)
    {
        if (r.Imposed.Count == 0) return Markup.None;
        var table = new HtmlTable("Inputs", "What", "Kind", "Id", "Variants");
        foreach (ImposedLine i in r.Imposed) table.Row(i.Title, i.Kind, i.Id, i.Variants.Count == r.Variants.Count ? "all" : string.Join(", ", i.Variants));
        return Report.Paragraph("Dated drivers, measures and projects. They hold what really happened outside the chain, also after the end of a window: a forecaster at the time would not have known all of it.")
            + table.Write("numbers");
    }
}
