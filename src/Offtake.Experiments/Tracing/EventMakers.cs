namespace Offtake.Experiments.Tracing;

/// <summary>Which phase of the month makes an event of a kind happen, by which equations, and which numbers those read.</summary>
/// <param name="Kind">As it stands in <c>eventsByKind</c> of summary.json.</param>
/// <param name="Phase">Phases of the month.</param>
/// <param name="Equations">Ids of equations.</param>
/// <param name="Reads">Patterns of numbers.</param>
public sealed record EventMakers(string Kind, string Phase, IReadOnlyList<string> Equations, IReadOnlyList<string> Reads)
{
    /// <summary>All kinds there are.</summary>
    public static IReadOnlyList<EventMakers> All { get; } =
    [
        Of("draw-rejected", "opening", "EVI-3", "facilities/*/opening_per_year", "recipes/*/in/*/value"),
        Of("outage", "nature, operations", "NAT-2 OPS-2", "parameters/nature.*/value"),
        Of("quota-bound", "operations", "OPS-2 INS-1", "parameters/quota.*/value", "calendar/*/strength", "facilities/*/capacity_per_year"),
        Of("mine-closed", "investment", "INV-3 INV-7", "parameters/mine.*/value", "treasury/owner.*/value", "facilities/*/unit_cost_usd"),
        Of("plant-mothballed", "investment", "INV-3 INV-7", "parameters/invest.*/value", "treasury/owner.*/value", "facilities/*/unit_cost_usd"),
        Of("price-limit-bound", "prices", "PRI-1 PRI-3", "parameters/price.*/value", "markets/*/*/floor_share"),
        Of("licence-held-up", "logistics", "LOG-4 LOG-5", "parameters/licence.*/value", "calendar/*/strength"),
        Of("purchase-refused", "cities and users", "CIT-4 FIN-3", "cities/*/*", "city_finance/*/*"),
        Of("refused-beyond-reach", "institutions", "INS-2 INS-3", "institutions/*/*/*", "institutions/*/*/*/*"),
        Of("refused-by-law", "institutions", "INS-7", "institutions/*/*/*/*"),
        Of("refused-by-budget", "institutions", "INS-8", "institutions/*/*/*/*"),
        Of("budget-overdrawn", "institutions, treasury", "INS-8 DEM-13", "institutions/*/*/*/*"),
        Of("vetoed", "institutions", "INS-7", "institutions/*/*/*/*"),
        Of("left-undone", "institutions", "INS-7", "institutions/*/*/*", "institutions/*/*/*/*"),
        Of("owners-in-default", "treasury", "FIN-2 FIN-5", "treasury/default.*/value", "treasury/loan.*/value", "capital/*/*"),
        Of("state-firms-bailed-out", "treasury", "FIN-5", "treasury/bailout.*/value", "treasury/default.*/value"),
        Of("closed-for-good", "investment, treasury", "FIN-5 INV-7", "treasury/default.*/value", "treasury/owner.*/value"),
        Of("city-in-default", "treasury", "FIN-3 FIN-5", "treasury/city.*/value", "cities/*/*", "city_finance/*/*"),
        Of("city-bailed-out", "treasury", "FIN-3 FIN-5", "treasury/city.*/value", "cities/*/*", "city_finance/*/*"),
        Of("project-deployed", "investment", "RND-2 RND-4", "innovations/*/*", "research/*/value"),
        Of("project-given-up", "investment", "RND-2", "innovations/*/*", "research/*/value"),
        Of("pilot-places-taken", "investment", "RND-3", "research_regions/*/*"),
        Of("skill-shortage", "investment", "INV-5", "skills/*/*", "labour/*/*"),
    ];

    private static EventMakers Of(string kind, string phase, string equations, params string[] reads) => new(kind, phase, equations.Split(' '), reads);
}
