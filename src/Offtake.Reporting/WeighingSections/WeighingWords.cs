using System.Globalization;
using Offtake.Reporting.Numbers;
using Offtake.Results.Weighing;

namespace Offtake.Reporting.WeighingSections;

/// <summary>A weighing in words, for pages and terminals alike.</summary>
public static class WeighingWords
{
    /// <summary>Name of a group.</summary>
    public static string Of(EvidenceGroup group) => group switch
    {
        EvidenceGroup.Claims => "Unverified claims",
        EvidenceGroup.Assumptions => "Assumptions",
        EvidenceGroup.Estimates => "Estimates",
        EvidenceGroup.Reported => "Companies, press, state media",
        EvidenceGroup.Official => "Official figures",
        EvidenceGroup.Measured => "Measured figures",
        _ => "Chance",
    };

    /// <summary>A share with its interval, in percent.</summary>
    public static string Percent(Interval share) => double.IsFinite(share.Value) ? string.Create(CultureInfo.InvariantCulture, $"{Whole(share.Value)} ({Whole(share.Low)} to {Whole(share.High)})") : "–";

    // Adding zero takes the sign off a zero.
    private static double Whole(double share) => Math.Round(100.0 * share) + 0.0;

    /// <summary>A number with its interval and unit.</summary>
    public static string Amount(Interval amount, string unit) => double.IsFinite(amount.Value) ? $"{Numeral.Rough(amount.Value)} ({Numeral.Rough(amount.Low)} to {Numeral.Rough(amount.High)}) {unit}" : "–";

    /// <summary>What becomes of a difference.</summary>
    public static string Of(Fate fate) => fate switch
    {
        Fate.Stays => "sign stays",
        Fate.Turns => "sign turns",
        Fate.Vanishes => "nothing is left",
        Fate.Unsettled => "sign is open",
        Fate.Settles => "sign is clear then",
        Fate.NoEffect => "no effect on it",
        _ => "other claims carry the same levers",
    };

    /// <summary>How a claim, an institution or a number is called in a table.</summary>
    public static string Subject(WeighedChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Kind == "claim" ? $"{change.Id}: {change.Title}" : change.Title;
    }

    /// <summary>Which groups carry most of an outcome, in a sentence.</summary>
    public static string Shares(EvidenceWeighing weighing, WeighedOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(weighing);
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.WhyNot.Length > 0) return $"Not weighed: {outcome.WhyNot}.";
        IEnumerable<string> parts = Enumerable.Range(0, weighing.Groups.Count).OrderByDescending(g => outcome.Shapley[g].Value).Take(3)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{Of(weighing.Groups[g].Group).ToLowerInvariant()} {Whole(outcome.Shapley[g].Value)} %"));
        double claims = outcome.Total[(int)EvidenceGroup.Claims].Value;
        return string.Create(CultureInfo.InvariantCulture, $"The spread of it is shared out as {string.Join(", ", parts)} (Shapley effects). {Whole(claims)} % of it hangs on unverified claims, alone or with others.");
    }

    /// <summary>The claims that flip a difference each alone, in a few words.</summary>
    public static string Flips(WeighedOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (outcome.AsIs.HoldsZero) return "sign is open as it is";
        string[] claims = [.. outcome.SingleClaims.Select(c => c.Id).Distinct()];
        string[] bearing = [.. Bearing(outcome)];
        return (claims.Length == 0 ? "none" : string.Join(", ", claims)) + (bearing.Length == 0 ? "" : $"; no clear difference is left without {string.Join(", ", bearing)}");
    }

    /// <summary>The claims of which one alone, not being so, leaves no clear difference.</summary>
    private static IEnumerable<string> Bearing(WeighedOutcome outcome) => outcome.Changes.Where(c => c.Kind == "claim" && c.Fate is Fate.Vanishes or Fate.Unsettled).Select(c => c.Id).Distinct();

    /// <summary>What would turn the sign of a difference, in sentences.</summary>
    public static string Turning(EvidenceWeighing weighing, WeighedOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(weighing);
        ArgumentNullException.ThrowIfNull(outcome);
        if (weighing.Against.Length == 0) return "A level has no sign that a claim could turn; weigh it against another scenario.";
        if (outcome.AsIs.HoldsZero) return "The sign of the difference is open as it is, so no belief can be said to turn it.";
        WeighedChange[] claims = [.. outcome.SingleClaims];
        string single = claims.Length == 0 ? "No single claim flips it." : $"Flipped by a single claim, if it is not so: {string.Join(", ", claims.Select(c => c.Id).Distinct())}.";
        string[] gone = [.. Bearing(outcome)];
        if (gone.Length > 0) single += $" Without {string.Join(", ", gone)} alone no clear difference is left.";
        return single + (outcome.Smallest is { } least
            ? string.Create(CultureInfo.InvariantCulture, $" Smallest change that does: {Subject(least)}; the difference is zero when {100.0 * least.Crossing:0} % of it is left{(double.IsFinite(least.Value) ? $", at {least.Value:0.###}" : "")}.")
            : " No change of one belief that was tried flips it.");
    }
}
