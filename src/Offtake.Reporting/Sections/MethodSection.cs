using System.Globalization;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>How to read the report, and what it takes to run it again.</summary>
internal static class MethodSection
{
    private const int DigestsShown = 8;

    /// <summary>How to read it.</summary>
    public static Markup Reading(Report report) => Markup.Of($"""
        <ul>
        <li><b>A future</b> is one run with its own draw of uncertain numbers and its own shocks. Lines and bold numbers are medians; bands and brackets are {report.FuturesInWords}. A range is not a confidence interval of the real world.</li>
        <li>{Prose.Tag(Standing.Imposed)} was put in. {Prose.Tag(Standing.Calibrated)} was fitted. {Prose.Tag(Standing.Predicted)} follows from the model without having been fitted. Only the last kind can be right or wrong.</li>
        <li><b>{Numeral.NotRecorded}</b> means that there is no number. It never stands for 0.</li>
        <li><b>Short</b> and <b>glut</b> compare yearly mean prices with the first year in the region that makes most of the good. <b>Too close to call</b> means that futures disagree on the direction.</li>
        <li><b>Cover</b> is a stock divided by expected monthly orders. <b>HHI</b> is the sum of squared shares, 1 for a single supplier. <b>Net import reliance</b> is net imports over production plus net imports.</li>
        <li><b>Trace</b> names the command that follows the numbers above it to equations, sources and assumptions. Where a row has a name of its own, it shows when a pointer rests on its head.</li>
        <li>Numbers in sentences have two significant figures, numbers in tables three, numbers behind figures four. Money is in real US dollars of 2024.</li>
        </ul>
        """);

    /// <summary>What was run.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        Manifest m = run.Results.Manifest;
        Conservation gaps = run.Results.Conservation;
        List<(string Name, Markup Value)> lines =
        [
            ("Command", Markup.Of($"<code>{Command(m)}</code>")),
            ("Program", Markup.Text(m.Program)),
            ("Scenario", Markup.Of($"{m.ScenarioTitle} (<code>{m.Scenario}</code>), SHA-256 <code>{m.ScenarioSha256}</code>")),
            ("World", Markup.Of($"{m.WorldTitle} (<code>{m.World}</code>), SHA-256 <code>{m.WorldSha256}</code>")),
            ("Months", Markup.Text($"{m.From} to {m.To}")),
            ("Futures", Markup.Text(m.Stopped ? $"{Numeral.Count(run.Completed)} of {Numeral.Count(m.FuturesAsked)} asked for; stopped by the user" : Numeral.Count(run.Completed))),
            ("Seed", Markup.Text(m.Seed.ToString(CultureInfo.InvariantCulture))),
            ("Conservation", Markup.Text($"largest gap of any element {Gap(gaps.MaxRelativeMassGap)} of its flow, of money {Gap(gaps.MaxRelativeMoneyGap)}, over all months and futures; a run stops at 1e-9")),
            ("Time", Markup.Text($"{Numeral.Rough(m.RunSeconds)} s on {m.Workers} {(m.Workers == 1 ? "worker" : "workers")}; the number of workers does not change a bit of the result")),
            ("Final digests", Digests(m)),
        ];
        return Markup.Of($"<dl class=\"manifest\">\n{lines.Select(l => Markup.Of($"<dt>{l.Name}</dt><dd>{l.Value}</dd>\n"))}</dl>\n")
            + Report.Paragraph("The same program with the same files, seed and number of futures gives the same digests on any number of workers.");
    }

    private static string Command(Manifest m) => string.Create(CultureInfo.InvariantCulture, $"offtake run {m.Scenario} --from {m.From} --to {m.To} --futures {m.FuturesAsked} --seed {m.Seed}");

    private static string Gap(double gap) => double.IsFinite(gap) ? gap.ToString("0.0e+0", CultureInfo.InvariantCulture) : Numeral.NotRecorded;

    private static Markup Digests(Manifest m)
    {
        if (m.Digests.Count == 0) return Markup.Text(Numeral.NotRecorded);
        Markup shown = Markup.Join(m.Digests.Take(DigestsShown).Select((d, i) => Markup.Of($"<code>{i + 1}: {d}</code><br>")));
        return m.Digests.Count <= DigestsShown ? shown : shown + Markup.Of($"and {Numeral.Count(m.Digests.Count - DigestsShown)} more in the results");
    }
}
