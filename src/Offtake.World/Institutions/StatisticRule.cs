using Offtake.Model.Governance;
using Offtake.World.Numbers;

namespace Offtake.World.Institutions;

/// <summary>What a statistic is counted of and which values a target may have. There is one for every <see cref="StatisticKind"/>.</summary>
/// <param name="Meaning">What it counts, in one line for readers.</param>
/// <param name="Of">Kinds of thing it is counted of.</param>
/// <param name="Value">What its values count.</param>
internal sealed record StatisticRule(string Meaning, IReadOnlyList<TargetKind> Of, NumberKind Value)
{
    // Growth of more than tenfold a year, or a ratio of more than a hundred, is a percentage written as a number.
    private const double LargestGrowth = 10.0;
    private const double LargestRatio = 100.0;

    private static readonly NumberKind Growth = new("share a year", -1.0, LargestGrowth);
    private static readonly NumberKind Ratio = new("times the opening", 0.0, LargestRatio);

    /// <summary>The rule of a statistic.</summary>
    public static StatisticRule For(StatisticKind statistic) => statistic switch
    {
        StatisticKind.Utilisation => new("activity over capacity", [TargetKind.Facility], NumberKind.Share),
        StatisticKind.UnsoldStock => new("months of orders that sellers hold unsold", [TargetKind.Market], NumberKind.AtLeastZero("months")),
        StatisticKind.PriceRatio => new("price over that of the opening, geometric mean", [TargetKind.Market], Ratio),
        StatisticKind.OutputGrowth => new("activity of twelve months over the twelve before, less one", [TargetKind.Facility], Growth),
        StatisticKind.OrdersGrowth => new("orders of twelve months over the twelve before, less one", [TargetKind.Market], Growth),
        StatisticKind.DemandMet => new("what was used over what was wanted", [TargetKind.Use], NumberKind.Share),
        StatisticKind.Coverage => new("fleet over the fleet that covers the service, least of the uses", [TargetKind.Use], NumberKind.Share),
        StatisticKind.ImportReliance => new("imports over all that came to market", [TargetKind.Market], NumberKind.Share),
        StatisticKind.DebtRatio => new("debt over yearly revenue", [TargetKind.City], new NumberKind("yearly revenues", 0.0, LargestRatio)),
        StatisticKind.ResearchOutlay => new("research outlay over that of the opening", [TargetKind.Region], Ratio),
        StatisticKind.ProjectsDeployed => new("projects that reached deployment since the opening", [TargetKind.Region], NumberKind.AtLeastZero("projects")),
        StatisticKind.SkilledWorkers => new("skilled workers over those of the opening", [TargetKind.Region], Ratio),
        StatisticKind.CapacityRatio => new("capacity over that of the opening", [TargetKind.Facility], Ratio),
        StatisticKind.TradeBarrier => new("the largest share by which the law of the destination taxes or rules out what comes", [TargetKind.Route], new NumberKind("share", 0.0, LargestGrowth)),
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "This statistic has no rule; add one here."),
    };
}
