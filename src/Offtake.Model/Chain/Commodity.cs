using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>A conserved substance of the ledger, such as one element. Its mass is counted in oxide-equivalent tonnes.</summary>
public sealed record Element(string Id, string Title);

/// <summary>What one unit of a commodity counts.</summary>
public enum Basis
{
    /// <summary>Oxide-equivalent tonnes: the amount is the sum of its content.</summary>
    Reo,

    /// <summary>Gross tonnes: the content is a part of the amount.</summary>
    Gross,

    /// <summary>Pieces, or megawatts.</summary>
    Units,
}

/// <summary>How a commodity gets its price.</summary>
public enum Pricing
{
    /// <summary>Sellers post a price from their cover; see PRI-1.</summary>
    Posted,

    /// <summary>A contract formula on the value of the content; see PRI-5.</summary>
    Formula,
}

/// <summary>A good that is made, held, moved and used. It is not a market: a market is a commodity in a region.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Basis">What an amount counts.</param>
/// <param name="Unit">The word for one unit: t, MW, unit.</param>
/// <param name="Stage">The stage of the chain it leaves.</param>
/// <param name="Elements">Indices of the elements it can contain, ascending.</param>
/// <param name="Pricing">How it is priced.</param>
/// <param name="VatRefunded">Whether value-added tax is refunded when it is exported.</param>
/// <param name="DisposalCoverMonths">Months of cover above which sellers dispose of stock; null when they never do.</param>
public sealed record Commodity(
    string Id, string Title, Basis Basis, string Unit, string Stage, IReadOnlyList<int> Elements, Pricing Pricing, bool VatRefunded, Parameter? DisposalCoverMonths);

/// <summary>A place with markets and a treasury of its own.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Vat">Value-added tax inside posted prices, as a share of the net price; 0 where prices are quoted net.</param>
public sealed record Region(string Id, string Title, Parameter Vat);

/// <summary>A city inside a region: it buys products for its services and has a budget. It shares the markets of its region.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Region">Index of its region.</param>
/// <param name="Population">Persons.</param>
/// <param name="RevenueUsdPerYear">General public budget revenue.</param>
/// <param name="DeploymentShare">Share of revenue that may be spent on deploying products.</param>
/// <param name="OpeningDebtUsd">Debt at the opening.</param>
/// <param name="DebtCeilingShare">Debt the city may carry, as a multiple of yearly revenue.</param>
public sealed record City(
    string Id, string Title, int Region, Parameter Population, Parameter RevenueUsdPerYear, Parameter DeploymentShare, Parameter OpeningDebtUsd, Parameter DebtCeilingShare);
