using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>How owners and cities are financed: loans, taxes on profit, dividends, default, and what new capacity costs. It is not there in worlds where nobody borrows.</summary>
/// <param name="Rules">The rules of <c>treasury.csv</c>.</param>
/// <param name="Capital">What capacity costs: a row for every process, and others for regions where it costs something else; empty where new capacity is free.</param>
public sealed record Finance(TreasuryRules Rules, IReadOnlyList<Capital> Capital);

/// <summary>What new capacity of a process costs and how long permits take. What keeps capacity as it is stands in the unit cost, not here.</summary>
/// <param name="Process">Index of the process.</param>
/// <param name="Region">Index of the region; null for all that have no row of their own.</param>
/// <param name="UsdPerUnitYear">Investment per unit of yearly capacity.</param>
/// <param name="PermitMonths">Months from decision to permit, before building begins.</param>
/// <param name="LifeYears">Years over which owners expect to earn it back.</param>
public sealed record Capital(int Process, int? Region, Parameter UsdPerUnitYear, Parameter PermitMonths, Parameter LifeYears);

/// <summary>How a city's revenue moves: with a driver or by a steady growth, one of both.</summary>
/// <param name="Driver">Index of the driver; null when growth is steady.</param>
/// <param name="GrowthPerYear">Real growth a year; null when a driver moves it.</param>
public sealed record CityFinance(int? Driver, Parameter? GrowthPerYear);

/// <summary>The rules of money: one number each, with its witness. Names of rows are those of <c>treasury.csv</c>.</summary>
public sealed record TreasuryRules
{
    /// <summary>Share of profit that a region's treasury takes, losses of earlier months set off (FIN-6).</summary>
    [Row("tax.profit-share")] public required Parameter ProfitTaxShare { get; init; }

    /// <summary>Share of cash in hand that owners pay out in a month (FIN-6).</summary>
    [Row("dividend.share-per-month")] public required Parameter DividendSharePerMonth { get; init; }

    /// <summary>What owners pay on loans above the general interest rate, a year (FIN-2).</summary>
    [Row("loan.rate-premium")] public required Parameter LoanRatePremium { get; init; }

    /// <summary>Months over which a loan is paid back: one part in so many a month (FIN-2).</summary>
    [Row("loan.months")] public required Parameter LoanMonths { get; init; }

    /// <summary>Share of the cost of new capacity that is borrowed; shareholders pay the rest (INV-2).</summary>
    [Row("loan.investment-share")] public required Parameter InvestmentLoanShare { get; init; }

    /// <summary>Debt at which owners are in default, in years of turnover (FIN-5).</summary>
    [Row("default.debt-over-turnover")] public required Parameter DefaultDebtOverTurnover { get; init; }

    /// <summary>Share of the capacity of owners in default that closes for good (FIN-5).</summary>
    [Row("default.exit-share")] public required Parameter DefaultExitShare { get; init; }

    /// <summary>Share of the debt of state firms in default that the treasury pays (FIN-5).</summary>
    [Row("bailout.share-state")] public required Parameter StateBailoutShare { get; init; }

    /// <summary>Debt at which a city is bailed out, in years of revenue (FIN-5).</summary>
    [Row("city.default-debt-share")] public required Parameter CityDefaultDebtShare { get; init; }

    /// <summary>Share of the debt of such a city that the treasury of its region pays (FIN-5).</summary>
    [Row("city.bailout-share")] public required Parameter CityBailoutShare { get; init; }

    /// <summary>Revenue over cost of makers and separators below which they close bit by bit (INV-3).</summary>
    [Row("owner.close-ratio")] public required Parameter OwnerCloseRatio { get; init; }

    /// <summary>Revenue over cost above which they reopen (INV-3).</summary>
    [Row("owner.reopen-ratio")] public required Parameter OwnerReopenRatio { get; init; }

    /// <summary>Months in a row that it takes (INV-3).</summary>
    [Row("owner.close-months")] public required Parameter OwnerCloseMonths { get; init; }

    /// <summary>Months in a row of poor margin after which closed capacity is given up for good, mines included (INV-3).</summary>
    [Row("owner.exit-months")] public required Parameter OwnerExitMonths { get; init; }

    /// <summary>Expected revenue over cost with capital that starts a project (INV-1).</summary>
    [Row("invest.capital-hurdle")] public required Parameter CapitalHurdle { get; init; }

    /// <summary>Log of the return below the hurdle at which makers and separators start nothing at all (INV-1).</summary>
    [Row("invest.hurdle-band")] public required Parameter HurdleBand { get; init; }
}
