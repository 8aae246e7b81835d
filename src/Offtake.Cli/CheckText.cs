using System.Globalization;
using Offtake.Experiments;

namespace Offtake.Cli;

/// <summary>What a check found, for people.</summary>
internal static class CheckText
{
    /// <summary>Writes summaries, then problems, then how many of them.</summary>
    public static void Write(CheckFindings findings, TextWriter to)
    {
        foreach (WorldSummary world in findings.Worlds) Write(world, to);
        foreach (ScenarioSummary scenario in findings.Scenarios) Write(scenario, to);
        foreach (StudyOutline study in findings.Studies) Write(study, to);
        foreach (OutcomeReliance reliance in findings.Reliance) Write(reliance, to);
        if (findings.Worlds.Count + findings.Scenarios.Count + findings.Studies.Count > 0) to.WriteLine();
        ProblemText.Write(findings.Problems, to);
        to.WriteLine(Capital(ProblemText.Count(findings.Problems)) + ".");
    }

    private static void Write(WorldSummary world, TextWriter to)
    {
        to.WriteLine($"World {Printable.Line(world.Id)}: {Printable.Line(world.Content?.Title ?? "cannot be read")}");
        to.WriteLine($"  rows         {string.Join(", ", world.Rows.Select(r => Invariant($"{Printable.Line(r.Key)} {r.Value:#,0}")))}");
        if (world.Content is not { } content) return;
        to.WriteLine($"  holds        {string.Join(", ", content.Counts.Select(c => Invariant($"{c.Key} {c.Value:#,0}")))}");
        to.WriteLine($"  months       {content.Months}");
        to.WriteLine(Invariant($"  numbers      {content.Numbers:#,0}, by their strongest witness: {string.Join(", ", content.NumbersByKind.Select(k => Invariant($"{k.Key} {k.Value:#,0} ({Percent(k.Value, content.Numbers)})")))}"));
        to.WriteLine(Invariant($"  witnesses    {content.Publishers:#,0} publishers of {content.Sources:#,0} publications; {content.Assumptions:#,0} assumptions"));
        foreach (IGrouping<string, Closing> balance in content.Closings.GroupBy(c => c.Commodity))
            to.WriteLine($"  closed by    {Printable.Line(balance.Key)}: {string.Join(", ", balance.Select(c => Printable.Line(c.Title) + (c.Share is { } s ? $" ({Percent(s, 1)})" : "")))}");
        if (content.Closings.Count > 0) to.WriteLine("               These uses take what a balance leaves over at the opening; nobody has observed their size.");
    }

    private static void Write(ScenarioSummary scenario, TextWriter to) => to.WriteLine(scenario.Content is { } content
        ? $"Scenario {Printable.Line(scenario.Id)}: {Printable.Line(content.Title)}; {content.World}, {content.From} to {content.To}, {ProblemText.Of(content.Measures, "measure")} in the calendar{(content.Institutions > 0 ? ", " + ProblemText.Of(content.Institutions, "institution") : "")}"
        : $"Scenario {Printable.Line(scenario.Id)}: cannot be read");

    private static void Write(StudyOutline study, TextWriter to) => to.WriteLine(study.Content is { } content
        ? Invariant($"Study {Printable.Line(study.Id)}: {Printable.Line(content.Title)}; {content.Sampling}, {content.Futures:#,0} futures, {ProblemText.Words(content.Uncertainties, "uncertainty", "uncertainties")}, {ProblemText.Of(content.Levers, "lever")}, {ProblemText.Words(content.Policies, "policy", "policies")}, {ProblemText.Of(content.Outcomes, "outcome")}")
        : $"Study {Printable.Line(study.Id)}: cannot be read");

    private static void Write(OutcomeReliance reliance, TextWriter to)
    {
        if (reliance.Shares is not { } shares)
        {
            to.WriteLine($"Outcomes of {Printable.Line(reliance.Scenario)}: not known what they rest on; {Printable.Line(reliance.Failure ?? "")}");
            return;
        }

        to.WriteLine(Invariant($"Outcomes of {Printable.Line(shares.Scenario)}, {shares.From} to {shares.To}, {shares.Futures} futures: how much rests on assumptions"));
        foreach (RelianceShare o in shares.Outcomes.OrderByDescending(o => o.Most))
            to.WriteLine(Invariant($"  alone {100 * o.Least,4:0} % ± {100 * o.LeastError,2:0}, at most {100 * o.Most,4:0} % ± {100 * o.MostError,2:0}   {Printable.Line(o.Title)}"));
        to.WriteLine($"  {OutcomeReliance.Method}");
    }

    private static string Percent(double part, double whole) => whole == 0 ? "–" : Invariant($"{100 * part / whole:0} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
