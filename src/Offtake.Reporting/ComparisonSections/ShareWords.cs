using Offtake.Reporting.Numbers;
using Offtake.Results;
using Offtake.Results.Comparisons;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>Tonnes moved as shares of the surplus and of world demand, in words. Small shares are said to be small, never left out.</summary>
internal static class ShareWords
{
    private const double Small = 0.001;

    /// <summary>Both shares; a share that nothing measures is said to be so.</summary>
    public static string Write(ProgrammeFindings p) =>
        IsSmall(p.OfSurplus) && IsSmall(p.OfWorld) ? "less than 0.1 % of the surplus and of world demand"
        : $"{(p.OfSurplus.IsMissing ? "a share of the surplus that is not recorded" : $"{One(p.OfSurplus)} of the surplus")}, {One(p.OfWorld)} of world demand";

    // The words around it say more or less; a minus would say it twice.
    private static string One(Band share)
    {
        if (share.IsMissing) return "a share that is not recorded";
        if (IsSmall(share)) return "less than 0.1 %";
        share = ComparisonPage.Tidy(share);
        Band shown = share.High <= 0.0 ? share with { Median = -share.Median, Low = -share.High, High = -share.Low } : share;
        return shown.Low == 0.0 && shown.High > 0.0 ? $"up to {Measure.Percent.Rough(shown.High)}" : ComparisonPage.Between(shown, Measure.Percent);
    }

    private static bool IsSmall(Band share) => !share.IsMissing && Math.Max(Math.Abs(share.Low), Math.Abs(share.High)) < Small;
}
