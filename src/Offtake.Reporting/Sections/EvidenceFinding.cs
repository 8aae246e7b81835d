using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>What the verdict says about what it rests on, and how well the model does where it can be checked.</summary>
internal static class EvidenceFinding
{
    /// <summary>The key of assumptions among the kinds of witness.</summary>
    public const string Assumption = "assumption";

    /// <summary>Writes the finding.</summary>
    public static IEnumerable<Finding> Write(RunReading run)
    {
        EvidenceSummary evidence = run.Results.Evidence;
        int numbers = evidence.CountByKind.Values.Sum(), assumed = AssumedCount(evidence);
        if (numbers == 0) yield break;
        Markup text = Markup.Of($"<strong>{Numeral.Rough(100.0 * assumed / numbers)}\u00A0%</strong> of {Numeral.Count(numbers)} numbers are assumptions that nobody vouches for; the others have {Numeral.Count(evidence.Publishers)} independent publishers behind them. ");
        string[] confirmed = [.. evidence.Claims.Where(a => AskedOf(a.Value) > 0).Select(a => $"{Counted(a.Value.GetValueOrDefault("confirmed"))} of {Numeral.Count(AskedOf(a.Value))} {OnWhat(a.Key)}")];
        if (confirmed.Length > 0) text += Markup.Of($"Of the claims read from sources, records confirm {Prose.List(confirmed)}. ");
        yield return new Finding("Evidence", text + Skill(run));
    }

    /// <summary>Whether a verdict says that the question does not apply: plans and assessments are neither done nor not done.</summary>
    public static bool IsBesideThePoint(string verdict) => verdict == "n/a";

    /// <summary>How many claims a question can be put to.</summary>
    public static int AskedOf(IReadOnlyDictionary<string, int> byVerdict) => byVerdict.Where(v => !IsBesideThePoint(v.Key)).Sum(v => v.Value);

    /// <summary>Number of parameters that rest on an assumption.</summary>
    public static int AssumedCount(EvidenceSummary evidence) =>
        evidence.CountByKind.Where(k => k.Key.Equals(Assumption, StringComparison.OrdinalIgnoreCase)).Sum(k => k.Value);

    private static string OnWhat(string aspect) => aspect == "caused" ? "on what it caused" : $"on what was {aspect}";

    private static string Counted(int count) => count == 0 ? "none" : Numeral.Count(count);

    /// <summary>The middle error of predicted figures that were observed.</summary>
    private static Markup Skill(RunReading run)
    {
        double[] errors =
        [
            .. run.Results.Figures.Where(f => f is { Standing: Standing.Predicted, Observed: not null and not 0 })
                .Select(f => Math.Abs((Band.Of(f.Modelled).Median / f.Observed!.Value) - 1)).Where(double.IsFinite),
        ];
        return errors.Length == 0
            ? Markup.Of($"No predicted figure has an observation to be held against. ")
            : Markup.Of($"Held against what was observed, the {Numeral.Count(errors.Length)} predicted figures are off by <strong>{Numeral.Rough(100 * Band.Of(errors).Median)}\u00A0%</strong> in the middle case and {Numeral.Rough(100 * errors.Max())}\u00A0% in the worst. ");
    }
}
